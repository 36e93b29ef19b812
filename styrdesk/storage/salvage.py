"""The last way out of a damaged file: what can be read of it, row by row, in a new file."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import copyfile
from typing import Any, Final

import peewee

from styrdesk.base.atomic import temporary
from styrdesk.base.clock import SystemClock
from styrdesk.base.i18n import N_
from styrdesk.base.ids import new_id
from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.errors import FileProblem
from styrdesk.domain.record import Record, specs
from styrdesk.storage import backup, connection, faults, file
from styrdesk.storage.blobs import Blobs
from styrdesk.storage.connection import Database
from styrdesk.storage.journal import StepKind
from styrdesk.storage.store import Store
from styrdesk.storage.triggers import DECIDED

_UNREADABLE: Final = (KeyError, FileProblem, peewee.DatabaseError)


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What came of it.

    Attributes:
        path: The new file.
        kept: Number of records and pictures in it.
        lost: Number that are known to have been there and are not in it.
        whole: Whether every list could be read to its end; otherwise more may be lost.
    """

    path: Path
    kept: int
    lost: int
    whole: bool


class _Found:
    """What was read: records by table and id, pictures by digest, and how many are lost."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, Any]] = {table: {} for table in RECORDS}
        self.blobs: dict[str, tuple[str, bytes]] = {}
        self.lost = 0
        self.whole = True

    @property
    def kept(self) -> int:
        return sum(map(len, self.rows.values())) + len(self.blobs)


def salvage(path: Path, target: Path) -> Salvaged:
    """Read what can be read of a damaged file into a new one. The damaged one is not touched.

    Raises:
        FileProblem: Nothing can be read, or the disk says no.
    """
    with faults.disk_explained(), temporary(target) as copy, temporary(target) as new:
        copyfile(path, copy)
        found = _read(copy)
        if not found.kept:
            raise faults.damaged(path.name)
        _drop_emptied_versions(found)
        _drop_what_hangs_loose(found)
        _let_go_of_lost_pictures(found)
        _write(found, new)
        backup.see_that_it_is_sound(new)
        return Salvaged(backup.published(new, target), found.kept, found.lost, found.whole)


def _read(copy: Path) -> _Found:
    found = _Found()
    db = connection.connect(copy, read_only=True)
    try:
        db.execute_sql("PRAGMA writable_schema = ON")  # SQLite's own way to read past damage
        store, blobs = Store(db), Blobs(db)
        for table, kind in RECORDS.items():
            for key in _keys(db, table, "id", found):
                try:
                    found.rows[table][key] = store.get(kind, key)
                except _UNREADABLE:
                    found.lost += 1
        for digest in _keys(db, "blob", "sha256", found):
            try:
                found.blobs[digest] = blobs.get(digest)
            except _UNREADABLE:
                found.lost += 1
    finally:
        db.close()
    return found


def _keys(db: Database, table: str, column: str, found: _Found) -> set[str]:
    """Every key that the table, from either end, or one of its indexes tells of."""
    keys: set[str] = set()
    scans = [f'"{table}" NOT INDEXED ORDER BY "{column}" {way}' for way in ("ASC", "DESC")]
    with suppress(FileProblem, peewee.DatabaseError):
        names = db.asked("SELECT name FROM pragma_index_list(?) WHERE origin = 'c'", table)
        scans += [f'"{table}" INDEXED BY "{name}"' for (name,) in names]
    for scan in scans:
        try:
            for (key,) in db.connection().execute(f'SELECT "{column}" FROM {scan}'):  # noqa: S608  # our own names
                if isinstance(key, str):
                    keys.add(key)
        except (sqlite3.DatabaseError, UnicodeDecodeError):  # so far, and no further
            found.whole = False
    return keys


def _drop_emptied_versions(found: _Found) -> None:
    """What was decided is nothing without its content; a plan is frozen anew when it is opened."""
    for table in DECIDED:
        rows = found.rows[table]
        for key, row in list(rows.items()):
            if row.content not in found.blobs:
                del rows[key]
                found.lost += 1
            elif row.pdf not in {"", *found.blobs}:
                rows[key] = replace(row, pdf="")
    minutes = found.rows["version_minutes"]
    for key, row in list(minutes.items()):
        if row.pdf not in {"", *found.blobs}:
            minutes[key] = replace(row, pdf="")


def _drop_what_hangs_loose(found: _Found) -> None:
    """Let go of what is a part of something lost; what only pointed at it points at nothing."""
    loose = True
    while loose:
        loose = False
        for table, rows in found.rows.items():
            for key, row in list(rows.items()):
                fitted = _fitted(row, found.rows)
                if fitted is None:
                    del rows[key]
                    found.lost, loose = found.lost + 1, True
                else:
                    found.rows[table][key] = fitted


def _let_go_of_lost_pictures(found: _Found) -> None:
    """What showed a picture that is lost shows none: it can be printed, and chosen anew."""
    for table, kind in RECORDS.items():
        for spec in specs(kind):
            if not spec.kept:
                continue
            for key, row in found.rows[table].items():
                if getattr(row, spec.name) not in found.blobs:
                    found.rows[table][key] = replace(row, **{spec.name: ""})


def _fitted(row: Any, rows: dict[str, dict[str, Any]]) -> Any:  # noqa: ANN401  # any record
    kind: type = type(row)
    for spec in specs(kind):
        value = getattr(row, spec.name)
        if spec.link and value is not None and value not in rows[spec.link]:
            if not spec.optional:
                return None
            row = replace(row, **{spec.name: None})
    return row


def _write(found: _Found, new: Path) -> None:
    opened = file.create(new)
    try:
        at = SystemClock().now().isoformat()
        with opened.transaction():
            seq = opened.journal.begin(new_id(), at, "", N_("Salvage"), StepKind.BARRIER)
            opened.store.links_at_commit()
            for media_type, content in found.blobs.values():
                opened.blobs.add(content, media_type)
            for rows in found.rows.values():
                record: Record
                for record in rows.values():
                    opened.store.save(record)
            opened.journal.end(seq, StepKind.BARRIER)
    finally:
        opened.close()
