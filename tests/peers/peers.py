#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same faults for haulwatch, curl, wget and aria2c: the file under the final name, the exit status, the cause told.

    peers.py HAULWATCH [REPORT] [FAULT…]

Writes the report (docs/reliability.md); with names of faults, only those, onto the standard output. The peers come from
Debian's packages; each is told to resume, to try three times and to give up a silent server after a second. Needs root
for the full and the read-only disk. Everything happens on loopback and in a temporary folder.
"""
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from faults import BEFORE_FILE, FAULTS, HALF, LONGER, V1, V2
from faultyserver import LATER, FaultyServer

LIMIT = 40  # seconds for one run; who needs more hangs


class Tool:
    """How to fetch one address into a folder."""

    def __init__(self, name, command, version):
        self.name = name
        self.command = command
        self.version = version

    def cause(self, err, folder):
        lines = [line.strip() for line in err.splitlines() if line.strip()]
        return lines[-1] if lines else ''


class Haulwatch(Tool):
    def __init__(self, program):
        super().__init__('haulwatch', lambda url, folder, ca: [
            program, 'add', url, '--to', folder, '--wait', '--retry-delay', '0.1', '--max-retries', '3',
            '--connect-timeout', '3', '--first-byte-timeout', '1', '--stall-timeout', '1', '--min-rate', '100',
            *(['--cacert', ca] if ca else [])], output([program, '--version']).split()[-1])
        self.program = program

    def again(self, url, folder, ca):
        """After a kill the job is there already: the engine only has to run."""
        return [self.program, 'watch', '--until-idle', '--json']

    def cause(self, err, folder):
        match = re.search(r'failed: (.*?\.)(?: |$)', err)
        return match.group(1) if match else super().cause(err, folder).removeprefix('haulwatch: ')


def output(command):
    return subprocess.run(command, capture_output=True, text=True).stdout


def curl(url, folder, ca):
    return ['curl', '-fsSL', '-C', '-', '--retry', '2', '--retry-delay', '0', '--retry-all-errors',
            '--connect-timeout', '3', '--speed-time', '1', '--speed-limit', '100', '--retry-max-time', '20',
            *(['--cacert', ca] if ca else []), '-O', url]


def wget(url, folder, ca):
    return ['wget', '--progress=dot:giga', '-c', '--tries=3', '--waitretry=0', '--timeout=1', '--retry-connrefused',
            *([f'--ca-certificate={ca}'] if ca else []), url]


def aria2c(url, folder, ca):
    return ['aria2c', '-q', '--log=-', '--log-level=error', '-c', '--max-tries=3', '--retry-wait=0', '--timeout=1',
            '--connect-timeout=3', '--lowest-speed-limit=100', '--auto-save-interval=1', '--no-conf',
            *([f'--ca-certificate={ca}'] if ca else []), url]


class Curl(Tool):
    def cause(self, err, folder):
        lines = [line for line in err.splitlines() if line.startswith('curl: (')]
        return lines[-1] if lines else super().cause(err, folder)


class Wget(Tool):
    def cause(self, err, folder):
        told = re.compile(r'error|fail|refused|unable|cannot|closed|denied|giving up|not trusted|no space|exceeded|'
                          r'mismatch|too long|timed out|malformed|unsupported', re.I)
        lines = [line.strip() for line in err.splitlines() if told.search(line) and '[.' not in line]
        lines = [line for line in lines if line != 'Giving up.'] or lines
        return re.sub(r'^(\d{4}-\d\d-\d\d \S+ )?(\(\S+ \S+\) - )?', '', lines[-1]) if lines else ''


class Aria2(Tool):
    def cause(self, err, folder):
        found = re.findall(r'(?:errorCode=\d+ |Exception: .*?\] )(.*)', err)
        return found[-1].strip() if found else super().cause(err, folder)


def tools(program):
    peers = [Curl('curl', curl, output(['curl', '--version']).split()[1]),
             Wget('wget', wget, output(['wget', '--version']).split()[2]),
             Aria2('aria2', aria2c, output(['aria2c', '--version']).split()[2])]
    return [Haulwatch(program), *peers]


class Bench:
    """The servers, and one run after the other."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.authority, certificates = make_certificates(self.folder)
        answers = {f'/{fault.name}{fault.tail}': fault.answer for fault in FAULTS if fault.answer}
        plain = FaultyServer(answers)
        answers['/downgrade'] = lambda x: x.status('302 Found', f'Location: {plain.address("/good")}')
        self.servers = {'plain': plain, 'tls': FaultyServer(answers, certificates['good'])}
        for kind in ('expired', 'wronghost', 'selfsigned'):
            self.servers[kind] = FaultyServer(answers, certificates[kind])
        self.runs = 0

    def run(self, tool, fault):
        self.runs += 1
        home = self.folder / f'run{self.runs}'
        target = home / 'target'
        target.mkdir(parents=True)
        server = self.servers[fault.server]
        path = f'/{fault.name}{fault.tail}'
        server.forget(path)
        server.faults[path] = fault.answer or server.faults.get(path)
        url = fault.address or server.address(path, 'localhost')
        environment = {**os.environ, 'HOME': str(home), 'XDG_RUNTIME_DIR': str(home), 'LC_ALL': 'C',
                       'HAULWATCH_DATA_DIR': str(home / 'data'), 'HAULWATCH_KEYRING': 'off'}
        for name in ('http_proxy', 'https_proxy', 'all_proxy'):
            environment.pop(name, None)
        mounted = self.prepare(fault, target)
        if mounted is False:
            return None
        try:
            return self.measure(tool, fault, url, target, environment)
        finally:
            if mounted:
                subprocess.run(['umount', '-l', str(target)], check=False)

    def prepare(self, fault, target):
        name = self.final(fault, target)
        if fault.around in ('full', 'readonly'):
            size = 'size=1m' if fault.around == 'full' else 'ro'
            return subprocess.run(['mount', '-t', 'tmpfs', '-o', size, 'peers', str(target)],
                                  capture_output=True).returncode == 0
        if fault.around == 'existing':
            name.write_bytes(BEFORE_FILE)
        return None

    @staticmethod
    def final(fault, target):
        return target / (fault.tail or f'/{fault.name}')[1:]

    def measure(self, tool, fault, url, target, environment):
        ca = self.authority if fault.server in ('tls', 'expired', 'wronghost') else None
        command = tool.command(url, str(target), ca)
        final = self.final(fault, target)
        start = lambda words: subprocess.Popen(words, cwd=target, env=environment, stdin=subprocess.DEVNULL,
                                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                               errors='replace')
        process = start(command)
        if fault.around == 'appears':
            self.wait_for_bytes(target, 200_000)
            if final.exists():
                final.unlink()  # the tool's own half file gives way to the user's
            final.write_bytes(BEFORE_FILE)
        if fault.around.startswith('kill'):
            self.wait_for_bytes(target, HALF)
            process.send_signal(signal.SIGKILL)
            process.communicate()
            if fault.around == 'kill-look':
                return self.result(fault, final, None, '')
            if fault.around == 'kill-replace':
                server = self.servers['plain']
                server.faults[f'/{fault.name}'] = lambda x: x.file(V2, tag='"v2"', date=LATER)
            process = start(tool.again(url, str(target), ca) if hasattr(tool, 'again') else command)
        try:
            out, err = process.communicate(timeout=LIMIT)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            return self.result(fault, final, 'hangs', '')
        said = err + out if tool.name == 'aria2' else err
        return self.result(fault, final, process.returncode, tool.cause(said, str(target)))

    @staticmethod
    def wait_for_bytes(target, count):
        end = time.monotonic() + 10
        held = lambda: max((f.stat().st_size for f in target.iterdir() if not f.name.endswith('.aria2')), default=0)
        while held() < count and time.monotonic() < end:
            time.sleep(0.005)

    @staticmethod
    def result(fault, final, status, cause):
        try:
            bytes_ = final.read_bytes() if final.exists() else None
        except OSError:
            bytes_ = None
        if bytes_ is None:
            others = [f for f in final.parent.iterdir() if f.suffix != '.aria2' and not f.name.startswith('.')]
            file = 'elsewhere' if others else 'none'
        else:
            half = any(len(bytes_) < len(whole) and whole.startswith(bytes_) for whole in (V1, V2, LONGER))
            refused = bytes_ == V1 and fault.wanted is None
            right = 'kept' if fault.wanted == BEFORE_FILE else 'right'
            file = right if bytes_ == fault.wanted else 'half' if half else 'anyway' if refused else 'WRONG'
        wanted_file = 'none' if fault.wanted is None else 'kept' if fault.wanted == BEFORE_FILE else 'right'
        wanted_status = status == 0 if wanted_file == 'right' else status != 0
        if fault.around == 'kill-look':
            wanted_status = True
        return {'file': file, 'status': status, 'cause': cause, 'good': file == wanted_file and wanted_status}


