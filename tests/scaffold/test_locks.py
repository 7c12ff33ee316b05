"""The locks hold hashes and no addresses, and what was promised is in them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from toolchain.environment import LOCKS
from toolchain.places import FRONTEND, REPOSITORY

PROMISED = {"django", "channels", "channels-redis", "daphne", "pytest", "pytest-django",
            "pytest-asyncio"}  # fmt: skip
WRITTEN_PAST = {"twisted", "autobahn", "daphne"}


def names(text: str) -> set[str]:
    """Package names at the line starts of a requirements page."""
    return {found.lower() for found in re.findall(r"^([A-Za-z0-9][\w.-]*)", text, re.MULTILINE)}


def pins(text: str) -> Iterator[str]:
    """Each pinned package of a lock with all its continuation lines."""
    for block in re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE):
        if "==" in block:
            yield block


def lock(name: str) -> str:
    """The text of one lock."""
    return (REPOSITORY / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_a_hash(name: str) -> None:
    blocks = list(pins(lock(name)))
    assert blocks
    assert all("--hash=sha256:" in block for block in blocks)


@pytest.mark.parametrize("name", LOCKS)
def test_no_lock_holds_an_address_or_an_index(name: str) -> None:
    assert not re.search(r"https?://|file://|--(extra-)?index|--find-links|\s@\s", lock(name))


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_asked_for_is_locked(name: str) -> None:
    asked = names((REPOSITORY / f"{name}.in").read_text(encoding="utf-8"))
    assert {a.replace("_", "-") for a in asked} <= names(lock(name))


def test_play_and_the_tests_are_asked_for() -> None:
    assert names((REPOSITORY / "requirements.in").read_text(encoding="utf-8")) >= PROMISED


def test_redis_stays_below_the_version_that_closes_idle_sockets_bug() -> None:
    assert re.search(r"^redis==7\.", lock("requirements"), re.MULTILINE)


def test_what_the_prebuilt_frames_are_written_past_is_pinned_exactly() -> None:
    for name in WRITTEN_PAST:
        assert re.search(rf"^{name}==\d", lock("requirements"), re.MULTILINE)


def versions(name: str) -> dict[str, set[str]]:
    """Package to pinned versions; two where platforms differ."""
    found: dict[str, set[str]] = {}
    for package, version in re.findall(r"^([a-z0-9.-]+)==(\S+)", lock(name), re.MULTILINE):
        found.setdefault(package, set()).add(version)
    return found


def test_a_package_in_two_locks_has_the_same_version() -> None:
    play, tools = versions("requirements"), versions("requirements-dev")
    assert {p: play[p] for p in play.keys() & tools} == {p: tools[p] for p in play.keys() & tools}


def test_the_front_end_lock_holds_hashes_and_no_download_addresses() -> None:
    packages = json.loads((FRONTEND / "package-lock.json").read_text())["packages"]
    installed = {path: entry for path, entry in packages.items() if path}
    assert installed
    assert all("integrity" in entry and "resolved" not in entry for entry in installed.values())


def test_no_script_holds_the_path_of_a_machine() -> None:
    for file in [*(REPOSITORY / "scripts").rglob("*"), REPOSITORY / ".ci" / "run"]:
        if file.is_file() and "__pycache__" not in file.parts:
            assert not _machine_paths(file)


def _machine_paths(file: Path) -> list[str]:
    return re.findall(r"/(?:home|root|Users|work|mnt)/\S+", file.read_text(encoding="utf-8"))
