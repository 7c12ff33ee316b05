"""Where the database is spoken to: one writer thread and a few readers, never the loop.

Django's thread-sensitive thread is shared with every view and consumer of the process; one
slow query there freezes all sockets. The record has threads of its own.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from django.db import connections

P = ParamSpec("P")
T = TypeVar("T")

_writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="record-writer")
_readers = ThreadPoolExecutor(max_workers=4, thread_name_prefix="record-reader")


async def in_writer(call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run a database write in the process's one writer thread."""
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_writer, lambda: call(*args, **kwargs))


async def in_reader(call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run a database read in one of the process's reader threads."""
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_readers, lambda: call(*args, **kwargs))


def close_connections() -> None:
    """Close the writer's and the readers' connections; at the end of a process or a test."""
    for pool, size in ((_writer, 1), (_readers, 4)):
        for done in [pool.submit(connections.close_all) for _ in range(size * 2)]:
            done.result()
