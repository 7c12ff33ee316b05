"""What tests of every room may ask for: a Chromium, and a place for measured figures."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

from toolchain import browser

Evidence = Callable[[str], None]

# A busy machine is no failed property; a found example is printed so that it can be kept.
hypothesis_settings.register_profile("house", deadline=None, print_blob=True)
hypothesis_settings.load_profile("house")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium. Without one a browser test fails; it is never skipped."""
    found = browser.find()
    if not found:
        pytest.fail(browser.missing().sentence(), pytrace=False)
    return found


@pytest.fixture
def evidence(request: pytest.FixtureRequest) -> Evidence:
    """Write one measured line: printed always, kept in docs/evidence/ under scripts/test --long."""
    folder = os.environ.get("UNDER_SILENCE_EVIDENCE")
    # UTC wall time on purpose: the date tells a reader when this was measured.
    day = datetime.now(UTC).date().isoformat()
    file = Path(folder) / f"{day}-{request.node.name}.txt" if folder else None
    if file:
        file.write_text(f"{request.node.name}, {day}, {_machine()}\n", encoding="utf-8")

    def write(line: str) -> None:
        print(line)
        if file:
            with file.open("a", encoding="utf-8") as out:
                out.write(f"{line}\n")

    return write


def _machine() -> str:
    return f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}"
