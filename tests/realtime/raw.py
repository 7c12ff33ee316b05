"""A socket without a library: what travels is seen byte by byte."""

from __future__ import annotations

import base64
import os
import socket
import struct


def opened(port: int, path: str, *headers: str) -> tuple[socket.socket, bytes]:
    """A WebSocket whose handshake is through (101), and the bytes that came behind it."""
    line, raw = handshake(port, path, *headers)
    status, _, rest = _split(raw, line)
    assert b" 101 " in status, status
    return line, rest


def status(port: int, path: str, *headers: str) -> int:
    """The HTTP status that a handshake is answered with."""
    line, raw = handshake(port, path, *headers)
    with line:
        first, _, _ = _split(raw, line)
    return int(first.split()[1])


def handshake(port: int, path: str, *headers: str) -> tuple[socket.socket, bytes]:
    """Ask for a WebSocket with exactly these headers beside the needed ones."""
    line = socket.create_connection(("127.0.0.1", port), timeout=10)
    key = base64.b64encode(os.urandom(16)).decode()
    request = [
        f"GET {path} HTTP/1.1",
        f"Host: 127.0.0.1:{port}",
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        f"Sec-WebSocket-Key: {key}",
        *headers,
    ]
    line.sendall("\r\n".join([*request, "", ""]).encode())
    return line, b""


def everything(line: socket.socket, found: bytes = b"") -> bytes:
    """All bytes until the other side closes."""
    while True:
        try:
            piece = line.recv(65_536)
        except ConnectionResetError:
            return found
        if not piece:
            return found
        found += piece


def text_frame(text: bytes, *, fin: bool = True, opcode: int = 1) -> bytes:
    """A masked frame as a client sends it."""
    mask = b"\1\2\3\4"
    first = (0x80 if fin else 0) | opcode
    size = len(text)
    if size < 126:
        head = struct.pack("!BB", first, 0x80 | size)
    elif size < 65_536:
        head = struct.pack("!BBH", first, 0x80 | 126, size)
    else:
        head = struct.pack("!BBQ", first, 0x80 | 127, size)
    return head + mask + bytes(byte ^ mask[n % 4] for n, byte in enumerate(text))


def _split(found: bytes, line: socket.socket) -> tuple[bytes, bytes, bytes]:
    while b"\r\n\r\n" not in found:
        piece = line.recv(65_536)
        if not piece:
            break
        found += piece
    head, _, rest = found.partition(b"\r\n\r\n")
    first, _, others = head.partition(b"\r\n")
    return first, others, rest
