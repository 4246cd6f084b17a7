# SPDX-License-Identifier: GPL-3.0-or-later
"""An HTTP/1.1 server on loopback whose every path is one fault, scripted request by request."""
import gzip
import hashlib
import base64
import random
import socket
import ssl
import struct
import threading
import time

SIZE = 1_500_000
HALF = SIZE // 2
DATE = 'Mon, 01 Jan 2024 10:00:00 GMT'
LATER = 'Tue, 02 Jan 2024 10:00:00 GMT'


def content(version, size=SIZE):
    return random.Random(version).randbytes(size)


class Reset(Exception):
    """Break the connection off with a TCP reset."""


class Exchange:
    """One request, and the ways to answer it."""

    def __init__(self, connection, method, path, headers, number):
        self.connection = connection
        self.method = method
        self.path = path
        self.headers = headers
        self.number = number  # how many GETs of this path came before

    def send(self, data):
        self.connection.sendall(data)

    def head(self, status, *lines):
        date = time.strftime('%a, %d %b %Y %H:%M:%S GMT', time.gmtime())
        text = '\r\n'.join([f'HTTP/1.1 {status}', f'Date: {date}', *lines, '', ''])
        self.send(text.encode())

    def range_start(self):
        value = self.headers.get('range', '')
        return int(value[6:].split('-')[0]) if value.startswith('bytes=') else None

    def fits(self, tag, date, knows_tags=True):
        condition = self.headers.get('if-range')
        return condition is None or (knows_tags and condition == tag) or condition == date

    def file(self, body, tag='"v1"', date=DATE, *, stop=None, ranges=True, ignore_if_range=False, knows_tags=True,
             extra=(), pause=0.0):
        """A well-behaved answer with validators and ranges, unless told otherwise; `stop`: cut it there."""
        lines = list(extra)
        lines += [f'ETag: {tag}'] if tag else []
        lines += [f'Last-Modified: {date}'] if date else []
        start = self.range_start() if ranges else None
        if start is not None and not ignore_if_range and not self.fits(tag, date, knows_tags):
            start = None
        if ranges:
            lines.append('Accept-Ranges: bytes')
        if start is None:
            self.head('200 OK', *lines, f'Content-Length: {len(body)}')
            part = body
        elif start >= len(body):
            self.head('416 Range Not Satisfiable', f'Content-Range: bytes */{len(body)}', 'Content-Length: 0')
            return
        else:
            self.head('206 Partial Content', *lines, f'Content-Range: bytes {start}-{len(body) - 1}/{len(body)}',
                      f'Content-Length: {len(body) - start}')
            part = body[start:]
        if self.method == 'HEAD':
            return
        part = part if stop is None else part[:stop]
        if not pause:
            self.send(part)
        for at in range(0, len(part) if pause else 0, 16_384):
            self.send(part[at:at + 16_384])
            time.sleep(pause)
        if stop is not None:
            raise ConnectionAbortedError

    def status(self, text, *lines):
        self.head(text, *lines, 'Content-Length: 6', 'Content-Type: text/html')
        self.send(b'sorry\n')

    def silence(self):
        self.connection.settimeout(60)
        try:
            while self.connection.recv(1):
                pass
        except OSError:
            pass
        raise ConnectionAbortedError


def digest(body):
    return base64.b64encode(hashlib.sha256(body).digest()).decode()


class FaultyServer:
    """`faults`: path → function of an Exchange. Threads of its own; ends with the program."""

    def __init__(self, faults, certificate=None):
        self.faults = faults
        self.counts = {}
        self.sent_ranges = {}
        self.lock = threading.Lock()
        self.context = None
        if certificate:
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.context.load_cert_chain(*certificate)
        self.listener = socket.create_server(('127.0.0.1', 0), backlog=256)
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def address(self, path, host='127.0.0.1'):
        return f'{"https" if self.context else "http"}://{host}:{self.port}{path}'

    def forget(self, path):
        with self.lock:
            self.counts.pop(path, None)

    def accept(self):
        while True:
            connection, _ = self.listener.accept()
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self.converse, args=(connection,), daemon=True).start()

    def converse(self, connection):
        try:
            if self.context:
                connection = self.context.wrap_socket(connection, server_side=True)
            stream = connection.makefile('rb')
            while self.serve(connection, stream):
                pass
        except Reset:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
        except OSError:
            pass
        finally:
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
            connection.close()

    def serve(self, connection, stream):
        line = stream.readline(70_000).decode('latin-1').split()
        if len(line) < 3:
            return False
        headers = {}
        for header in iter(lambda: stream.readline(70_000), b''):
            if header in (b'\r\n', b'\n'):
                break
            name, _, value = header.decode('latin-1').partition(':')
            headers[name.strip().lower()] = value.strip()
        method, path = line[0], line[1].split('?')[0]
        with self.lock:
            number = self.counts.get(path, 0)
            self.counts[path] = number + (method == 'GET')
        fault = self.faults.get(path)
        exchange = Exchange(connection, method, path, headers, number)
        if fault is None:
            exchange.status('404 Not Found')
        else:
            fault(exchange)
        return True


def compressed():
    return gzip.compress(b'not the file, but its packing ' * 1000)
