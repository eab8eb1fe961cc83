"""What is different between two graphs, record by record."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from kg.model.graph import Graph, Record, Statement


class Difference(msgspec.Struct, frozen=True):
    """A record that only one of two graphs has, or that differs in some fields."""

    sign: Literal["-", "+", "~"]
    record: Record
    fields: tuple[str, ...] = ()

    def __str__(self) -> str:
        record = self.record
        kind = type(record).__name__.lower()
        if isinstance(record, Statement):
            name = f"{record.subject.name} {record.predicate} {record.object.name}"
        else:
            name = record.name
        fields = f" ({', '.join(self.fields)})" if self.fields else ""
        return f"{self.sign} {kind} {record.id} {name}{fields}"


def differences(one: Graph, other: Graph) -> Iterator[Difference]:
    """Yield what the other graph lacks (-), has more (+) or has otherwise (~); nothing where the digests are equal."""
    before = {(type(record), record.id): record for record in one.records()}
    after = {(type(record), record.id): record for record in other.records()}
    for key in sorted(before.keys() | after.keys(), key=lambda key: (key[0].__name__, key[1])):
        if key not in after:
            yield Difference("-", before[key])
        elif key not in before:
            yield Difference("+", after[key])
        elif before[key] != after[key]:
            fields = before[key].__struct_fields__
            unequal = (name for name in fields if getattr(before[key], name) != getattr(after[key], name))
            yield Difference("~", after[key], tuple(unequal))
