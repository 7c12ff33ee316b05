"""One server a data folder. Two would both believe that they hold the record."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

NAME = "serve.lock"
_BYTE = 1 << 20
"""On Windows a locked byte cannot be read, so one far behind the text is locked."""


class FolderLock:
    """A lock that the system gives back when its holder ends, however it ends.

    The file says, as JSON, where the holder can be reached; it is read only while it is locked.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / NAME
        self._handle: int | None = None

    def take(self) -> bool:
        """Take the lock; False when another process has it."""
        handle = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600)
        if not _try_lock(handle):
            os.close(handle)
            return False
        self._handle = handle
        self.write({})
        return True

    def write(self, addresses: dict[str, Any]) -> None:
        """Tell a second start where this one can be reached."""
        if self._handle is None:
            raise RuntimeError("the lock is not taken")
        os.ftruncate(self._handle, 0)
        os.lseek(self._handle, 0, os.SEEK_SET)
        os.write(self._handle, json.dumps(addresses).encode())

    def holder(self) -> dict[str, Any]:
        """Where the holder can be reached; empty while it is still starting."""
        try:
            found = json.loads(self._file.read_text(encoding="utf-8") or "{}")
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def release(self) -> None:
        """Give the lock back."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        os.lseek(handle, _BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
