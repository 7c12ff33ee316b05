"""The wire's types written as TypeScript, so that the pages can claim nothing the server denies.

Everything reachable from `wire.AnyInbound` and `wire.AnyOutbound` is emitted, in the order of
the Python modules. Named unions keep their names; named choices (`Stance`) also become arrays.
"""

from __future__ import annotations

import json
from types import ModuleType
from typing import Any, Literal, Union, get_args, get_origin

import msgspec
from msgspec import inspect

from wargame.realtime import wire
from wargame.rules import entities, events, houserules, moves, scenario

MODULES: tuple[ModuleType, ...] = (scenario, houserules, moves, entities, events, wire)
HEAD = "// Written by `manage.py generate_types` from the server's types. Do not edit.\n"
_OPEN_TO_DEFAULTS = (moves.Move, wire.Inbound)
"""What the client writes: it may leave out what has a default."""


def source() -> str:
    """The whole of `wire.gen.ts`; the same types always give the same text."""
    return HEAD + "\n" + "\n".join([*_choices(), *_structs(), *_unions()])


def _choices() -> list[str]:
    """Named `Literal`s: an array of the values and the type of one of them."""
    return [
        f"export const {name} = [{', '.join(_quoted(value) for value in get_args(choice))}] "
        f"as const;\nexport type {name} = (typeof {name})[number];\n"
        for name, choice in _named(Literal).items()
    ]


def _structs() -> list[str]:
    return [_struct(kind) for kind in _struct_classes()]


def _unions() -> list[str]:
    found = {
        name: [member.__name__ for member in _flat(union)] for name, union in _named(Union).items()
    }
    return [
        f"export type {name} =\n" + "\n".join(f"  | {member}" for member in members) + ";\n"
        for name, members in found.items()
    ]


def _flat(union: Any) -> list[type]:
    return [member for member in get_args(union) if isinstance(member, type)]


def _struct_classes() -> list[type[msgspec.Struct]]:
    """Every struct defined in the modules, in the order written, without their bare bases."""
    bases = (moves.Move, wire.Inbound, wire.Outbound, entities.Entity, events.Event)
    return [
        thing
        for module in MODULES
        for thing in vars(module).values()
        if isinstance(thing, type)
        and issubclass(thing, msgspec.Struct)
        and thing.__module__ == module.__name__
        and thing not in bases
    ]


def _struct(kind: type[msgspec.Struct]) -> str:
    shape = inspect.type_info(kind)
    assert isinstance(shape, inspect.StructType)
    optional = issubclass(kind, _OPEN_TO_DEFAULTS)
    lines = [f"  readonly {_field(field, optional)};" for field in shape.fields]
    if shape.tag is not None:
        lines.insert(0, f"  readonly {shape.tag_field}: {_quoted(shape.tag)};")
    body = "\n".join(lines)
    return f"{_comment(kind)}export interface {kind.__name__} {{\n{body}\n}}\n"


def _comment(kind: type) -> str:
    said = (kind.__doc__ or "").strip().split("\n\n")[0].replace("*/", "")
    joined = " ".join(line.strip() for line in said.splitlines())
    return f"/** {joined} */\n" if joined and not joined.startswith(f"{kind.__name__}(") else ""


def _field(field: inspect.Field, optional: bool) -> str:
    mark = "?" if optional and not field.required else ""
    return f"{field.encode_name}{mark}: {_type(field.type)}"


def _type(shape: inspect.Type) -> str:
    """One type of msgspec's as TypeScript; unknown ones fail here and not in a browser."""
    simple = {
        inspect.StrType: "string",
        inspect.IntType: "number",
        inspect.FloatType: "number",
        inspect.BoolType: "boolean",
        inspect.NoneType: "null",
    }
    if type(shape) in simple:
        return simple[type(shape)]
    if isinstance(shape, inspect.StructType):
        return shape.cls.__name__
    if isinstance(shape, inspect.Metadata):
        return _type(shape.type)
    if isinstance(shape, inspect.LiteralType):
        return _choice(frozenset(shape.values))
    if isinstance(shape, inspect.UnionType):
        return _union(shape)
    if isinstance(shape, inspect.VarTupleType | inspect.ListType):
        return f"ReadonlyArray<{_type(shape.item_type)}>"
    if isinstance(shape, inspect.DictType):
        return f"Readonly<Record<{_type(shape.key_type)}, {_type(shape.value_type)}>>"
    raise TypeError(f"no TypeScript for {shape!r}: teach wargame/realtime/typescript.py")


def _union(shape: inspect.UnionType) -> str:
    """A union by its name if it has one; what may be null says so at the end."""
    members = [kind for kind in shape.types if not isinstance(kind, inspect.NoneType)]
    null = " | null" if len(members) < len(shape.types) else ""
    classes = {kind.cls for kind in members if isinstance(kind, inspect.StructType)}
    if len(classes) == len(members) > 1:
        for name, union in _named(Union).items():
            if set(_flat(union)) == classes:
                return name + null
    return " | ".join(_type(kind) for kind in members) + null


def _choice(values: frozenset[Any]) -> str:
    for name, choice in _named(Literal).items():
        if frozenset(get_args(choice)) == values:
            return name
    return " | ".join(_quoted(value) for value in sorted(values))


def _named(origin: Any) -> dict[str, Any]:
    """The public aliases of one kind (`Literal`, `Union`) in the modules, in order."""
    found: dict[str, Any] = {}
    for module in MODULES:
        for name, value in vars(module).items():
            if not name.startswith("_") and get_origin(value) is origin:
                found.setdefault(name, value)
    return found


def _quoted(value: Any) -> str:
    """A string as prettier would quote it."""
    text = json.dumps(value, ensure_ascii=False)
    return f"'{text[1:-1]}'" if isinstance(value, str) and "'" not in value else text
