"""Gallring by rule: what would go and why, and taking it away so that nothing is left of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain.case import Case, CaseLink
from styrdesk.domain.case_personal import NAMES, WORDS
from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.checklist import Checklist, ChecklistStatus
from styrdesk.domain.criteria import Between, UpTo
from styrdesk.domain.errors import FileProblem, RuleBroken
from styrdesk.domain.organisation import required
from styrdesk.domain.receipt import Receipt
from styrdesk.domain.record import specs
from styrdesk.domain.retention import Disposal, Matter, RetentionRule, apart, in_words, limit
from styrdesk.services.backups import BackupService
from styrdesk.services.life import LifeService
from styrdesk.services.work import Work
from styrdesk.storage.file import File

_KINDS: Final[Mapping[Matter, type[Any]]] = {
    Matter.CASE: Case,
    Matter.CHECKLIST: Checklist,
    Matter.RECEIPT: Receipt,
}
GONE: Final = "[…]"
"""What stands where a name was, in whatever language."""


@dataclass(frozen=True, slots=True)
class Due:
    """What a rule would take away today.

    Attributes:
        until: The last day they were closed.
        records: Their ids, the oldest first.
        names: What they are called, without content: a case's number, a list's day.
    """

    rule: RetentionRule
    until: date
    records: tuple[str, ...]
    names: tuple[str, ...]


class RetentionService:
    """Use cases of gallring.

    Args:
        file: The open file.
        work: The door for writes.
        life: Tells the moment and who sits here.
        backups: Those the program makes of the file.
        close_copies: Takes away the copies of kept files that are open in other programs.
    """

    def __init__(
        self,
        file: File,
        work: Work,
        life: LifeService,
        backups: BackupService,
        close_copies: Callable[[], None],
    ) -> None:
        self._file, self._work, self._life = file, work, life
        self._backups, self._close_copies = backups, close_copies

    def log(self) -> tuple[Disposal, ...]:
        """What has been taken away, the latest first."""
        return self._file.store.rows(Disposal, order=("-at", "rule"))

    # ---- what would go -----------------------------------------------------------------------

    def due(self) -> tuple[Due, ...]:
        """What each rule would take away today; rules that keep for good or have nothing are out.

        Raises:
            RuleBroken: Two rules speak of the same.
        """
        rules = self._file.store.rows(RetentionRule)
        apart(rules)
        found = (self._due(rule, rules) for rule in rules if not rule.kept)
        return tuple(one for one in found if one.records)

    def _due(self, rule: RetentionRule, rules: Sequence[RetentionRule]) -> Due:
        until = limit(rule, self._life.today())
        store = self._file.store
        if rule.matter is Matter.CASE:
            where: dict[str, object] = {"closed_on": UpTo(until)}
            if rule.type_id:
                where["type_id"] = rule.type_id
            cases = store.rows(Case, where, order=("closed_on", "code"))
            told = {one.type_id for one in rules if one.type_id} if not rule.type_id else set()
            named = {one.id: one.code for one in cases if one.type_id not in told}
        elif rule.matter is Matter.CHECKLIST:
            where = {"status": ChecklistStatus.SIGNED, "signed_at": Between("1", f"{until}T99")}
            lists = store.rows(Checklist, where, order=("signed_at",))
            named = {one.id: one.signed_at[:10] for one in lists}
        else:
            receipts = store.rows(Receipt, {"read_on": UpTo(until)}, order=("read_on",))
            named = {one.id: f"{one.read_on}" for one in receipts}
        return Due(rule, until, tuple(named), tuple(named.values()))

    # ---- taking away -------------------------------------------------------------------------

    def dispose(
        self, wanted: Sequence[Due], decision: str, decided_on: date | None
    ) -> FileProblem | None:
        """Take away what was looked at, for good: one step that undo does not pass.

        Args:
            wanted: As `due` told it and the user saw it. What a rule no longer says stays.
            decision: Section and body, in words.
            decided_on: The day.

        Returns:
            Why some backup still holds it; it is tried again at the next start.

        Raises:
            RuleBroken: The decision is missing, or a rule has changed since it was looked at.
        """
        required(decision, "decision", _("Write the section of the decision."))
        if decided_on is None or decided_on > self._life.today():
            raise RuleBroken(_("Write the day of the decision, today at the latest."), "decided_on")
        with self._work.erasure(N_("Take away by rule")):
            now = {one.rule.id: one for one in self.due()}
            for one in wanted:
                there = now.get(one.rule.id)
                if there is None or there.rule != one.rule or set(one.records) - {*there.records}:
                    raise RuleBroken(_("Something has changed since you looked. Look again."))
                self._take_away(one)
                self._file.store.save(
                    Disposal(
                        new_id(), self._life.now(), self._life.who(), decision.strip(), decided_on,
                        in_words(one.rule), one.rule.matter.value, len(one.records), one.until,
                    )
                )  # fmt: skip
        return self.finish()

    def _take_away(self, due: Due) -> None:
        store, kind = self._file.store, _KINDS[due.rule.matter]
        for link in store.rows(CaseLink, {"record": due.records}):
            store.delete(CaseLink, link.id)  # its words are the name of what goes
        for record in due.records:
            store.delete(kind, record)

    def anonymise(self, case_id: str, names: Sequence[str]) -> FileProblem | None:
        """Take who wrote in, and words that name them, out of a case with all it owns.

        Args:
            case_id: Which.
            names: Words that name them in running text; each is replaced wherever it stands.

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
            for table, kind in RECORDS.items():
                if table in WORDS and any(s.name == "case_id" and s.owned for s in specs(kind)):
                    rows: Sequence[Any] = store.rows(kind, {"case_id": case_id})
                    for row in rows:
                        store.save(_without(row, table, words))
        return self.finish()

    # ---- what follows ------------------------------------------------------------------------

    def finish(self) -> FileProblem | None:
        """See to what an erasure leaves: free pages, copies in other programs, backups.

        Done at once and, where it was broken off, at the next start. The new backup is whole
        before the first old one goes.

        Returns:
            Why it is not through; it is tried again.
        """
        if not self._file.erasure.is_pending() or self._file.read_only:
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
