"""Bodies end at 3 MiB, before any of it is kept (known trap F21)."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from tests.realtime import raw
from tests.realtime.bare_server import bare_server
from wargame.serving.bounded import MOST_OF_A_BODY


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with bare_server("prebuilt") as listening:
        yield listening


def opened(port: int, *headers: str) -> socket.socket:
    line = socket.create_connection(("127.0.0.1", port), timeout=10)
    request = ["POST /upload HTTP/1.1", f"Host: 127.0.0.1:{port}", *headers, "", ""]
    line.sendall("\r\n".join(request).encode())
    return line


def send_all(line: socket.socket, pieces: Iterator[bytes]) -> bytes:
    """Send until the server has had enough, then read what it says."""
    try:
        for piece in pieces:
            line.sendall(piece)
    except (BrokenPipeError, ConnectionResetError):
        pass
    return raw.everything(line)


def chunked(size: int, of: int = 65_536) -> Iterator[bytes]:
    for _ in range(size // of):
        yield f"{of:x}\r\n".encode() + b"z" * of + b"\r\n"
    yield b"0\r\n\r\n"


def test_a_body_within_bounds_arrives_whole(port: int) -> None:
    with opened(port, f"Content-Length: {MOST_OF_A_BODY}", "Connection: close") as line:
        answer = send_all(line, iter([b"z" * MOST_OF_A_BODY]))
    assert str(MOST_OF_A_BODY).encode() in answer


def test_a_chunked_body_within_bounds_arrives_whole(port: int) -> None:
    with opened(port, "Transfer-Encoding: chunked", "Connection: close") as line:
        answer = send_all(line, chunked(MOST_OF_A_BODY))
    assert str(MOST_OF_A_BODY).encode() in answer


def test_a_body_that_says_it_is_too_large_is_refused_at_its_first_bytes(port: int) -> None:
    with opened(port, "Content-Length: 400000000") as line:
        answer = send_all(line, iter([b"z" * 1000]))
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert b"Send a smaller file" in answer
    assert b"Envoyez un fichier plus petit" in answer


def test_a_chunked_body_that_grows_too_large_is_cut_off(port: int) -> None:
    with opened(port, "Transfer-Encoding: chunked") as line:
        answer = send_all(line, chunked(MOST_OF_A_BODY + 65_536))
    # Whoever still sends when the line closes may miss the answer; that is TCP.
    assert answer == b"" or answer.startswith(b"HTTP/1.1 413 ")


def test_the_server_goes_on_after_a_refused_body_and_does_not_name_itself(port: int) -> None:
    with opened(port, "Content-Length: 2", "Connection: close") as line:
        answer = send_all(line, iter([b"ok"]))
    assert answer.startswith(b"HTTP/1.1 200 ")
    assert b"aphne" not in answer
    assert b"wisted" not in answer
