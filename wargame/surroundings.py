"""What the machine around the server says: flags, environment variables, data folder.

Pure where it can be, so that each refusal has a test. Every error is a SurroundingsError whose
text tells the person at the terminal what to do, in English and French.
"""

from __future__ import annotations

import importlib.util
import ipaddress
import os
import secrets
import socket
import sys
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

DEFAULT_PORT = 8000
KEY_LENGTH = 64
REDIS_SOCKET_TIMEOUT_S = 30
REDIS_CONNECT_TIMEOUT_S = 3
_SIOCGIFADDR = 0x8915
"""Linux: ask for an interface's IPv4 address."""


class SurroundingsError(ImproperlyConfigured):
    """The server cannot start as asked. The text holds both languages, one line each."""

    def __init__(self, english: str, french: str) -> None:
        super().__init__(f"{english}\n{french}")


def origins_for(port: int, addresses: Iterable[str]) -> str:
    """UNDER_SILENCE_ORIGINS for plain HTTP at this port: loopback first, then the addresses."""
    hosts = dict.fromkeys(["127.0.0.1", "localhost", *addresses])
    return ",".join(f"http://{host}:{port}" for host in hosts)


def lan_addresses() -> list[str]:
    """This machine's IPv4 addresses that phones in the same room can reach. May be empty."""
    found = [_outward_address(), *_interface_addresses(), *_named_addresses()]
    return [a for a in dict.fromkeys(found) if a and not ipaddress.ip_address(a).is_loopback]


def apply_serve_flags(arguments: Sequence[str], environ: MutableMapping[str, str]) -> None:
    """Write --port, --data, --host and --lan of `manage.py serve` into the environment.

    The settings must know them before Django loads. An origin list set by hand wins.
    """
    flags = _serve_flags(arguments)
    if "data" in flags:
        environ["UNDER_SILENCE_DATA"] = flags["data"]
    port = flags.get("port", str(DEFAULT_PORT))
    if port.isdigit() and not environ.get("UNDER_SILENCE_ORIGINS"):
        every = "lan" in flags or flags.get("host") == "0.0.0.0"
        addresses = lan_addresses() if every else [flags.get("host", "127.0.0.1")]
        environ["UNDER_SILENCE_ORIGINS"] = origins_for(int(port), addresses)


def origins(text: str) -> tuple[str, ...]:
    """Exact origins (scheme://host:port) from a comma-separated list; refuses anything vaguer.

    A wildcard would let any web page of the network speak for a signed-in player.
    """
    return tuple(dict.fromkeys(_origin(part.strip()) for part in text.split(",") if part.strip()))


def hosts(exact: Iterable[str]) -> list[str]:
    """ALLOWED_HOSTS: the host names of the origins, never a wildcard."""
    return list(dict.fromkeys(urlsplit(origin).hostname or "" for origin in exact))


def socket_sources(exact: Iterable[str]) -> list[str]:
    """The WebSocket addresses of the origins, for the content security policy."""
    return [origin.replace("http", "ws", 1) for origin in exact]


def check_debug(debug: bool, exact: Iterable[str]) -> None:
    """Refuse debug pages (they show secrets) unless every origin is this very machine."""
    if debug and not all(_is_loopback(host) for host in hosts(exact)):
        raise SurroundingsError(
            "UNDER_SILENCE_DEBUG=1 shows secrets to everybody who can reach the server. "
            "Unset it, or serve on this machine only (without --lan).",
            "UNDER_SILENCE_DEBUG=1 montre des secrets à quiconque atteint le serveur. "
            "Retirez-la, ou servez sur cette machine seulement (sans --lan).",
        )


def data_folder(path: Path) -> Path:
    """Make the data folder (only its owner may look in) and return it, absolute."""
    folder = path.expanduser().absolute()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        raise _unwritable(folder) from None
    if not os.access(folder, os.W_OK | os.X_OK):
        raise _unwritable(folder)
    return folder


def secret_key(folder: Path) -> str:
    """The signing key of this data folder, made at first use and readable by its owner only."""
    file = folder / "secret_key"
    try:
        _write_once(file, secrets.token_urlsafe(KEY_LENGTH))
        key = file.read_text(encoding="ascii").strip()
    except OSError:
        raise _unwritable(folder) from None
    if len(key) < 50:
        raise SurroundingsError(
            f"The signing key in {file} is too short. Delete that file and start again; "
            "everybody then signs in anew.",
            f"La clé dans {file} est trop courte. Supprimez ce fichier et recommencez ; "
            "chacun devra se reconnecter.",
        )
    return key


def database(url: str, folder: Path, synchronous: str = "FULL") -> dict[str, Any]:
    """Django's DATABASES entry: SQLite in the data folder, or what DATABASE_URL names."""
    if not url:
        return _sqlite(folder / "record.sqlite3", synchronous)
    parts = urlsplit(url)
    if parts.scheme == "sqlite" and len(parts.path) > 1:
        return _sqlite(Path(unquote(parts.path)), synchronous)
    if parts.scheme in ("postgres", "postgresql"):
        return _postgres(parts)
    raise SurroundingsError(
        "DATABASE_URL must look like sqlite:///folder/file.sqlite3 or "
        "postgres://user:password@host:5432/name. Unset it to use the data folder.",
        "DATABASE_URL doit ressembler à sqlite:///dossier/fichier.sqlite3 ou "
        "postgres://utilisateur:mot-de-passe@hôte:5432/nom. Retirez-la pour le dossier de données.",
    )


