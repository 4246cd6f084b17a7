# SPDX-License-Identifier: GPL-3.0-or-later
"""The faults: what the server does, what a user wants to find afterwards, and what happens around the run."""
import time
from dataclasses import dataclass, field
from typing import Callable

from faultyserver import DATE, HALF, LATER, SIZE, Reset, compressed, content, digest

V1 = content(1)
V2 = content(2)
LONGER = content(3, SIZE + 5_000)
BEFORE_FILE = b'this was here before'


@dataclass
class Fault:
    name: str
    title: str
    wanted: bytes | None  # under the final name at the end; None: no file
    answer: Callable | None = None
    address: str = ''  # instead of the server's own
    server: str = 'plain'  # which server answers
    around: str = 'run'  # run; existing: a file of that name is there; kill: killed at half, run again; …
    tail: str = ''  # added to the path: the name of the file is the last part
    also: list = field(default_factory=list)  # further contents that are as good


def first(broken, then):
    """The first GET meets `broken`, the others `then`."""
    return lambda x: broken(x) if x.number == 0 else then(x)


def cut(x):
    x.file(V1, stop=HALF)


def reset(x):
    try:
        x.file(V1, stop=HALF)
    except ConnectionAbortedError:
        raise Reset from None


def stall(x):
    try:
        x.file(V1, stop=HALF)
    except ConnectionAbortedError:
        x.silence()


def good(x):
    x.file(V1)


def status(text, *lines):
    return lambda x: x.status(text, *lines)


def lying_length(x):
    x.head('200 OK', 'ETag: "v1"', f'Last-Modified: {DATE}', f'Content-Length: {SIZE + 1000}')
    x.send(V1)
    raise ConnectionAbortedError


def two_lengths(x):
    x.head('200 OK', f'Content-Length: {SIZE}', f'Content-Length: {HALF}')
    x.send(V1)
    raise ConnectionAbortedError


def too_much(x):
    x.head('200 OK', f'Content-Length: {HALF}', 'Connection: close')
    x.send(V1)
    raise ConnectionAbortedError


def wrong_start(x):
    if x.range_start() is None or x.number > 1:
        good(x)
        return
    start = x.range_start()
    x.head('206 Partial Content', 'ETag: "v1"', f'Last-Modified: {DATE}',
           f'Content-Range: bytes {start - 1000}-{SIZE - 1}/{SIZE}', f'Content-Length: {SIZE - start + 1000}')
    x.send(V1[start - 1000:])


def wrong_total(x):
    if x.range_start() is None:
        x.file(V2, tag='"v2"', date=LATER)
        return
    start = x.range_start()
    x.head('206 Partial Content', 'ETag: "v1"', f'Last-Modified: {DATE}',
           f'Content-Range: bytes {start}-{SIZE - 1}/{SIZE + 7}', f'Content-Length: {SIZE - start}')
    x.send(V2[start:])


def ignores_if_range(x):
    x.file(V2, tag='"v2"', date=LATER, ignore_if_range=True)


def chunks(x, end=True, stop=SIZE):
    x.head('200 OK', 'Transfer-Encoding: chunked')
    for at in range(0, stop, 50_000):
        piece = V1[at:at + 50_000]
        x.send(f'{len(piece):x}\r\n'.encode() + piece + b'\r\n')
    if not end:
        raise ConnectionAbortedError
    x.send(b'0\r\n\r\n')


def until_close(x):
    x.head('200 OK', 'Connection: close')
    x.send(V1[:HALF])
    raise ConnectionAbortedError


def packed(x):
    x.head('200 OK', 'Content-Encoding: gzip', f'Content-Length: {len(compressed())}')
    x.send(compressed())


def header_flood(x):
    x.send(b'HTTP/1.1 200 OK\r\n')
    line = b'X-Flood: ' + b'x' * 90 + b'\r\n'
    for _ in range(2_000):
        x.send(line * 100)
    x.send(f'Content-Length: {SIZE}\r\n\r\n'.encode() + V1)


def garbage(x):
    x.send(bytes(range(256)) * 40)
    raise ConnectionAbortedError


def redirect(location):
    return lambda x: x.status('302 Found', f'Location: {location}')


def drip(x):
    x.file(V1, pause=0.004)


def dripping(x):
    x.head('200 OK', 'ETag: "v1"', f'Content-Length: {SIZE}')
    for at in range(SIZE):
        x.send(V1[at:at + 1])
        time.sleep(0.2)


