// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "transfer/transferengine.h"

namespace haulwatch::test {

/// A transfer engine that does what the test says: it remembers what was started and hands out the events the test
/// wrote.
class ScriptedEngine final : public TransferEngine {
public:
    void start(TransferRequest request) override
    {
        started.push_back(request.key);
        running.insert_or_assign(request.key, std::move(request));
    }

    Checkpoint stop(TransferKey key) override
    {
        const auto it = running.find(key);
        if (it == running.end())
            return {};
        const Checkpoint kept {stopOffset, kUnknownSize, "\"tag\"", {}};
        running.erase(it);
        return kept;
    }

    bool isWhole(TransferKey key) const override { return whole.contains(key); }

    void run(Milliseconds, std::vector<TransferEvent> &) override { }
    void wake() override { }
    Result<std::string> admit(const std::string &, std::span<const FileSpec> files) override
    {
        for (const FileSpec &file : files) {
            if (existing.contains(file.local))
                return refuse(Refusal::TargetExists, file.local);
        }
        return volume;
    }

    std::vector<Result<void>> commit(std::span<const KeptFile> files) override
    {
        std::vector<Result<void>> results;
        for (const auto &[file, size, mark] : files) {
            if (unnameable.contains(file.target)) {
                results.push_back(refuse(Refusal::RenameFailed, code::kFileExists, file.target));
                continue;
            }
            if (vanished.contains(file.target)) {
                results.push_back(refuse(Refusal::RenameFailed, fromWin32(2), file.target));
                continue;
            }
            named.insert(file.target);
            results.emplace_back();
        }
        return results;
    }

    Result<void> relocate(std::span<const PartMove> moves) override
    {
        for (const PartMove &move : moves) {
            if (immovable.contains(move.from))
                return refuse(Refusal::OtherFileSystem, move.to);
        }
        for (const PartMove &move : moves)
            moved.emplace(move.from, move.to);
        return {};
    }

    std::vector<std::string> discard(std::span<const KeptFile> files) override
    {
        std::vector<std::string> stayed;
        for (const auto &[file, size, mark] : files) {
            if (undeletable.contains(file.part))
                stayed.push_back(file.part);
            else
                discarded.insert(file.part);
        }
        return stayed;
    }

    std::vector<TransferKey> started;
    std::map<TransferKey, TransferRequest> running;
    std::set<TransferKey> whole;
    std::set<std::string> existing; ///< names admit() refuses
    std::set<std::string> unnameable; ///< targets commit() refuses
    std::set<std::string> vanished; ///< targets whose part file is gone
    std::set<std::string> undeletable; ///< part files discard() leaves
    std::set<std::string> immovable; ///< part files relocate() refuses
    std::map<std::string, std::string> moved;
    std::set<std::string> named;
    std::set<std::string> discarded;
    Bytes stopOffset = 0;
    std::string volume; ///< of every folder
};

} // namespace haulwatch::test