def channel_layer(url: str) -> dict[str, Any]:
    """Channels' CHANNEL_LAYERS entry: in memory, or Redis for several processes.

    The time-outs are written out because redis-py's own default may undercut the layer's
    blocking read and would then close every idle socket.
    """
    if not url:
        return {"BACKEND": "channels.layers.InMemoryChannelLayer"}
    host = {
        "address": url,
        "socket_timeout": REDIS_SOCKET_TIMEOUT_S,
        "socket_connect_timeout": REDIS_CONNECT_TIMEOUT_S,
    }
    return {"BACKEND": "channels_redis.core.RedisChannelLayer", "CONFIG": {"hosts": [host]}}


def flag(environ: Mapping[str, str], name: str) -> bool:
    """Whether an environment variable says yes (only the value 1 does)."""
    return environ.get(name, "") == "1"


def keep_hashed_files(headers: MutableMapping[str, str], path: str, url: str) -> None:
    """Let browsers keep a file whose name holds the hash of its content, and no other.

    Called by ServeStatic for each file. Its setting for this is not read by its middleware.
    """
    hashed = url.startswith("/static/assets/")
    headers["Cache-Control"] = "public, max-age=31536000, immutable" if hashed else "no-cache"


def _serve_flags(arguments: Sequence[str]) -> dict[str, str]:
    flags: dict[str, str] = {}
    for here, following in zip(arguments, [*arguments[1:], ""], strict=True):
        name, equals, value = here.partition("=")
        if name in ("--port", "--data", "--host"):
            flags[name[2:]] = value if equals else following
        elif here == "--lan":
            flags["lan"] = "yes"
    return flags


def _outward_address() -> str:
    # Connecting a UDP socket sends nothing; it only asks which way out the system would take.
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return ""


def _interface_addresses() -> list[str]:
    """One IPv4 address per interface, where the system tells (Linux)."""
    if sys.platform != "linux":
        return []
    import fcntl

    found: list[str] = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        for _, name in socket.if_nameindex():
            asked = name.encode()[:15].ljust(256, b"\0")
            try:
                answer = fcntl.ioctl(probe.fileno(), _SIOCGIFADDR, asked)
            except OSError:  # an interface without an IPv4 address
                continue
            found.append(socket.inet_ntoa(answer[20:24]))
    return found


def _named_addresses() -> list[str]:
    try:
        return socket.gethostbyname_ex(socket.gethostname())[2]
    except OSError:
        return []


def _origin(text: str) -> str:
    parts = urlsplit(text)
    exact = f"{parts.scheme}://{parts.netloc}"
    if parts.scheme in ("http", "https") and parts.hostname and "*" not in text and text == exact:
        return text
    raise SurroundingsError(
        f"UNDER_SILENCE_ORIGINS holds {text!r}. Write exact addresses as the browser shows them, "
        "separated by commas, for example http://192.168.1.20:8000 (no path, no *).",
        f"UNDER_SILENCE_ORIGINS contient {text!r}. Écrivez des adresses exactes comme le "
        "navigateur les montre, séparées par des virgules, par exemple http://192.168.1.20:8000 "
        "(sans chemin ni *).",
    )


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _unwritable(folder: Path) -> SurroundingsError:
    return SurroundingsError(
        f"Nothing can be written in the data folder {folder}. Give yourself the right to write "
        "there, or choose another folder with --data FOLDER.",
        f"Impossible d'écrire dans le dossier de données {folder}. Donnez-vous le droit d'y "
        "écrire, ou choisissez-en un autre avec --data DOSSIER.",
    )


def _write_once(file: Path, text: str) -> None:
    # Written beside and linked into place: a second process sees no half key and overwrites none.
    if file.exists():
        return
    draft = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as out:
        out.write(text)
    try:
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def _sqlite(file: Path, synchronous: str) -> dict[str, Any]:
    if synchronous not in ("FULL", "NORMAL"):
        raise SurroundingsError(
            "UNDER_SILENCE_SYNCHRONOUS must be FULL (the default) or NORMAL (faster; a power cut "
            "may then lose the last moves).",
            "UNDER_SILENCE_SYNCHRONOUS doit être FULL (par défaut) ou NORMAL (plus rapide ; une "
            "coupure de courant peut alors perdre les derniers coups).",
        )
    # IMMEDIATE: a deferred transaction that reads, then writes, fails at once under contention.
    options = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 5,
        "init_command": f"PRAGMA journal_mode=WAL; PRAGMA synchronous={synchronous};",
    }
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": file, "OPTIONS": options}


def _postgres(parts: SplitResult) -> dict[str, Any]:
    if importlib.util.find_spec("psycopg") is None:
        raise SurroundingsError(
            "DATABASE_URL names PostgreSQL, but its driver is not installed. Install psycopg into "
            ".venv, or unset DATABASE_URL to play on the embedded database.",
            "DATABASE_URL désigne PostgreSQL, mais son pilote n'est pas installé. Installez "
            "psycopg dans .venv, ou retirez DATABASE_URL pour la base intégrée.",
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
    }
