// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

namespace haulwatch::commandline {

/// The help's text, in the user's language.
class Help : public CLI::Formatter {
public:
    Help();

    /// The group without a name of its own has CLI11's English one.
    std::string make_group(std::string group, bool isPositional,
                           std::vector<const CLI::Option *> options) const override;
};

} // namespace haulwatch::commandline
