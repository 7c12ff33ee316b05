"""What a person reads when set-up cannot go on: one sentence per language, never a traceback."""

from __future__ import annotations

import sys
from collections.abc import Callable


class Trouble(Exception):
    """Set-up cannot go on. Holds what happened and what to do next, in English and French."""

    def __init__(self, english: str, french: str) -> None:
        super().__init__(english)
        self.english = english
        self.french = french

    def sentence(self) -> str:
        """Both languages, English first, one paragraph each."""
        return f"{self.english}\n{self.french}"


def say(line: str) -> None:
    """One line of progress. Standard error, so that --json keeps standard output to itself."""
    print(line, file=sys.stderr, flush=True)


def run(main: Callable[[], int]) -> None:
    """Run a script's main and leave with its exit code; trouble becomes its sentence and 1."""
    try:
        code = main()
    except Trouble as trouble:
        say(f"\n{trouble.sentence()}")
        code = 1
    except KeyboardInterrupt:
        say("\nStopped. / Arrêté.")
        code = 130
    sys.exit(code)
