"""Secret cases: masked until somebody opens one with a reason, which is kept."""

from __future__ import annotations

from styrdesk.domain.case import Case, masked
from styrdesk.storage.store import Store


class Secrecy:
    """Which secret cases have been opened while the file is open.

    What is opened is masked again when the file is opened anew; nothing of it is kept on disk
    but the event that tells of it.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._opened: set[str] = set()

    def open(self, case_id: str) -> None:
        """Let a case be seen from now on; it has been noted why."""
        self._opened.add(case_id)

    def is_hidden(self, table: str, record: str) -> bool:
        """Whether what a record holds is not to be seen."""
        if table != "case" or record in self._opened:
            return False
        return bool(self._store.count(Case, {"id": record, "secret": True}))

    def shown(self, case: Case) -> Case:
        """The case as it may be seen: whole, or masked."""
        return case if case.id in self._opened else masked(case)
