"""manage.py serve: what it prints, and what it says when it cannot start."""

from __future__ import annotations

import json
import os
import socket
import stat
import subprocess
import time
from pathlib import Path

import pytest

from tests import serving

pytestmark = pytest.mark.slow


def plain(ended: subprocess.CompletedProcess[str]) -> str:
    """What it said on standard error, which must be two sentences and no traceback."""
    assert "Traceback" not in ended.stderr + ended.stdout, ended.stderr
    assert len(ended.stderr.strip().splitlines()) >= 2, "both languages"
    return ended.stderr


def test_the_json_line_says_all_that_a_program_needs(tmp_path: Path) -> None:
    with serving.server(tmp_path / "data") as house:
        post = house.post
        assert post["facilitator_url"] == f"{house.url}/sign-in"
        assert post["join_url"] == f"{house.url}/"
        assert post["name"] == "facilitator"
        assert post["password"] == house.password
        assert (post["game"], post["code"]) == (None, None)
        assert post["pid"] == house.process.pid
        assert post["port"] == house.port
        assert house.url in post["addresses"]


def test_the_password_is_random_and_readable_by_its_owner_only(tmp_path: Path) -> None:
    with serving.server(tmp_path / "one") as one, serving.server(tmp_path / "two") as two:
        assert one.password != two.password
        assert len(one.password) >= 20
        mode = stat.S_IMODE((one.folder / "facilitator.txt").stat().st_mode)
    assert mode == 0o600
    record = (tmp_path / "one" / "record.sqlite3").read_bytes()
    assert one.password.encode() not in record


def test_a_second_run_prints_no_password_and_says_where_it_is(tmp_path: Path) -> None:
    with serving.server(tmp_path / "data") as first:
        password = first.password
    port = serving.free_port()
    process = subprocess.Popen(
        serving.command(tmp_path / "data", port, "--without-pages"),
        env=serving.surroundings(),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    text = ""
    while "Ctrl-C" not in text:
        line = process.stdout.readline()
        assert line
        text += line
    process.terminate()
    assert process.wait(timeout=10) == 0
    assert password not in text
    assert str(tmp_path / "data" / "facilitator.txt") in text
    assert f"http://127.0.0.1:{port}/sign-in" in text


def test_a_scenario_is_opened_at_once_and_only_once(tmp_path: Path) -> None:
    with serving.server(tmp_path / "data", "--scenario", "practice") as house:
        first = house.post
        assert house.browser().get(f"/api/join/{first['code']}")["game"] == first["game"]
        assert first["join_url"] == f"{house.url}/j/{first['code']}"
        house.stop()
    with serving.server(tmp_path / "data", "--scenario", "practice") as house:
        assert house.post["game"] == first["game"], "the game goes on"


def test_an_unknown_scenario_is_refused_with_the_choice(tmp_path: Path) -> None:
    ended = serving.attempt(
        tmp_path / "data", serving.free_port(), "--without-pages", "--scenario", "moon-landing"
    )
    assert ended.returncode == 2
    assert "practice" in plain(ended)


def test_a_second_start_on_one_folder_points_to_the_first(tmp_path: Path) -> None:
    with serving.server(tmp_path / "data") as house:
        again = serving.attempt(tmp_path / "data", serving.free_port(), "--without-pages")
        assert again.returncode == 0
        assert house.post["facilitator_url"] in again.stdout
        assert "déjà servi" in again.stdout
        assert "--data" in again.stdout
        as_json = serving.attempt(
            tmp_path / "data", serving.free_port(), "--without-pages", "--json"
        )
        assert as_json.returncode == 3
        told = json.loads(as_json.stdout)
        assert told["already_running"] is True
        assert told["facilitator_url"] == house.post["facilitator_url"]
        assert told["password"] is None
        assert house.browser().get("/api/me")["facilitator"] is None, "the first one goes on"


def test_a_port_in_use_is_named_with_another_choice(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = serving.attempt(tmp_path / "data", port, "--without-pages")
    assert ended.returncode == 2
    assert f"--port {port + 1}" in plain(ended)


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way", encoding="utf-8")
    ended = serving.attempt(tmp_path / "data", serving.free_port(), "--without-pages")
    assert ended.returncode != 0
    assert "--data" in plain(ended)


def test_a_folder_without_the_right_to_write_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir(mode=0o500)
    # Root may write everywhere but where the kernel keeps its own.
    folder = tmp_path / "data" if os.geteuid() else Path("/proc/under-silence")
    ended = serving.attempt(folder, serving.free_port(), "--without-pages")
    assert ended.returncode == 2
    assert "--data" in plain(ended)


def test_a_record_that_is_none_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    record = tmp_path / "data" / "record.sqlite3"
    record.write_bytes(b"this is no database, but somebody may want it" * 100)
    before = record.read_bytes()
    ended = serving.attempt(tmp_path / "data", serving.free_port(), "--without-pages")
    assert ended.returncode == 2
    assert "--data" in plain(ended)
    assert record.read_bytes() == before


def test_an_address_that_this_machine_does_not_have_is_refused(tmp_path: Path) -> None:
    ended = serving.attempt(
        tmp_path / "data", serving.free_port(), "--without-pages", "--host", "192.0.2.1"
    )
    assert ended.returncode == 2
    assert "--lan" in plain(ended)


def test_the_lock_ends_with_its_holder(tmp_path: Path) -> None:
    with serving.server(tmp_path / "data") as house:
        house.kill()
    before = time.monotonic()
    with serving.server(tmp_path / "data"):
        assert time.monotonic() - before < 10
