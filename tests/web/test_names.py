"""Names at the door: what can be shown, and what would pass for a role."""

from __future__ import annotations

import pytest

from wargame.web.names import checked
from wargame.web.troubles import Trouble


@pytest.mark.parametrize(
    "name",
    [
        "Ada",
        "Zoë Ångström",
        "Łukasz",
        "Gül",
        "Παύλος",
        "Олена",
        "陳大文",
        "Anne-Sophie O'Neil",
        "7b",
        "Charline",
        "Admira",
        "x" * 40,
    ],
)
def test_a_name_of_any_script_is_taken(name: str) -> None:
    assert checked(name) == name


def test_no_name_is_fine() -> None:
    assert checked("   ") == ""


def test_a_name_is_composed_and_its_spaces_are_single() -> None:
    assert checked("  Zoe\u0308   A ") == "Zoë A"


def test_a_name_of_forty_one_signs_is_refused() -> None:
    with pytest.raises(Trouble, match="name_too_long"):
        checked("x" * 41)


@pytest.mark.parametrize(
    "sign",
    [0x00, 0x09, 0x0A, 0x7F, 0x85, 0x200B, 0x200D, 0x2028, 0x202E, 0x2066, 0x2800, 0xFEFF, 0xE0041],
)
def test_a_sign_that_hides_or_turns_text_is_refused(sign: int) -> None:
    with pytest.raises(Trouble, match="name_signs"):
        checked(f"An{chr(sign)}na")


def test_a_name_needs_a_letter_or_a_number() -> None:
    with pytest.raises(Trouble, match="name_signs"):
        checked("…!")


@pytest.mark.parametrize(
    "name",
    [
        "Facilitator",
        "FACILITATOR",
        "the facilitator",
        "Facilitator 2",
        "Facilitatrice",
        "Animation",
        "l'animation",
        "Chair",
        "The Chair",
        "Secretary General",
        "Secretary-General",
        "SecretaryGeneral",
        "Secrétaire générale",
        "Présidence",
        "présidente",
        "admin",
        "Admin",
        "ADM1N",
        "аdmin",  # Cyrillic a
        "Fасilitаtоr",  # Cyrillic a, c, o
        "FaciIitator",  # capital i for l
        "Facilitatör",
        "F a c i l i t a t o r",
        "F.a.c.i.l.i.t.a.t.o.r",
        "𝐅𝐚𝐜𝐢𝐥𝐢𝐭𝐚𝐭𝐨𝐫",
        "ｃｈａｉｒ",
        "White Cell",
        "NATO",
        "Server",
    ],
)
def test_a_name_that_passes_for_a_role_is_refused(name: str) -> None:
    with pytest.raises(Trouble, match="name_reserved"):
        checked(name)


def test_the_refusal_says_in_both_languages_what_to_do() -> None:
    with pytest.raises(Trouble) as refused:
        checked("Admin")
    assert "Choose another" in refused.value.text.en
    assert "Choisissez" in refused.value.text.fr
