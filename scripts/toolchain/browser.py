"""The Chromium that the browser journeys drive: found, else installed, else a sentence."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping

from toolchain.trouble import Trouble, say

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find(environ: Mapping[str, str] = os.environ) -> str | None:
    """The path of a Chromium: what CHROMIUM names, else the first known name on the path."""
    named = environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    return next(filter(None, (shutil.which(name) for name in NAMES)), None)


def ensure() -> str:
    """Find a Chromium or, as root on a Debian system, install one. Raises Trouble."""
    found = find()
    if not found and can_install():
        say("Installing chromium with apt-get …")
        _apt_get("update")
        _apt_get("install", "-y", "--no-install-recommends", "chromium")
        found = find()
    if not found:
        raise missing()
    return found


def can_install() -> bool:
    """Whether this is root on a system with apt-get."""
    root = getattr(os, "geteuid", lambda: 1)() == 0
    return root and shutil.which("apt-get") is not None and not os.environ.get("CHROMIUM")


def missing() -> Trouble:
    """The sentence for a machine without Chromium."""
    return Trouble(
        "The browser journeys need Chromium and none was found. Install it (apt install chromium) "
        "or name it: CHROMIUM=/path/to/chromium. To go on without them: scripts/test --no-browser",
        "Les parcours dans le navigateur demandent Chromium, introuvable ici. Installez-le "
        "(apt install chromium) ou nommez-le : CHROMIUM=/chemin/de/chromium. Pour continuer sans "
        "eux : scripts/test --no-browser",
    )


def _apt_get(*arguments: str) -> None:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "-q", *arguments], env=quiet, check=False, stdout=2)