FAULTS = [
    Fault('good', 'no fault', V1, good),
    Fault('short', 'Content-Length promises more than comes, every time', None, lying_length),
    Fault('long', 'more comes than Content-Length promises', V1[:HALF], too_much),
    Fault('twolengths', 'two Content-Lengths that differ', None, two_lengths),
    Fault('cut', 'closed at half, then good', V1, first(cut, good)),
    Fault('reset', 'reset at half, then good', V1, first(reset, good)),
    Fault('cutalways', 'closed without a further byte, every time', None, first(cut, lambda x: x.file(V1, stop=0))),
    Fault('silent', 'no answer at all', None, lambda x: x.silence()),
    Fault('stall', 'silence at half, then good', V1, first(stall, good)),
    Fault('drip', 'about 5 bytes a second', None, dripping),
    Fault('wrongstart', '206 that begins elsewhere, then good', V1, first(cut, wrong_start)),
    Fault('wrongtotal', '206 of a file of another size, under the old tag', V2, first(cut, wrong_total)),
    Fault('norange', 'cut, then a server without ranges', V1, first(cut, lambda x: x.file(V1, ranges=False))),
    Fault('range416', 'cut, then 416 to the range', V1,
          first(cut, lambda x: good(x) if x.range_start() is None else x.status('416 Range Not Satisfiable'))),
    Fault('changed', 'cut, then another version of the same size', V2,
          first(cut, lambda x: x.file(V2, tag='"v2"', date=LATER))),
    Fault('changedsize', 'cut, then another version of another size', LONGER,
          first(cut, lambda x: x.file(LONGER, tag='"v2"', date=LATER))),
    Fault('changedignored', 'the same, and If-Range is ignored', V2, first(cut, ignores_if_range)),
    Fault('changedbare', 'the same, and no validator is sent', V2,
          first(lambda x: x.file(V1, tag='', date='', stop=HALF), lambda x: x.file(V2, tag='', date=''))),
    Fault('dates', 'cut; If-Range works with dates only', V1, first(cut, lambda x: x.file(V1, knows_tags=False))),
    Fault('chunkscut', 'chunks without an end, every time', None, lambda x: chunks(x, end=False, stop=HALF)),
    Fault('untilclose', 'only closing tells the end, and it comes at half', None, until_close),
    Fault('gzip', 'gzip that nobody asked for', None, packed),
    Fault('digest', 'Repr-Digest of other bytes', None,
          lambda x: x.file(V1, extra=[f'Repr-Digest: sha-256=:{digest(V2)}:'])),
    Fault('headers', '20 MB of headers', None, header_flood),
    Fault('garbage', 'no HTTP', None, garbage),
    Fault('loop', 'a redirect to itself', None, redirect('/loop')),
    Fault('tofile', 'a redirect to file:///etc/passwd', None, redirect('file:///etc/passwd')),
    Fault('downgrade', 'a redirect from https to http', None, None, server='tls'),
    Fault('expired', 'an expired certificate', None, good, server='expired'),
    Fault('wronghost', 'a certificate for another host', None, good, server='wronghost'),
    Fault('selfsigned', 'a certificate nobody trusts', None, good, server='selfsigned'),
    *[Fault(f's{code.split()[0]}', code, None, status(code)) for code in (
        '401 Unauthorized', '403 Forbidden', '404 Not Found', '408 Request Timeout', '409 Conflict', '410 Gone',
        '429 Too Many Requests', '500 Internal Server Error', '503 Service Unavailable')],
    Fault('s503once', '503 with Retry-After: 1, then good', V1,
          first(status('503 Service Unavailable', 'Retry-After: 1'), good)),
    Fault('dns', 'a name that does not exist', None, address='http://no-such-host.invalid/dns'),
    Fault('refused', 'nobody listens', None, address='http://127.0.0.1:9/refused'),
    Fault('full', 'a disk without room', None, good, around='full'),
    Fault('full-unknown', 'the same, and the length is not told', None, chunks, around='full'),
    Fault('readonly', 'a read-only disk', None, good, around='readonly'),
    Fault('existing', 'a file of that name is there', BEFORE_FILE, good, around='existing'),
    Fault('appears', 'a file of that name appears meanwhile', BEFORE_FILE, drip, around='appears'),
    Fault('longname', 'a name of 300 letters', None, good, tail='/' + 'n' * 300),
    Fault('killed', 'kill -9 at half, run again', V1, drip, around='kill'),
    Fault('killedchanged', 'kill -9 at half, remote replaced by one of the same size, run again', V2, drip,
          around='kill-replace'),
    Fault('killedlook', 'kill -9 at half: what stands under the final name', None, drip, around='kill-look'),
]

