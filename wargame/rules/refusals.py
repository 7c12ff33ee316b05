"""Why a move is refused: what happened, why, what to do, in both languages (rules 7.9)."""

from __future__ import annotations

import msgspec

from wargame.rules.scenario import Text

TRANSIENT = frozenset({"paused", "too_fast", "busy", "restarting"})
"""Refusals that may be tried again and are not kept as receipts."""

SENTENCES: dict[str, Text] = {
    "not_your_move": Text(
        "This move belongs to another role. Ask the facilitator if you need it done.",
        "Ce geste revient à un autre rôle. Demandez à l'animation s'il doit être fait.",
    ),
    "stale_holder": Text(
        "This seat has changed hands since your page was opened. Reload the page.",
        "Ce siège a changé de mains depuis l'ouverture de votre page. Rechargez la page.",
    ),
    "not_started": Text(
        "The game has not started. Wait for the facilitator to start the clock.",
        "La partie n'a pas commencé. Attendez que l'animation lance l'horloge.",
    ),
    "already_started": Text("The game has already started.", "La partie a déjà commencé."),
    "ended": Text(
        "The game has ended. Nothing more can be played in it.",
        "La partie est terminée. Plus rien ne peut y être joué.",
    ),
    "paused": Text(
        "The clock is stopped. Try again when it runs. A running silence can still be broken.",
        "L'horloge est arrêtée. Réessayez quand elle tournera. "
        "Un silence en cours peut encore être rompu.",
    ),
    "already_paused": Text("The clock is already stopped.", "L'horloge est déjà arrêtée."),
    "not_paused": Text(
        "The clock is running. There is nothing to resume.",
        "L'horloge tourne. Il n'y a rien à reprendre.",
    ),
    "unknown_incident": Text(
        "No such incident is on the table. Choose one that is.",
        "Cet incident n'est pas sur la table. Choisissez-en un qui s'y trouve.",
    ),
    "no_incident": Text(
        "Nothing has happened yet that could be consulted on. Wait for an incident.",
        "Rien ne s'est encore produit qui puisse être consulté. Attendez un incident.",
    ),
    "already_asked": Text(
        "Your delegation has already asked on this incident in this turn. "
        "One request per incident and turn.",
        "Votre délégation a déjà demandé une consultation sur cet incident pendant ce tour. "
        "Une demande par incident et par tour.",
    ),
    "unknown_consultation": Text(
        "No such consultation is on the table. Reload the page if it should be.",
        "Cette consultation n'est pas sur la table. Rechargez la page si elle devait y être.",
    ),
    "consultation_over": Text(
        "This consultation has ended. Request a new one if there is a new reason.",
        "Cette consultation est close. Demandez-en une autre s'il y a un motif nouveau.",
    ),
    "no_request": Text(
        "Nobody has requested consultation. You may request it yourself.",
        "Personne n'a demandé de consultation. Vous pouvez la demander vous-même.",
    ),
    "already_joined": Text(
        "Your delegation already stands behind this request.",
        "Votre délégation soutient déjà cette demande.",
    ),
    "not_requester": Text(
        "Only a delegation that requested may withdraw its request.",
        "Seule une délégation qui a demandé peut retirer sa demande.",
    ),
    "already_open": Text("The meeting is already open.", "La réunion est déjà ouverte."),
    "no_meeting": Text(
        "No meeting is open. Request consultation, or wait for the opening.",
        "Aucune réunion n'est ouverte. Demandez une consultation ou attendez l'ouverture.",
    ),
    "empty_text": Text(
        "A text needs a title and words in every paragraph. Fill the empty ones or remove them.",
        "Un texte demande un titre et des mots dans chaque paragraphe. "
        "Remplissez ceux qui sont vides ou supprimez-les.",
    ),
    "unknown_draft": Text(
        "No such draft is on the table. Reload the page if it should be.",
        "Ce projet n'est pas sur la table. Rechargez la page s'il devait y être.",
    ),
    "no_draft": Text(
        "There is no draft on the table yet. Any delegation may table one.",
        "Aucun projet n'est encore sur la table. Toute délégation peut en déposer un.",
    ),
    "draft_over": Text(
        "This draft is no longer on the table.", "Ce projet n'est plus sur la table."
    ),
    "not_sponsor": Text(
        "Only the sponsor of the draft may do this. State a position or talk to the sponsor.",
        "Seul l'auteur du projet peut le faire. Exprimez une position ou parlez à l'auteur.",
    ),
    "is_sponsor": Text(
        "Your delegation already stands behind this draft.",
        "Votre délégation soutient déjà ce projet.",
    ),
    "frozen": Text(
        "The text is frozen while silence runs. Break silence, or wait for the outcome.",
        "Le texte est figé tant que le silence court. Rompez le silence ou attendez l'issue.",
    ),
    "stale_version": Text(
        "Version {current} is on the table now, and you named version {named}. "
        "Read the new one, then send again.",
        "La version {current} est maintenant sur la table et vous visiez la version {named}. "
        "Lisez la nouvelle, puis renvoyez.",
    ),
    "same_text": Text(
        "This is the text that silence was broken on. Change what was objected to first.",
        "C'est le texte sur lequel le silence a été rompu. Changez d'abord ce qui a été contesté.",
    ),
    "same_position": Text(
        "Your delegation has already stated exactly this.",
        "Votre délégation a déjà exprimé exactement cela.",
    ),
    "no_silence": Text("No silence is running.", "Aucun silence ne court."),
    "unknown_silence": Text(
        "No such silence is known here. Reload the page if it should be.",
        "Ce silence n'est pas connu ici. Rechargez la page s'il devait l'être.",
    ),
    "silences_at_once": Text(
        "Another text is under silence. Wait for its outcome; "
        "the house rules allow {most} at once.",
        "Un autre texte est sous silence. Attendez son issue ; "
        "le règlement en permet {most} à la fois.",
    ),
    "too_short": Text(
        "A silence lasts at least {least} s here. Choose a longer one.",
        "Un silence dure ici au moins {least} s. Choisissez-en un plus long.",
    ),
    "time_is_up": Text(
        "Time is up on this text. Only an objection that arrives within the courtesy still counts.",
        "Le terme est atteint pour ce texte. "
        "Seule une objection reçue dans le délai de courtoisie compte encore.",
    ),
    "too_late": Text(
        "Too late: received {late} s after the deadline ({allowed} s are allowed). "
        "The text is adopted.",
        "Trop tard : reçue {late} s après le terme ({allowed} s sont admises). "
        "Le texte est adopté.",
    ),
    "silence_over": Text(
        "This silence is over. Look at the outcome on your screen.",
        "Ce silence est terminé. L'issue est à l'écran.",
    ),
    "not_broken": Text(
        "This silence has not been broken, so there is no break to stand beside. "
        "Break it yourself if you object.",
        "Ce silence n'a pas été rompu : il n'y a pas de rupture à laquelle s'associer. "
        "Rompez-le vous-même si vous objectez.",
    ),
    "already_objected": Text(
        "Your delegation's objection is already on the record.",
        "L'objection de votre délégation figure déjà au compte rendu.",
    ),
    "unknown_paragraph": Text(
        "The text has {most} paragraphs. Choose among them, or object to all of it.",
        "Le texte compte {most} paragraphes. Choisissez parmi eux ou contestez l'ensemble.",
    ),
    "breaks_spent": Text(
        "Your delegation has used its {most} breaks of this game. State a position instead.",
        "Votre délégation a utilisé ses {most} ruptures de cette partie. Exprimez une position.",
    ),
    "extensions_spent": Text(
        "This silence has had its {most} extensions.",
        "Ce silence a déjà eu ses {most} prolongations.",
    ),
    "extension_asked": Text(
        "Your delegation has already asked for more time on this silence.",
        "Votre délégation a déjà demandé un délai pour ce silence.",
    ),
    "unknown_inject": Text("No such inject is in the plan.", "Cet inject n'est pas au plan."),
    "already_fired": Text("This inject has already been fired.", "Cet inject a déjà été lancé."),
    "silence_runs": Text(
        "A silence is running. Wait for its outcome, or withdraw it first.",
        "Un silence court. Attendez son issue ou retirez-le d'abord.",
    ),
    "unknown_seat": Text("No such seat is at this table.", "Ce siège n'est pas à cette table."),
    "seat_already_so": Text(
        "The seat already is as you want it.", "Le siège est déjà comme vous le voulez."
    ),
    "no_hold": Text(
        "The clock is not held after an outage.", "L'horloge n'est pas retenue après une coupure."
    ),
    # The door and the socket refuse with these; the law never does.
    "conflict": Text(
        "This move's number was used before for another move. Reload the page and try again.",
        "Le numéro de ce geste a déjà servi pour un autre. Rechargez la page et réessayez.",
    ),
    "malformed": Text(
        "The server could not read this: {detail}. Reload the page; if it comes back, "
        "tell the facilitator.",
        "Le serveur n'a pas pu lire ceci : {detail}. Rechargez la page ; si cela revient, "
        "prévenez l'animation.",
    ),
    "unknown_move": Text(
        "The server knows no move called “{named}”. Reload the page.",
        "Le serveur ne connaît aucun geste nommé « {named} ». Rechargez la page.",
    ),
    "too_fast": Text(
        "Too many moves at once. Wait a moment and try again.",
        "Trop de gestes à la fois. Attendez un instant et réessayez.",
    ),
    "busy": Text(
        "The server could not write this down just now. Nothing was lost; try again.",
        "Le serveur n'a pas pu consigner ceci à l'instant. Rien n'est perdu ; réessayez.",
    ),
    "restarting": Text(
        "The server is restarting. Your move will be sent again when it is back.",
        "Le serveur redémarre. Votre geste sera renvoyé à son retour.",
    ),
}


class Refusal(msgspec.Struct, frozen=True):
    """A move that was not taken, with the holes of its sentence."""

    code: str
    holes: dict[str, str | int | float] = {}

    @property
    def transient(self) -> bool:
        """Whether the same move may simply be tried again."""
        return self.code in TRANSIENT

    def sentence(self, language: str) -> str:
        """The sentence for a person, in `en` or `fr`."""
        text = SENTENCES[self.code]
        if language != "fr":
            return text.en.format(**self.holes)
        return text.fr.format(**{hole: _french(value) for hole, value in self.holes.items()})


def _french(value: str | int | float) -> str:
    """A figure with the decimal comma."""
    return str(value).replace(".", ",") if isinstance(value, float) else str(value)


def refuse(code: str, **holes: str | int | float) -> Refusal:
    """A refusal by its code; unknown codes fail where they are written."""
    if code not in SENTENCES:
        raise KeyError(f"no sentence for the refusal {code!r}")
    return Refusal(code, holes)
