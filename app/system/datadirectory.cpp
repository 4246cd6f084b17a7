// SPDX-License-Identifier: GPL-3.0-or-later
#include "system/datadirectory.h"

#include <QFile>
#include <QStandardPaths>

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace haulwatch {

std::string absolutePath(const std::string &path)
{
    std::error_code error;
    const auto absolute = std::filesystem::absolute(path.empty() ? "." : path, error).lexically_normal();
    if (error)
        return path;
    // "." normalises to a path that ends with a separator.
    return absolute.has_filename() ? absolute.string() : absolute.parent_path().string();
}

std::string dataDirectory(const std::string &fromCommandLine)
{
    if (!fromCommandLine.empty())
        return absolutePath(fromCommandLine);
    if (const char *fromEnvironment = std::getenv("HAULWATCH_DATA_DIR"); fromEnvironment && *fromEnvironment)
        return absolutePath(fromEnvironment);
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return QFile::encodeName(data).toStdString() + "/haulwatch";
}

} // namespace haulwatch
