"""manage.py with a signal that keeps every reader and the thread-sensitive thread busy for 3 s."""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

BUSY_S = 3.0
READERS = 4


def congest(*_: object) -> None:
    """Occupy all threads that a request might want, but not the writer's."""
    from asgiref.sync import SyncToAsync

    from wargame.record import threads

    for _each in range(READERS):
        threads._readers.submit(time.sleep, BUSY_S)
    SyncToAsync.single_thread_executor.submit(time.sleep, BUSY_S)


if __name__ == "__main__":
    from manage import main

    signal.signal(signal.SIGUSR1, congest)
    main()
