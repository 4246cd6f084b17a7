// SPDX-License-Identifier: GPL-3.0-or-later
// The engine beside the programs people use, interleaved in one run, from nginx over loopback: prints a line of JSON
// for each measurement and for each ratio of medians. Every contestant is a process of its own, so wall time, processor
// time and memory are counted alike. Before each, memory is touched and freed: a virtual machine's host may hand out
// memory only when it is touched, which costs more than all the rest and falls on whoever comes first. Usage:
// transferbench [SIZE_MIB [FILES [ROUNDS [FOLDER]]]]; 4096 MiB, 10000 files of 16 KiB, 3 rounds, the temporary folder.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <curl/curl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "support/childprocess.h"
#include "support/faultserver.h"
#include "support/nginx.h"
#include "transfer/curl/curlengine.h"

using namespace haulwatch;
using namespace haulwatch::test;

namespace {

namespace fs = std::filesystem;
using Command = std::vector<std::string>;

constexpr std::size_t kSmallFile = 16 * 1024;
constexpr std::uint32_t kAtOnce = 50; // of the small files, for every contestant

[[noreturn]] void giveUp(const std::string &what)
{
    std::fprintf(stderr, "transferbench: %s\n", what.c_str());
    std::exit(1);
}

// ---- our side, run as children ----

TransferRequest requestFor(const std::string &address, const std::string &folder, const std::string &name)
{
    TransferRequest request;
    request.key.job = {1, 2};
    request.file = {address, name, std::nullopt};
    request.location = {folder + '/' + name, folder + "/." + name + ".part"};
    request.options = std::make_shared<const JobOptions>();
    return request;
}

// Fetches `count` requests, `kAtOnce` at a time, and gives the files their names.
int fetchAll(std::uint32_t count, const std::function<TransferRequest(std::uint32_t)> &requestOf)
{
    const auto engine = makeCurlEngine();
    std::vector<KeptFile> finished;
    std::uint32_t started = 0;
    const auto startNext = [&] {
        auto request = requestOf(started);
        request.key.file = started++;
        engine->start(std::move(request));
    };
    while (started < std::min(count, kAtOnce))
        startNext();
    std::vector<TransferEvent> events;
    while (finished.size() < count) {
        events.clear();
        engine->run(Milliseconds(1'000), events);
        for (const auto &event : events) {
            if (const auto *failure = std::get_if<TransferFailed>(&event))
                giveUp(failure->error.detail);
            const auto *done = std::get_if<TransferFinished>(&event);
            if (done == nullptr)
                continue;
            finished.push_back({requestOf(done->key.file).location, done->size, done->mark});
            if (started < count)
                startNext();
        }
    }
    const auto named = engine->commit(finished);
    return std::all_of(named.begin(), named.end(), [](const auto &result) { return result.has_value(); }) ? 0 : 1;
}

int fetchOne(const std::string &address, const std::string &folder, const std::string &sha256)
{
    auto request = requestFor(address, folder, "file");
    if (!sha256.empty())
        request.file.checksum = Checksum {ChecksumAlgorithm::Sha256, sha256};
    return fetchAll(1, [&request](std::uint32_t) { return request; });
}

int fetchMany(const std::string &base, const std::string &folder, std::uint32_t count)
{
    return fetchAll(count, [&base, &folder](std::uint32_t i) {
        const auto name = std::to_string(i);
        return requestFor(base + name, folder, name);
    });
}

// The simplest program over the same library: writes what it is handed, as it is handed.
int fetchNaively(const std::string &address, const std::string &folder)
{
    std::FILE *file = std::fopen((folder + "/file").c_str(), "wb");
    CURL *easy = curl_easy_init();
    std::setvbuf(file, nullptr, _IONBF, 0);
    curl_easy_setopt(easy, CURLOPT_URL, address.c_str());
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, file);
    const auto result = curl_easy_perform(easy);
    curl_easy_cleanup(easy);
    std::fclose(file);
    return result == CURLE_OK ? 0 : 1;
}

// ---- measuring ----

struct Contestant {
    std::string name;
    Command command;
};

struct Measurement {
    double wall = 0;
    double processor = 0;
    double memory = 0; ///< MiB
};

double seconds(const timeval &time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

// Leaves `mebibytes` of free memory that the host has already handed out.
void provideMemory(std::size_t mebibytes)
{
    const auto size = mebibytes * 1024 * 1024;
    void *const memory = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        giveUp("not enough memory to measure fairly");
    std::memset(memory, 1, size);
    ::munmap(memory, size);
}

Measurement measure(const Contestant &contestant)
{
    const auto start = std::chrono::steady_clock::now();
    ChildProcess child(contestant.command);
    if (child.exitStatus() != 0)
        giveUp(contestant.name + " failed");
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
    const auto &usage = child.usage();
    return {wall.count(), seconds(usage.ru_utime) + seconds(usage.ru_stime),
            static_cast<double>(usage.ru_maxrss) / 1024};
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double medianOf(const std::vector<Measurement> &rounds, double Measurement::*what)
{
    std::vector<double> values;
    for (const auto &round : rounds)
        values.push_back(round.*what);
    return median(std::move(values));
}

using Results = std::map<std::string, std::vector<Measurement>>;

// Each round begins with another contestant. `mebibytes`: what one of them writes.
Results compete(const std::string &bench, std::vector<Contestant> contestants, int rounds, const std::string &folder,
                std::size_t mebibytes)
{
    Results results;
    for (int round = 0; round < rounds; ++round) {
        std::rotate(contestants.begin(), contestants.begin() + (round > 0 ? 1 : 0), contestants.end());
        for (const auto &contestant : contestants) {
            fs::create_directories(folder);
            provideMemory(mebibytes + mebibytes / 2);
            const auto m = measure(contestant);
            fs::remove_all(folder);
            results[contestant.name].push_back(m);
            std::printf(
                "{\"bench\":\"%s\",\"who\":\"%s\",\"round\":%d,\"wall_s\":%.3f,\"cpu_s\":%.3f,\"rss_mib\":%.1f}\n",
                bench.c_str(), contestant.name.c_str(), round + 1, m.wall, m.processor, m.memory);
            std::fflush(stdout);
        }
    }
    return results;
}

void tellRatios(const std::string &bench, const Results &results, const std::string &ours)
{
    for (const auto &[name, rounds] : results) {
        if (name == ours || !results.contains(ours))
            continue;
        const auto wall = medianOf(results.at(ours), &Measurement::wall) / medianOf(rounds, &Measurement::wall);
        const auto cpu =
            medianOf(results.at(ours), &Measurement::processor) / medianOf(rounds, &Measurement::processor);
        std::printf("{\"bench\":\"%s\",\"ratio\":\"%s/%s\",\"wall\":%.2f,\"cpu\":%.2f}\n", bench.c_str(), ours.c_str(),
                    name.c_str(), wall, cpu);
    }
}

void addIfInstalled(std::vector<Contestant> &contestants, Contestant contestant)
{
    if (isInstalled(contestant.command.front()))
        contestants.push_back(std::move(contestant));
}

std::string sha256Of(const std::string &path)
{
    std::FILE *pipe = ::popen(("sha256sum " + path).c_str(), "r");
    char digits[65] {};
    const bool isRead = pipe != nullptr && std::fread(digits, 1, 64, pipe) == 64;
    if (pipe != nullptr)
        ::pclose(pipe);
    return isRead ? digits : std::string();
}

void benchOneFile(const std::string &self, const Sandbox &served, const Nginx &nginx, const std::string &folder,
                  int rounds, std::size_t mebibytes)
{
    const auto address = nginx.address("/big");
    const auto source = served.path("big");
    const auto sha256 = sha256Of(source); // reads the file into the page cache, too
    std::vector<Contestant> contestants {
        {"haulwatch", {self, "--fetch", address, folder, ""}},
        {"naive-libcurl", {self, "--naive", address, folder}},
        {"haulwatch-sha256", {self, "--fetch", address, folder, sha256}},
    };
    addIfInstalled(contestants, {"sha256sum", {"sha256sum", source}});
    addIfInstalled(contestants, {"curl", {"curl", "-s", "-o", folder + "/file", address}});
    addIfInstalled(contestants, {"aria2-x16", {"aria2c", "-q", "-x16", "-s16", "-d", folder, "-o", "file", address}});
    addIfInstalled(contestants, {"wget", {"wget", "-q", "-O", folder + "/file", address}});
    const auto results = compete("one-file", contestants, rounds, folder, mebibytes);
    tellRatios("one-file", results, "haulwatch");
    tellRatios("one-file-sha256", results, "haulwatch-sha256");
}

void benchManyFiles(const std::string &self, const Sandbox &served, const Nginx &nginx, const std::string &folder,
                    std::uint32_t count, int rounds)
{
    std::ofstream list(served.path("aria2.list"));
    for (std::uint32_t i = 0; i < count; ++i) {
        served.write("many/" + std::to_string(i), patternedBytes(kSmallFile, i));
        list << nginx.address("/many/") << i << '\n';
    }
    list.close();
    const auto parallel = std::to_string(kAtOnce);
    const auto glob = nginx.address("/many/[0-") + std::to_string(count - 1) + ']';
    std::vector<Contestant> contestants {
        {"haulwatch", {self, "--many", nginx.address("/many/"), folder, std::to_string(count)}}};
    addIfInstalled(
        contestants,
        {"curl-parallel", {"curl", "-s", "--parallel", "--parallel-max", parallel, "-o", folder + "/#1", glob}});
    addIfInstalled(contestants,
                   {"aria2-j50", {"aria2c", "-q", "-j" + parallel, "-d", folder, "-i", served.path("aria2.list")}});
    const auto results = compete("many-files", contestants, rounds, folder, kSmallFile * count / (1024 * 1024) * 2);
    tellRatios("many-files", results, "haulwatch");
}

int runChild(const std::vector<std::string> &words)
{
    if (words[0] == "--fetch")
        return fetchOne(words.at(1), words.at(2), words.at(3));
    if (words[0] == "--many")
        return fetchMany(words.at(1), words.at(2), static_cast<std::uint32_t>(std::stoul(words.at(3))));
    return fetchNaively(words.at(1), words.at(2));
}

} // namespace

int main(int argc, char **argv)
{
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (!words.empty() && words.front().starts_with("--"))
        return runChild(words);
    const auto number = [&words](std::size_t i, unsigned long usual) {
        return i < words.size() ? std::stoul(words[i]) : usual;
    };
    const auto mebibytes = number(0, 4096);
    const auto files = static_cast<std::uint32_t>(number(1, 10'000));
    const auto rounds = static_cast<int>(number(2, 3));
    if (!Nginx::isInstalled()) {
        std::printf("{\"bench\":\"transfer\",\"skipped\":\"nginx is not installed\"}\n");
        return 0;
    }
    const auto parent = words.size() > 3 ? words[3] : fs::temp_directory_path().string();
    const auto folder = parent + "/haulwatch-transferbench-" + std::to_string(::getpid());
    const Sandbox served;
    served.write("big", patternedBytes(1024 * 1024));
    fs::resize_file(served.path("big"), mebibytes * 1024 * 1024); // the rest is a hole: served from memory all the same
    const Nginx nginx({served.path(), {}, {}, {}, false});
    const auto self = fs::read_symlink("/proc/self/exe").string();
    if (mebibytes > 0)
        benchOneFile(self, served, nginx, folder, rounds, mebibytes);
    if (files > 0)
        benchManyFiles(self, served, nginx, folder, files, rounds);
    return 0;
}