def make_certificates(folder):
    """An authority, and certificates of it: good, expired, for another host; and one that signed itself."""
    def openssl(*words):
        subprocess.run(['openssl', *words], cwd=folder, check=True, capture_output=True)

    openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'ca.key', '-out', 'ca.pem', '-subj',
            '/CN=Peers CA', '-days', '30')
    made = {}
    for kind, name, days in (('good', 'localhost', '30'), ('expired', 'localhost', '-1'),
                             ('wronghost', 'other.example', '30')):
        (folder / f'{kind}.ext').write_text(f'subjectAltName=DNS:{name}')
        openssl('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', f'{kind}.key', '-out', f'{kind}.csr', '-subj',
                f'/CN={name}')
        openssl('x509', '-req', '-in', f'{kind}.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-out',
                f'{kind}.pem', '-days', days, '-extfile', f'{kind}.ext')
        made[kind] = (str(folder / f'{kind}.pem'), str(folder / f'{kind}.key'))
    openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'self.key', '-out', 'self.pem', '-subj',
            '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-days', '30')
    made['selfsigned'] = (str(folder / 'self.pem'), str(folder / 'self.key'))
    return str(folder / 'ca.pem'), made


FILES = {'right': 'right file', 'kept': 'kept', 'none': 'no file', 'anyway': '**the file all the same**',
         'elsewhere': '**a file of another name**', 'half': '**half a file**', 'WRONG': '**wrong file**'}


