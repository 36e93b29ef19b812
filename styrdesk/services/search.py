"""Search over everything in the file: what is found, where it stands, and what it says there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from styrdesk.base.i18n import _, ngettext
from styrdesk.domain.attachment import Attachment
from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.naming import field_name, kind_name
from styrdesk.domain.record import Record, specs
from styrdesk.domain.search import FOUND, Part, around, asked, is_named, marked, snippet
from styrdesk.services.names import Names
from styrdesk.storage.file import File
from styrdesk.storage.search_building import SearchBuilding

if TYPE_CHECKING:
    from styrdesk.services.attached_words import WordReader

LIMIT: Final = 40
BETWEEN: Final = " · "


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found.

    Attributes:
        kind: What such a record is called, translated.
        name: What it is called, its hits told apart; of what has no name the words around the hit.
        inside: What it is a part of, the outermost first; empty where it stands alone.
        field: What the field of the snippet is called.
        snippet: The words around the hit; empty where it is in the name.
        field_key: The field the hit is in, where that is not the name.
        chain: The record and what it is a part of, as (table, id), the innermost first.
        committee_id: The nämnd that what it is a part of belongs to, or empty.
        years: First and last year that holds for, or None.
    """

    table: str
    record: str
    kind: str
    name: tuple[Part, ...]
    inside: str
    field: str
    snippet: tuple[Part, ...]
    field_key: str
    chain: tuple[tuple[str, str], ...]
    committee_id: str = ""
    years: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a search gave.

    Attributes:
        hits: The best of them, those of a kind together.
        count: How many there are in all.
        is_all: Whether no more can fit than were counted.
        is_ready: Whether every record has been looked in.
    """

    hits: tuple[Hit, ...] = ()
    count: int = 0
    is_all: bool = True
    is_ready: bool = True

    def told(self) -> str:
        """How many there are, and that only the best are shown where that is so."""
        return " ".join([self._counted(), *self._waiting()])

    def _waiting(self) -> Iterator[str]:
        if not self.is_ready:
            yield _("The words of the file are still being gathered; there may soon be more.")

    def _counted(self) -> str:
        count, shown = self.count, len(self.hits)
        if not count:
            return _("Nothing was found.")
        words = ngettext("{count} hit", "{count} hits", count).format(count=count)
        if not self.is_all:
            words = _("More than {count} hits").format(count=count)
        if shown < count:
            words += ". " + _("The best {count} are shown.").format(count=shown)
        return words


class SearchService:
    """Finds records by the words in them. What is masked is not found by anyone."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._building: SearchBuilding | None = None
        self._reader: WordReader | None = None
        self._is_given_up = False

    @property
    def is_ready(self) -> bool:
        """Whether every record can be found."""
        return not self._file.search.is_being_built()

    def is_waiting(self) -> bool:
        """Whether words are to be gathered, of records or of kept files."""
        return not self.is_ready or bool(self._file.search.unread())

    def make_ready(self) -> None:
        """Gather the words that cannot be found yet, on a thread.

        Raises:
            FileProblem: The file cannot be read or written.
        """
        from styrdesk.services.attached_words import WordReader  # noqa: PLC0415  # seldom needed

        reader = self._reader = WordReader()
        try:
            self._building = SearchBuilding(self._file.path, reader.text)
            if not self._is_given_up:  # seen after they are made: who gives up meets one or other
                self._building.run()
        finally:
            reader.stop()

    def give_up(self) -> None:
        """Gather no more, nor begin to; called from another thread."""
        self._is_given_up = True
        if self._building is not None and self._reader is not None:
            self._building.give_up()
            self._reader.give_up()

    def find(self, text: str, *, limit: int = LIMIT, tables: Sequence[str] = FOUND) -> Found:
        """The records in which all the words stand.

        Args:
            text: What was typed: words, or beginnings or parts of words.
            limit: At most so many, of the best.
            tables: Kinds of record to look among.
        """
        words = asked(text)
        keys, is_all = self._file.search.find(text, tables)
        names = Names(self._file)
        hits = [
            hit for table, record in keys[:limit] for hit in self._hit(table, record, words, names)
        ]
        first = {hit.table: n for n, hit in reversed(list(enumerate(hits)))}
        hits.sort(key=lambda hit: first[hit.table])
        return Found(tuple(hits), len(keys), is_all, self.is_ready)

    def place(self, table: str, key: str, names: Names) -> Hit | None:
        """Where a record stands and what it is called, looked for by no words."""
        return next(self._hit(table, key, (), names), None)

    def _hit(self, table: str, key: str, words: Sequence[str], names: Names) -> Iterator[Hit]:
        chain = tuple(self._chain(table, key))
        if not chain:  # gone since it was indexed, by another's hand
            return
        record, top = chain[0][1], chain[-1][1]
        spec, said = snippet(record, words)
        name, key_of = marked(names.of(table, key), words), spec.name if spec else ""
        if spec is None and isinstance(record, Attachment):
            said = around(self._file.search.text(record.file), words)
        if said and not is_named(record):
            name, said = said, ()
        above = reversed([names.of(name, each.id) for name, each in chain[1:]])
        yield Hit(
            table,
            key,
            kind_name(table),
            name,
            BETWEEN.join(above),
            _where(table, key_of) if said else "",
            said,
            key_of,
            tuple((name, each.id) for name, each in chain),
            self._committee(top),
            self._years(top),
        )

    def _chain(self, table: str, key: str) -> Iterator[tuple[str, Record]]:
        """A record, what it is a part of, and so on; of two owners the nearer."""
        kind: type[Record] = RECORDS[table]
        for record in self._file.store.rows(kind, {"id": key}):
            yield table, record
            owners = [(s.link, getattr(record, s.name)) for s in specs(kind) if s.owned]
            above = [(link, owner) for link, owner in owners if owner]
            if above:
                yield from self._chain(*above[-1])

    @staticmethod
    def _committee(record: Any) -> str:  # noqa: ANN401  # any record
        """The nämnd among whose a record is shown: the one it cannot be without."""
        kind: type[Record] = type(record)
        must = any(spec.name == "committee_id" and not spec.optional for spec in specs(kind))
        return str(record.committee_id) if must else ""

    def _years(self, record: Any) -> tuple[int, int] | None:  # noqa: ANN401  # any record
        """The years for which a record is shown: its own, or its strategic plan's."""
        if isinstance(getattr(record, "year", None), int):
            return record.year, record.year
        plan = getattr(record, "strategic_plan_id", None)
        if plan:
            kind: type[Any] = RECORDS["strategic_plan"]
            for one in self._file.store.rows(kind, {"id": plan}):
                return one.first_year, one.last_year
        return None


def _where(table: str, field: str) -> str:
    """What the place of a snippet is called: a field, or else the file that a record keeps."""
    return field_name(table, field) if field else _("In the file")
