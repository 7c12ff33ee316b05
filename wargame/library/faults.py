"""What is wrong with a fixture: where, what, and what its author does next."""

from __future__ import annotations

from collections.abc import Iterable

from wargame.rules.scenario import Text


class LibraryError(Exception):
    """One fault of a fixture.

    `file` is the name as the author gave it, `line` counts from 1 (0: the file as a whole),
    `what` says what is wrong and `remedy` what to do, each in English and French. `others` are
    the further faults of the same file, in the order of their lines.
    """

    def __init__(self, file: str, line: int, what: Text, remedy: Text) -> None:
        super().__init__(file, line, what, remedy)
        self.file = file
        self.line = line
        self.what = what
        self.remedy = remedy
        self.others: tuple[LibraryError, ...] = ()

    @property
    def place(self) -> str:
        """`file:line`, as editors and terminals know it."""
        return f"{self.file}:{self.line}" if self.line else self.file

    def sentences(self) -> Text:
        """Place, fault and remedy, one line per language."""
        return Text(
            en=f"{self.place}: {self.what.en} {self.remedy.en}",
            fr=f"{self.place}: {self.what.fr} {self.remedy.fr}",
        )

    def all(self) -> tuple[LibraryError, ...]:
        """This fault and the others of its file."""
        return (self, *self.others)

    def __str__(self) -> str:
        both = self.sentences()
        return f"{both.en}\n{both.fr}"


def refuse(faults: Iterable[LibraryError]) -> None:
    """Raise the first of these faults, by line, with the others behind it; none: do nothing."""
    in_order = sorted(faults, key=lambda fault: fault.line)
    if in_order:
        in_order[0].others = tuple(in_order[1:])
        raise in_order[0]
