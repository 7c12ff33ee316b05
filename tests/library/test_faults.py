"""Every way to break a fixture is answered with file, line and remedy, in both languages."""

from __future__ import annotations

import pytest

from tests.library.broken import SOUND, broken, faults, line_of, only_fault, sound
from wargame.library.marked import MAX_BYTES

DRAWN = "{en: Sound, fr: Sain}"


def test_the_sound_scenario_has_no_fault() -> None:
    assert faults(SOUND) == ()


@pytest.mark.parametrize(
    ("before", "after", "at", "says"),
    [
        ("turn_ms:", "tern_ms:", "tern_ms", 'Did you mean "turn_ms"?'),
        ("    planned_ms: 0", "    weather: fair", "weather", "Known here: id, title"),
        ("title: {en: Sound, fr: Sain}", "title: {en: Sound}", "title", "French words are missing"),
        ("title: {en: Sound, fr: Sain}", 'title: {en: "", fr: Sain}', "title", "English words"),
        ("title: {en: Sound, fr: Sain}", "title: Sound", "title", "each with a colon: en, fr"),
        ("{en: Home, fr: Chez nous}", "{fr: Chez nous}", "{fr: Chez", "English words are missing"),
        ("cast: [POL]", "cast: [POL, XXX]", "cast", '"XXX" is no ally'),
        ("cast: [POL]", "cast: [POL, POL]", "cast", '"POL" stands here a second time'),
        ("cast: [POL]", "cast: POL", "cast", '"cast" must be a list'),
        ("targets: [POL]", "targets: [RUS]", "targets", '"RUS" is no ally'),
        ("  - seat: POL", "  - seat: ZZZ", "- seat: ZZZ", '"ZZZ" is no ally'),
        ("delegation/POL", "delegation/ZZZ", "delegation/ZZZ", "is no compartment"),
        ("to: public", "to: everybody", "to: everybody", "Use public, council"),
        ("to: delegation/POL", "to: council", "to: council", "A cable goes to one delegation"),
        ("form: incident", "form: news", "targets", "Only an incident has targets"),
        ("form: incident", "form: rumour", "form: rumour", "Write one of: cable, incident, news"),
        ("planned_ms: 0", "planned_ms: soon", "planned_ms", "not a whole number"),
        ("planned_ms: 0", "planned_ms: -5", "planned_ms", "cannot be negative"),
        ("turn_ms: 2_700_000", "turn_ms: 60_000", "turn_ms", "ends before the first silence"),
        ("_first_ms: 150_000", "_first_ms: 80_000", "silence_first_ms", "is shorter than"),
        ("_shortest_ms: 90_000", "_shortest_ms: 0", "silence_shortest_ms", "between 1000 and"),
        ("date: 2025-09-10", "date: 10 September", "date", "for example 2025-09-10"),
        ("id: sound", "id: Sound!", "id", "cannot be an id"),
        ("id: sound", "id: other", "id", "not the name of the file"),
        ("  - id: middle", "  - id: soft", "starters", 'the id "middle"'),
        ("cast: [POL]", "cast: &who [POL]", "cast", "Anchors and aliases"),
        ("id: sound", "id: !!str sound", "id", "Tags"),
        ("id: sound", "id: sound\nid: sound", "\nid: sound", "second time; the first is on line 1"),
        ("cast: [POL]", "cast: [POL", "turn_ms", "not readable as YAML"),
        ("cast: [POL]", "cast:\n\t- POL", "\t- POL", "never tabs"),
    ],
)
def test_a_fault_is_told_with_its_line_and_its_remedy(
    before: str, after: str, at: str, says: str
) -> None:
    text = broken(before, after)
    fault = next(f for f in faults(text) if says in f.sentences().en)
    # A passage that begins with a line break stands on the line after it.
    assert fault.line == line_of(text, at) + at.startswith("\n")
    assert fault.sentences().en.startswith(f"sound.yaml:{fault.line}: ")


def test_a_missing_key_is_told_at_the_thing_that_lacks_it() -> None:
    text = broken("        form: incident\n", "")
    fault = only_fault(text)
    assert (fault.line, fault.what.en) == (
        line_of(text, "to: public"),
        'The key "form" is missing.',
    )


def test_all_faults_of_a_file_are_told_at_once_in_order_of_their_lines() -> None:
    text = broken(DRAWN, "{en: Sound}").replace("planned_ms: 0", "planned_ms: soon")
    lines = [fault.line for fault in faults(text)]
    assert lines == [line_of(text, "title"), line_of(text, "planned_ms")]


