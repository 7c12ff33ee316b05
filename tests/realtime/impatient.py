"""manage.py with small windows and little patience, so that a test need not wait for 15 s."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from wargame.realtime import window

window.MOST_FRAMES = 6
window.PATIENCE_S = 0.5

if __name__ == "__main__":
    from manage import main

    main()
