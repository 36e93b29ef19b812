"""What records are called, also those that are gone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from styrdesk.base.i18n import _
from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.naming import kind_name
from styrdesk.domain.record import specs
from styrdesk.domain.telling import record_name
from styrdesk.storage.columns import from_column
from styrdesk.storage.file import File
from styrdesk.storage.net import Row

DEFAULT_UNIT = "tkr"


def typed(table: str, row: Row) -> dict[str, Any]:
    """Kept values as the record's own; fields that the row has none of are left out.

    Raises:
        FileProblem: A value cannot be what was kept.
    """
    return {
        spec.name: from_column(spec, row[spec.name])
        for spec in specs(RECORDS[table])
        if spec.name in row
    }


class Names:
    """Looks each record up once; made anew for each reading.

    Args:
        file: The open file.
    """

    def __init__(self, file: File) -> None:
        self._file = file
        self._known: dict[tuple[str, str], str] = {}
        self._units: dict[tuple[str, str], str] = {}

    def of(self, table: str, record: str) -> str:
        """What a record is or was called."""
        key = table, record
        if key not in self._known:
            self._known[key] = _("something that is gone")  # should it lead back to itself
            self._known[key] = self._looked_up(table, record)
        return self._known[key]

    def _looked_up(self, table: str, record: str) -> str:
        values = self.values(table, record)
        if values is not None:
            return self.called(table, values)
        held = self._file.history.last_held(table, record)
        if not held:  # its content has been taken out
            return _("something that is gone")
        return _("{name} (deleted)").format(name=self.called(table, typed(table, held)))

    def called(self, table: str, values: dict[str, Any]) -> str:
        """What a record with these values is called."""
        if self.is_secret(values):
            called = values.get("code") or kind_name(table)
            return _("{name} (secret)").format(name=called)
        fields = {spec.name: spec for spec in specs(RECORDS[table])}
        return record_name(table, values, fields, self.of)

    def is_secret(self, values: Mapping[str, Any]) -> bool:
        """Whether it is a secret case or part of one, and so not told outside its page."""
        case_id = values.get("case_id")
        if case_id is None:
            return bool(values.get("secret"))
        case = self.values("case", case_id) or typed(
            "case", self._file.history.last_held("case", case_id)
        )
        return bool(case.get("secret"))

    def values(self, table: str, record: str) -> dict[str, Any] | None:
        """A record's values now; None where there is no such record."""
        rows: tuple[Any, ...] = self._file.store.rows(RECORDS[table], {"id": record})
        return {s.name: getattr(rows[0], s.name) for s in specs(RECORDS[table])} if rows else None

    def person(self, person_id: str) -> str:
        """Who made a step."""
        return self.of("person", person_id) if person_id else _("somebody unnamed")

    def unit(self, table: str, record: str) -> str:
        """The unit money of a record is written in: its plan's own."""
        key = table, record
        if key not in self._units:
            plan_id = str((self.values(table, record) or {}).get("plan_id", ""))
            plan = self.values("plan", plan_id) if plan_id else None
            self._units[key] = str(plan["unit"]) if plan else DEFAULT_UNIT
        return self._units[key]


def when(at: str) -> datetime:
    """A step's moment."""
    return datetime.fromisoformat(at)
