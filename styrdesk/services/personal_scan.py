"""A walk through all that a file holds, for the places where a person stands.

It asks the records' own fields, so a new register is walked through by being there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Any, Final

from styrdesk.base.i18n import N_, _
from styrdesk.domain.case_personal import NAMES, WORDS
from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.record import FieldSpec, Record, specs
from styrdesk.domain.sought import Sought, number_in, strings
from styrdesk.domain.telling import SILENT, as_read
from styrdesk.storage.file import File
from styrdesk.storage.net import Op

MOST: Final = 20_000
"""Places of one person, as many as a print has rows for."""
PEOPLE: Final = "person"
THEIRS: Final = ("case", "cause", "measure", "case_letter", "attachment")
"""What is told of who wrote in, whether they are named there or not."""
_DECIDED: Final = frozenset({"plan_version", "decided_report"})
_CONTENT: Final = "content"  # of what was decided: JSON, kept beside the records
_ATTACHED: Final = "attachment"
_ALL: Final = 100
_PIECE: Final = 500  # records read between two looks: it is soon given up
Look = Callable[[int], object]
"""Told now and then how far it has come, in per cent; may raise to end the walk."""


class Place(StrEnum):
    """Where a person stands in a field."""

    NOW = "now"
    PAST = "past"
    TRASH = "trash"


PLACES: Final = {
    Place.NOW: N_("Now"),
    Place.PAST: N_("In the history"),
    Place.TRASH: N_("In the trash"),
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A field in which a person stands, or once stood.

    Attributes:
        text: As one reads it; empty for a link.
        is_link: Whether it points at the person.
        own: Whether it is a field of the person's own record.
        file: Whether it is what stands in a kept file, which is never changed.
        about: Whether they are not named there, but the case is theirs: they wrote in.
        earlier: How many lines of the history tell of them there.
    """

    table: str
    record: str
    field: str
    place: Place
    text: str = ""
    is_link: bool = False
    own: bool = False
    file: bool = False
    about: bool = False
    earlier: int = 0

    @property
    def key(self) -> str:
        """Its own id."""
        return f"{self.table}/{self.record}/{self.field}"


@cache
def texts_of(table: str) -> dict[str, FieldSpec]:
    """The fields of a kind of record in which words are written, by the writer or the program."""
    return {
        spec.name: spec
        for spec in specs(RECORDS[table])
        if spec.kind is str and not (spec.link or spec.kept or spec.name in SILENT)
    }


@cache
def files_of(table: str) -> tuple[str, ...]:
    """The fields of a kind of record that name a kept file."""
    kept = tuple(spec.name for spec in specs(RECORDS[table]) if spec.kept)
    return (*kept, _CONTENT) if table in _DECIDED else kept


@cache
def links_of(table: str) -> frozenset[str]:
    """The fields of a kind of record that point at people."""
    return frozenset(spec.name for spec in specs(RECORDS[table]) if spec.link == PEOPLE)