def cell(result):
    if result is None:
        return 'not run'
    file = FILES[result['file']]
    status = {None: '', 'hangs': ', hangs'}.get(result['status'], f", exit {result['status']}")
    if result['status'] == 0 and result['file'] in ('half', 'anyway', 'elsewhere', 'WRONG'):
        status = ', **exit 0**'
    if result['status'] == 0 and result['file'] == 'kept':
        status = ', but what was fetched is lost, **exit 0**'
    cause = re.sub(r'localhost:\d+|127\.0\.0\.1:\d+', 'HOST', result['cause'])
    cause = re.sub(r'^\S+ \S+ (?=\S*http)', '', cause)
    cause = re.sub(r'/\S*/(?:target)', 'FOLDER', cause)
    cause = re.sub(r'\d\d:\d\d:\d\d', 'HH:MM:SS', cause).replace('|', '/').replace('`', "'")
    cause = cause if len(cause) <= 110 else cause[:107] + '…'
    mark = '✓' if result['good'] else '✗'
    return f'{mark} {file}{status}' + (f'<br>{cause}' if cause and result['status'] != 0 else '')


INTRO = '''# Reliability

Written by `./dev peers` (tests/peers), never by hand: each fault on loopback for Haulwatch, curl, wget and aria2, one after the
other, with the versions below. What a cell says: what stood under the final name at the end, the exit status, and the cause that was told.
✓ is what a user wants: the right file and success, or no file under the final name and a failure. **Half a file** is
the right beginning under the final name; a **wrong file** anything else there: two versions joined, bytes of a broken answer,
somebody's file overwritten. **The file all the same**: bytes that the server itself disowned, by length, digest or protocol.
aria2 keeps a note beside half a file and can tell by it; curl and wget can't: told to resume, they take any file of that name for their own half.

Everybody is told to resume, to try three times, and to give up a silent server after a second: `{curl}`; `{wget}`; `{aria2}`;
`{haulwatch}`.

The same faults and more run against the engine in the suite: `tests/integration/tst_transfer*`, `tst_enginefaults`, `tst_programkills`,
`tst_powerloss`, and `tests/unit/store/tst_store*`.
'''

