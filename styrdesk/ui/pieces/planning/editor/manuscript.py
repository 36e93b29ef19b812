"""The plan that is being edited: what the editor's parts share, read anew when it changes."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from styrdesk.domain import checks
from styrdesk.domain.catalogue import PLAN_TABLES, TABLE_OF
from styrdesk.domain.checks import Finding, Place
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.plan import Block, Plan
from styrdesk.domain.record import Record
from styrdesk.domain.version import PlanVersion
from styrdesk.services.changes import Changes
from styrdesk.services.register import Register
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.pieces.planning.editor.standing import Standing, standings

T = TypeVar("T")
R = TypeVar("R", bound=Record)
TOPICS: Final = frozenset(PLAN_TABLES)
_PAUSE: Final = 120  # milliseconds from a change to the check; never on the path of a key


class Manuscript(QObject):
    """One plan.

    Attributes:
        looked: The plan was read anew and checked, a moment after a change.
        go_wanted: Someone wants to be led to a place (a checks.Place).
        check_wanted: Someone wants to see the findings.
    """

    looked = Signal()
    go_wanted = Signal(object)
    check_wanted = Signal()

    def __init__(self, context: PageContext, plan_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self.context, self.plan_id = context, plan_id
        self.services, self.operations = context.services, context.operations
        self._step = self.services.work.last
        self._kept: dict[Hashable, Any] = {}
        self.findings: tuple[Finding, ...] = checks.check(self.document)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self.look)
        self.operations.changed.connect(self._heard)

    def _read(self, what: Hashable, read: Callable[[], T]) -> T:
        """What was read since the latest step, read once: a query costs milliseconds."""
        if self._step is not self.services.work.last:
            self._step = self.services.work.last
            self._kept.clear()
        if what not in self._kept:
            self._kept[what] = read()
        kept: T = self._kept[what]
        return kept

    @property
    def document(self) -> PlanDocument:
        """The plan with all it rests on, as it is now."""
        return self._read("document", partial(self.services.plans.document, self.plan_id))

    @property
    def plan(self) -> Plan:
        """The plan's own record, as it is now."""
        return self._read("plan", partial(self.services.plans.get, self.plan_id))

    @property
    def newest(self) -> PlanVersion | None:
        """The decided version that is in force; None of a plan that was never decided."""
        return self._read("newest", partial(self.services.versions.newest, self.plan_id))

    def shared(self, register: Register[R], where: Mapping[str, object]) -> tuple[R, ...]:
        """Rows of a register that other plans use too; of a decided plan as they were then."""
        if not self.plan.is_final:
            return register.rows(where)
        rows: Any = self.document.rows(TABLE_OF[register.spec.kind])
        return tuple(row for row in rows if all(_fits(row, *one) for one in where.items()))

    @property
    def is_gone(self) -> bool:
        """Whether the plan was deleted, or its making was undone."""
        try:
            self._read("plan", partial(self.services.plans.get, self.plan_id))
        except RuleBroken:
            return True
        return False

    @property
    def carried(self) -> frozenset[str]:
        """Ids of the rows and blocks that nobody has looked at since they were carried over.

        Of a decided plan nothing is left to look at.
        """
        return self._read("carried", self._marks)

    def _marks(self) -> frozenset[str]:
        marks = self.services.carry.marks(self.plan_id)
        return marks if marks and not self.plan.is_final else frozenset()

    @property
    def standings(self) -> Mapping[str, Standing]:
        """How far each chapter has come, by its id."""
        return self._read("standings", self._standings)

    def _standings(self) -> Mapping[str, Standing]:
        return standings(self.document.chapter, self.document.block)

    @property
    def locked(self) -> bool:
        """Whether nothing may be changed: the plan is decided, or the file is read only."""
        return self.plan.is_final or self.services.file.read_only

    def blocks(self, chapter_id: str) -> tuple[Block, ...]:
        """The blocks of a chapter as they are now, in order."""
        return self._read(chapter_id, partial(self.services.chapters.blocks, chapter_id))

    def block(self, block_id: str, chapter_id: str) -> Block | None:
        """A block as it is now; None when it is gone."""
        return next((block for block in self.blocks(chapter_id) if block.id == block_id), None)

    def save_block(self, block: Block, origin: QObject | None = None, **changes: object) -> bool:
        """Change a block. False when it was refused."""
        changed: Block = replace(block, **changes)  # type: ignore[arg-type]  # its own fields
        save = partial(self.services.chapters.save_block, changed)
        return self.operations.run(save, origin) is not None

    def _heard(self, changes: Changes) -> None:
        if changes.topics & TOPICS:
            self._soon.start()

    def is_settled(self) -> bool:
        """Whether the check has seen the latest change."""
        return not self._soon.isActive()

    def look(self) -> None:
        """Read and check the plan at once."""
        self._soon.stop()
        try:
            self.findings = checks.check(self.document)
        except RuleBroken:  # the plan is gone; its page is told by the plan's own topic
            return
        self.looked.emit()

    def wrong_cells(self, table: str) -> dict[tuple[str, str], str]:
        """What the check says of the rows of a table, by record and field."""
        found: dict[tuple[str, str], str] = {}
        for finding in self.findings:
            place: Place = finding.place
            if place.table == table and place.record and place.field:
                found.setdefault((place.record, place.field), finding.message)
        return found


def _fits(row: object, field: str, wanted: object) -> bool:
    found = getattr(row, field)
    return found in wanted if isinstance(wanted, list) else bool(found == wanted)
