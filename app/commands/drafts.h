// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

#include <tl/expected.hpp>

#include "commandline/commandline.h"
#include "service/request.h"

namespace haulwatch {

/// The jobs an `add` asks for.
struct Drafts {
    std::vector<JobDraft> jobs;
    std::vector<std::size_t> lines; ///< of the input file; empty without one
    QStringList warnings;
};

/// Reads the input file, if there is one; makes paths absolute, since the engine may stand elsewhere. Otherwise the
/// engine judges. What fails is a sentence.
[[nodiscard]] tl::expected<Drafts, QString> makeDrafts(const commandline::Add &add);

} // namespace haulwatch
