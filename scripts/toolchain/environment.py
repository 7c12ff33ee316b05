"""The virtual environment: made once, filled from the locks, left alone while they stay."""

from __future__ import annotations

import contextlib
import importlib.util
import platform
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from toolchain import stamps
from toolchain.places import PYTHON, REPOSITORY, VENV
from toolchain.trouble import Trouble, say

NEEDED_PYTHON = (3, 11)
LOCKS = ("requirements", "requirements-dev", "requirements-node")
NETWORK_SIGNS = (
    "NewConnectionError",
    "ConnectTimeoutError",
    "Temporary failure in name resolution",
    "Name or service not known",
    "ProxyError",
    "Network is unreachable",
    "ReadTimeoutError",
    "SSLError",
    "No matching distribution found",
)


def ensure(*locks: str) -> None:
    """Bring .venv to what the named locks say ("requirements" and its sisters).

    Raises Trouble with a sentence when Python is too old, python3-venv is missing, the folder
    cannot be written or packages cannot be fetched. Does nothing (in milliseconds) when current.
    """
    check_python(sys.version_info[:2])
    if all(_is_current(lock) for lock in locks):
        return
    with one_at_a_time():
        _ensure_venv()
        for lock in locks:
            if not _is_current(lock):
                _install(lock)


def check_python(version: tuple[int, int]) -> None:
    """Raise Trouble for a Python (major, minor) older than 3.11."""
    if version >= NEEDED_PYTHON:
        return
    found = ".".join(map(str, version))
    raise Trouble(
        f"This is Python {found}; Under Silence needs Python 3.11 or newer. "
        "Install it and start again with it, for example: python3.11 scripts/play",
        f"Vous avez Python {found} ; Under Silence demande Python 3.11 ou plus récent. "
        "Installez-le et relancez avec lui, par exemple : python3.11 scripts/play",
    )


def no_venv() -> Trouble:
    """The sentence for a Python that cannot make a virtual environment (bare Debian)."""
    return Trouble(
        "Python cannot make a virtual environment here: python3-venv is missing. "
        "Install it, then start again: apt install python3-venv",
        "Python ne peut pas créer d'environnement virtuel ici : python3-venv manque. "
        "Installez-le, puis recommencez : apt install python3-venv",
    )


def unwritable(folder: Path) -> Trouble:
    """The sentence for a clone in which nothing can be written."""
    return Trouble(
        f"Nothing can be written in {folder}. Give yourself the right to write there, "
        "or clone the repository into a folder of your own.",
        f"Impossible d'écrire dans {folder}. Donnez-vous le droit d'y écrire, "
        "ou clonez le dépôt dans un dossier qui vous appartient.",
    )


def pip_failed(output: str, log: Path) -> Trouble:
    """The sentence for a failed installation, told apart by what pip wrote."""
    if "No space left" in output:
        return Trouble(
            "The disk is full: packages need about 600 MB. Free some space, then start again.",
            "Le disque est plein : il faut environ 600 Mo. Libérez de la place, puis recommencez.",
        )
    if "DO NOT MATCH THE HASHES" in output:
        return Trouble(
            "A downloaded package is not the one this version was tested with, so it was refused. "
            f"Start again; if it stays so, tell your network's keeper. Details: {log}",
            "Un paquet téléchargé n'est pas celui avec lequel cette version a été testée ; il a "
            f"été refusé. Recommencez ; sinon, prévenez l'administrateur. Détails : {log}",
        )
    if any(sign in output for sign in NETWORK_SIGNS):
        return Trouble(
            "The Python packages could not be downloaded. The first start needs the internet (or "
            f"your organisation's package mirror): check it, then start again. Details: {log}",
            "Les paquets Python n'ont pas pu être téléchargés. Le premier lancement demande "
            "internet (ou le miroir de votre organisation) : vérifiez-le, puis recommencez. "
            f"Détails : {log}",
        )
    return Trouble(
        f"The Python packages could not be installed. What pip said is in {log}",
        f"Les paquets Python n'ont pas pu être installés. Le message de pip est dans {log}",
    )


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Wait until no other script is changing this clone's environment or bundle.

    Two scripts may start in the same second (play in one terminal, test in another). Where the
    system has no fcntl (Windows) nothing is locked.
    """
    lock = REPOSITORY / ".venv.lock"
    try:
        lock.touch()
    except OSError:
        raise unwritable(REPOSITORY) from None
    with lock.open("w", encoding="ascii") as handle:
        with contextlib.suppress(ImportError):
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _stamp(lock: str) -> Path:
    return VENV / f".{lock}.stamp"


def _wanted(lock: str) -> str:
    file = REPOSITORY / f"{lock}.txt"
    return stamps.digest([file], REPOSITORY, platform.python_version()[:4])


def _is_current(lock: str) -> bool:
    return PYTHON.exists() and stamps.is_current(_stamp(lock), _wanted(lock))


def _ensure_venv() -> None:
    made = VENV / ".made"
    version = platform.python_version()[:4]
    if PYTHON.exists() and stamps.is_current(made, version):
        return
    if importlib.util.find_spec("ensurepip") is None:
        raise no_venv()
    say("Making the Python environment …")
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise _venv_failed(done.stdout + done.stderr)
    stamps.put(made, version)


def _venv_failed(output: str) -> Trouble:
    if "ensurepip" in output:
        return no_venv()
    if "Permission denied" in output or "Read-only" in output:
        return unwritable(REPOSITORY)
    last = output.strip().splitlines()[-1:] or ["?"]
    return Trouble(
        f"The Python environment could not be made: {last[0]}",
        f"L'environnement Python n'a pas pu être créé : {last[0]}",
    )


def _install(lock: str) -> None:
    say(f"Installing what {lock}.txt lists (downloads the first time) …")
    log = VENV / f"{lock}.log"
    done = subprocess.run(_pip_command(lock), capture_output=True, text=True, check=False)
    output = done.stdout + done.stderr
    log.write_text(output, encoding="utf-8")
    if done.returncode != 0:
        raise pip_failed(output, log)
    stamps.put(_stamp(lock), _wanted(lock))


def _pip_command(lock: str) -> Sequence[str]:
    options = ["--require-hashes", "--no-input", "--disable-pip-version-check", "--retries", "2"]
    return [str(PYTHON), "-m", "pip", "install", *options, "-r", str(REPOSITORY / f"{lock}.txt")]
