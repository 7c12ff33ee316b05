"""The browser that journeys are made in."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright


@pytest.fixture
def browser(chromium: str) -> Iterator[Browser]:
    """A real Chromium, closed at the end: its loop may not outlive the test."""
    # Chromium's own sandbox does not start as root, in a container for instance.
    root = getattr(os, "geteuid", lambda: 1)() == 0
    with sync_playwright() as play:
        chrome = play.chromium.launch(
            executable_path=chromium, args=["--no-sandbox"] if root else []
        )
        try:
            yield chrome
        finally:
            chrome.close()
