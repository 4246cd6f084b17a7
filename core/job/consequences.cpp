// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/consequences.h"

namespace haulwatch {
namespace {

void count(FileTally &t, const FileProgress &file)
{
    if (isHere(file.state)) {
        ++t.finished;
        t.finishedBytes += file.transferred;
        if (file.state == FileState::Complete) {
            ++t.completed;
            t.completedBytes += file.transferred;
        }
        return;
    }
    if (file.transferred > 0) {
        ++t.partial;
        t.partialBytes += file.transferred;
    } else {
        ++t.untouched;
    }
    if (file.total == kUnknownSize || t.bytesLeft == kUnknownSize)
        t.bytesLeft = kUnknownSize;
    else
        t.bytesLeft += file.total - file.transferred;
}

Consequence keepAll(const FileTally &t)
{
    Consequence c;
    c.filesKept = t.finished + t.partial;
    c.bytesKept = t.finishedBytes + t.partialBytes;
    c.filesLeft = t.partial + t.untouched;
    c.bytesLeft = t.bytesLeft;
    return c;
}

Consequence keepFinished(const FileTally &t)
{
    Consequence c;
    c.filesKept = t.finished;
    c.bytesKept = t.finishedBytes;
    c.filesDeleted = t.partial;
    c.bytesDeleted = t.partialBytes;
    c.filesDropped = t.untouched;
    return c;
}

// Cancel deletes part files only: a file that Complete has already handed over belongs to the user.
Consequence keepHandedOver(const FileTally &t)
{
    Consequence c;
    c.filesKept = t.completed;
    c.bytesKept = t.completedBytes;
    c.filesDeleted = t.finished - t.completed + t.partial;
    c.bytesDeleted = t.finishedBytes - t.completedBytes + t.partialBytes;
    c.filesDropped = t.untouched;
    return c;
}

} // namespace

FileTally tally(std::span<const FileProgress> files)
{
    FileTally t;
    for (const FileProgress &file : files)
        count(t, file);
    return t;
}

JobFacts factsOf(const FileTally &t)
{
    const bool unfinished = t.partial + t.untouched > 0;
    return {t.finished > 0 || unfinished, unfinished};
}

Consequence consequence(JobState state, Verb verb, const FileTally &t)
{
    const Transition transition = haulwatch::transition(state, triggerOf(verb), factsOf(t));
    Consequence c = verb == Verb::Cancel ? keepHandedOver(t) : verb == Verb::Complete ? keepFinished(t) : keepAll(t);
    c.allowed = transition.allowed;
    c.code = transition.code;
    return c;
}

} // namespace haulwatch
