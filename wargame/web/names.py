"""The name a person gives at the door. It is shown to the facilitator and never recorded."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from wargame.web.troubles import Trouble

LONGEST = 40

# Control, bidi and zero-width, surrogates, private, unassigned, line and paragraph ends.
_FORBIDDEN_KINDS = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Letters and signs that show nothing: Hangul fillers, the empty Braille cell.
_INVISIBLE = frozenset("\u115f\u1160\u2800\u3164\uffa0\u034f\u17b4\u17b5")

_ROLE_WORDS = (
    "facilitator facilitators facilitation facilitateur facilitateurs facilitatrice "
    "animation animateur animateurs animatrice animatrices "
    "chair chairs chairman chairwoman chairperson presidence president presidente "
    "admin admins administrator administrateur administratrice administration "
    "moderator moderateur moderatrice organizer organiser organisateur organisatrice "
    "control sg nac otan nato server serveur system systeme root"
)
_ROLE_PHRASES = (
    "secretary general",
    "secretaire general",
    "secretaire generale",
    "white cell",
    "cellule blanche",
    "game master",
    "maitre du jeu",
)
# Signs that pass for a Latin letter on a beamer; l, i and 1 are one sign for that purpose.
_LOOKALIKES = str.maketrans(
    "авекмнорстухіјѕԁһӏαβειηκνορτυχω013457@$|!l",
    "abekmhopctyxijsdhiabeinkvoptuxwoieastasiii",
)


def checked(name: str) -> str:
    """The name as it will be shown: NFC, single spaces. Empty stays empty.

    Raises Trouble `name_too_long`, `name_signs` or `name_reserved`.
    """
    shown = re.sub(" +", " ", unicodedata.normalize("NFC", name)).strip(" ")
    if not shown:
        return ""
    if len(shown) > LONGEST:
        raise Trouble("name_too_long")
    if not _plain(shown):
        raise Trouble("name_signs")
    if sounds_like_a_role(shown):
        raise Trouble("name_reserved")
    return shown


def sounds_like_a_role(name: str) -> bool:
    """Whether a room could take this name for the facilitator, the chair or the server."""
    words = _skeleton(name).split()
    pairs = ("".join(pair) for pair in pairwise(words))
    return (
        "".join(words) in _RESERVED
        or not _RESERVED_WORDS.isdisjoint(words)
        or not _RESERVED.isdisjoint(pairs)
    )


def _plain(name: str) -> bool:
    if any(unicodedata.category(sign) in _FORBIDDEN_KINDS or sign in _INVISIBLE for sign in name):
        return False
    return any(unicodedata.category(sign)[0] in "LN" for sign in name)


def _skeleton(name: str) -> str:
    """What the eye keeps of a name: no accents, no case, lookalikes as one, words apart."""
    apart = unicodedata.normalize("NFKD", name)
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold()
    latin = bare.translate(_LOOKALIKES).replace("rn", "m")
    return "".join(sign if sign.isalnum() else " " for sign in latin)


_RESERVED_WORDS = frozenset(_skeleton(_ROLE_WORDS).split())
_RESERVED = _RESERVED_WORDS | {_skeleton(phrase).replace(" ", "") for phrase in _ROLE_PHRASES}
