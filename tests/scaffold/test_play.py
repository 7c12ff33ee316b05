"""The two commands: what scripts/play passes on, and that the README tells the truth about it."""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest

from toolchain.places import REPOSITORY
from toolchain.trouble import Trouble

PLAY = REPOSITORY / "scripts" / "play"


def script(name: str) -> ModuleType:
    """A script without its suffix, loaded as a module."""
    loader = SourceFileLoader(f"script_{name}", str(REPOSITORY / "scripts" / name))
    spec = spec_from_loader(loader.name, loader)
    assert spec is not None
    module = module_from_spec(spec)
    loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def play() -> ModuleType:
    """scripts/play."""
    return script("play")


def test_flags_reach_the_server(play: ModuleType, tmp_path: Path) -> None:
    given = ["--port", "9001", "--data", str(tmp_path), "--lan", "--json", "--scenario", "drones"]
    assert play.server_flags(play.arguments().parse_args(given)) == [
        *("--port", "9001", "--data", str(tmp_path), "--scenario", "drones", "--lan", "--json"),
    ]


def test_without_flags_the_server_gets_its_port_only(play: ModuleType) -> None:
    assert play.server_flags(play.arguments().parse_args([])) == ["--port", "8000"]


@pytest.mark.parametrize("text", ["0", "65536", "-1", "eighty", ""])
def test_what_is_no_port_is_refused_in_both_languages(play: ModuleType, text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match=r"not a port.*pas un port"):
        play.port(text)


def test_a_data_folder_that_is_a_file_is_refused_before_any_download(
    play: ModuleType, tmp_path: Path
) -> None:
    (tmp_path / "taken").touch()
    with pytest.raises(Trouble, match="--data FOLDER"):
        play.check_data(tmp_path / "taken")


def test_the_script_itself_says_so_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    command = [sys.executable, str(PLAY), "--data", str(tmp_path / "taken")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Choisissez-en un autre" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_every_script_starts_by_itself() -> None:
    for name in ("play", "setup", "build", "test"):
        file = REPOSITORY / "scripts" / name
        assert file.read_text().startswith("#!/usr/bin/env python3\n")
        assert file.stat().st_mode & 0o111, name


def test_the_readme_lists_the_flags_that_play_has(play: ModuleType) -> None:
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| `(--[a-z]+)", readme, re.MULTILINE))
    has = {option for option in play.arguments()._option_string_actions if option.startswith("--")}
    assert told == has - {"--help"}


def test_the_readme_begins_with_the_two_commands() -> None:
    lines = (REPOSITORY / "README.md").read_text(encoding="utf-8").splitlines()
    assert lines[3].startswith("git clone")
    assert lines[4] == "scripts/play"


def test_node_versions_are_the_same_for_npm_and_for_the_scripts() -> None:
    package = json.loads((REPOSITORY / "frontend" / "package.json").read_text())
    assert package["engines"]["node"] == "^20.19.0 || >=22.12.0"