def test_a_cast_seat_needs_two_to_four_aims() -> None:
    aim = "      - text: {en: A deed, fr: Un acte}\n"
    for given, many in ((0, "few"), (4, "many")):
        text = broken(aim, aim * given)
        fault = only_fault(text)
        assert fault.line == line_of(text, "    aims:")
        assert fault.what.en == f"POL has too {many} aims ({1 + given})."


def test_a_cast_seat_needs_one_or_two_red_lines() -> None:
    line = "    red_lines:\n      - text: {en: No word, fr: Aucun mot}\n"
    assert only_fault(broken(line, "")).what.en == "POL has too few red lines (0)."
    assert only_fault(broken(line, line + line.split("\n", 1)[1] * 2)).line == line_of(
        SOUND, "red_lines"
    )


def test_a_seat_outside_the_cast_may_have_a_brief_without_aims() -> None:
    assert {brief.seat: len(brief.aims) for brief in sound().briefs} == {
        "POL": 2,
        "DEU": 0,
        "SWE": 0,
    }


def test_every_seat_a_person_may_take_needs_instructions() -> None:
    start = SOUND.index("other_seats:")
    text = SOUND[:start] + SOUND[SOUND.index("injects:") :]
    told = [fault.what.en for fault in faults(text)]
    assert [words[:16] for words in told] == ["DEU has no brief", "SWE has no brief"]


def test_two_injects_cannot_share_an_id() -> None:
    swarm = SOUND[SOUND.index("  - id: swarm") : SOUND.index("starters:")]
    text = broken(swarm, swarm + swarm)
    assert only_fault(text).line == line_of(text, swarm) + swarm.count("\n")


def test_an_inject_that_delivers_nothing_is_a_fault() -> None:
    start = SOUND.index("    deliveries:")
    text = SOUND[:start] + "    deliveries: []\n" + SOUND[SOUND.index("starters:") :]
    assert only_fault(text).line == line_of(text, "deliveries: []")


def test_a_wording_too_long_to_table_is_a_fault() -> None:
    text = broken("We met.", "We met. " * 300)
    assert only_fault(text).line == line_of(text, "- {en: We met")


def test_a_title_too_long_to_table_is_a_fault() -> None:
    text = broken("en: Middle", "en: " + "Middle" * 60)
    assert only_fault(text).line == line_of(text, "title: {en: Middle")


def test_a_number_of_a_thousand_digits_is_a_fault_and_no_traceback_bug() -> None:
    text = broken("planned_ms: 0", "planned_ms: " + "9" * 5000)
    assert only_fault(text).line == line_of(text, "planned_ms")


def test_an_alias_is_refused_before_it_can_multiply() -> None:
    text = broken("cast: [POL]", "cast: *who")
    assert "aliases" in only_fault(text).what.en


def test_a_plain_no_is_norway_s_old_trap_and_stays_words() -> None:
    text = broken("{en: A deed, fr: Un acte}", "{en: No, fr: Non}")
    assert faults(text) == ()


def test_a_file_over_the_size_limit_is_refused_whole() -> None:
    fault = only_fault(SOUND + "#" * MAX_BYTES)
    assert (fault.line, fault.what.en) == (0, "The file is larger than 1 MiB.")


def test_nesting_beyond_reason_is_refused_and_does_not_exhaust_the_stack() -> None:
    assert "nested" in only_fault("[" * 5000).what.en


def test_an_empty_file_says_what_to_do() -> None:
    assert "Copy an existing scenario" in only_fault("# nothing yet\n").remedy.en


def test_a_second_document_is_refused_at_its_line() -> None:
    assert only_fault(SOUND + "---\nid: more\n").line == SOUND.count("\n") + 1


def test_a_control_character_is_told_with_its_line() -> None:
    text = broken("fr: Sain", "fr: Sa\x07in")
    assert only_fault(text).line == line_of(text, "title")


def test_half_a_character_is_told_with_its_line_bug() -> None:
    text = broken("fr: Sain", "fr: Sa\ud800in")
    assert only_fault(text).line == line_of(text, "title")


def test_every_sentence_stands_in_both_languages() -> None:
    fault = only_fault(broken(DRAWN, "{en: Sound}"))
    english, french = str(fault).split("\n")
    assert english.startswith("sound.yaml:2: The French words are missing.")
    assert french.startswith("sound.yaml:2: Le texte français manque.")
