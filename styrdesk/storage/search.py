"""The index of words: every record's, folded, found by runs of three letters (decisions/0022).

It follows the journal. What a step changed in the end is indexed anew in the same transaction, by
whichever way it was changed: saved, undone, put back, or gone with what it belonged to.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Final

from styrdesk.domain.attachment import Attachment
from styrdesk.domain.catalogue import RECORDS, owners
from styrdesk.domain.record import Record, specs
from styrdesk.domain.search import FOUND, asked, entry, grams, is_masked, masks, needle
from styrdesk.storage.connection import Database
from styrdesk.storage.store import Store

Key = tuple[str, str]
MOST: Final = 1000
"""So many of the latest that fit are given: of more than that nobody reads the end."""
_MOST_LOOKED_INTO: Final = 5 * MOST  # where few of the latest that have its grams fit
_CHANGE: Final = "(SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'change'), 0))"
_BUILT: Final = f"UPDATE search_state SET change = {_CHANGE}"  # noqa: S608  # names of ours
_UNBUILT: Final = -1  # where the number of the last change that it holds would stand
_EACH: Final = "(SELECT value FROM json_each(?))"
_FEW: Final = 1000  # records that are indexed in a tenth of a second


class SearchIndex:
    """Words of an open file's records. What writes runs inside the caller's transaction."""

    def __init__(self, db: Database) -> None:
        self._db, self._store = db, Store(db)
        self._made = False

    @property
    def _is_made(self) -> bool:
        """Whether the file has the tables for it: one of an older form has not."""
        if not self._made:
            self._made = bool(
                self._db.asked("SELECT 1 FROM sqlite_schema WHERE name = 'search_state'")
            )
        return self._made

    # ---- asking ------------------------------------------------------------------------------

    def find(self, text: str, tables: Sequence[str] = FOUND) -> tuple[list[Key], bool]:
        """The records in which all typed words are found, the best first, and whether that is all.

        Args:
            text: Words as they were typed.
            tables: Of these kinds alone.
        """
        words = asked(text)
        if not words:
            return [], True
        keys, is_all = self._found("", words, tables)
        if not is_all:  # what is called so may be older than all of these
            named, _all_named = self._found("head", words, tables)
            keys = list(dict.fromkeys(named + keys))
        return keys, is_all

    def _found(
        self, column: str, words: Sequence[str], tables: Sequence[str]
    ) -> tuple[list[Key], bool]:
        """The latest that fit: what is called so before what says so, beginnings before the rest.

        And whether that is all. A gram is found in many words: what has them all is looked into.
        """
        query = " AND ".join(f'"{gram}"' for word in words for gram in grams(word))
        where = f"{column} : ({query})" if column else query
        keys, is_all = self._among(MOST, where, column, words, tables)
        if not is_all and len(keys) <= MOST:  # what has the grams without the words stood before
            keys, is_all = self._among(_MOST_LOOKED_INTO, where, column, words, tables)
        return keys[:MOST], is_all

    def _among(
        self, most: int, where: str, column: str, words: Sequence[str], tables: Sequence[str]
    ) -> tuple[list[Key], bool]:
        may = self._latest(where, most + 1)
        keys = self._fitting(may, column, words, tables)
        return keys, len(may) <= most and len(keys) <= MOST

    def _latest(self, where: str, most: int) -> list[int]:
        """Numbers of the latest entries that have all grams."""
        asked = "SELECT rowid FROM search_words WHERE search_words MATCH ? ORDER BY rowid DESC"
        return [int(number) for (number,) in self._db.asked(f"{asked} LIMIT {most}", where)]

    def _fitting(
        self, may: Sequence[int], column: str, words: Sequence[str], tables: Sequence[str]
    ) -> list[Key]:
        """Those of some entries that have the words, one more than are given."""
        text = column or "head || body"
        fits = " AND ".join(f"INSTR({text}, ?) > 0" for _word in words)
        named = " AND ".join("INSTR(head, ?) > 0" for _word in words)
        best = " + ".join(
            "CASE WHEN INSTR(head, ?) = 1 THEN 0 WHEN INSTR(head, ?) > 0 THEN 1 "
            "WHEN INSTR(head, ?) > 0 THEN 2 WHEN INSTR(body, ?) > 0 THEN 3 ELSE 4 END"
            for _word in words
        )
        needles, starts = [needle(word) for word in words], [f"  {word}" for word in words]
        scored = [
            form for one, start in zip(needles, starts, strict=True)
            for form in (start, start, one, start)
        ]  # fmt: skip
        rows = self._db.asked(
            "SELECT tbl, record FROM (SELECT search_entry.* FROM json_each(?) "  # noqa: S608  # ours
            f"CROSS JOIN search_entry ON seq = value WHERE tbl IN {_EACH} AND {fits} "
            f"LIMIT {MOST + 1}) ORDER BY NOT ({named}), {best}, seq DESC",
            *(json.dumps(may), json.dumps(list(tables)), *needles, *needles, *scored),
        )
        return [(str(table), str(record)) for table, record in rows]

    # ---- following ---------------------------------------------------------------------------

    def follow(self, keys: Iterable[Key]) -> None:
        """Index these records as they are now, after what was changed last."""
        if not self._is_made:
            return
        changed: dict[str, set[str]] = {}
        for table, record in keys:
            changed.setdefault(table, set()).add(record)
            for part_table, part in self._hidden_along(table, record):
                changed.setdefault(part_table, set()).add(part)
        for table, records in changed.items():
            if table in FOUND:
                self._take_out(table, records)
                self._put_in(table, self._store.rows(RECORDS[table], {"id": records}))
        self._db.execute_sql(f"{_BUILT} WHERE change <> {_UNBUILT}")

    def _hidden_along(self, table: str, record: str) -> Iterator[Key]:
        """The parts of a record that may be masked: they come and go with it."""
        if table in RECORDS and masks(RECORDS[table]):
            yield from self._parts(table, record)

    def _parts(self, table: str, record: str) -> Iterator[Key]:
        for name, kind in RECORDS.items():
            for spec in specs(kind):
                if spec.owned and spec.link == table:
                    rows: Sequence[Any] = self._store.rows(kind, {spec.name: record})
                    for row in rows:
                        yield name, row.id
                        yield from self._parts(name, row.id)

    def _take_out(self, table: str, records: Iterable[str]) -> None:
        chosen = table, json.dumps(sorted(records))
        self._db.execute_sql(
            "INSERT INTO search_words (search_words, rowid, head, body) "  # noqa: S608  # names of ours
            "SELECT 'delete', seq, head, body FROM search_entry "
            f"WHERE tbl = ? AND record IN {_EACH}",
            chosen,
        )
        self._db.execute_sql(
            f"DELETE FROM search_entry WHERE tbl = ? AND record IN {_EACH}",  # noqa: S608  # names of ours
            chosen,
        )

    def _put_in(self, table: str, rows: Iterable[Record]) -> None:
        ids = self._enter(table, rows)
        self._db.execute_sql(
            "INSERT INTO search_words (rowid, head, body) "  # noqa: S608  # names of ours
            f"SELECT seq, head, body FROM search_entry WHERE tbl = ? AND record IN {_EACH}",
            (table, json.dumps(ids)),
        )

    def _enter(self, table: str, rows: Iterable[Record]) -> list[str]:
        entered = []
        for row in rows:
            inside = self.text(row.file) if isinstance(row, Attachment) else ""
            made = None if self._is_in_masked(row) else entry(row, inside)
            if made is not None:
                self._db.execute_sql(
                    "INSERT INTO search_entry (tbl, record, head, body) VALUES (?, ?, ?, ?)",
                    (table, row.id, made.head, made.body),
                )
                entered.append(row.id)
        return entered

    def _is_in_masked(self, record: Any) -> bool:  # noqa: ANN401  # any record
        """Whether a record, or what it is a part of, is masked."""
        if is_masked(record):
            return True
        kind: type[Record] = type(record)
        for spec in specs(kind):
            key = getattr(record, spec.name)
            if spec.owned and key and _may_hide(spec.link):
                above: type[Record] = RECORDS[spec.link]
                rows = self._store.rows(above, {"id": key})
                if any(map(self._is_in_masked, rows)):
                    return True
        return False

    # ---- kept files --------------------------------------------------------------------------

    def text(self, file: str) -> str:
        """What was read in a kept file, by its SHA-256; empty where nothing was."""
        rows = self._db.asked("SELECT text FROM search_text WHERE file = ?", file)
        return str(rows[0][0]) if rows else ""

    def unread(self) -> list[tuple[str, str]]:
        """SHA-256 and media type of the kept files that are to be read; none that is masked."""
        rows = self._db.asked(
            "SELECT id FROM attachment JOIN blob ON sha256 = file "
            "WHERE file NOT IN (SELECT file FROM search_text)"
        )
        found = self._store.rows(Attachment, {"id": [key for (key,) in rows]}) if rows else ()
        return sorted({(a.file, a.media_type) for a in found if not self._is_in_masked(a)})

    def keep_text(self, file: str, text: str) -> None:
        """Keep what was read in a file, also that it is nothing, and let it be found."""
        self._db.execute_sql(
            "INSERT INTO search_text (file, text) SELECT sha256, ? FROM blob WHERE sha256 = ? "
            "ON CONFLICT DO NOTHING",
            (text, file),
        )
        self.follow(("attachment", key) for key in self._store.ids(Attachment, {"file": file}))

    def forget(self) -> None:
        """Let no trace stay of words that are gone: what SQLite has set aside is thrown away."""
        self._db.execute_sql("INSERT INTO search_words (search_words) VALUES ('optimize')")

    # ---- the whole ---------------------------------------------------------------------------

    def is_stale(self) -> bool:
        """Whether it was never built, or a change was made without it."""
        if not self._is_made:
            return False
        ((built,), (last,)) = self._db.asked(
            f"SELECT change FROM search_state UNION ALL SELECT {_CHANGE}"  # noqa: S608  # names of ours
        )
        return bool(built != last)

    def is_long_to_build(self) -> bool:
        """Whether one would have to wait for it."""
        return sum(1 for _key in islice(self.keys(), _FEW + 1)) > _FEW

    def is_being_built(self) -> bool:
        """Whether some records may not be in it yet."""
        return self._is_made and self._db.asked("SELECT change FROM search_state") == [(_UNBUILT,)]

    def begin_building(self) -> None:
        """Take all out, so that it can be built in pieces (`SearchBuilding`)."""
        self._db.execute_sql("DELETE FROM search_entry")
        self._db.execute_sql("INSERT INTO search_words (search_words) VALUES ('delete-all')")
        self._db.execute_sql(f"UPDATE search_state SET change = {_UNBUILT}")  # noqa: S608  # ours

    def end_building(self) -> None:
        """Say that all records are in it."""
        self._db.execute_sql(_BUILT)

    def keys(self) -> Iterator[Key]:
        """Every record that it is to hold."""
        for table in FOUND:
            for (key,) in self._db.asked(f'SELECT id FROM "{table}"'):  # noqa: S608  # names of ours
                yield table, str(key)

    def build(self) -> None:
        """Index every record anew, at once."""
        self._db.execute_sql("DELETE FROM search_entry")
        for table in FOUND:
            kind: type[Record] = RECORDS[table]
            for rows in self._store.pieces(kind):
                self._enter(table, rows)
        self._db.execute_sql("INSERT INTO search_words (search_words) VALUES ('rebuild')")
        self._db.execute_sql(_BUILT)


def _may_hide(table: str) -> bool:
    """Whether records of the kind, or what they are a part of, can be masked."""
    above = (owner for _field, owner in owners(table) if owner != table)
    return masks(RECORDS[table]) or any(map(_may_hide, above))
