"""`manage.py verify_record`: what a person at the terminal reads."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.core.management import call_command

from tests.table.room import Room
from wargame.models import Event
from wargame.record.threads import in_reader


def run(*arguments: str) -> tuple[int, str]:
    """Exit code and output."""
    out = StringIO()
    try:
        call_command("verify_record", *arguments, stdout=out)
    except SystemExit as left:
        return int(left.code or 0), out.getvalue()
    return 0, out.getvalue()


async def spoil(room: Room) -> None:
    event = Event.objects.filter(game_id=room.game, number=3)
    await in_reader(event.update, payload=b"{}")


async def test_a_sound_game_is_one_line(played: Room) -> None:
    code, out = await in_reader(run)
    assert code == 0
    assert out.splitlines() == [
        f"{played.game}: {played.live.number} events / faits, "
        f"{len(played.live.heads)} compartments / compartiments: sound / intact"
    ]


async def test_a_finding_is_told_in_both_languages_with_its_number(played: Room) -> None:
    await spoil(played)
    code, out = await in_reader(run, played.game)
    assert code == 1
    assert out.splitlines()[1] == (
        "  event / fait 3: the words were changed / les mots ont été changés"
    )


async def test_programs_read_one_json_line_a_game(played: Room) -> None:
    await spoil(played)
    code, out = await in_reader(run, "--json")
    assert code == 1
    verdict = json.loads(out)
    assert verdict["game"] == played.game
    assert verdict["findings"][0]["number"] == 3


async def test_an_unknown_game_is_a_sentence(played: Room) -> None:
    code, out = await in_reader(run, "nothing", played.game)
    assert code == 1
    assert "no game has this id" in out
    assert "sound" in out


@pytest.mark.django_db
def test_no_games_at_all_is_a_sentence() -> None:
    code, out = run()
    assert code == 0
    assert "There is no game to check yet." in out
    assert "aucune partie" in out
