"""The server's settings on a temporary data folder, so that no test touches a real game."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

_folder = tempfile.mkdtemp(prefix="under-silence-test-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)

# Before the settings are read: nothing of the developer's shell may reach a test.
for _name in ("UNDER_SILENCE_ORIGINS", "UNDER_SILENCE_DEBUG", "DATABASE_URL", "REDIS_URL"):
    os.environ.pop(_name, None)
os.environ["UNDER_SILENCE_DATA"] = _folder

from wargame.settings import *  # noqa: E402, F403
from wargame.settings import ALLOWED_HOSTS, DATA, DATABASES  # noqa: E402

# A file, not memory: consumers and threads open connections of their own.
DATABASES["default"]["TEST"] = {"NAME": str(DATA / "test.sqlite3")}
ALLOWED_HOSTS = [*ALLOWED_HOSTS, "testserver"]

# Signing in is no subject of most tests, and PBKDF2 is slow on purpose.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
