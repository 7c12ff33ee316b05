"""Set-up says what to do when it cannot go on, and does nothing when nothing has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolchain import bundle, environment, node, stamps
from toolchain.places import REPOSITORY
from toolchain.trouble import Trouble

LOG = Path("requirements.log")


@pytest.mark.parametrize("version", ["v20.19.0", "v20.20.2", "v22.12.0", "v24.19.0", "v26.0.0\n"])
def test_node_that_vite_accepts_is_used(version: str) -> None:
    assert node.accepts(version)


@pytest.mark.parametrize(
    "version", ["v18.20.4", "v20.18.3", "v21.7.0", "v22.11.0", "", "node: not found"]
)
def test_older_or_unknown_node_is_left_for_the_wheel(version: str) -> None:
    assert not node.accepts(version)


def test_an_old_python_is_told_which_one_is_needed() -> None:
    environment.check_python((3, 11))
    with pytest.raises(Trouble, match=r"Python 3\.10.*needs Python 3\.11"):
        environment.check_python((3, 10))


def test_a_missing_venv_module_names_the_package_to_install_in_both_languages() -> None:
    english, french = environment.no_venv().sentence().split("\n")
    assert english.endswith("apt install python3-venv")
    assert french.endswith("apt install python3-venv")


@pytest.mark.parametrize(
    ("pip_said", "we_say"),
    [
        (
            "NewConnectionError: [Errno -3] Temporary failure in name resolution",
            "needs the internet",
        ),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "was refused"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("error: something else", "What pip said"),
    ],
)
def test_a_failed_installation_says_why(pip_said: str, we_say: str) -> None:
    trouble = environment.pip_failed(pip_said, LOG)
    assert we_say in trouble.english
    assert trouble.french != trouble.english


@pytest.mark.parametrize(
    ("npm_said", "we_say"),
    [("npm error code ENOTFOUND", "proxy settings"), ("npm error code EUSAGE", "What npm said")],
)
def test_a_failed_npm_says_why(npm_said: str, we_say: str) -> None:
    assert we_say in bundle.npm_failed(npm_said, LOG).english


def test_a_stamp_holds_until_a_file_changes(tmp_path: Path) -> None:
    source, stamp = tmp_path / "main.ts", tmp_path / "stamp"
    source.write_text("one")
    stamps.put(stamp, stamps.digest([source], tmp_path))
    assert stamps.is_current(stamp, stamps.digest([source], tmp_path))
    source.write_text("two")
    assert not stamps.is_current(stamp, stamps.digest([source], tmp_path))


def test_a_stamp_changes_when_a_file_is_renamed(tmp_path: Path) -> None:
    before = tmp_path / "a.ts"
    before.write_text("one")
    old = stamps.digest([before], tmp_path)
    assert stamps.digest([before.rename(tmp_path / "b.ts")], tmp_path) != old


def test_a_missing_stamp_is_not_current(tmp_path: Path) -> None:
    assert not stamps.is_current(tmp_path / "none", "value")


def test_the_bundle_is_made_from_sources_and_not_from_what_was_made(tmp_path: Path) -> None:
    for name in ("src/main.ts", "package.json", "node_modules/x/index.js", "dist/manifest.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = {file.relative_to(tmp_path).as_posix() for file in bundle.sources(tmp_path)}
    assert found == {"src/main.ts", "package.json"}


def test_the_clone_is_found_from_the_scripts() -> None:
    assert (REPOSITORY / "manage.py").exists()
