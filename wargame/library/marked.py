"""YAML text to nodes that remember their lines, refusing what a fixture does not need.

Built from libyaml's events, not from Python objects: no tag can make anything, a plain `NO` or
`2025-09-10` stays the text its author wrote, and every node knows its line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NoReturn, Union

import yaml

from wargame.library.faults import LibraryError
from wargame.rules.scenario import Text

MAX_BYTES = 1_048_576
"""The size limit of one fixture. The largest of the house is a tenth of it."""
MAX_DEPTH = 12
"""How deep lists and keys may be nested: a bound on the reader's own stack."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Scalar:
    """A value as written. `plain`: it stood without quotes, so `12` may be a number."""

    text: str
    plain: bool
    line: int


@dataclass(frozen=True)
class Listing:
    """A list; its items know their own lines."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True)
class Entry:
    """One key of a table with the line it stands on."""

    value: Node
    line: int


@dataclass(frozen=True)
class Table:
    """Keys and their values, each key once."""

    entries: dict[str, Entry]
    line: int


Node = Union[Scalar, Listing, Table]


def mark(text: str, file: str) -> Node:
    """Read one YAML document. Raises LibraryError at the first thing that cannot be read."""
    try:
        raw = text.encode()
    except UnicodeEncodeError as trouble:
        line = text.count("\n", 0, trouble.start) + 1
        raise LibraryError(file, line, _NOT_UTF8, _SAVE_AS_UTF8) from None
    if len(raw) > MAX_BYTES:
        raise too_large(file)
    return _Reader(_events(raw, file), file).document()


def decode(raw: bytes, file: str) -> str:
    """The file's bytes as text: UTF-8, at most MAX_BYTES."""
    if len(raw) > MAX_BYTES:
        raise too_large(file)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        line = raw.count(b"\n", 0, trouble.start) + 1
        raise LibraryError(file, line, _NOT_UTF8, _SAVE_AS_UTF8) from None


def too_large(file: str) -> LibraryError:
    """The fault of a file over the size limit."""
    return LibraryError(
        file,
        0,
        Text(en="The file is larger than 1 MiB.", fr="Le fichier dépasse 1 Mio."),
        Text(
            en="Shorten it, or split it into two scenarios.",
            fr="Raccourcissez-le, ou faites-en deux scénarios.",
        ),
    )


def _events(raw: bytes, file: str) -> Iterator[Any]:
    try:
        yield from yaml.parse(raw, Loader=_Loader)
    except yaml.MarkedYAMLError as trouble:
        where = trouble.problem_mark or trouble.context_mark
        raise _unreadable(file, where.line + 1 if where else 0, str(trouble.problem)) from None
    except yaml.reader.ReaderError as trouble:
        line = raw.count(b"\n", 0, trouble.position) + 1
        raise _unreadable(file, line, str(trouble.reason)) from None


def _unreadable(file: str, line: int, problem: str) -> LibraryError:
    return LibraryError(
        file,
        line,
        Text(
            en=f"This is not readable as YAML ({problem}).",
            fr=f"Ceci n'est pas lisible comme YAML ({problem}).",
        ),
        Text(
            en="Look at this line and the one above: indent with spaces, never tabs, close every "
            "quote, and put words that hold a colon in double quotes.",
            fr="Regardez cette ligne et celle d'avant : indentez avec des espaces, jamais de "
            "tabulations, fermez les guillemets, et mettez entre guillemets doubles un texte qui "
            "contient deux-points.",
        ),
    )


class _Reader:
    """Builds nodes from the stream of events; its methods mirror YAML's grammar."""

    def __init__(self, events: Iterator[Any], file: str) -> None:
        self._events = events
        self._file = file

    def document(self) -> Node:
        next(self._events)  # the stream's start
        if isinstance(next(self._events), yaml.StreamEndEvent):
            self._refuse(1, _EMPTY, _EMPTY_REMEDY)
        root = self._node(next(self._events), 1)
        next(self._events)  # the document's end
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            self._refuse(_line(after), _SECOND, _SECOND_REMEDY)
        return root

    def _node(self, event: Any, depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            self._refuse(_line(event), _ALIAS, _ALIAS_REMEDY)
        if event.tag:
            self._refuse(_line(event), _TAG, _TAG_REMEDY)
        if depth > MAX_DEPTH:
            self._refuse(_line(event), _DEEP, _DEEP_REMEDY)
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(event.value.strip(), event.implicit[0], _line(event))
        if isinstance(event, yaml.SequenceStartEvent):
            return Listing(tuple(self._items(depth)), _line(event))
        return Table(self._entries(depth), _line(event))

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _entries(self, depth: int) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            if not isinstance(key, Scalar):
                self._refuse(key.line, _KEY, _KEY_REMEDY)
            if key.text in entries:
                self._twice(key, entries[key.text].line)
            entries[key.text] = Entry(self._node(next(self._events), depth + 1), key.line)
        return entries

    def _twice(self, key: Scalar, before: int) -> NoReturn:
        self._refuse(
            key.line,
            Text(
                en=f'The key "{key.text}" stands here a second time; the first is on line '
                f"{before}.",
                fr=f"La clé « {key.text} » figure ici une seconde fois ; la première est ligne "
                f"{before}.",
            ),
            Text(en="Keep one of the two.", fr="N'en gardez qu'une."),
        )

    def _refuse(self, line: int, what: Text, remedy: Text) -> NoReturn:
        raise LibraryError(self._file, line, what, remedy)


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


_NOT_UTF8 = Text(
    en="This line holds a character that is not UTF-8.",
    fr="Cette ligne contient un caractère qui n'est pas en UTF-8.",
)
_SAVE_AS_UTF8 = Text(
    en="Save the file again with the encoding UTF-8.",
    fr="Enregistrez de nouveau le fichier en UTF-8.",
)
_EMPTY = Text(en="The file is empty.", fr="Le fichier est vide.")
_EMPTY_REMEDY = Text(
    en="Copy an existing scenario and change it.",
    fr="Copiez un scénario existant et modifiez-le.",
)
_SECOND = Text(
    en="A second document begins here (---).", fr="Un second document commence ici (---)."
)
_SECOND_REMEDY = Text(en="Keep one scenario per file.", fr="Ne gardez qu'un scénario par fichier.")
_ALIAS = Text(
    en="Anchors and aliases (& and *) are not taken here.",
    fr="Les ancres et les alias (& et *) ne sont pas acceptés ici.",
)
_ALIAS_REMEDY = Text(
    en="Write the words out in both places, or put them in double quotes.",
    fr="Écrivez le texte aux deux endroits, ou mettez-le entre guillemets doubles.",
)
_TAG = Text(
    en="Tags (words that begin with !) are not taken here.",
    fr="Les étiquettes (mots qui commencent par !) ne sont pas acceptées ici.",
)
_TAG_REMEDY = Text(
    en="Remove it, or put the words in double quotes.",
    fr="Retirez-la, ou mettez le texte entre guillemets doubles.",
)
_DEEP = Text(
    en=f"Lists and keys are nested more than {MAX_DEPTH} levels deep.",
    fr=f"Listes et clés sont imbriquées sur plus de {MAX_DEPTH} niveaux.",
)
_DEEP_REMEDY = Text(
    en="Check the indentation from here upwards.",
    fr="Vérifiez l'indentation en remontant d'ici.",
)
_KEY = Text(en="A list or table stands where a key should.", fr="Une clé est attendue ici.")
_KEY_REMEDY = Text(
    en="Begin the line with a key and a colon, for example en: words.",
    fr="Commencez la ligne par une clé et deux-points, par exemple fr: texte.",
)
