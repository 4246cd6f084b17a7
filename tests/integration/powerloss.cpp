// SPDX-License-Identifier: GPL-3.0-or-later
#include "powerloss.h"

#include <filesystem>
#include <fstream>
#include <map>

#include <sys/stat.h>

namespace haulwatch::test {
namespace {

namespace fs = std::filesystem;

std::string inodeOf(const std::string &path)
{
    struct stat status { };
    return ::stat(path.c_str(), &status) == 0 ? std::to_string(status.st_ino) : std::string();
}

/// Name → inode.
std::map<std::string, std::string> readNames(const std::string &path)
{
    std::map<std::string, std::string> names;
    std::ifstream file(path);
    std::string inode;
    std::string name;
    while (file >> inode && file.get() == ' ' && std::getline(file, name))
        names.emplace(name, inode);
    return names;
}

void removeFiles(const std::string &folder)
{
    std::vector<fs::path> doomed;
    for (const auto &entry : fs::directory_iterator(folder)) {
        if (!entry.is_directory())
            doomed.push_back(entry.path());
    }
    for (const auto &path : doomed)
        fs::remove(path);
}

} // namespace

void PowerLoss::strike(const std::vector<std::string> &folders) const
{
    for (const auto &folder : folders) {
        removeFiles(folder);
        for (const auto &[name, inode] : readNames(m_kept.path("names-" + inodeOf(folder)))) {
            const auto target = folder + '/' + name;
            const auto data = m_kept.path("data-" + inode);
            if (fs::exists(data))
                fs::copy_file(data, target);
            else
                std::ofstream(target).close();
            fs::permissions(target, fs::perms::owner_read | fs::perms::owner_write);
        }
        // From now on the copies are what is on the disk, under inodes of their own.
        std::ofstream names(m_kept.path("names-" + inodeOf(folder)), std::ios::trunc);
        for (const auto &entry : fs::directory_iterator(folder)) {
            if (entry.is_regular_file())
                names << inodeOf(entry.path().string()) << ' ' << entry.path().filename().string() << '\n';
        }
    }
    for (const auto &entry : fs::directory_iterator(m_kept.path())) {
        if (entry.path().filename().string().starts_with("data-"))
            fs::remove(entry.path());
    }
    for (const auto &folder : folders) {
        for (const auto &entry : fs::directory_iterator(folder)) {
            if (entry.is_regular_file())
                fs::copy_file(entry.path(), m_kept.path("data-" + inodeOf(entry.path().string())));
        }
    }
}

} // namespace haulwatch::test