class Scan:
    """One walk.

    Args:
        file: The open file.
        sought: Who is looked for.
        look: Told how far it has come.

    Attributes:
        number: The highest number of an anonymous person that was met.
        unread: How many attached files have no text that could be looked in.
    """

    def __init__(self, file: File, sought: Sought, look: Look) -> None:
        self._file, self._sought, self._look = file, sought, look
        self._found: dict[str, Spot] = {}
        self.number = self.unread = 0

    def spots(self) -> tuple[Spot, ...]:
        """All places, those of a kind together.

        Raises:
            RuleBroken: There are more than anyone could look at.
        """
        walked = 0
        whole = sum(map(self._file.store.count, RECORDS.values())) + self._file.past.count()
        for table in RECORDS:
            kind: type[Record] = RECORDS[table]
            for rows in self._file.store.pieces(kind, _PIECE):
                self._look(_ALL * walked // max(1, whole))
                for row in rows:
                    self._walk(table, row)
                walked += len(rows)
        for lines in self._file.past.lines():
            self._look(min(_ALL, _ALL * walked // max(1, whole)))
            for line in lines:
                if line.table in RECORDS:
                    self._walk_past(line.table, line.record, line.field, line.texts, line.op)
            walked += len(lines)
        self._walk_theirs()
        order = {table: n for n, table in enumerate(RECORDS)}
        return tuple(sorted(self._found.values(), key=lambda spot: order[spot.table]))

    def _add(self, spot: Spot) -> None:
        self._found[spot.key] = spot
        if len(self._found) > MOST:
            message = _("That stands in more than {count} places. Write more of it.")
            raise RuleBroken(message.format(count=MOST), "words")

    # ---- what stands there now ---------------------------------------------------------------

    def _walk(self, table: str, row: Record) -> None:
        own = table == PEOPLE and row.id in self._sought.people
        for name in links_of(table):
            if getattr(row, name) in self._sought.people:
                self._add(Spot(table, row.id, name, Place.NOW, is_link=True))
        for name, spec in texts_of(table).items():
            value: str = getattr(row, name)
            if value in self._sought.people:
                self._add(Spot(table, row.id, name, Place.NOW, is_link=True))
            elif value and (own or self._stands(value)):
                self._add(Spot(table, row.id, name, Place.NOW, as_read(spec, value), own=own))
        for name in files_of(table):
            self._walk_file(table, row, name)

    def _walk_file(self, table: str, row: Record, field: str) -> None:
        """What stands in a kept file: what was decided, or what was read there for the search."""
        digest: str = getattr(row, field)
        if table in _DECIDED and field == _CONTENT:
            said = "\n".join(self._frozen(digest))
        else:
            text = self._file.search.text(digest)
            said = text if text in self._sought else ""
            self.unread += table == _ATTACHED and not text
        if said:
            self._add(Spot(table, row.id, field, Place.NOW, said, file=True))

    def _stands(self, text: str) -> bool:
        self.number = max(self.number, number_in(text))
        return text in self._sought

    def _frozen(self, digest: str) -> Iterator[str]:
        """The texts of what was decided in which they stand."""
        if self._file.blobs.has(digest):
            for text in strings(json.loads(self._file.blobs.get(digest)[1])):
                if text in self._sought:
                    spec = FieldSpec("", str, optional=False, rich=text.startswith("<"))
                    yield as_read(spec, text)

    def _walk_theirs(self) -> None:
        """All that is written in the cases of which they are who wrote in."""
        names = {f"case/{field}" for field in NAMES["case"]}
        spots = tuple(self._found.values())
        wrote = {s.record for s in spots if f"{s.table}/{s.field}" in names and s.text}
        for table in THEIRS if wrote else ():
            kind: type[Record] = RECORDS[table]
            where = "id" if table == "case" else "case_id"
            for row in self._file.store.rows(kind, {where: sorted(wrote)}):
                for field in WORDS[table]:
                    said = as_read(texts_of(table)[field], getattr(row, field))
                    spot = Spot(table, row.id, field, Place.NOW, said, about=True)
                    if said and spot.key not in self._found:
                        self._add(spot)

    # ---- what stood there --------------------------------------------------------------------

    def _walk_past(
        self, table: str, record: str, field: str, texts: tuple[str, ...], op: Op
    ) -> None:
        """A line of the journal: of a field that tells of them now, one line more."""
        people, spec = self._sought.people, texts_of(table).get(field)
        is_link = (field in links_of(table) or spec is not None) and bool(people & {*texts})
        own = spec is not None and table == PEOPLE and record in people
        held = [text for text in texts if text and (own or self._stands(text))] if spec else []
        if not (is_link or held):
            return
        place = Place.TRASH if op is Op.DELETE else Place.PAST
        said = as_read(spec, held[-1]) if spec is not None and held else ""
        spot = Spot(table, record, field, place, said, is_link=is_link and not held, own=own)
        before: Any = self._found.get(spot.key)
        if before is not None and before.place is Place.NOW:
            spot = before
        count = 1 + (before.earlier if before is not None else 0)
        self._add(replace(spot, earlier=count))
