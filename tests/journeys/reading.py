"""What the record says about a game; a program, because a browser's loop forbids the ORM here."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]


def read_record(folder: Path, game: str) -> dict[str, Any]:
    """The findings of a check, and the payloads of every event by kind."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.journeys.reading", game],
        cwd=REPOSITORY,
        env={
            **os.environ,
            "UNDER_SILENCE_DATA": str(folder),
            "DJANGO_SETTINGS_MODULE": "wargame.settings",
        },
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    answer: dict[str, Any] = json.loads(ran.stdout)
    return answer


def main(game: str) -> None:
    """Print the answer as JSON."""
    import django

    django.setup()
    from wargame.models import Event
    from wargame.record.verify import verify

    verdict = verify(game)
    events: dict[str, list[Any]] = {}
    for event in Event.objects.filter(game=game).order_by("number"):
        events.setdefault(event.kind, []).append(json.loads(bytes(event.payload)))
    findings = [one.what.en for one in verdict.findings]
    print(json.dumps({"findings": findings, "count": verdict.events, "events": events}))


if __name__ == "__main__":
    main(sys.argv[1])
