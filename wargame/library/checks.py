"""What a scenario of the right shape may still get wrong: names that lead nowhere, empty seats.

Each check yields faults at the line the author has to change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from wargame.library.faults import LibraryError
from wargame.library.roll import twice
from wargame.library.shapes import Lines, Path
from wargame.library.timings import timing_faults
from wargame.rules import compartments
from wargame.rules.scenario import Delivery, Inject, Line, Scenario, SeatBrief, Starter, Text

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
_SHARED = (
    compartments.PUBLIC,
    compartments.COUNCIL,
    compartments.CHAIR,
    compartments.RED,
    compartments.WHITE,
)
AIMS = (2, 4)
"""How many aims the instructions of a cast seat hold (rules 1.5)."""
RED_LINES = (1, 2)
PARAGRAPHS = (1, 24)
"""How many paragraphs a text on the table may have."""
LONGEST_PARAGRAPH = 2000
"""Characters; a longer wording could be read but not tabled."""
LONGEST_TITLE = 280
"""Characters, for the same reason."""
MIDDLE = "middle"
"""The starter that the automatic chair tables if nobody wrote a draft (rules 1.2)."""


def faults_of(scenario: Scenario, lines: Lines) -> Iterator[LibraryError]:
    """Every fault of the scenario, in no order."""
    yield from _id_faults(scenario, lines)
    yield from _seat_faults(scenario, lines)
    yield from _brief_faults(scenario, lines)
    yield from _inject_faults(scenario, lines)
    yield from _starter_faults(scenario.starters, lines)
    yield from timing_faults(scenario, lines)


def _id_faults(scenario: Scenario, lines: Lines) -> Iterator[LibraryError]:
    stem = PurePath(lines.file).stem
    if not _ID.fullmatch(scenario.id):
        yield lines.fault(("id",), *_no_id(scenario.id))
    elif scenario.id != stem:
        yield lines.fault(("id",), *_other_id(scenario.id, stem))
    injects = [inject.id for inject in scenario.injects]
    starters = [starter.id for starter in scenario.starters]
    for group, names in (("injects", injects), ("starters", starters)):
        for index, name in enumerate(names):
            if not _ID.fullmatch(name):
                yield lines.fault((group, index, "id"), *_no_id(name))
            if name in names[:index]:
                yield lines.fault((group, index, "id"), *twice(name))


def _seat_faults(scenario: Scenario, lines: Lines) -> Iterator[LibraryError]:
    known = _codes(scenario)
    named = tuple(brief.seat for brief in scenario.briefs)
    yield from _code_faults(known, known, ("allies",), lines)
    yield from _code_faults(scenario.cast, known, ("cast",), lines)
    yield from _code_faults(named, known, ("briefs",), lines)
    for seat in known:
        if seat not in named:
            yield lines.fault(_place_of(seat, scenario), *_no_brief(seat))


def _code_faults(
    seats: Sequence[str], known: Sequence[str], group: Path, lines: Lines
) -> Iterator[LibraryError]:
    for index, seat in enumerate(seats):
        path = (*group, index, "seat")
        if seat not in known:
            yield lines.fault(path, *_no_ally(seat))
        elif seat in seats[:index]:
            yield lines.fault(path, *twice(seat))


def _place_of(seat: str, scenario: Scenario) -> Path:
    cast = scenario.cast
    return ("cast", cast.index(seat)) if seat in cast else ("briefs",)


def _brief_faults(scenario: Scenario, lines: Lines) -> Iterator[LibraryError]:
    for index, brief in enumerate(scenario.briefs):
        cast = brief.seat in scenario.cast
        aims = (("briefs", index, "aims"), brief.aims, AIMS, _AIMS)
        red_lines = (("briefs", index, "red_lines"), brief.red_lines, RED_LINES, _RED_LINES)
        for path, given, bounds, name in (aims, red_lines):
            if not _fits(given, bounds, must=cast):
                yield lines.fault(path, *_count(brief, name, len(given), bounds))


def _fits(given: Sequence[Line], bounds: tuple[int, int], *, must: bool) -> bool:
    low, high = bounds
    return (low if must else 0) <= len(given) <= high


def _inject_faults(scenario: Scenario, lines: Lines) -> Iterator[LibraryError]:
    for index, inject in enumerate(scenario.injects):
        where: Path = ("injects", index)
        yield from _plan_faults(inject, where, lines)
        for number, delivery in enumerate(inject.deliveries):
            at = (*where, "deliveries", number)
            yield from _delivery_faults(delivery, at, _codes(scenario), lines)


def _plan_faults(inject: Inject, where: Path, lines: Lines) -> Iterator[LibraryError]:
    if not inject.deliveries:
        yield lines.fault((*where, "deliveries"), *_no_deliveries(inject.id))
    if inject.planned_ms is not None and inject.planned_ms < 0:
        yield lines.fault((*where, "planned_ms"), *_PAST)


def _delivery_faults(
    delivery: Delivery, at: Path, codes: Sequence[str], lines: Lines
) -> Iterator[LibraryError]:
    if not _is_compartment(delivery.to, codes):
        yield lines.fault((*at, "to"), *_no_compartment(delivery.to))
    elif delivery.form == "cable" and not delivery.to.startswith(compartments.delegation("")):
        yield lines.fault((*at, "to"), *_CABLE_TO_MANY)
    for number, target in enumerate(delivery.targets):
        if target not in codes:
            yield lines.fault((*at, "targets", number), *_no_ally(target))
    if delivery.targets and delivery.form != "incident":
        yield lines.fault((*at, "targets"), *_TARGETS_OF_NOTHING)


def _is_compartment(name: str, codes: Sequence[str]) -> bool:
    private = (inside(code) for code in codes for inside in _PRIVATE)
    return name in _SHARED or name in private


_PRIVATE = (compartments.delegation, compartments.ear)


def _starter_faults(starters: Sequence[Starter], lines: Lines) -> Iterator[LibraryError]:
    if starters and MIDDLE not in (starter.id for starter in starters):
        yield lines.fault(("starters",), *_NO_MIDDLE)
    for index, starter in enumerate(starters):
        low, high = PARAGRAPHS
        path: Path = ("starters", index, "paragraphs")
        if not low <= len(starter.paragraphs) <= high:
            yield lines.fault(path, *_paragraphs(len(starter.paragraphs)))
        if _length(starter.title) > LONGEST_TITLE:
            yield lines.fault(("starters", index, "title"), *_too_long(LONGEST_TITLE))
        for number, words in enumerate(starter.paragraphs):
            if _length(words) > LONGEST_PARAGRAPH:
                yield lines.fault((*path, number), *_too_long(LONGEST_PARAGRAPH))


def _length(words: Text) -> int:
    return max(len(words.en), len(words.fr))


def _codes(scenario: Scenario) -> tuple[str, ...]:
    return tuple(ally.seat for ally in scenario.allies)


def _no_id(name: str) -> tuple[Text, Text]:
    return (
        Text(en=f'"{name}" cannot be an id.', fr=f"« {name} » ne peut pas être un identifiant."),
        Text(
            en="Use small letters, digits and hyphens, at most 80, for example second-swarm.",
            fr="Utilisez minuscules sans accent, chiffres et traits d'union, 80 au plus, par "
            "exemple second-essaim.",
        ),
    )


def _other_id(name: str, stem: str) -> tuple[Text, Text]:
    return (
        Text(
            en=f'The id "{name}" is not the name of the file.',
            fr=f"L'identifiant « {name} » n'est pas le nom du fichier.",
        ),
        Text(
            en=f"Write id: {stem}, or rename the file to {name}.yaml.",
            fr=f"Écrivez id: {stem}, ou renommez le fichier en {name}.yaml.",
        ),
    )


def _no_ally(code: str) -> tuple[Text, Text]:
    return (
        Text(
            en=f'"{code}" is no ally at the scenario\'s date.',
            fr=f"« {code} » n'est pas un allié à la date du scénario.",
        ),
        Text(
            en="Use a three-letter code of fixtures/allies.yaml, for example POL.",
            fr="Utilisez un code à trois lettres de fixtures/allies.yaml, par exemple POL.",
        ),
    )


def _no_brief(code: str) -> tuple[Text, Text]:
    return (
        Text(
            en=f"{code} has no brief, and every seat a person may take needs one.",
            fr=f"{code} n'a pas d'instructions, et tout siège qu'on peut prendre en demande.",
        ),
        Text(
            en="Add one under briefs, or write other_seats once for all seats without a brief.",
            fr="Ajoutez-les sous briefs, ou écrivez une fois other_seats pour tous les sièges qui "
            "n'en ont pas.",
        ),
    )


_AIMS = Text(en="aims", fr="d'objectifs")
_RED_LINES = Text(en="red lines", fr="de lignes rouges")


def _count(brief: SeatBrief, name: Text, given: int, bounds: tuple[int, int]) -> tuple[Text, Text]:
    low, high = bounds
    few = given < low
    return (
        Text(
            en=f"{brief.seat} has too {'few' if few else 'many'} {name.en} ({given}).",
            fr=f"{brief.seat} a {'trop peu' if few else 'trop'} {name.fr} ({given}).",
        ),
        Text(
            en=f"A seat of the cast has {low} to {high}, any other at most {high}.",
            fr=f"Un siège de la distribution en a de {low} à {high}, tout autre {high} au plus.",
        ),
    )


def _no_deliveries(name: str) -> tuple[Text, Text]:
    return (
        Text(en=f'The inject "{name}" delivers nothing.', fr=f"L'inject « {name} » ne livre rien."),
        Text(
            en="Add at least one delivery (to, form, title, body), or remove the inject.",
            fr="Ajoutez au moins une livraison (to, form, title, body), ou retirez l'inject.",
        ),
    )


_PAST = (
    Text(en="A planned reading cannot be negative.", fr="Une lecture prévue n'est pas négative."),
    Text(
        en="Count milliseconds from the start of the game clock: 90_000 is 1:30.",
        fr="Comptez en millisecondes depuis le départ de l'horloge du jeu : 90_000 font 1:30.",
    ),
)


def _no_compartment(name: str) -> tuple[Text, Text]:
    shared = ", ".join(_SHARED)
    return (
        Text(
            en=f'"{name}" is no compartment.',
            fr=f"« {name} » n'est pas un compartiment.",
        ),
        Text(
            en=f"Use {shared}, or delegation/POL or ear/POL with the code of an ally.",
            fr=f"Utilisez {shared}, ou delegation/POL ou ear/POL avec le code d'un allié.",
        ),
    )


_CABLE_TO_MANY = (
    Text(
        en="A cable goes to one delegation only.",
        fr="Un câble ne va qu'à une délégation.",
    ),
    Text(
        en="Write to: delegation/POL, or make it form: news.",
        fr="Écrivez to: delegation/POL, ou faites-en form: news.",
    ),
)
_TARGETS_OF_NOTHING = (
    Text(en="Only an incident has targets.", fr="Seul un incident a des cibles (targets)."),
    Text(
        en="Remove targets, or make it form: incident.",
        fr="Retirez targets, ou faites-en form: incident.",
    ),
)
_NO_MIDDLE = (
    Text(
        en=f'No starter has the id "{MIDDLE}".',
        fr=f"Aucune première rédaction n'a l'identifiant « {MIDDLE} ».",
    ),
    Text(
        en="Name one so: the automatic chair tables it if nobody wrote a draft.",
        fr="Nommez-en une ainsi : la présidence automatique la dépose si personne n'a rédigé.",
    ),
)


def _paragraphs(given: int) -> tuple[Text, Text]:
    low, high = PARAGRAPHS
    return (
        Text(en=f"{given} paragraphs stand here.", fr=f"Il y a ici {given} paragraphes."),
        Text(en=f"Write {low} to {high}.", fr=f"Écrivez-en de {low} à {high}."),
    )


def _too_long(most: int) -> tuple[Text, Text]:
    return (
        Text(
            en=f"These words are longer than {most} characters.",
            fr=f"Ce texte dépasse {most} caractères.",
        ),
        Text(en="Shorten or split them.", fr="Raccourcissez-le ou coupez-le en deux."),
    )
