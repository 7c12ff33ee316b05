"""Marked nodes to plain values of a struct's shape, with the line of every value.

The shape is read from the rules' own types, so a key that the law learns is at once a key that a
fixture may hold. All faults of a file are collected; nothing is guessed.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec
from msgspec import inspect

from wargame.library.faults import LibraryError, refuse
from wargame.library.marked import Listing, Node, Scalar, Table
from wargame.rules.scenario import Text

Path = tuple[str | int, ...]
Shape = TypeVar("Shape", bound=msgspec.Struct)

_WHOLE = re.compile(r"[+-]?[0-9][0-9_]{0,15}")
_NULLS = ("", "~", "null", "Null", "NULL")
_TRUTHS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_LANGUAGES = {"en": ("English", "anglais"), "fr": ("French", "français")}


class Lines:
    """Which line each value of a file stands on, by its path."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._lines: dict[Path, int] = {}

    def note(self, path: Path, line: int) -> None:
        """Remember that the value at `path` stands on `line`; the first note holds."""
        self._lines.setdefault(path, line)

    def line(self, *path: str | int) -> int:
        """The line of the value at `path`, or of the nearest thing around it."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 0)

    def fault(self, path: Path, what: Text, remedy: Text) -> LibraryError:
        """A fault of the value at `path`."""
        return LibraryError(self.file, self.line(*path), what, remedy)


def shape(node: Node, kind: type[Shape], lines: Lines) -> Shape:
    """The node as a struct of `kind`; fills `lines`.

    Raises a LibraryError that knows every fault of shape in the file.
    """
    reader = _Shaper(lines)
    value = reader.read(node, inspect.type_info(kind), ())
    refuse(reader.faults)
    return msgspec.convert(value, kind)


class _Shaper:
    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.faults: list[LibraryError] = []

    def read(self, node: Node, wanted: inspect.Type, path: Path) -> Any:
        """The node as plain Python; what does not fit is noted as a fault and read as None."""
        self.lines.note(path, node.line)
        if isinstance(wanted, inspect.UnionType):
            return self._optional(node, wanted, path)
        if isinstance(wanted, inspect.StructType):
            return self._struct(node, wanted, path)
        if isinstance(wanted, inspect.VarTupleType):
            return self._list(node, wanted, path)
        return self._scalar(node, wanted, path)

    def _optional(self, node: Node, wanted: inspect.UnionType, path: Path) -> Any:
        if isinstance(node, Scalar) and node.plain and node.text in _NULLS:
            return None
        (some,) = (kind for kind in wanted.types if not isinstance(kind, inspect.NoneType))
        return self.read(node, some, path)

    def _struct(self, node: Node, wanted: inspect.StructType, path: Path) -> Any:
        if not isinstance(node, Table):
            return self._fault(path, *_no_table(wanted))
        fields = {field.encode_name: field for field in wanted.fields}
        for name in node.entries.keys() - fields.keys():
            self._unknown_key((*path, name), node.entries[name].line, fields)
        for name, field in fields.items():
            if field.required and name not in node.entries:
                self._fault(path, *_missing(name, wanted))
        return {
            name: self.read(entry.value, fields[name].type, self._at((*path, name), entry.line))
            for name, entry in node.entries.items()
            if name in fields
        }

    def _list(self, node: Node, wanted: inspect.VarTupleType, path: Path) -> Any:
        if not isinstance(node, Listing):
            return self._fault(path, *_no_list(path))
        items = enumerate(node.items)
        return [self.read(item, wanted.item_type, (*path, index)) for index, item in items]

    def _scalar(self, node: Node, wanted: inspect.Type, path: Path) -> Any:
        if not isinstance(node, Scalar):
            return self._fault(path, *_NO_SCALAR)
        if isinstance(wanted, inspect.IntType):
            return self._int(node, path)
        if isinstance(wanted, inspect.BoolType):
            return self._bool(node, path)
        if isinstance(wanted, inspect.LiteralType):
            return self._choice(node, wanted, path)
        return self._words(node, path)

    def _int(self, node: Scalar, path: Path) -> Any:
        if node.plain and _WHOLE.fullmatch(node.text):
            return int(node.text.replace("_", ""))
        return self._fault(path, *_no_number(node.text))

    def _bool(self, node: Scalar, path: Path) -> Any:
        if node.plain and node.text.lower() in _TRUTHS:
            return _TRUTHS[node.text.lower()]
        return self._fault(path, *_no_truth(node.text))

    def _choice(self, node: Scalar, wanted: inspect.LiteralType, path: Path) -> Any:
        if node.text in wanted.values:
            return node.text
        return self._fault(path, *_no_choice(node.text, [str(v) for v in wanted.values]))

    def _words(self, node: Scalar, path: Path) -> Any:
        if node.text and not (node.plain and node.text in _NULLS):
            return node.text
        return self._fault(path, *_blank(str(path[-1])))

    def _unknown_key(self, path: Path, line: int, known: Iterable[str]) -> None:
        self._fault(self._at(path, line), *_unknown(str(path[-1]), list(known)))

    def _at(self, path: Path, line: int) -> Path:
        # Block text begins a line below its key; an author looks for the key.
        self.lines.note(path, line)
        return path

    def _fault(self, path: Path, what: Text, remedy: Text) -> None:
        self.faults.append(self.lines.fault(path, what, remedy))


def _missing(name: str, wanted: inspect.StructType) -> tuple[Text, Text]:
    if wanted.cls is Text:
        return _blank(name)
    return (
        Text(en=f'The key "{name}" is missing.', fr=f"La clé « {name} » manque."),
        Text(
            en="Add it; docs/author.md says what it means.",
            fr="Ajoutez-la ; docs/author.md en donne le sens.",
        ),
    )


def _blank(name: str) -> tuple[Text, Text]:
    if name not in _LANGUAGES:
        return (
            Text(en=f'"{name}" is empty.', fr=f"« {name} » est vide."),
            Text(en="Write its value, or remove it.", fr="Donnez sa valeur, ou retirez-le."),
        )
    en, fr = _LANGUAGES[name]
    return (
        Text(en=f"The {en} words are missing.", fr=f"Le texte {fr} manque."),
        Text(
            en=f"Every text stands in both languages: add the key {name} with its words.",
            fr=f"Tout texte figure dans les deux langues : ajoutez la clé {name} et son texte.",
        ),
    )


def _unknown(name: str, known: list[str]) -> tuple[Text, Text]:
    close = difflib.get_close_matches(name, known, 1)
    what = Text(
        en=f'There is no key "{name}" here.', fr=f"Il n'y a pas de clé « {name} » à cet endroit."
    )
    if close:
        return what, Text(en=f'Did you mean "{close[0]}"?', fr=f"Vouliez-vous « {close[0]} » ?")
    names = ", ".join(known)
    return what, Text(en=f"Known here: {names}.", fr=f"Connues ici : {names}.")


def _no_table(wanted: inspect.StructType) -> tuple[Text, Text]:
    names = ", ".join(field.encode_name for field in wanted.fields)
    return (
        Text(en="Keys are expected here.", fr="Des clés sont attendues ici."),
        Text(
            en=f"Write them below, indented, each with a colon: {names}.",
            fr=f"Écrivez-les dessous, en retrait, chacune suivie de deux-points : {names}.",
        ),
    )


def _no_list(path: Path) -> tuple[Text, Text]:
    return (
        Text(en=f'"{path[-1]}" must be a list.', fr=f"« {path[-1]} » doit être une liste."),
        Text(
            en="Begin each of its items with a dash, or write [POL, DEU] on one line.",
            fr="Commencez chaque élément par un tiret, ou écrivez [POL, DEU] sur une ligne.",
        ),
    )


_NO_SCALAR = (
    Text(en="A single value is expected here.", fr="Une seule valeur est attendue ici."),
    Text(
        en="Write it on the same line, after the colon.",
        fr="Écrivez-la sur la même ligne, après les deux-points.",
    ),
)


def _no_number(text: str) -> tuple[Text, Text]:
    return (
        Text(en=f'"{text}" is not a whole number.', fr=f"« {text} » n'est pas un nombre entier."),
        Text(
            en="Write digits only; lengths are milliseconds: 150_000 is two and a half minutes.",
            fr="N'écrivez que des chiffres ; les durées sont en millisecondes : 150_000 font deux "
            "minutes et demie.",
        ),
    )


def _no_truth(text: str) -> tuple[Text, Text]:
    return (
        Text(en=f'"{text}" is neither yes nor no.', fr=f"« {text} » n'est ni oui ni non."),
        Text(en="Write true or false.", fr="Écrivez true (oui) ou false (non)."),
    )


def _no_choice(text: str, known: list[str]) -> tuple[Text, Text]:
    names = ", ".join(known)
    return (
        Text(en=f'"{text}" is not known here.', fr=f"« {text} » n'est pas connu ici."),
        Text(en=f"Write one of: {names}.", fr=f"Écrivez l'un de ceux-ci : {names}."),
    )
