// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/jobeditor.h"

#include <algorithm>
#include <memory>
#include <numeric>
#include <string>
#include <utility>

#include "service/jobedit.h"

namespace haulwatch {

Result<ErrorCode> JobEditor::apply(const JobEdit &change, Index job, Instant now)
{
    if (isFinal(m_book.state(job)))
        return refuse(Refusal::InvalidState, std::string(name(m_book.state(job))));
    auto spec = changedSpec(m_book.spec(job), change);
    if (!spec)
        return tl::unexpected(spec.error());
    if (!*spec)
        return code::kFalse;
    auto restarted = filesToRestart(change, job);
    if (!restarted)
        return tl::unexpected(restarted.error());

    Plan plan {std::move(**spec), std::move(*restarted), {}, {}, {}, change.folder.has_value(), false};
    fillIn(plan, job);
    if (const auto ok = admit(plan, job); !ok)
        return tl::unexpected(ok.error());
    m_runner.interrupt(job, plan.interrupted);
    if (const auto moved = m_transfers.relocate(plan.moves); !moved) {
        m_runner.takeUp(job, now);
        return tl::unexpected(moved.error());
    }
    carryOut(std::move(plan), change.priority.value_or(m_book.table().at(job).status.priority), job, now);
    return code::kOk;
}

Result<std::vector<std::uint32_t>> JobEditor::filesToRestart(const JobEdit &change, Index job) const
{
    const FileLedger &files = m_book.files(job);
    std::vector<std::uint32_t> wanted = change.restart.value_or(std::vector<std::uint32_t> {});
    if (change.restart && wanted.empty()) {
        wanted.resize(files.size());
        std::iota(wanted.begin(), wanted.end(), 0U);
        std::erase_if(wanted, [&](std::uint32_t file) { return files.at(file).state == FileState::Complete; });
    }
    for (const std::uint32_t file : wanted) {
        if (file >= files.size())
            return refuse(Refusal::NoSuchFile, std::to_string(file));
        if (files.at(file).state == FileState::Complete)
            return refuse(Refusal::FileNamed, locate(m_book.spec(job), file).target);
    }
    return wanted;
}

void JobEditor::fillIn(Plan &plan, Index job) const
{
    const JobSpec &before = m_book.spec(job);
    const FileLedger &files = m_book.files(job);
    plan.otherFolder = plan.spec.folder != before.folder;
    for (std::uint32_t file = 0; file < files.size(); ++file) {
        const bool restarts = std::find(plan.restarted.begin(), plan.restarted.end(), file) != plan.restarted.end();
        const bool isElsewhere = plan.spec.files[file].remote != before.files[file].remote;
        if (files.at(file).state == FileState::Active && (restarts || isElsewhere || plan.otherFolder))
            plan.interrupted.push_back(file);
        if (plan.otherFolder && !restarts)
            plan.moves.push_back({locate(before, file).part, locate(plan.spec, file).part,
                                  files.at(file).transferred > 0 ? m_book.volume(job) : std::string()});
    }
}

Result<void> JobEditor::admit(Plan &plan, Index job) const
{
    const auto isNamed = [](const FileProgress &file) { return file.state == FileState::Complete; };
    const auto files = m_book.files(job).all();
    const auto named = std::find_if(files.begin(), files.end(), isNamed);
    // One folder a job: what has its name there already cannot be torn from the rest.
    if (plan.otherFolder && named != files.end())
        return refuse(Refusal::FileNamed,
                      locate(m_book.spec(job), static_cast<std::uint32_t>(named - files.begin())).target);

    const std::uint32_t first = plan.otherFolder ? 0 : static_cast<std::uint32_t>(files.size());
    if (first == plan.spec.files.size() && !plan.namesFolder)
        return {};
    if (const auto ok = m_targets.check(plan.spec, first); !ok)
        return ok;
    auto volume = m_transfers.admit(plan.spec.folder, std::span(plan.spec.files).subspan(first));
    if (!volume)
        return tl::unexpected(std::move(volume.error()));
    // Whoever names the folder, be it the same again, means the disk that is there now.
    if (plan.namesFolder)
        plan.volume = std::move(*volume);
    return {};
}

void JobEditor::carryOut(Plan plan, Priority priority, Index job, Instant now)
{
    const auto before = m_book.table().at(job).spec;
    if (plan.otherFolder) {
        m_targets.release(*before);
        m_targets.hold(plan.spec);
    } else {
        m_targets.hold(plan.spec, static_cast<std::uint32_t>(before->files.size()));
    }
    for (const std::uint32_t file : plan.restarted)
        m_runner.startOver(job, file, now);
    if (plan.namesFolder)
        m_book.setVolume(job, std::move(plan.volume));
    m_book.change(job, std::make_shared<const JobSpec>(std::move(plan.spec)), priority, now);
    if (plan.otherFolder)
        m_book.storeFormerFolder(job, before->folder);
    const JournalTicket ticket = m_book.flush();
    // Until then a crash would bring back the old places and the old bytes: nobody may write there meanwhile.
    if (plan.otherFolder || !plan.restarted.empty())
        m_runner.holdUntil(job, ticket, now);
    if (plan.otherFolder)
        m_leftovers.push_back({ticket, job, before->folder});
    m_runner.reconsider(job, now);
    m_runner.takeUp(job, now);
}

void JobEditor::adopt(Index job, std::string formerFolder)
{
    if (!formerFolder.empty())
        m_leftovers.push_back({0, job, std::move(formerFolder)});
}

void JobEditor::takeBack(Index job, const JobSpec &before)
{
    const JobSpec &spec = m_book.spec(job);
    m_targets.release(spec);
    m_targets.hold(before);
    if (spec.folder == before.folder)
        return;
    std::erase_if(m_leftovers, [job](const Leftover &leftover) { return leftover.job == job; });
    std::vector<PartMove> moves;
    std::vector<KeptFile> places;
    for (std::uint32_t file = 0; file < before.files.size(); ++file) {
        places.push_back({locate(spec, file)});
        moves.push_back({places.back().location.part, locate(before, file).part});
    }
    // Where it fails, the store still has the old folder as the former one, and so has the next session.
    if (m_transfers.relocate(moves))
        static_cast<void>(m_transfers.discard(places));
}

void JobEditor::tidy()
{
    while (!m_leftovers.empty() && m_book.isDurable(m_leftovers.front().ticket)) {
        // What cannot be deleted is hidden, and harmless but for its space; the next session tries again.
        if (m_transfers.discard(formerFiles(m_leftovers.front())).empty())
            m_book.storeFormerFolder(m_leftovers.front().job, {});
        m_leftovers.pop_front();
    }
}

/// None when the job is back in that folder.
std::vector<KeptFile> JobEditor::formerFiles(const Leftover &leftover) const
{
    std::vector<KeptFile> files;
    if (!m_book.table().contains(leftover.job) || m_book.spec(leftover.job).folder == leftover.folder)
        return files;
    JobSpec former = m_book.spec(leftover.job);
    former.folder = leftover.folder;
    for (std::uint32_t file = 0; file < former.files.size(); ++file)
        files.push_back({locate(former, file)});
    return files;
}

} // namespace haulwatch
