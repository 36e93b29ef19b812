"""Gallring by rule: what would go and why, taking it away for good, and the record of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, partial
from typing import Any, Final

from styrdesk.base.collation import fold
from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.base.paths import resource
from styrdesk.domain.case import Case, CaseLink
from styrdesk.domain.case_type import CaseType
from styrdesk.domain.checklist import Checklist, ChecklistStatus
from styrdesk.domain.criteria import Between, UpTo
from styrdesk.domain.disposal import (
    Disposal,
    DisposalExemption,
    DisposalLine,
    Due,
    Item,
    Wanted,
    check_wanted,
    noted,
    of_committee,
)
from styrdesk.domain.errors import FileFault, FileProblem, RuleBroken
from styrdesk.domain.governing_document import GoverningDocument
from styrdesk.domain.organisation import Committee
from styrdesk.domain.receipt import Receipt
from styrdesk.domain.retention import Matter, RetentionRule, RuleState, apart, limit
from styrdesk.domain.routine import Routine
from styrdesk.services.changes import Changes
from styrdesk.services.life import LifeService
from styrdesk.services.styrmodell import load
from styrdesk.services.work import Work
from styrdesk.storage.file import File

_KINDS: Final[Mapping[Matter, type[Any]]] = {
    Matter.CASE: Case,
    Matter.CHECKLIST: Checklist,
    Matter.RECEIPT: Receipt,
}


@cache
def starting_set() -> tuple[tuple[str, RetentionRule], ...]:
    """Rules that most municipalities have some form of: name of the kind of case, and the rule.

    Raises:
        FileProblem: The file with them cannot be read.
    """
    path = resource("quality", "retention.toml")
    try:
        return tuple(
            (
                row.get("kind", ""),
                RetentionRule(
                    "", row["name"], Matter(row["matter"]), kept=False, years=row["years"]
                ),
            )
            for row in load(path)["rules"]
        )
    except (KeyError, TypeError, ValueError) as error:
        words = _("{name} cannot be read: {error}").format(name=path.name, error=error)
        raise FileProblem(FileFault.UNREADABLE, words) from error


def _quietly(*_told: object) -> None:
    """Nobody asks how it goes."""


class DisposalService:
    """Use cases of gallring by rule.

    Args:
        file: The open file.
        work: The door for writes.
        life: Tells the moment and who sits here.
        finish: Sees to what an erasure leaves (`retention.py`).
    """

    def __init__(
        self,
        file: File,
        work: Work,
        life: LifeService,
        finish: Callable[[], FileProblem | None],
    ) -> None:
        self._file, self._work, self._life, self._finish = file, work, life, finish

    # ---- rules to begin with -----------------------------------------------------------------

    def begin(self) -> Changes:
        """Add the starting set in one step; what a rule speaks of already is left alone.

        They take nothing away until somebody has written what each rests on.
        """
        store = self._file.store
        types = {one.name: one.id for one in store.rows(CaseType)}
        told = {(one.matter, one.type_id) for one in store.rows(RetentionRule)}
        with self._work.step(N_("Add the starting set of rules of disposal")):
            for place, (kind, rule) in enumerate(starting_set(), len(told)):
                type_id = types.get(kind)
                if (kind and type_id is None) or (rule.matter, type_id) in told:
                    continue
                self._file.store.save(replace(rule, id=new_id(), type_id=type_id, position=place))
        return self._work.last

    # ---- what would go -----------------------------------------------------------------------

    def due(self, look: Callable[[int], object] = _quietly) -> tuple[Due, ...]:
        """What each rule in force would take away today; those that have nothing are out.

        Args:
            look: Called now and then; what it raises ends the looking.

        Raises:
            RuleBroken: Two rules speak of the same.
        """
        rules = self._file.store.rows(RetentionRule)
        apart(rules)
        found = (self._due(rule, rules, look) for rule in rules if rule.state is RuleState.IN_FORCE)
        return tuple(one for one in found if one.items)

    def _due(
        self, rule: RetentionRule, rules: Sequence[RetentionRule], look: Callable[[int], object]
    ) -> Due:
        until = limit(rule, self._life.today())
        ways: Mapping[Matter, Callable[[date], Iterator[Item]]] = {
            Matter.CASE: partial(self._cases, rule, rules),
            Matter.CHECKLIST: self._checklists,
            Matter.RECEIPT: self._receipts,
        }
        items: list[Item] = []
        for item in ways[rule.matter](until):
            look(len(items))
            items.append(item)
        return Due(rule, until, tuple(items))

    def _cases(
        self, rule: RetentionRule, rules: Sequence[RetentionRule], until: date
    ) -> Iterator[Item]:
        where: dict[str, object] = {"closed_on": UpTo(until)}
        if rule.type_id:
            where["type_id"] = rule.type_id
        told = {one.type_id for one in rules if one.type_id} if not rule.type_id else set()
        for case in self._file.store.rows(Case, where, order=("closed_on", "code")):
            if case.type_id not in told and case.closed_on is not None:
                yield Item(case.id, case.code, case.closed_on, case.committee_id)

    def _checklists(self, until: date) -> Iterator[Item]:
        where = {"status": ChecklistStatus.SIGNED, "signed_at": Between("1", f"{until}T99")}
        for one in self._file.store.rows(Checklist, where, order=("signed_at",)):
            name = ", ".join(part for part in (one.title, one.place) if part)
            day = date.fromisoformat(one.signed_at[:10])
            yield Item(one.id, name, day, one.committee_id or "")

    def _receipts(self, until: date) -> Iterator[Item]:
        store = self._file.store
        read: dict[str, Routine | GoverningDocument] = {r.id: r for r in store.rows(Routine)}
        read |= {document.id: document for document in store.rows(GoverningDocument)}
        for one in store.rows(Receipt, {"read_on": UpTo(until)}, order=("read_on",)):
            what = read.get(one.routine_id or one.governing_document_id or "")
            if what is not None and one.read_on is not None:
                yield Item(one.id, what.title, one.read_on, what.committee_id or "")

    # ---- taking away -------------------------------------------------------------------------

    def dispose(
        self,
        wanted: Wanted,
        look: Callable[[int], object] = _quietly,
        bound: Callable[[], object] = _quietly,
    ) -> FileProblem | None:
        """Take away what was looked at, for good: one step that undo does not pass.

        Args:
            wanted: As `due` told it and the user saw it. What a rule no longer says stays.
            look: Called with how many are gone so far; what it raises takes all of it back.
            bound: Called once nothing can be taken back any more.

        Returns:
            Why some backup still holds it; it is tried again at the next start.

        Raises:
            RuleBroken: The decision is missing, a record is left without a reason, nothing would
                go, or something has changed since it was looked at.
        """
        check_wanted(wanted, self._life.today())
        gone = 0
        with self._work.erasure(N_("Take away by rule"), lambda: look(gone)):
            self._as_seen(wanted)
            for one in wanted.due:
                for item in one.items:
                    if item.id not in wanted.left:
                        look(gone)
                        self._take_away(one.rule.matter, item.id)
                        gone += 1
            for record in noted(wanted, self._life.now(), self._life.who(), self._named(wanted)):
                self._file.store.save(record)
        bound()
        return self._finish()

    def _as_seen(self, wanted: Wanted) -> None:
        now = {one.rule.id: one for one in of_committee(self.due(), wanted.committee_id)}
        for one in wanted.due:
            there = now.get(one.rule.id)
            if there is None or there.rule != one.rule or {*one.items} - {*there.items}:
                raise RuleBroken(_("Something has changed since you looked. Look again."))

    def _named(self, wanted: Wanted) -> str:
        key = wanted.committee_id
        return self._file.store.get(Committee, key).name if key else ""

    def _take_away(self, matter: Matter, record: str) -> None:
        store = self._file.store
        for link in store.rows(CaseLink, {"record": record}):
            store.delete(CaseLink, link.id)  # its words are the name of what goes
        store.delete(_KINDS[matter], record)

    # ---- the record of it --------------------------------------------------------------------

    def log(self, words: str = "") -> tuple[Disposal, ...]:
        """Each time, the latest first; of those where the words stand when they are given."""
        rows = self._file.store.rows(Disposal, order=("-at",))
        wanted = fold(words).split()

        def fits(one: Disposal) -> bool:
            said = fold(f"{one.decision} {one.committee} {one.by} {one.at[:10]}")
            return all(word in said for word in wanted)

        return tuple(one for one in rows if fits(one))

    def get(self, key: str) -> Disposal | None:
        """One of them; None when there is no such."""
        found = self._file.store.rows(Disposal, {"id": key})
        return found[0] if found else None

    def lines(self, key: str) -> tuple[DisposalLine, ...]:
        """What each rule took that time."""
        return self._file.store.rows(DisposalLine, {"disposal_id": key}, order=("position",))

    def exemptions(self, key: str) -> tuple[DisposalExemption, ...]:
        """What was left that time, and why."""
        return self._file.store.rows(DisposalExemption, {"disposal_id": key}, order=("position",))
