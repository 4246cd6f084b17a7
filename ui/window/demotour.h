// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "window/guidedtour.h"

namespace haulwatch {

class DetailsPane;
class JobTableView;
class Sidebar;

/// What a newcomer should have seen, in five steps. The widgets must outlive the tour.
[[nodiscard]] std::vector<TourStep> demoTour(Sidebar &sidebar, JobTableView &table, DetailsPane &details);

} // namespace haulwatch
