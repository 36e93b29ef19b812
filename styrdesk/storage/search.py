"""The index of words: every record's, folded, found by runs of three letters (decisions/0022).

It follows the journal. What a step changed in the end is indexed anew in the same transaction, by
whichever way it was changed: saved, undone, put back, or gone with what it belonged to.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.record import Record, specs
from styrdesk.domain.search import FOUND, asked, entry, grams, is_masked, masks, needle
from styrdesk.storage.connection import Database
from styrdesk.storage.store import Store

Key = tuple[str, str]
MOST: Final = 1000
"""So many of the latest that may fit are looked at: of more than that nobody reads the end."""
_CHANGE: Final = "(SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'change'), 0))"
_BUILT: Final = f"UPDATE search_state SET change = {_CHANGE}"  # noqa: S608  # names of ours
_EACH: Final = "(SELECT value FROM json_each(?))"


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
        named, all_named = self._asked("head", words, tables)
        others, all_others = self._asked("", words, tables)
        keys = list(dict.fromkeys(named + others))
        return keys, all_named and all_others

    def _asked(
        self, column: str, words: Sequence[str], tables: Sequence[str]
    ) -> tuple[list[Key], bool]:
        """Those of the latest that fit: names that begin with a word before those that have it."""
        query = " AND ".join(f'"{gram}"' for word in words for gram in grams(word))
        where = f"{column} : ({query})" if column else query
        text = "head" if column else "head || body"
        fits = " AND ".join(f"INSTR({text}, ?) > 0" for _word in words)
        best = " + ".join(
            "CASE WHEN INSTR(head, ?) = 1 THEN 0 WHEN INSTR(head, ?) > 0 THEN 1 "
            "WHEN INSTR(head, ?) > 0 THEN 2 WHEN INSTR(body, ?) > 0 THEN 3 ELSE 4 END"
            for _word in words
        )
        starts = [f"  {word}" for word in words]
        scored = [
            form for word, start in zip(words, starts, strict=True)
            for form in (start, start, needle(word), start)
        ]  # fmt: skip
        rows = self._db.asked(
            "SELECT tbl, record FROM "  # noqa: S608  # names of ours
            "(SELECT rowid AS at FROM search_words WHERE search_words MATCH ? "
            f"ORDER BY rowid DESC LIMIT {MOST}) JOIN search_entry ON seq = at "
            f"WHERE tbl IN {_EACH} AND {fits} ORDER BY {best}, seq DESC",
            *(where, json.dumps(list(tables)), *map(needle, words), *scored),
        )
        ((count,),) = self._db.asked(
            "SELECT COUNT(*) FROM (SELECT rowid FROM search_words WHERE search_words MATCH ? "  # noqa: S608  # names of ours
            f"LIMIT {MOST + 1})",
            where,
        )
        return [(str(table), str(record)) for table, record in rows], int(count) <= MOST

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
        self._db.execute_sql(_BUILT)

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
            made = None if self._is_in_masked(row) else entry(row)
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

    def build(self) -> None:
        """Index every record anew."""
        self._db.execute_sql("DELETE FROM search_entry")
        for table in FOUND:
            kind: type[Record] = RECORDS[table]
            for rows in self._store.pieces(kind):
                self._enter(table, rows)
        self._db.execute_sql("INSERT INTO search_words (search_words) VALUES ('rebuild')")
        self._db.execute_sql(_BUILT)


def _may_hide(table: str) -> bool:
    """Whether records of the kind, or what they are a part of, can be masked."""
    kind = RECORDS[table]
    owners = (s.link for s in specs(kind) if s.owned and s.link != table)
    return masks(kind) or any(map(_may_hide, owners))
