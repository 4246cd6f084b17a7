// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses from users and from servers' redirects: no user info survives in what is shown and stored, and what was
// made normal once stays as it is.
#include "address/address.h"
#include "address/givenaddress.h"
#include "fuzzing.h"
#include "service/jobdraft.h"

using namespace haulwatch;

namespace {

std::string_view authorityOf(std::string_view address)
{
    const auto begin = address.find("://");
    if (begin == std::string_view::npos)
        return {};
    const auto rest = address.substr(begin + 3);
    return rest.substr(0, rest.find_first_of("/?#"));
}

void leadsToAPlainName(std::string_view address)
{
    JobDraft draft;
    draft.files = {{std::string(address), {}, std::nullopt}};
    draft.folder = "/downloads";
    const auto checked = checkDraft(draft);
    if (!checked)
        return;
    const std::string &name = checked->spec.files.front().local;
    fuzz::require(!name.empty() && name != "." && name != "..", "a file has a name of its own");
    fuzz::require(name.find_first_of(std::string_view("/\0", 2)) == std::string::npos, "a file name is no path");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto text = fuzz::textOf(data, size);
    if (const auto given = readAddress(text)) {
        fuzz::require(authorityOf(given->text).find('@') == std::string_view::npos,
                      "a stored address has no user info");
        fuzz::require(!given->host.empty(), "an accepted address has a host");
        const auto again = readAddress(given->text);
        fuzz::require(again && again->text == given->text, "a normal address stays as it is");
        fuzz::require(parseAddress(given->text).has_value(), "what was accepted can be fetched");
    }
    leadsToAPlainName(text);
    const Address base = *parseAddress("https://example.org/a/b?c");
    if (const auto target = resolve(base, std::string(text))) {
        fuzz::require(authorityOf(target->text).find('@') == std::string_view::npos, "a redirect carries no user info");
        fuzz::require(!mayFollow(base, *target) || target->scheme == "https", "no redirect leaves https");
    }
    return 0;
}
