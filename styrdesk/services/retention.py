"""Taking content out of a file for good: a case made anonymous, and what every erasure leaves."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final

from styrdesk.base.i18n import N_
from styrdesk.domain.attachment import Attachment
from styrdesk.domain.case import Case
from styrdesk.domain.case_personal import NAMES, WORDS
from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.errors import FileProblem
from styrdesk.domain.record import specs
from styrdesk.services.backups import BackupService
from styrdesk.services.work import Work
from styrdesk.storage.file import File

GONE: Final = "[…]"
"""What stands where a name was, in whatever language."""


class RetentionService:
    """Use cases of what leaves nothing behind; gallring by rule is in `disposal.py`.

    Args:
        file: The open file.
        work: The door for writes.
        backups: Those the program makes of the file.
        close_copies: Takes away the copies of kept files that are open in other programs.
    """

    def __init__(
        self,
        file: File,
        work: Work,
        backups: BackupService,
        close_copies: Callable[[], None],
    ) -> None:
        self._file, self._work = file, work
        self._backups, self._close_copies = backups, close_copies

    def anonymise(self, case_id: str, names: Sequence[str], *, files: bool) -> FileProblem | None:
        """Take who wrote in, and words that name them, out of a case with all it owns.

        Args:
            case_id: Which.
            names: Words that name them in running text; each is replaced wherever it stands.
            files: Whether its files go: what is written or seen in them is not taken out.

        Returns:
            Why some backup still holds it; it is tried again at the next start.
        """
        store = self._file.store
        words = [name.strip() for name in names if name.strip()]
        with self._work.erasure(N_("Make a case anonymous")):
            case = store.get(Case, case_id)
            blank: dict[str, Any] = dict.fromkeys(NAMES["case"], "")
            words += [each for each in (getattr(case, name) for name in NAMES["case"]) if each]
            store.save(_without(replace(case, **blank, anonymous=True), "case", words))
            for attached in store.rows(Attachment, {"case_id": case_id}) if files else ():
                store.delete(Attachment, attached.id)
            for table, kind in RECORDS.items():
                if table in WORDS and any(s.name == "case_id" and s.owned for s in specs(kind)):
                    rows: Sequence[Any] = store.rows(kind, {"case_id": case_id})
                    for row in rows:
                        store.save(_without(row, table, words))
        return self.finish()

    # ---- what follows ------------------------------------------------------------------------

    def is_waiting(self) -> bool:
        """Whether an erasure was broken off before what follows it was done."""
        return self._file.erasure.is_pending() and not self._file.read_only

    def finish(self) -> FileProblem | None:
        """See to what an erasure leaves: free pages, copies in other programs, backups.

        Done at once and, where it was broken off, at the next start. The new backup is whole
        before the first old one goes.

        Returns:
            Why it is not through; it is tried again.
        """
        if not self.is_waiting():
            return None
        try:
            self._close_copies()
            self._file.erasure.compact()
            problem = self._backups.start_anew()
            if problem is None:
                with self._work.step(N_("Take earlier backups away")):
                    self._file.erasure.end()
        except FileProblem as told:
            return told
        return problem


def _without(record: Any, table: str, words: Sequence[str]) -> Any:  # noqa: ANN401  # any record
    """The record with each of the words replaced, the longest first."""
    changed = {}
    for field in WORDS[table]:
        text = getattr(record, field)
        for word in sorted(words, key=len, reverse=True):
            text = _replaced(text, word)
        changed[field] = text
    return replace(record, **changed)


def _replaced(text: str, word: str) -> str:
    return re.sub(rf"(?i)(?<!\w){re.escape(word)}(?!\w)", GONE, text)
