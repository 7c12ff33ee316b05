"""Where things lie in a clone."""

from __future__ import annotations

import os
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
VENV = REPOSITORY / ".venv"
FRONTEND = REPOSITORY / "frontend"
DIST = FRONTEND / "dist"

# Windows keeps a virtual environment's programs in Scripts, everybody else in bin.
PROGRAMS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = PROGRAMS / ("python.exe" if os.name == "nt" else "python")