ENGINE = '''
## What only an engine can suffer

The suite does this to the real program and the real engine; `./dev kills` does the first two as often as one likes.

| fault | what holds | test |
|---|---|---|
| kill -9 at random moments | no accepted job is lost, no half of a batch is kept, no wrong byte stands under a final name | `tst_storecrash`, `tst_programkills` |
| power cut: all that was written since the last sync is gone (names as ext4, XFS and Btrfs keep them) | the same; a job that was told to be done has its file | `tst_powerloss` |
| a connection that breaks at any byte of the head and throughout the body | goes on behind the last byte that is safe | `tst_transferresume` |
| the clock jumps 20 years ahead or 30 back | nothing is lost, retries come | `tst_enginefaults` |
| SIGTERM in the middle | exit 0; the next session goes on where it stopped | `tst_programfaults` |
| a second engine on one data directory | refused, exit 6 | `tst_cliserve` |
| a store that is damaged, newer, read-only or full | kept aside; untouched; told, exit 6; nothing accepted until there is room, nothing lost | `tst_storefaults`, `tst_programfaults` |
| 10,000 connections with noise and half messages, 400 at a time | descriptors as before, commands answered | `tst_programfaults` |
| another user | opens neither the socket nor the store | `tst_programfaults` |
| a server that echoes what signs in | no secret in any answer, nor in any file but the one for secrets | `tst_clisecrets` |
| a folder deleted, a file of that name made while bytes come | an error that Resume mends; the user's file stays | `tst_enginefaults`, `tst_transferdisk` |
'''


def report(rows, all_tools):
    shown = lambda tool: re.sub(r'^/\S+ ', 'haulwatch ', ' '.join(tool.command('URL', 'DIR', None)))
    text = INTRO.format(**{tool.name: shown(tool) for tool in all_tools})
    text += '\n| | ' + ' | '.join(f'{tool.name} {tool.version}' for tool in all_tools) + ' |\n'
    text += '|---' * (len(all_tools) + 1) + '|\n'
    for index, label in ((lambda r: r['good'], 'as wanted'),
                         (lambda r: r['file'] == 'half', 'half a file under the final name'),
                         (lambda r: r['file'] == 'WRONG', 'a wrong file under the final name'),
                         (lambda r: not r['good'] and r['status'] == 0,
                          'not what was wanted, and exit 0')):
        counts = [sum(1 for _, results in rows if results[t.name] and index(results[t.name])) for t in all_tools]
        text += f'| {label}, of {len(rows)} | ' + ' | '.join(map(str, counts)) + ' |\n'
    text += '\n| fault | wanted | ' + ' | '.join(tool.name for tool in all_tools) + ' |\n'
    text += '|---' * (len(all_tools) + 2) + '|\n'
    for fault, results in rows:
        wanted = 'no file' if fault.wanted is None else 'kept' if fault.wanted == BEFORE_FILE else 'right file'
        text += f'| {fault.title} | {wanted} | ' + ' | '.join(cell(results[t.name]) for t in all_tools) + ' |\n'
    return text + ENGINE


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    program = os.path.abspath(sys.argv[1])
    target = sys.argv[2] if len(sys.argv) > 2 and sys.argv[2].endswith('.md') else None
    wanted = sys.argv[3 if target else 2:]
    chosen = [fault for fault in FAULTS if not wanted or fault.name in wanted]
    all_tools = tools(program)
    rows = []
    with tempfile.TemporaryDirectory(prefix='haulwatch-peers-') as folder:
        bench = Bench(folder)
        for fault in chosen:
            results = {tool.name: bench.run(tool, fault) for tool in all_tools}
            rows.append((fault, results))
            print(json.dumps({'fault': fault.name, **results}), flush=True)
    if target:
        Path(target).write_text(report(rows, all_tools), encoding='utf-8')
    return 0


if __name__ == '__main__':
    sys.exit(main())
