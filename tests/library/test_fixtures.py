"""The house's own fixtures load, are complete in both languages, and say what is true."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from wargame.library import allies, broken_scenarios, list_scenarios, load_scenario
from wargame.library.shelf import FIXTURES
from wargame.rules.scenario import Delivery, Scenario, Text

FILES = sorted(FIXTURES.rglob("*.yaml"))
CAST = ("USA", "GBR", "FRA", "DEU", "POL", "EST", "TUR", "ESP", "ITA", "ROU", "SVK", "DNK")
MOST_WORDS = {"en": 60, "fr": 75}
"""What one screen holds; French needs a quarter more."""
OFFICIALS = """
    Rutte Stoltenberg White Trump Biden Rubio Hegseth Grynkewich Cavoli Whitaker Tusk Nawrocki
    Sikorski Duda Michal Karis Tsahkna Pistorius Merz Scholz Macron Starmer Meloni Erdogan Erdoğan
    Sánchez Sanchez Fico Babiš Babis Fiala Orban Orbán Magyar Francken Stubb Frederiksen Nausėda
    Putin Lavrov Peskov Lukashenko Zelensky Zelenskyy Zelenskyi Sybiha Powell Taylor Buckley Dodik
    Schoof Brekelmans Kallas Leyen
"""
"""Officials of the day and of the sources: roles play here, never persons."""


@pytest.fixture(scope="module")
def drones() -> Scenario:
    return load_scenario("drones-over-poland")


@pytest.fixture(scope="module")
def swarm(drones: Scenario) -> tuple[Delivery, ...]:
    return next(inject.deliveries for inject in drones.injects if inject.id == "swarm")


def texts(value: object) -> Iterator[Text]:
    """Every text inside a struct, however deep."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from texts(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)


def english(scenario: Scenario) -> str:
    return " ".join(text.en for text in texts(scenario))


def test_every_scenario_of_the_house_can_be_played() -> None:
    assert broken_scenarios() == ()
    assert {head.name for head in list_scenarios()} >= {"drones-over-poland", "practice"}


def test_the_alliance_has_thirty_two_members_in_the_order_of_their_english_names() -> None:
    names = [ally.name.en for ally in allies("2025-09-10")]
    assert len(names) == 32
    assert names == sorted(names, key=lambda name: name.replace("ü", "u"))


def test_before_its_accession_sweden_does_not_sit() -> None:
    assert "SWE" not in {ally.seat for ally in allies("2023-06-01")}


@pytest.mark.parametrize("name", ["drones-over-poland", "practice"])
def test_all_thirty_two_seats_have_aims_and_red_lines(name: str) -> None:
    briefs = load_scenario(name).briefs
    assert len(briefs) == 32
    assert all(2 <= len(b.aims) <= 4 and 1 <= len(b.red_lines) <= 2 for b in briefs)
    assert {b.basis.grade for b in briefs} == {"J"}


def test_the_cast_fills_in_the_order_that_was_played_on_paper(drones: Scenario) -> None:
    assert drones.cast == CAST


def test_the_swarm_says_nineteen_by_warsaw_s_count_and_that_others_count_more(
    swarm: tuple[Delivery, ...],
) -> None:
    incident = swarm[0]
    assert "19 times by Warsaw's count" in incident.body.en
    assert "19 fois" in incident.body.fr
    assert "20 or 21" in incident.body.en
    assert "three or four drones were shot down" in incident.body.en
    assert (incident.to, incident.form, incident.targets) == ("public", "incident", ("POL",))


def test_the_swarm_brings_poland_a_cable_that_nobody_else_reads(
    swarm: tuple[Delivery, ...],
) -> None:
    assert [(d.to, d.form) for d in swarm[1:]] == [("delegation/POL", "cable")]


def test_nobody_claims_that_nineteen_drones_came(drones: Scenario) -> None:
    assert not re.search(r"\b(19|nineteen) drones", english(drones))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_eastern_sentry_is_an_activity_and_no_operation(file: Path) -> None:
    assert not re.search(r"op[eé]ration\W+eastern", file.read_text(encoding="utf-8"), re.I)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_official_is_named(file: Path) -> None:
    words = set(re.findall(r"[^\W\d_]+", file.read_text(encoding="utf-8")))
    assert not words & set(OFFICIALS.split())


def test_the_record_says_that_no_broken_silence_is_known(drones: Scenario) -> None:
    assert drones.record is not None
    assert "no public evidence that silence was broken" in " ".join(drones.record.en.split())


def test_nobody_says_that_the_council_must_meet_at_once(drones: Scenario) -> None:
    assert not re.search(r"must meet|has to meet|immediately", english(drones))


def test_the_middle_wording_keeps_its_phrases_from_the_lexicon(drones: Scenario) -> None:
    (middle,) = [starter for starter in drones.starters if starter.id == "middle"]
    words = " ".join(paragraph.en for paragraph in middle.paragraphs)
    for phrase in ("assessment is ongoing", "not an isolated incident", "full solidarity"):
        assert phrase in words
    assert "Russia" not in words


def test_three_wordings_of_four_paragraphs_lie_ready(drones: Scenario) -> None:
    assert [(s.id, len(s.paragraphs)) for s in drones.starters] == [
        ("soft", 4),
        ("middle", 4),
        ("firm", 4),
    ]


def test_the_lengths_are_those_of_the_lesson_of_forty_five_minutes(drones: Scenario) -> None:
    rules = drones.house_rules
    assert (rules.opening_lead_ms, rules.silence_first_ms, rules.silence_later_ms) == (
        60_000,
        150_000,
        120_000,
    )
    assert (rules.silence_shortest_ms, rules.breaks_to_fall_back) == (90_000, 2)


@pytest.mark.parametrize("name", ["drones-over-poland", "practice"])
def test_what_is_delivered_fits_one_screen(name: str) -> None:
    for inject in load_scenario(name).injects:
        for delivery in inject.deliveries:
            assert len(delivery.body.en.split()) <= MOST_WORDS["en"], inject.id
            assert len(delivery.body.fr.split()) <= MOST_WORDS["fr"], inject.id


@pytest.mark.parametrize("name", ["drones-over-poland", "practice"])
def test_no_two_languages_are_the_same_words(name: str) -> None:
    scenario = load_scenario(name)
    told = [text for text in texts(scenario) if text not in {a.name for a in scenario.allies}]
    assert [text.en for text in told if text.en == text.fr] == []


@pytest.mark.parametrize("name", ["drones-over-poland", "practice"])
def test_french_keeps_its_space_before_high_punctuation(name: str) -> None:
    for text in texts(load_scenario(name)):
        assert not re.search(r"[^\W\d_] ?[;?!»]|\w :", text.fr.replace("\u00a0", "~")), text.fr


def test_practice_is_quick_and_about_nothing() -> None:
    rules = load_scenario("practice").house_rules
    assert (rules.opening_lead_ms, rules.silence_first_ms, rules.silence_later_ms) == (
        5_000,
        20_000,
        15_000,
    )
    assert rules.silence_shortest_ms == 5_000
    assert not re.search(r"drone|war|Russia", english(load_scenario("practice")))
