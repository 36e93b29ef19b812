"""Links as names, and names as links: the same name leads back to the same record."""

from __future__ import annotations

from typing import Any, Final

from styrdesk.base.collation import fold
from styrdesk.base.i18n import _
from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.cells import Unreadable
from styrdesk.domain.naming import kind_name
from styrdesk.domain.record import Record, specs
from styrdesk.domain.telling import NAMED_BY
from styrdesk.services.names import Names
from styrdesk.storage.file import File

_MORE: Final = ("short_name",)


class Links:
    """Looks up what records are called. Made anew for each export and each import.

    Args:
        file: The open file.
    """

    def __init__(self, file: File) -> None:
        self._file, self._names = file, Names(file)
        self._known: dict[str, dict[str, list[str]]] = {}
        self._owned: dict[tuple[str, str], str] = {}  # names with the owner's, of those alike

    def name_of(self, table: str, record: str) -> str:
        """What a record is called; where others of the kind are called the same, with its owner.

        With its id where that does not tell them apart either.
        """
        name = self._names.of(table, record)
        known = self._by_name(table)
        if len(known.get(_key(name), ())) == 1:
            return name
        whose = self._owned.get((table, record), name)
        return whose if len(known.get(_key(whose), ())) == 1 else f"{name} [{record}]"

    def find(self, table: str, words: str) -> str:
        """The id of the record that is called so, in whole or by its number or name alone.

        Raises:
            Unreadable: None is, or several are.
        """
        known = self._by_name(table)
        _name, bracket, rest = words.rpartition("[")
        if bracket and rest.endswith("]"):
            record = rest.removesuffix("]")
            if record in known.get(_key(record), ()):
                return record
        found = known.get(_key(words), [])
        kind = kind_name(table)
        if not found:
            message = _("There is no {kind} called {name} in the file.")
            raise Unreadable(message.format(kind=kind.lower(), name=words))
        if len(found) > 1:
            message = _("Several are called {name}. Write one as an export does, with its id.")
            raise Unreadable(message.format(name=words))
        return found[0]

    def _by_name(self, table: str) -> dict[str, list[str]]:
        if table not in self._known:
            self._known[table] = self._read(table)
        return self._known[table]

    def _read(self, table: str) -> dict[str, list[str]]:
        kind: type[Record] = RECORDS[table]
        fields = [s.name for s in specs(kind) if s.name in {*NAMED_BY, *_MORE}]
        found: dict[str, list[str]] = {}
        rows: tuple[Any, ...] = self._file.store.rows(kind)
        for row in rows:
            values = {spec.name: getattr(row, spec.name) for spec in specs(kind)}
            names = [self._names.called(table, values), row.id]
            names += [str(getattr(row, field)) for field in fields]
            for key in dict.fromkeys(map(_key, names)):
                if key:
                    found.setdefault(key, []).append(row.id)
        alike = {record for records in found.values() if len(records) > 1 for record in records}
        owners = [spec for spec in specs(kind) if spec.owned]
        for row in rows if owners else ():
            owner = next((spec for spec in owners if getattr(row, spec.name)), None)
            if row.id in alike and owner is not None:
                name = self._names.of(owner.link, getattr(row, owner.name))
                whose = f"{self._names.of(table, row.id)} ({name})"
                self._owned[table, row.id] = whose
                found.setdefault(_key(whose), []).append(row.id)
        return found


def _key(words: str) -> str:
    return " ".join(fold(words).split())
