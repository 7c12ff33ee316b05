"""What cannot be done over HTTP, as a sentence in both languages: what happened, what to do."""

from __future__ import annotations

from wargame.rules.refusals import Refusal
from wargame.rules.scenario import Text

_NO_GAME = Text(
    "No such game is open to you. Look at your list of games.",
    "Aucune partie de ce nom ne vous est ouverte. Voyez la liste de vos parties.",
)

TROUBLES: dict[str, tuple[int, Text]] = {
    "malformed": (
        400,
        Text(
            "The server could not read this request. Reload the page and try again.",
            "Le serveur n'a pas pu lire cette demande. Rechargez la page et réessayez.",
        ),
    ),
    "wrong_host": (
        400,
        Text(
            "This server does not answer under the address you used. "
            "Use the address shown by the facilitator.",
            "Ce serveur ne répond pas à l'adresse utilisée. "
            "Prenez l'adresse affichée par l'animation.",
        ),
    ),
    "name_too_long": (
        400,
        Text(
            "A name has at most 40 characters. Shorten it.",
            "Un nom compte 40 caractères au plus. Raccourcissez-le.",
        ),
    ),
    "name_signs": (
        400,
        Text(
            "The name holds signs that cannot be shown. Use letters, numbers and spaces.",
            "Le nom contient des signes qui ne s'affichent pas. "
            "Employez des lettres, des chiffres et des espaces.",
        ),
    ),
    "name_reserved": (
        400,
        Text(
            "This name could be taken for a role in the game. "
            "Choose another one, your first name for example.",
            "Ce nom pourrait passer pour un rôle du jeu. "
            "Choisissez-en un autre, votre prénom par exemple.",
        ),
    ),
    "unknown_seat": (
        400,
        Text("No such seat is at this table.", "Ce siège n'est pas à cette table."),
    ),
    "seat_taken": (
        409,
        Text(
            "Somebody already sits for this ally. Choose another seat, "
            "or ask the facilitator for this seat's link to share it.",
            "Quelqu'un siège déjà pour cet allié. Choisissez un autre siège, "
            "ou demandez à l'animation le lien de ce siège pour le partager.",
        ),
    ),
    "sign_in": (
        401,
        Text("Sign in as a facilitator first.", "Connectez-vous d'abord en tant qu'animation."),
    ),
    "wrong_credential": (
        401,
        Text(
            "Name and password do not belong together. Check both; "
            "the terminal that runs the server says where the first password lies.",
            "Le nom et le mot de passe ne vont pas ensemble. Vérifiez les deux ; "
            "le terminal du serveur dit où se trouve le premier mot de passe.",
        ),
    ),
    "no_token": (
        403,
        Text(
            "This request did not come from a page of this server, or the page is too old. "
            "Reload the page and try again. Cookies must be allowed.",
            "Cette demande ne vient pas d'une page de ce serveur, ou la page est trop ancienne. "
            "Rechargez la page et réessayez. Les cookies doivent être acceptés.",
        ),
    ),
    "not_found": (
        404,
        Text(
            "Nothing lies at this address. Go to the first page.",
            "Rien ne se trouve à cette adresse. Allez à la première page.",
        ),
    ),
    "no_game": (404, _NO_GAME),
    "no_code": (
        404,
        Text(
            "No game has this code. Check the letters with your facilitator.",
            "Aucune partie ne porte ce code. Vérifiez les lettres auprès de l'animation.",
        ),
    ),
    "no_sitting": (
        404,
        Text(
            "This browser is not waiting for a seat here. Join again with the code.",
            "Ce navigateur n'attend pas de siège ici. Revenez avec le code.",
        ),
    ),
    "dead_link": (
        404,
        Text(
            "This link is not valid any more. Ask the facilitator for a new one, "
            "or join with the code.",
            "Ce lien n'est plus valable. Demandez-en un nouveau à l'animation, "
            "ou entrez avec le code.",
        ),
    ),
    "unknown_scenario": (
        404,
        Text(
            "No such scenario is in the library. Choose one from the list.",
            "Ce scénario n'est pas dans la bibliothèque. Choisissez-en un dans la liste.",
        ),
    ),
    "wrong_method": (
        405,
        Text(
            "This address does not take such a request. Reload the page.",
            "Cette adresse n'accepte pas cette demande. Rechargez la page.",
        ),
    ),
    "too_large": (
        413,
        Text(
            "This request is too large. Shorten what you wrote.",
            "Cette demande est trop longue. Raccourcissez ce que vous avez écrit.",
        ),
    ),
    "too_many_codes": (
        429,
        Text(
            "Too many wrong codes. Wait ten minutes, or use the link of your seat; "
            "links still work.",
            "Trop de codes erronés. Attendez dix minutes, ou prenez le lien de votre siège ; "
            "les liens fonctionnent toujours.",
        ),
    ),
    "too_many_joins": (
        429,
        Text(
            "Too many people are joining from this address at once. "
            "Wait a minute and try again; links still work.",
            "Trop de personnes entrent à la fois depuis cette adresse. "
            "Attendez une minute et réessayez ; les liens fonctionnent toujours.",
        ),
    ),
    "too_many_sign_ins": (
        429,
        Text(
            "Too many failed sign-ins. Wait fifteen minutes and try again.",
            "Trop de connexions manquées. Attendez quinze minutes et réessayez.",
        ),
    ),
    "server_failed": (
        500,
        Text(
            "The server failed here. What is on the record is safe. Try again; "
            "if it comes back, tell the facilitator.",
            "Le serveur a échoué ici. Ce qui est consigné est sauf. Réessayez ; "
            "si cela revient, prévenez l'animation.",
        ),
    ),
    "not_built": (
        503,
        Text(
            "The pages of this server have not been built. Start it with scripts/play.",
            "Les pages de ce serveur n'ont pas été construites. Lancez-le par scripts/play.",
        ),
    ),
}


class Trouble(Exception):
    """A request that cannot be met. `status` is HTTP's, `text` says what to do next.

    `after_s`: when it may be tried again, for the header Retry-After.
    """

    def __init__(
        self,
        code: str,
        *,
        text: Text | None = None,
        status: int | None = None,
        after_s: int | None = None,
    ) -> None:
        super().__init__(code)
        known = TROUBLES[code] if text is None or status is None else (status, text)
        self.code = code
        self.status = status or known[0]
        self.text = text or known[1]
        self.after_s = after_s


def by_the_law(refusal: Refusal) -> Trouble:
    """A refusal of the law or the door, as the answer to a request."""
    text = Text(refusal.sentence("en"), refusal.sentence("fr"))
    if refusal.transient:
        return Trouble(refusal.code, text=text, status=503, after_s=1)
    return Trouble(refusal.code, text=text, status=409)
