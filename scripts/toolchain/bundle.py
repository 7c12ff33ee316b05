"""The front end's bundle: npm ci and vite build, skipped while their sources stay as they are."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from toolchain import environment, node, stamps
from toolchain.places import DIST, FRONTEND, VENV
from toolchain.trouble import Trouble, say

MADE_HERE = {"node_modules", "dist"}
PACKAGES_STAMP = FRONTEND / "node_modules" / ".stamp"
# Inside dist, because vite empties it: a build made by hand takes the stamp with it.
BUILD_STAMP = DIST / ".stamp"
NETWORK_SIGNS = (
    "ENOTFOUND",
    "EAI_AGAIN",
    "ECONNREFUSED",
    "ECONNRESET",
    "ETIMEDOUT",
    "UNABLE_TO_GET_ISSUER_CERT",
    "SELF_SIGNED_CERT",
    "ERR_SOCKET_TIMEOUT",
)


def ensure(force: bool = False) -> None:
    """Bring frontend/dist to what its sources say. Raises Trouble with a sentence."""
    if is_current() and not force:
        return
    tools = node.find()
    with environment.one_at_a_time():
        if is_current() and not force:
            return
        _packages(tools)
        say("Building the pages …")
        _run([*tools.node, str(_vite()), "build"], "build.log", _build_failed)
        stamps.put(BUILD_STAMP, _sources())


def ensure_packages() -> node.Node:
    """Install the front end's packages when its lock has changed; returns the Node to use."""
    tools = node.find()
    with environment.one_at_a_time():
        _packages(tools)
    return tools


def is_current() -> bool:
    """Whether the bundle is there and made from exactly these sources."""
    return (DIST / "manifest.json").exists() and stamps.is_current(BUILD_STAMP, _sources())


def sources(folder: Path) -> Iterator[Path]:
    """Every file the bundle is made from: all below folder but what was made there."""
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name not in MADE_HERE]
        yield from (Path(here) / name for name in files)


def npm_failed(output: str, log: Path) -> Trouble:
    """The sentence for a failed npm ci."""
    if any(sign in output for sign in NETWORK_SIGNS):
        return Trouble(
            "The front end's packages could not be downloaded. The first start needs the internet "
            f"(npm has its own proxy settings): check it, then start again. Details: {log}",
            "Les paquets de l'interface n'ont pas pu être téléchargés. Le premier lancement "
            "demande internet (npm a ses propres réglages de proxy) : vérifiez-le, puis "
            f"recommencez. Détails : {log}",
        )
    return Trouble(
        f"The front end's packages could not be installed. What npm said is in {log}",
        f"Les paquets de l'interface n'ont pas pu être installés. Le message de npm est dans {log}",
    )


def _build_failed(output: str, log: Path) -> Trouble:
    return Trouble(
        f"The pages could not be built. What Vite said is in {log}",
        f"Les pages n'ont pas pu être construites. Le message de Vite est dans {log}",
    )


def _sources() -> str:
    return stamps.digest(sources(FRONTEND), FRONTEND)


def _packages(tools: node.Node) -> None:
    locks = [FRONTEND / name for name in ("package.json", "package-lock.json", ".npmrc")]
    wanted = stamps.digest(locks, FRONTEND)
    if stamps.is_current(PACKAGES_STAMP, wanted):
        return
    say("Installing the front end's packages (downloads the first time) …")
    patience = ["--fetch-retries=2", "--fetch-retry-mintimeout=1000"]
    _run([*tools.npm, "ci", "--no-audit", "--no-fund", *patience], "npm.log", npm_failed)
    stamps.put(PACKAGES_STAMP, wanted)


def _vite() -> Path:
    return FRONTEND / "node_modules" / "vite" / "bin" / "vite.js"


def _run(command: Sequence[str], log_name: str, trouble: Callable[[str, Path], Trouble]) -> None:
    log = VENV / log_name
    done = subprocess.run(
        command,
        cwd=FRONTEND,
        env=with_node(command[0]),
        capture_output=True,
        text=True,
        check=False,
    )
    output = done.stdout + done.stderr
    log.write_text(output, encoding="utf-8")
    if done.returncode != 0:
        raise trouble(output, log)


def with_node(program: str) -> dict[str, str]:
    """The environment with this Node first on the path, for scripts that start `node`.

    Schools often sign traffic with a certificate of their own: Node is told to trust what the
    system trusts.
    """
    path = os.pathsep.join([str(Path(program).parent), os.environ.get("PATH", "")])
    return {"NODE_USE_SYSTEM_CA": "1", **os.environ, "PATH": path}
