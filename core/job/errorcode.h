// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace haulwatch {

/// An HRESULT: bit 31 failure, bits 16–26 facility, bits 0–15 the code within it.
struct ErrorCode {
    std::uint32_t value = 0;

    auto operator<=>(const ErrorCode &) const = default;

    [[nodiscard]] constexpr bool failed() const { return (value & 0x80000000U) != 0; }
    [[nodiscard]] constexpr std::uint32_t facility() const { return (value >> 16) & 0x7FF; }
    [[nodiscard]] constexpr std::uint32_t low() const { return value & 0xFFFF; }
};

inline constexpr std::uint32_t kFacilityWin32 = 0x07;
inline constexpr std::uint32_t kFacilityHttp = 0x19;
inline constexpr std::uint32_t kFacilityBits = 0x20;
inline constexpr std::uint32_t kFacilityDeliveryOptimization = 0xD0;

/// BITS wraps an HTTP status as 0x80190000 + status.
[[nodiscard]] constexpr ErrorCode fromHttpStatus(int status)
{
    return {0x80190000U + static_cast<std::uint32_t>(status & 0xFFFF)};
}

[[nodiscard]] constexpr ErrorCode fromWin32(std::uint32_t code)
{
    return {0x80070000U + (code & 0xFFFF)};
}

/// The HTTP status inside a code of the HTTP facility.
[[nodiscard]] constexpr std::optional<int> httpStatus(ErrorCode c)
{
    return c.failed() && c.facility() == kFacilityHttp ? std::optional(static_cast<int>(c.low())) : std::nullopt;
}

/// "0x80190194"
[[nodiscard]] std::string toHex(ErrorCode c);

/// Accepts "0x80190194", "80190194" and the signed decimal "-2145844844".
[[nodiscard]] std::optional<ErrorCode> parseErrorCode(std::string_view text);

/// The codes this program itself decides on. Every other code comes from a status, an errno or a CURLcode; see
/// errorcatalog.h.
namespace code {
inline constexpr ErrorCode kOk {0};
inline constexpr ErrorCode kFalse {1}; ///< S_FALSE: all is well, but there was nothing to do
inline constexpr ErrorCode kPartialComplete {0x00200017};
inline constexpr ErrorCode kUnableToDeleteFiles {0x0020001A};
inline constexpr ErrorCode kNotFound {0x80200001};
inline constexpr ErrorCode kInvalidState {0x80200002};
inline constexpr ErrorCode kEmpty {0x80200003};
inline constexpr ErrorCode kNetworkDisconnected {0x80200010};
inline constexpr ErrorCode kInvalidServerResponse {0x8020001B};
inline constexpr ErrorCode kStringTooLong {0x80200021};
inline constexpr ErrorCode kInsufficientRangeSupport {0x80200013};
inline constexpr ErrorCode kInvalidRange {0x8020002B};
inline constexpr ErrorCode kOverlappingRanges {0x8020002C};
inline constexpr ErrorCode kUserNameTooLong {0x80200025};
inline constexpr ErrorCode kPasswordTooLong {0x80200026};
inline constexpr ErrorCode kTooManyJobs {0x80200049};
inline constexpr ErrorCode kTooManyFilesInJob {0x80200051};
inline constexpr ErrorCode kTooManyRangesInFile {0x80200052};
inline constexpr ErrorCode kMaxDownloadTime {0x80200054};
inline constexpr ErrorCode kValidationFailed {0x80200053};
inline constexpr ErrorCode kRemoteFileChanged {0x80200073};
inline constexpr ErrorCode kDatabaseCorrupt {0x8020006C};
inline constexpr ErrorCode kErrorInformationUnavailable {0x80D02014};
inline constexpr ErrorCode kInvalidArgument {0x80070057};
inline constexpr ErrorCode kAccessDenied {0x80070005};
inline constexpr ErrorCode kNotSameDevice {0x80070011};
inline constexpr ErrorCode kFileExists {0x80070050};
inline constexpr ErrorCode kProcessAborted {0x8007042B};
inline constexpr ErrorCode kFail {0x80004005};
inline constexpr ErrorCode kNotImplemented {0x80004001};
} // namespace code

} // namespace haulwatch
