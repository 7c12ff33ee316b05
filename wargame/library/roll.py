"""The roll of the Alliance: who is a member at a date."""

from __future__ import annotations

import msgspec

from wargame.library.faults import LibraryError, refuse
from wargame.library.marked import mark
from wargame.library.shapes import Lines, shape
from wargame.rules.scenario import Ally, Source, Text


class Member(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One ally of the roll. `joined` is the year of accession."""

    seat: str
    name: Text
    joined: int


class Roll(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The members of the Alliance at `as_of`, in the order of their English names."""

    as_of: str
    basis: Source
    members: tuple[Member, ...]

    def at(self, date: str) -> tuple[Ally, ...]:
        """The members in the year of `date` (YYYY-MM-DD), as the law seats them."""
        year = int(date[:4])
        return tuple(Ally(m.seat, m.name) for m in self.members if m.joined <= year)


def read_roll(text: str, file: str) -> Roll:
    """The roll that `text` holds. Raises LibraryError."""
    lines = Lines(file)
    roll = shape(mark(text, file), Roll, lines)
    refuse(_code_faults(roll, lines))
    return roll


def _code_faults(roll: Roll, lines: Lines) -> list[LibraryError]:
    seen: set[str] = set()
    faults = []
    for index, member in enumerate(roll.members):
        where = ("members", index, "seat")
        if not _is_alpha3(member.seat):
            faults.append(lines.fault(where, *_no_alpha3(member.seat)))
        elif member.seat in seen:
            faults.append(lines.fault(where, *twice(member.seat)))
        seen.add(member.seat)
    return faults


def _is_alpha3(code: str) -> bool:
    return len(code) == 3 and code.isascii() and code.isupper()


def _no_alpha3(code: str) -> tuple[Text, Text]:
    return (
        Text(en=f'"{code}" is not an alpha-3 code.', fr=f"« {code} » n'est pas un code alpha-3."),
        Text(
            en="Write the three capital letters of ISO 3166, for example POL.",
            fr="Écrivez les trois majuscules de la norme ISO 3166, par exemple POL.",
        ),
    )


def twice(name: str) -> tuple[Text, Text]:
    """Fault and remedy of an id or code that may stand once only."""
    return (
        Text(
            en=f'"{name}" stands here a second time.', fr=f"« {name} » figure ici une seconde fois."
        ),
        Text(en="Rename it or remove it.", fr="Renommez-le ou retirez-le."),
    )
