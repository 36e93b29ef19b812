"""A revised plan: the decided one is opened as its next version, or what was begun is given up."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from styrdesk.base.i18n import N_, _, speaking
from styrdesk.domain import life, paragraph
from styrdesk.domain.catalogue import OWNED, RECORDS
from styrdesk.domain.decision import MinutesApproval, with_facts
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.life import Act
from styrdesk.domain.plain import links
from styrdesk.domain.plan import WRITTEN_IN, Plan, PlanStatus
from styrdesk.domain.record import Record
from styrdesk.domain.version import PlanVersion, next_label
from styrdesk.services.changes import Changes
from styrdesk.services.life import LifeService
from styrdesk.services.plan import PlanService
from styrdesk.services.plan_document import document_of
from styrdesk.services.version import VersionService
from styrdesk.services.work import Work
from styrdesk.storage.file import File

_PARTS: Final = tuple(table for table in OWNED if table != "plan")


class RevisionService:
    """Use cases of a new version that is being written."""

    def __init__(
        self, file: File, work: Work, plans: PlanService, versions: VersionService
    ) -> None:
        self._file, self._work = file, work
        self._plans, self._versions = plans, versions

    @property
    def life(self) -> LifeService:
        """The stamps of plans."""
        return self._plans.life

    def begin(self, plan_id: str) -> Changes:
        """Open a decided plan as a draft of its next version. What was decided stays as it was.

        The decision and its approval are yet to come, so what the draft says of them is emptied;
        who decides and the Dnr stay. It says what it replaces.

        Raises:
            RuleBroken: The plan is not decided.
        """
        before = self._plans.get(plan_id)
        life.see(Act.REVISE, before.status)
        newest = self._versions.newest(plan_id)
        if newest is None:
            raise RuleBroken(_("A new version begins from a decided plan."))
        number = newest.number + 1
        opened = replace(
            with_facts(before, MinutesApproval()),
            status=PlanStatus.DRAFT,
            decided_on=None,
            paragraph="",
            version=next_label(before.version, number),
            replaces=_replaced(newest, before),
        )
        with self._work.step(N_("Begin a new version")):
            self._file.store.save(opened)
            self.life.stamp(plan_id, number, PlanStatus.DRAFT)
        return self._work.last

    def is_open(self, plan_id: str) -> bool:
        """Whether a new version of a decided plan is being written."""
        return not self._plans.get(plan_id).is_final and (
            self._versions.newest(plan_id) is not None
        )

    def abandon(self, plan_id: str) -> Changes:
        """Give the new version up: the plan is again what was decided. It can be undone.

        Raises:
            RuleBroken: No new version is being written.
        """
        newest = self._versions.newest(plan_id)
        if newest is None or not self.is_open(plan_id):
            raise RuleBroken(_("No new version is being written."))
        decided = self._versions.document(newest)
        pictures = self._versions.decided(newest).files.values()
        now = document_of(self._file.store, self._plans.get(plan_id))
        with self._work.step(N_("Go back to the decided version")):
            for media_type, content in pictures:  # the trash may have been emptied of them
                self._file.blobs.add(content, media_type)
            self._put_back(decided, now)
        return self._work.last

    def _put_back(self, decided: PlanDocument, now: PlanDocument) -> None:
        store = self._file.store
        store.links_at_commit()
        for row in self._missing(decided):
            store.save(row)
        for table in _PARTS:
            kept = {row.id for row in decided.rows(table)}
            for row in now.rows(table):
                if row.id not in kept:
                    store.delete(RECORDS[table], row.id)
        for table in OWNED:
            for row in decided.rows(table):
                store.save(row)

    def _missing(self, decided: PlanDocument) -> list[Record]:
        """What the decided plan points at in the shared registers and that has been deleted."""
        known = {(table, row.id): row for table, rows in decided.tables() for row in rows}
        found: dict[tuple[str, str], Record] = {}
        waiting: list[Record] = [row for table in OWNED for row in decided.rows(table)]
        while waiting:
            for target in links(waiting.pop()).values():
                gone = target[0] not in OWNED and target not in found
                if gone and not self._file.store.count(RECORDS[target[0]], {"id": target[1]}):
                    found[target] = known[target]
                    waiting.append(known[target])
        return list(found.values())


def _replaced(version: PlanVersion, plan: Plan) -> str:
    """What the new version replaces, in the language the plan is written in."""
    with speaking(WRITTEN_IN):
        said = paragraph.decision(plan.decided_on, plan.paragraph)
        return _("Version {number}, decided {decision}").format(
            number=plan.version or version.number, decision=said
        )
