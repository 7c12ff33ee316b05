"""What may keep the server from starting, and what to do about it."""

from __future__ import annotations

import errno
import socket
from pathlib import Path


class StartTrouble(Exception):
    """The server cannot start. Both sentences say what to do; no traceback is shown."""

    def __init__(self, english: str, french: str) -> None:
        super().__init__(f"{english}\n{french}")


def check_pages(manifest: Path) -> None:
    """Refuse to serve a game without its pages."""
    if not manifest.is_file():
        raise StartTrouble(
            "The pages of the game have not been built. Run scripts/play, or scripts/build and "
            "then this command again.",
            "Les pages du jeu ne sont pas construites. Lancez scripts/play, ou scripts/build "
            "puis cette commande.",
        )


def check_port(host: str, port: int) -> None:
    """Refuse a port that cannot be had, before anything is written."""
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        raise _no_port(host, port, error) from None
    except OverflowError:
        raise StartTrouble(
            f"{port} is not a port. Choose a number from 1024 to 65535 with --port.",
            f"{port} n'est pas un port. Choisissez un nombre de 1024 à 65535 avec --port.",
        ) from None


def port_taken(port: int) -> StartTrouble:
    """Somebody else listens there."""
    return StartTrouble(
        f"Port {port} is used by another program. Stop that program, or choose another port: "
        f"--port {port + 1}.",
        f"Le port {port} est pris par un autre programme. Arrêtez-le, ou choisissez un autre "
        f"port : --port {port + 1}.",
    )


def _no_port(host: str, port: int, error: OSError) -> StartTrouble:
    if error.errno == errno.EADDRINUSE:
        return port_taken(port)
    if error.errno == errno.EACCES:
        return StartTrouble(
            f"This system keeps port {port} for itself. Choose one above 1023, for example "
            "--port 8000.",
            f"Ce système garde le port {port} pour lui. Choisissez-en un au-dessus de 1023, par "
            "exemple --port 8000.",
        )
    return StartTrouble(
        f"This machine has no address {host}. Leave --host out, or use --lan for all of its "
        "addresses.",
        f"Cette machine n'a pas l'adresse {host}. Retirez --host, ou utilisez --lan pour toutes "
        "ses adresses.",
    )


def record_trouble(folder: Path, error: Exception) -> StartTrouble:
    """The record cannot be opened or brought up to date."""
    return StartTrouble(
        f"The record in {folder} cannot be opened ({error}). Is the disk full, or was this "
        "folder written by a newer version? Nothing was changed; choose another folder with "
        "--data FOLDER, or start the newer version.",
        f"Le registre dans {folder} ne peut être ouvert ({error}). Le disque est-il plein, ou "
        "ce dossier vient-il d'une version plus récente ? Rien n'a été changé ; choisissez un "
        "autre dossier avec --data DOSSIER, ou lancez la version plus récente.",
    )
