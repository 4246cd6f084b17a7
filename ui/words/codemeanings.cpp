// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/codemeanings.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <cstddef>

namespace haulwatch::codemeanings {
namespace {

struct Phrase {
    int status;
    const char *text;
};

// In the order of the status.
constexpr std::array kPhrases {
    Phrase {100, "Continue"},
    Phrase {101, "Switching Protocols"},
    Phrase {200, "OK"},
    Phrase {201, "Created"},
    Phrase {202, "Accepted"},
    Phrase {203, "Non-Authoritative Information"},
    Phrase {204, "No Content"},
    Phrase {205, "Reset Content"},
    Phrase {206, "Partial Content"},
    Phrase {300, "Multiple Choices"},
    Phrase {301, "Moved Permanently"},
    Phrase {302, "Found"},
    Phrase {303, "See Other"},
    Phrase {304, "Not Modified"},
    Phrase {305, "Use Proxy"},
    Phrase {307, "Temporary Redirect"},
    Phrase {308, "Permanent Redirect"},
    Phrase {400, "Bad Request"},
    Phrase {401, "Unauthorized"},
    Phrase {402, "Payment Required"},
    Phrase {403, "Forbidden"},
    Phrase {404, "Not Found"},
    Phrase {405, "Method Not Allowed"},
    Phrase {406, "Not Acceptable"},
    Phrase {407, "Proxy Authentication Required"},
    Phrase {408, "Request Timeout"},
    Phrase {409, "Conflict"},
    Phrase {410, "Gone"},
    Phrase {411, "Length Required"},
    Phrase {412, "Precondition Failed"},
    Phrase {413, "Content Too Large"},
    Phrase {414, "URI Too Long"},
    Phrase {415, "Unsupported Media Type"},
    Phrase {416, "Range Not Satisfiable"},
    Phrase {417, "Expectation Failed"},
    Phrase {421, "Misdirected Request"},
    Phrase {422, "Unprocessable Content"},
    Phrase {425, "Too Early"},
    Phrase {426, "Upgrade Required"},
    Phrase {428, "Precondition Required"},
    Phrase {429, "Too Many Requests"},
    Phrase {431, "Request Header Fields Too Large"},
    Phrase {451, "Unavailable For Legal Reasons"},
    Phrase {500, "Internal Server Error"},
    Phrase {501, "Not Implemented"},
    Phrase {502, "Bad Gateway"},
    Phrase {503, "Service Unavailable"},
    Phrase {504, "Gateway Timeout"},
    Phrase {505, "HTTP Version Not Supported"},
    Phrase {507, "Insufficient Storage"},
    Phrase {508, "Loop Detected"},
    Phrase {511, "Network Authentication Required"},
};

enum class About { Jobs, Calls };

struct Meaning {
    ErrorCode code;
    About about;
    const char *text;
};

// In the order of the code.
constexpr std::array kMeanings {
    Meaning {
        {0x00200017},
        About::Jobs,
        QT_TRANSLATE_NOOP(
            "CodeArticle",
            "Complete was called before everything had arrived: the finished files were kept, the others deleted.")},
    Meaning {{0x0020001A},
             About::Jobs,
             QT_TRANSLATE_NOOP(
                 "CodeArticle",
                 "The job ended, but some temporary files could not be deleted. They can be deleted by hand.")},
    Meaning {{0x80004001},
             About::Calls,
             QT_TRANSLATE_NOOP("CodeArticle", "The call or the option asks for something that does not exist here.")},
    Meaning {
        {0x80004005},
        About::Jobs,
        QT_TRANSLATE_NOOP(
            "CodeArticle",
            "The operation failed and nothing more is known. The native code and the text beside it may say more.")},
    Meaning {
        {0x80070002},
        About::Jobs,
        QT_TRANSLATE_NOOP("CodeArticle", "A file that should be here is not: somebody moved or deleted it meanwhile.")},
    Meaning {
        {0x80070003},
        About::Jobs,
        QT_TRANSLATE_NOOP(
            "CodeArticle",
            "A folder on the way to the file does not exist: it was moved, deleted, or its volume is not mounted.")},
    Meaning {{0x80070005},
             About::Jobs,
             QT_TRANSLATE_NOOP("CodeArticle",
                               "The system does not allow to write the file. The folder may belong to another user.")},
    Meaning {{0x80070013},
             About::Jobs,
             QT_TRANSLATE_NOOP("CodeArticle", "The volume is mounted read-only, or is write-protected.")},
    Meaning {{0x80070020},
             About::Jobs,
             QT_TRANSLATE_NOOP("CodeArticle", "Another program holds the file open, so it cannot be given its name.")},
    Meaning {{0x80070050},
             About::Jobs,
             QT_TRANSLATE_NOOP("CodeArticle", "A file of that name exists already. Nothing is ever overwritten.")},
    Meaning {{0x80070070},
             About::Jobs,
             QT_TRANSLATE_NOOP("CodeArticle", "There is no room left on the volume. What has arrived stays.")},
    Meaning {
        {0x8007007B},
        About::Jobs,
        QT_TRANSLATE_NOOP("CodeArticle",
                          "The file system does not accept the name: too long, or with characters it cannot hold.")},
    Meaning {
        {0x800700DF},
        About::Jobs,
        QT_TRANSLATE_NOOP("CodeArticle",
                          "The file system takes no file of this size, however much room it has: FAT ends at 4 GiB "
                          "a file. Or this process may write none so large (ulimit -f).")},
    Meaning {
        {0x8007042B},
        About::Jobs,
        QT_TRANSLATE_NOOP("CodeArticle",
                          "The engine ended twice by a fault of its own while this job was at work. The job waits, so "
                          "that the others can go on.")},
    Meaning {{0x8007050F},
             About::Jobs,
             QT_TRANSLATE_NOOP("CodeArticle",
                               "The volume may have room, but your share of it is used up. What has arrived stays.")},
    Meaning {{0x80072EE2},
             About::Jobs,
             QT_TRANSLATE_NOOP("CodeArticle",
                               "Nothing came for longer than the time-out allows: while connecting, before the first "
                               "byte, or in the middle.")},
    Meaning {{0x80072EE7},
             About::Jobs,
             QT_TRANSLATE_NOOP("CodeArticle",
                               "No name server knows the server's name. It may be misspelt, or the network or its name "
                               "server may be down.")},
    Meaning {{0x80072EFD},
             About::Jobs,
             QT_TRANSLATE_NOOP("CodeArticle",
                               "The server's address is known but does not accept connections: it is down, listens "
                               "elsewhere, or a firewall is in the way.")},
    Meaning {
        {0x80072EFE},
        About::Jobs,
        QT_TRANSLATE_NOOP("CodeArticle",
                          "The connection was closed by the other side, or broke, before the answer was complete.")},
    Meaning {{0x80072EFF},
             About::Jobs,
             QT_TRANSLATE_NOOP("CodeArticle", "The other side, or something between, reset the connection.")},
    Meaning {{0x80072F05},
             About::Jobs,
             QT_TRANSLATE_NOOP("CodeArticle",
                               "The server's certificate has expired or is not valid yet. A wrong clock on either side "
                               "has the same effect.")},
    Meaning {
        {0x80072F06},
        About::Jobs,
        QT_TRANSLATE_NOOP("CodeArticle", "The certificate was issued for another name than the one in the address.")},
    Meaning {
        {0x80072F0D},
        About::Jobs,
        QT_TRANSLATE_NOOP(
            "CodeArticle",
            "The certificate was signed by nobody this system trusts: self-signed, or from an authority of its own.")},
    Meaning {
        {0x80190065},
        About::Jobs,
        QT_TRANSLATE_NOOP("CodeArticle",
                          "The server wants to go on in another protocol, though nobody asked it to. A file cannot "
                          "come that way.")},
    Meaning {
        {0x80190130},
        About::Jobs,
        QT_TRANSLATE_NOOP("CodeArticle",
                          "The server says that the file has not changed, though nobody asked whether it had. Often "
                          "a cache on the way is out of order.")},
    Meaning {
        {0x80190191},
        About::Jobs,
        QT_TRANSLATE_NOOP("CodeArticle",
                          "The server wants to know who asks. No name and password were sent, or they were wrong.")},
    Meaning {{0x80190193},
             About::Jobs,
             QT_TRANSLATE_NOOP(
                 "CodeArticle",
                 "The server knows who asks and says no: the account may lack a right, or the link may have expired.")},
    Meaning {{0x80190194},
             About::Jobs,
             QT_TRANSLATE_NOOP("CodeArticle",
                               "The server has nothing under this address. The file was moved, renamed or deleted, or "
                               "the address is misspelt.")},
    Meaning {{0x8019019A},
             About::Jobs,
             QT_TRANSLATE_NOOP("CodeArticle", "The file was here once and has been removed for good.")},
    Meaning {{0x801901A0},
             About::Jobs,
             QT_TRANSLATE_NOOP(
                 "CodeArticle",
                 "The server does not have the part that was asked for: the file became shorter than what is here.")},
    Meaning {{0x801901AD},
             About::Jobs,
             QT_TRANSLATE_NOOP("CodeArticle", "The server was asked too often in too short a time.")},
    Meaning {{0x801901F4},
             About::Jobs,
             QT_TRANSLATE_NOOP("CodeArticle",
                               "Something went wrong inside the server. It is not the fault of this request.")},
    Meaning {{0x801901F6},
             About::Jobs,
             QT_TRANSLATE_NOOP("CodeArticle", "A gateway in front of the server got no proper answer from it.")},
    Meaning {{0x801901F7},
             About::Jobs,
             QT_TRANSLATE_NOOP("CodeArticle",
                               "The server is overloaded or under maintenance. It often says when to come back.")},
    Meaning {{0x801901F8},
             About::Jobs,
             QT_TRANSLATE_NOOP("CodeArticle", "A gateway in front of the server got no answer in time.")},
    Meaning {{0x80200001},
             About::Calls,
             QT_TRANSLATE_NOOP("CodeArticle",
                               "There is no job with this id. It may have been forgotten after its retention time.")},
    Meaning {
        {0x80200002},
        About::Calls,
        QT_TRANSLATE_NOOP("CodeArticle",
                          "The job's present state does not allow the call; a finished or cancelled job allows none.")},
    Meaning {{0x80200003},
             About::Calls,
             QT_TRANSLATE_NOOP("CodeArticle", "The job has no files, or nothing that is still to be fetched.")},
    Meaning {
        {0x8020000F},
        About::Calls,
        QT_TRANSLATE_NOOP("CodeArticle", "The job has not failed, or data flows again, so there is no error to tell.")},
    Meaning {
        {0x80200010},
        About::Jobs,
        QT_TRANSLATE_NOOP("CodeArticle", "The network is gone. Nothing is lost; the job goes on when it is back.")},
    Meaning {
        {0x80200011}, About::Jobs, QT_TRANSLATE_NOOP("CodeArticle", "The server did not say how long the file is.")},
    Meaning {
        {0x80200013},
        About::Jobs,
        QT_TRANSLATE_NOOP("CodeArticle",
                          "The server cannot continue a file in the middle, so what is here cannot be completed.")},
    Meaning {{0x80200021}, About::Calls, QT_TRANSLATE_NOOP("CodeArticle", "A name or a text is longer than allowed.")},
    Meaning {{0x80200024},
             About::Jobs,
             QT_TRANSLATE_NOOP("CodeArticle", "Not a single new byte came within the no-progress time.")},
    Meaning {{0x8020002B}, About::Jobs, QT_TRANSLATE_NOOP("CodeArticle", "The range does not lie within the file.")},
    Meaning {{0x8020002C}, About::Calls, QT_TRANSLATE_NOOP("CodeArticle", "Two of the ranges overlap.")},
    Meaning {{0x8020002E},
             About::Jobs,
             QT_TRANSLATE_NOOP("CodeArticle", "The connection was closed before all bytes had come.")},
    Meaning {
        {0x80200051}, About::Calls, QT_TRANSLATE_NOOP("CodeArticle", "The job has as many files as a job may have.")},
    Meaning {
        {0x80200053},
        About::Jobs,
        QT_TRANSLATE_NOOP("CodeArticle", "All bytes came, but they are not the expected ones: the checksum differs.")},
    Meaning {{0x80200054},
             About::Jobs,
             QT_TRANSLATE_NOOP("CodeArticle", "The time this job may spend on downloading is used up.")},
    Meaning {{0x80200073},
             About::Jobs,
             QT_TRANSLATE_NOOP("CodeArticle",
                               "The file on the server is another one than when the transfer began. Joining the two "
                               "would give a broken file.")},
    Meaning {{0x80D02002},
             About::Jobs,
             QT_TRANSLATE_NOOP("CodeArticle", "Not a single new byte came within the no-progress time.")},
    Meaning {{0x80D02003}, About::Calls, QT_TRANSLATE_NOOP("CodeArticle", "There is no job with this id.")},
    Meaning {{0x80D02004}, About::Calls, QT_TRANSLATE_NOOP("CodeArticle", "The job has no files.")},
    Meaning {{0x80D02013},
             About::Calls,
             QT_TRANSLATE_NOOP("CodeArticle", "The job's present state does not allow the call.")},
    Meaning {
        {0x80D02014},
        About::Calls,
        QT_TRANSLATE_NOOP("CodeArticle", "The job has not failed, or data flows again, so there is no error to tell.")},
};

const Meaning *find(ErrorCode code)
{
    const auto it = std::ranges::lower_bound(kMeanings, code, {}, &Meaning::code);
    return it != kMeanings.end() && it->code == code ? &*it : nullptr;
}

} // namespace

const char *httpPhrase(int status)
{
    const auto it = std::ranges::lower_bound(kPhrases, status, {}, &Phrase::status);
    return it != kPhrases.end() && it->status == status ? it->text : nullptr;
}

const char *ofCode(ErrorCode code)
{
    const Meaning *meaning = find(code);
    return meaning ? meaning->text : nullptr;
}

bool isOfCalls(ErrorCode code)
{
    const Meaning *meaning = find(code);
    return meaning && meaning->about == About::Calls;
}

static_assert(std::ranges::is_sorted(kPhrases, {}, &Phrase::status));
static_assert(std::ranges::is_sorted(kMeanings, {}, &Meaning::code));

} // namespace haulwatch::codemeanings
