// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/causewords.h"

#include <QtGlobal>

#include <array>
#include <cstddef>

namespace haulwatch::problemtext {
namespace {

using enum About;
using enum Fix;

// Most causes are mended elsewhere (the server, the disk, the network) or by another address.
constexpr std::array kByAddress {ChangeAddress, Resume, Complete, Cancel};
constexpr std::array kByTryingOrAddress {Resume, ChangeAddress, Complete, Cancel};
constexpr std::array kBySignIn {Credentials, OpenInBrowser, Resume, Complete, Cancel};
constexpr std::array kBySignInOrAddress {Credentials, ChangeAddress, Resume, Complete, Cancel};
constexpr std::array kByProxy {Proxy, Resume, Complete, Cancel};
constexpr std::array kByCertificate {ShowCertificate, Resume, ChangeAddress, Complete, Cancel};
constexpr std::array kByTryingOrProxy {Resume, Proxy, ChangeAddress, Complete, Cancel};
constexpr std::array kByDisk {RecheckDisk, ChangeFolder, Complete, Cancel};
constexpr std::array kByFolder {ChangeFolder, Resume, Complete, Cancel};
constexpr std::array kByTryingOrFolder {Resume, ChangeFolder, Complete, Cancel};
constexpr std::array kByRestart {Restart, Resume, ChangeAddress, Complete, Cancel};
constexpr std::array kByTryingOrRestart {Resume, Restart, ChangeAddress, Complete, Cancel};
constexpr std::array kByLooking {OpenInBrowser, Credentials, ChangeAddress, Complete, Cancel};
constexpr std::array kByPage {OpenInBrowser, TakePage, Credentials, ChangeAddress, Complete, Cancel};
constexpr std::array kByDate {GoByDate, Restart, ChangeAddress, Complete, Cancel};
constexpr std::array kByNetworkSignIn {OpenInBrowser, Resume, Complete, Cancel};
constexpr std::array kByUnpacking {OpenInBrowser, TakePacked, ChangeAddress, Complete, Cancel};
constexpr std::array kByTrying {Resume, Complete, Cancel};

// In the order of Cause; a test holds the two together.
constexpr std::array<CauseWords, kCauseCount> kWords {{
    {Cause::None, Job, QT_TRANSLATE_NOOP("ProblemText", "No problem"), QT_TRANSLATE_NOOP("ProblemText", "No problem"),
     QT_TRANSLATE_NOOP("ProblemText", "Nothing is wrong with this job."),
     QT_TRANSLATE_NOOP("ProblemText", "There is nothing to do."), QT_TRANSLATE_NOOP("CodeArticle", "Nothing failed."),
     kByTrying},
    {Cause::NotFound, File, QT_TRANSLATE_NOOP("ProblemText", "File not found on the server"),
     QT_TRANSLATE_NOOP("ProblemText", "File not found"),
     QT_TRANSLATE_NOOP("ProblemText", "{server} said at {time} that it has no {file}."),
     QT_TRANSLATE_NOOP("ProblemText", "Change the address to where the file is now, then resume."),
     QT_TRANSLATE_NOOP("CodeArticle",
                       "The server has nothing under this address: the file was moved, renamed or deleted, or the "
                       "address is misspelt."),
     kByAddress},
    {Cause::SignInNeeded, Server, QT_TRANSLATE_NOOP("ProblemText", "The server asks for a sign-in"),
     QT_TRANSLATE_NOOP("ProblemText", "Sign-in needed"),
     QT_TRANSLATE_NOOP("ProblemText", "{server} asked at {time} for a user name and password for {file}."),
     QT_TRANSLATE_NOOP("ProblemText", "Give the user name and password of your account there, then resume."),
     QT_TRANSLATE_NOOP("CodeArticle",
                       "The server, or a proxy, wants a name and a password, and got none or wrong ones."),
     kBySignIn},
    {Cause::AccessRefused, File, QT_TRANSLATE_NOOP("ProblemText", "The server refuses access"),
     QT_TRANSLATE_NOOP("ProblemText", "Access refused"),
     QT_TRANSLATE_NOOP("ProblemText", "{server} refused at {time} to hand over {file}."),
     QT_TRANSLATE_NOOP(
         "ProblemText",
         "It may need an account: give its user name and password. Or the link has expired: change the address."),
     QT_TRANSLATE_NOOP("CodeArticle",
                       "The server understood the request and will not serve it to you: a missing right, an expired "
                       "link, or a country rule."),
     kBySignInOrAddress},
    {Cause::ProxySignIn, Server, QT_TRANSLATE_NOOP("ProblemText", "The proxy asks for a sign-in"),
     QT_TRANSLATE_NOOP("ProblemText", "Proxy sign-in needed"),
     QT_TRANSLATE_NOOP("ProblemText",
                       "The proxy asked at {time} for a user name and password before it would fetch {file}."),
     QT_TRANSLATE_NOOP("ProblemText", "Give the proxy's user name and password, then resume."),
     QT_TRANSLATE_NOOP("CodeArticle", "The proxy between here and the server wants a name and a password of its own."),
     kByProxy},
    {Cause::TooManyRequests, Server, QT_TRANSLATE_NOOP("ProblemText", "The server was asked too often"),
     QT_TRANSLATE_NOOP("ProblemText", "Too many requests"),
     QT_TRANSLATE_NOOP("ProblemText", "{server} said at {time} that it is asked too often."),
     QT_TRANSLATE_NOOP("ProblemText",
                       "Wait before trying again; fetching fewer files at a time helps if this keeps happening."),
     QT_TRANSLATE_NOOP("CodeArticle", "The server limits how often it may be asked."), kByTryingOrAddress},
    {Cause::ServerBusy, Server, QT_TRANSLATE_NOOP("ProblemText", "The server is busy or failing"),
     QT_TRANSLATE_NOOP("ProblemText", "Server busy"),
     QT_TRANSLATE_NOOP("ProblemText", "{server} could not serve {file} at {time}."),
     QT_TRANSLATE_NOOP("ProblemText", "Wait until the server has recovered; you can try again at once."),
     QT_TRANSLATE_NOOP("CodeArticle",
                       "The server, or a gateway before it, failed or is overloaded. Most often that passes."),
     kByTryingOrAddress},
    {Cause::RequestRejected, File, QT_TRANSLATE_NOOP("ProblemText", "The server rejects the request"),
     QT_TRANSLATE_NOOP("ProblemText", "Request rejected"),
     QT_TRANSLATE_NOOP("ProblemText", "{server} rejected the request for {file} at {time}."),
     QT_TRANSLATE_NOOP("ProblemText", "Check the address for mistakes, change it, then resume."),
     QT_TRANSLATE_NOOP("CodeArticle",
                       "The server finds fault with the request itself. Most often the address is wrong."),
     kByAddress},
    {Cause::NameNotResolved, Server, QT_TRANSLATE_NOOP("ProblemText", "The server's name was not found"),
     QT_TRANSLATE_NOOP("ProblemText", "Unknown server name"),
     QT_TRANSLATE_NOOP("ProblemText", "No computer called {host} could be found at {time}."),
     QT_TRANSLATE_NOOP("ProblemText",
                       "Check the spelling of the address and the network connection; you can try again at once."),
     QT_TRANSLATE_NOOP("CodeArticle", "No name server knows the server's name."), kByAddress},
    {Cause::CannotConnect, Server, QT_TRANSLATE_NOOP("ProblemText", "Cannot connect to the server"),
     QT_TRANSLATE_NOOP("ProblemText", "Cannot connect"),
     QT_TRANSLATE_NOOP("ProblemText", "{server} did not accept a connection at {time}."),
     QT_TRANSLATE_NOOP("ProblemText",
                       "Check that the server runs and that no firewall is in the way; you can try again at once."),
     QT_TRANSLATE_NOOP("CodeArticle", "The server does not accept connections, or something on the way stops them."),
     kByTryingOrProxy},
    {Cause::TimedOut, Server, QT_TRANSLATE_NOOP("ProblemText", "The server did not answer in time"),
     QT_TRANSLATE_NOOP("ProblemText", "Timed out"),
     QT_TRANSLATE_NOOP("ProblemText", "{server} was silent for too long while {file} was wanted, until {time}."),
     QT_TRANSLATE_NOOP("ProblemText", "Wait until the server or the network has recovered; you can try again at once."),
     QT_TRANSLATE_NOOP("CodeArticle", "Nothing came for longer than the time-out allows."), kByTryingOrProxy},
    {Cause::ConnectionLost, Server, QT_TRANSLATE_NOOP("ProblemText", "The connection was lost"),
     QT_TRANSLATE_NOOP("ProblemText", "Connection lost"),
     QT_TRANSLATE_NOOP("ProblemText", "The connection to {inServer} broke at {time} while {file} was being fetched."),
     QT_TRANSLATE_NOOP("ProblemText", "Resume goes on where it stopped, if the server allows that."),
     QT_TRANSLATE_NOOP("CodeArticle", "The connection broke before the answer was complete."), kByTryingOrAddress},
    {Cause::EndedEarly, File, QT_TRANSLATE_NOOP("ProblemText", "The file ended too early"),
     QT_TRANSLATE_NOOP("ProblemText", "Ended too early"),
     QT_TRANSLATE_NOOP("ProblemText", "{server} closed the connection at {time} before all of {file} had arrived."),
     QT_TRANSLATE_NOOP("ProblemText", "Resume fetches the rest, if the server allows that."),
     QT_TRANSLATE_NOOP("CodeArticle", "The other side closed the connection before all bytes had come."),
     kByTryingOrRestart},
    {Cause::Certificate, Server, QT_TRANSLATE_NOOP("ProblemText", "The server's certificate is not trusted"),
     QT_TRANSLATE_NOOP("ProblemText", "Certificate problem"),
     QT_TRANSLATE_NOOP("ProblemText", "The certificate of {inServer} could not be trusted at {time}."),
     QT_TRANSLATE_NOOP(
         "ProblemText",
         "Check the date and time of this computer, then ask whoever runs the server; resume when it is mended."),
     QT_TRANSLATE_NOOP("CodeArticle", "The server's certificate does not prove that it is who the address names."),
     kByCertificate},
    {Cause::TlsFailure, Server, QT_TRANSLATE_NOOP("ProblemText", "No secure connection was possible"),
     QT_TRANSLATE_NOOP("ProblemText", "Secure connection failed"),
     QT_TRANSLATE_NOOP("ProblemText", "{server} and this computer could not agree on a secure connection at {time}."),
     QT_TRANSLATE_NOOP(
         "ProblemText",
         "The server may be too old, or a proxy may interfere: change the address to another server, then resume."),
     QT_TRANSLATE_NOOP("CodeArticle",
                       "No encrypted connection could be agreed on: too old a version, no common cipher, or something "
                       "that is no TLS at all."),
     kByAddress},
    {Cause::NoResumeSupport, File, QT_TRANSLATE_NOOP("ProblemText", "The server cannot go on in the middle of a file"),
     QT_TRANSLATE_NOOP("ProblemText", "Cannot continue"),
     QT_TRANSLATE_NOOP("ProblemText", "{server} could not continue {file} where it had stopped, at {time}."),
     QT_TRANSLATE_NOOP("ProblemText", "Resume fetches this file again from its beginning."),
     QT_TRANSLATE_NOOP("CodeArticle", "The server cannot continue a file in the middle."), kByRestart},
    {Cause::NoLength, File, QT_TRANSLATE_NOOP("ProblemText", "The server does not tell how long the file is"),
     QT_TRANSLATE_NOOP("ProblemText", "No length told"),
     QT_TRANSLATE_NOOP("ProblemText", "{server} did not tell at {time} how long {file} is."),
     QT_TRANSLATE_NOOP("ProblemText", "Change the address to a server that tells it, then resume."),
     QT_TRANSLATE_NOOP("CodeArticle",
                       "The server does not say how long the file is, so nobody can tell whether all of it came."),
     kByAddress},
    {Cause::FileChanged, File, QT_TRANSLATE_NOOP("ProblemText", "The file changed on the server"),
     QT_TRANSLATE_NOOP("ProblemText", "File changed"),
     QT_TRANSLATE_NOOP("ProblemText", "{server} had another version of {file} at {time} than the one that was begun."),
     QT_TRANSLATE_NOOP("ProblemText", "Resume fetches the new version from its beginning."),
     QT_TRANSLATE_NOOP("CodeArticle", "The file on the server is another one than when the transfer began."),
     kByRestart},
    {Cause::InvalidResponse, Server, QT_TRANSLATE_NOOP("ProblemText", "The server's answer cannot be used"),
     QT_TRANSLATE_NOOP("ProblemText", "Unusable answer"),
     QT_TRANSLATE_NOOP("ProblemText",
                       "{server} answered the request for {file} at {time} with something that is not a file."),
     QT_TRANSLATE_NOOP("ProblemText", "Try the address in a browser; if it leads elsewhere, change it, then resume."),
     QT_TRANSLATE_NOOP("CodeArticle", "The answer breaks the rules of its protocol, so nothing in it can be trusted."),
     kByAddress},
    {Cause::WebPageInstead, File, QT_TRANSLATE_NOOP("ProblemText", "A web page came instead of the file"),
     QT_TRANSLATE_NOOP("ProblemText", "Web page instead"),
     QT_TRANSLATE_NOOP("ProblemText", "{server} sent a web page instead of {file} at {time}, perhaps to sign in."),
     QT_TRANSLATE_NOOP(
         "ProblemText",
         "Open the address in a browser to read the page; change it to that of the file itself, or take the page."),
     QT_TRANSLATE_NOOP("CodeArticle",
                       "A web page came where a file was expected: often a sign-in page or an error told in words."),
     kByPage},
    {Cause::RedirectLoop, Server, QT_TRANSLATE_NOOP("ProblemText", "The server redirects without end"),
     QT_TRANSLATE_NOOP("ProblemText", "Redirect loop"),
     QT_TRANSLATE_NOOP("ProblemText",
                       "{server} sent the request for {file} from place to place, too often, until {time}."),
     QT_TRANSLATE_NOOP("ProblemText", "Change the address to the place where the file really is, then resume."),
     QT_TRANSLATE_NOOP("CodeArticle", "The server sends the request from address to address without end."), kByAddress},
    {Cause::RedirectRefused, Server, QT_TRANSLATE_NOOP("ProblemText", "A redirect was not followed"),
     QT_TRANSLATE_NOOP("ProblemText", "Redirect not followed"),
     QT_TRANSLATE_NOOP("ProblemText",
                       "{server} sent the request for {file} at {time} to a place that is not safe to follow."),
     QT_TRANSLATE_NOOP(
         "ProblemText",
         "Find out where the file really is; if you trust the place, change the address to it, then resume."),
     QT_TRANSLATE_NOOP("CodeArticle",
                       "The server sends the request to an address that must not be followed, such as from https to "
                       "http, or to another protocol."),
     kByAddress},
    {Cause::DiskFull, Folder, QT_TRANSLATE_NOOP("ProblemText", "The disk is full"),
     QT_TRANSLATE_NOOP("ProblemText", "Disk full"),
     QT_TRANSLATE_NOOP("ProblemText", "There was no space left for {path} at {time}."),
     QT_TRANSLATE_NOOP("ProblemText", "Free some space on that disk, then resume; what is here is kept."),
     QT_TRANSLATE_NOOP("CodeArticle", "There is no room left on the volume, or the quota is used up."), kByDisk},
    {Cause::CannotWrite, Folder, QT_TRANSLATE_NOOP("ProblemText", "The file cannot be written"),
     QT_TRANSLATE_NOOP("ProblemText", "Cannot write"),
     QT_TRANSLATE_NOOP("ProblemText", "Writing {path} was not permitted at {time}."),
     QT_TRANSLATE_NOOP("ProblemText", "Give yourself the right to write in that folder, then resume."),
     QT_TRANSLATE_NOOP("CodeArticle", "The system does not allow to write the file."), kByFolder},
    {Cause::FolderMissing, Folder, QT_TRANSLATE_NOOP("ProblemText", "The folder is missing"),
     QT_TRANSLATE_NOOP("ProblemText", "Folder missing"),
     QT_TRANSLATE_NOOP("ProblemText", "The folder for {path} did not exist at {time}."),
     QT_TRANSLATE_NOOP("ProblemText", "Create the folder again or connect its disk, then resume."),
     QT_TRANSLATE_NOOP("CodeArticle", "The folder, or a file in it, is gone."), kByFolder},
    {Cause::TargetExists, File, QT_TRANSLATE_NOOP("ProblemText", "A file of that name exists already"),
     QT_TRANSLATE_NOOP("ProblemText", "File exists"),
     QT_TRANSLATE_NOOP("ProblemText", "There was already a file at {path} at {time}; it was left as it is."),
     QT_TRANSLATE_NOOP("ProblemText", "Move or rename the file that is there, then resume."),
     QT_TRANSLATE_NOOP("CodeArticle", "A file of that name exists already. Nothing is ever overwritten."), kByFolder},
    {Cause::NameRefused, File, QT_TRANSLATE_NOOP("ProblemText", "The file name is not possible here"),
     QT_TRANSLATE_NOOP("ProblemText", "Name not possible"),
     QT_TRANSLATE_NOOP("ProblemText", "The disk refused the name {path} at {time}."),
     QT_TRANSLATE_NOOP("ProblemText", "Add the job again with a shorter or simpler file name."),
     QT_TRANSLATE_NOOP("CodeArticle", "The file system does not accept the name."), kByTryingOrFolder},
    {Cause::VolumeGone, Folder, QT_TRANSLATE_NOOP("ProblemText", "The disk is gone or locked"),
     QT_TRANSLATE_NOOP("ProblemText", "Disk unavailable"),
     QT_TRANSLATE_NOOP("ProblemText", "The disk of {path} could not be used at {time}."),
     QT_TRANSLATE_NOOP("ProblemText", "Connect or unlock the disk, then resume."),
     QT_TRANSLATE_NOOP("CodeArticle", "The volume was removed, is locked, or reports faults."), kByDisk},
    {Cause::ChecksumMismatch, File, QT_TRANSLATE_NOOP("ProblemText", "The checksum does not match"),
     QT_TRANSLATE_NOOP("ProblemText", "Checksum mismatch"),
     QT_TRANSLATE_NOOP("ProblemText",
                       "All of {file} had arrived by {time}, but it is not the file its checksum was made of."),
     QT_TRANSLATE_NOOP(
         "ProblemText",
         "Resume fetches the file again; if this happens again, the file on the server or the checksum is wrong."),
     QT_TRANSLATE_NOOP(
         "CodeArticle",
         "The bytes that came are not the expected ones: damaged on the way, tampered with, or another version."),
     kByRestart},
    {Cause::Policy, Job, QT_TRANSLATE_NOOP("ProblemText", "Held back by a rule of this system"),
     QT_TRANSLATE_NOOP("ProblemText", "Held back"),
     QT_TRANSLATE_NOOP("ProblemText", "This system did not allow the transfer at {time}."),
     QT_TRANSLATE_NOOP(
         "ProblemText",
         "Wait until the rule allows it, for example with power or a free network; it is not an error of yours."),
     QT_TRANSLATE_NOOP("CodeArticle",
                       "A rule of the system holds transfers back: a metered network, the battery, a quiet time. It is "
                       "no error of yours."),
     kByTrying},
    {Cause::NetworkOff, Job, QT_TRANSLATE_NOOP("ProblemText", "There is no network"),
     QT_TRANSLATE_NOOP("ProblemText", "No network"),
     QT_TRANSLATE_NOOP("ProblemText", "This computer had no network connection at {time}."),
     QT_TRANSLATE_NOOP("ProblemText", "Connect to the network; what is here is kept."),
     QT_TRANSLATE_NOOP("CodeArticle", "There is no network at the moment."), kByTrying},
    {Cause::GaveUp, File, QT_TRANSLATE_NOOP("ProblemText", "No progress for too long"),
     QT_TRANSLATE_NOOP("ProblemText", "Gave up"),
     QT_TRANSLATE_NOOP("ProblemText", "No byte of {file} had come for so long that the trying ended at {time}."),
     QT_TRANSLATE_NOOP("ProblemText", "Resume tries again, with a new deadline."),
     QT_TRANSLATE_NOOP("CodeArticle", "The job had the time it was given and did not get on."), kByTryingOrAddress},
    {Cause::LimitReached, Job, QT_TRANSLATE_NOOP("ProblemText", "A limit is reached"),
     QT_TRANSLATE_NOOP("ProblemText", "Limit reached"),
     QT_TRANSLATE_NOOP("ProblemText", "A limit on jobs, files or sizes was reached at {time}."),
     QT_TRANSLATE_NOOP("ProblemText", "Complete or cancel what is no longer needed, then resume."),
     QT_TRANSLATE_NOOP("CodeArticle", "A limit on jobs, files or bytes is reached."), kByTrying},
    {Cause::FileTooLarge, Folder, QT_TRANSLATE_NOOP("ProblemText", "The file is too large for its disk"),
     QT_TRANSLATE_NOOP("ProblemText", "File too large"),
     QT_TRANSLATE_NOOP("ProblemText",
                       "The file system of {path} takes no file as large as this one; that was at {time}."),
     QT_TRANSLATE_NOOP(
         "ProblemText",
         "Change the folder to one on a disk without that limit (a FAT disk takes 4 GiB a file), then resume."),
     QT_TRANSLATE_NOOP("CodeArticle",
                       "There may be room on the volume, but not for a single file of that size: FAT ends at 4 GiB, "
                       "others where their blocks do, and a process may have a limit of its own."),
     kByFolder},
    {Cause::SignInMethod, Server, QT_TRANSLATE_NOOP("ProblemText", "The server wants a sign-in of another kind"),
     QT_TRANSLATE_NOOP("ProblemText", "Other sign-in wanted"),
     QT_TRANSLATE_NOOP("ProblemText", "{server} takes no user name and password for {file}; that was at {time}."),
     QT_TRANSLATE_NOOP("ProblemText",
                       "For Bearer, give the token as a header of the job (Authorization: Bearer …); for Negotiate, "
                       "get a ticket (kinit) and give your user name; then resume."),
     QT_TRANSLATE_NOOP("CodeArticle",
                       "The server names the methods by which it can be signed in to, and none of them is a user name "
                       "with a password."),
     kByLooking},
    {Cause::ProxyFailure, Server, QT_TRANSLATE_NOOP("ProblemText", "The proxy does not work"),
     QT_TRANSLATE_NOOP("ProblemText", "Proxy failure"),
     QT_TRANSLATE_NOOP("ProblemText", "{proxy} could not be used at {time} to fetch {file}."),
     QT_TRANSLATE_NOOP("ProblemText",
                       "Check the proxy settings of this computer, or give the job another proxy, then resume."),
     QT_TRANSLATE_NOOP("CodeArticle", "The proxy cannot be used as it is set."), kByProxy},
    {Cause::BadAddress, File, QT_TRANSLATE_NOOP("ProblemText", "The address cannot be used"),
     QT_TRANSLATE_NOOP("ProblemText", "Bad address"),
     QT_TRANSLATE_NOOP("ProblemText", "The address of {file} was not understood at {time}."),
     QT_TRANSLATE_NOOP("ProblemText", "Change the address, then resume."),
     QT_TRANSLATE_NOOP("CodeArticle", "The address cannot be read, or its protocol is not known here."), kByAddress},
    {Cause::EngineUnreachable, Job, QT_TRANSLATE_NOOP("ProblemText", "The transfer engine does not answer"),
     QT_TRANSLATE_NOOP("ProblemText", "Engine unreachable"),
     QT_TRANSLATE_NOOP("ProblemText", "The transfer engine did not answer at {time}."),
     QT_TRANSLATE_NOOP("ProblemText", "Start Haulwatch again; all jobs are kept."),
     QT_TRANSLATE_NOOP("CodeArticle", "The engine that runs the jobs does not answer."), kByTrying},
    {Cause::Internal, Job, QT_TRANSLATE_NOOP("ProblemText", "An unexpected error"),
     QT_TRANSLATE_NOOP("ProblemText", "Unexpected error"),
     QT_TRANSLATE_NOOP("ProblemText",
                       "The transfer stopped at {time} with an error that has no better name than {code}."),
     QT_TRANSLATE_NOOP("ProblemText", "Resume tries again; if this happens again, copy the diagnostics and report it."),
     QT_TRANSLATE_NOOP("CodeArticle", "Something happened that this program has no word for."), kByTrying},
    {Cause::CredentialsLocked, Job, QT_TRANSLATE_NOOP("ProblemText", "The job's credentials are locked away"),
     QT_TRANSLATE_NOOP("ProblemText", "Credentials locked"),
     QT_TRANSLATE_NOOP(
         "ProblemText",
         "This job signs in with credentials that the keyring did not give out at {time}, so nothing was sent."),
     QT_TRANSLATE_NOOP("ProblemText",
                       "Unlock the keyring and start Haulwatch again; the credentials are kept. Or give them anew "
                       "(haulwatch set --credentials)."),
     QT_TRANSLATE_NOOP("CodeArticle", "The credentials of the job are in a keyring that is locked or away."),
     kByTrying},
    {Cause::QuotaFull, Folder, QT_TRANSLATE_NOOP("ProblemText", "Your disk quota is used up"),
     QT_TRANSLATE_NOOP("ProblemText", "Quota used up"),
     QT_TRANSLATE_NOOP("ProblemText",
                       "Your quota on the disk of {path} was used up at {time}, though the disk itself may have room."),
     QT_TRANSLATE_NOOP("ProblemText",
                       "Delete files of yours on that disk, or ask whoever runs it for a larger quota, then resume; "
                       "what is here is kept."),
     QT_TRANSLATE_NOOP(
         "CodeArticle",
         "The volume may have room, but not for this user: the quota is used up. What has arrived stays."),
     kByTryingOrFolder},
    {Cause::Encoded, File, QT_TRANSLATE_NOOP("ProblemText", "The server sends the file packed"),
     QT_TRANSLATE_NOOP("ProblemText", "Packed by the server"),
     QT_TRANSLATE_NOOP("ProblemText", "{server} sent {file} at {time} packed in a way that nobody asked for."),
     QT_TRANSLATE_NOOP(
         "ProblemText",
         "Open the address in a browser to see. If the file is meant to be packed, take it all the same; else "
         "change the address to that of a server which sends the file itself, then resume."),
     QT_TRANSLATE_NOOP("CodeArticle",
                       "The body is compressed for the way, though it was asked for as it is. Unpacked, it cannot be "
                       "continued byte by byte; kept, it may not be the file its name says."),
     kByUnpacking},
    {Cause::NetworkSignIn, Job, QT_TRANSLATE_NOOP("ProblemText", "The network wants you to sign in"),
     QT_TRANSLATE_NOOP("ProblemText", "Network sign-in"),
     QT_TRANSLATE_NOOP("ProblemText",
                       "The network on the way to {server} wanted a sign-in at {time} before it lets {file} through."),
     QT_TRANSLATE_NOOP("ProblemText",
                       "Open the address in a browser and sign in to the network, then resume; what is here is kept."),
     QT_TRANSLATE_NOOP("CodeArticle",
                       "Networks of hotels, trains and guests answer in the server's place until somebody signs in to "
                       "them."),
     kByNetworkSignIn},
    {Cause::TagsDiffer, File, QT_TRANSLATE_NOOP("ProblemText", "The server tags the file differently each time"),
     QT_TRANSLATE_NOOP("ProblemText", "Another tag each time"),
     QT_TRANSLATE_NOOP("ProblemText",
                       "{server} gave {file} another version tag at {time}, as each time before; size and date stayed "
                       "the same."),
     QT_TRANSLATE_NOOP("ProblemText",
                       "Go by size and date, if the file is the same all the time; what is here is kept."),
     QT_TRANSLATE_NOOP(
         "CodeArticle",
         "Machines behind one name make tags of their own, so that none knows the tag of another and each "
         "sends the file from its beginning."),
     kByDate},
}};

} // namespace

const CauseWords &wordsFor(Cause cause)
{
    const auto at = static_cast<std::size_t>(cause);
    Q_ASSERT(at < kWords.size() && kWords[at].cause == cause);
    return kWords[at];
}

} // namespace haulwatch::problemtext
