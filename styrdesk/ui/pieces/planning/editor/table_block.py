"""A typed table of a chapter: heading, what is wrong with it, grid, the chosen row's texts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from styrdesk.base.i18n import _
from styrdesk.domain.checks import Place
from styrdesk.domain.checks.places import BY_GOAL
from styrdesk.domain.plan import BLOCK_KINDS, Block, BlockKind
from styrdesk.ui.kit.buttons import link
from styrdesk.ui.kit.cards import framed
from styrdesk.ui.kit.grid_foot import GridFoot
from styrdesk.ui.kit.growing_table import Overflow
from styrdesk.ui.kit.helped import helped
from styrdesk.ui.kit.layout import FlowLayout, box, col, hide_unless
from styrdesk.ui.kit.piece import Subject, Target
from styrdesk.ui.kit.status import StatusMark
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.tokens import S4, S5
from styrdesk.ui.pieces.planning.editor import control_tables, money_tables, steering_tables
from styrdesk.ui.pieces.planning.editor.block_view import BlockView
from styrdesk.ui.pieces.planning.editor.carried_note import CarriedNote
from styrdesk.ui.pieces.planning.editor.details import Details
from styrdesk.ui.pieces.planning.editor.manuscript import Manuscript
from styrdesk.ui.pieces.planning.editor.steering_tables import own_goals
from styrdesk.ui.pieces.planning.editor.table_grid import TableGrid
from styrdesk.ui.pieces.planning.editor.table_spec import TableSpec

TABLES: Final[dict[str, Callable[[Manuscript, Block], tuple[TableSpec[Any], ...]]]] = (
    money_tables.TABLES | steering_tables.TABLES | control_tables.TABLES
)


class TablePart(QWidget):
    """One grid with its buttons.

    Args:
        manuscript: The plan.
        spec: The table.
        head: Whether its name stands over it (a block with several tables).
    """

    def __init__(self, manuscript: Manuscript, spec: TableSpec[Any], *, head: bool) -> None:
        super().__init__()
        self.manuscript, self.spec = manuscript, spec
        self.grid = TableGrid(manuscript, spec)
        self.grid.setObjectName(f"grid_{spec.table}")
        helped(self, "tables")
        self.details = Details(self.grid) if spec.details else None
        self.add = link(_("Add row"), "plus", name=f"add_{spec.table}")
        self.remove = link(_("Remove row"), "minus", name=f"remove_{spec.table}")
        self.go = link(_("Open the register"), "external-link", name="open_register")
        self.again = link(spec.again[0] if spec.again else _("Add row"), "plus", name="again")
        self.history = link(_("History of the row"), "history", name="row_history")
        buttons = (self.add, self.again, self.remove, self.go, self.history)
        self._buttons = box(FlowLayout(*buttons, gap=S5))
        name = text(spec.name, "h3")
        hide_unless(name, shown=head)
        self.hint = quiet(spec.hint, wrap=True)
        hide_unless(self.hint, shown=bool(spec.hint))
        column = col(name, framed(self.grid), GridFoot(self.grid), Overflow(self.grid), gap=8)
        if self.details is not None:
            column.addWidget(self.details)
        column.addWidget(self.hint)
        column.addWidget(self._buttons)
        self.setLayout(column)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self.grid.remove)
        self.again.clicked.connect(self._again)
        self.go.clicked.connect(self._go)
        self.history.clicked.connect(self._show_history)
        self.grid.stood.connect(self._follow)
        self.go.setVisible(bool(spec.page))
        self.set_locked(on=False)

    def set_locked(self, *, on: bool) -> None:
        """Show without letting anything be changed."""
        self.grid.set_locked(on=on)
        if self.details is not None:
            self.details.set_locked(on=on)
        writes = self.grid.may_write
        self.add.setVisible(writes and self.spec.fresh is not None)
        self.again.setVisible(writes and self.spec.again is not None)
        self.remove.setVisible(writes)
        self.hint.setVisible(bool(self.spec.hint) and not (on and self.spec.register))
        self.history.setVisible(self.spec.register is not None)
        self._buttons.setVisible(bool(self.spec.register or self.spec.page))
        self._follow()

    def reload(self) -> None:
        """Show the rows as they are now."""
        self.grid.reload()
        self._follow()
        if self.details is not None:
            self.details.follow()

    def flush(self) -> bool:
        """Save what waits. False where something is wrong."""
        self.grid.flush()
        saved = self.details is None or self.details.flush()
        return saved and not self.grid.is_wrong()

    def show_field(self, record: str, field: str) -> bool:
        """Stand in a record's cell, or in the text under the table; False where it has no row."""
        shown = bool(record) and self.grid.show_cell(record, field)
        below = self.details.fields.get(field) if shown and self.details is not None else None
        if below is not None and not self.grid.has_column(field):
            below.setFocus(Qt.FocusReason.OtherFocusReason)
        return shown

    def in_hand(self) -> Subject | None:
        """The saved row one stands in."""
        rows = self.grid.chosen()
        return Subject(self.spec.table, rows[0].id) if rows else None

    def _follow(self) -> None:
        self.history.setEnabled(self.in_hand() is not None)

    def _show_history(self) -> None:
        subject = self.in_hand()
        if subject is not None:
            self.manuscript.context.shell.show_history(subject)

    def _add(self) -> None:
        """Stand in the empty row."""
        self.grid.stand(-1)

    def _again(self) -> None:
        """One more row for what the chosen row is about, and stand in it."""
        line = self.grid.line()
        if line is None or self.spec.again is None or not self.flush():
            return
        made = self.spec.again[1](line)
        self.grid.save([made])
        self.grid.show_cell(made.id, self.spec.columns[1].field)

    def _go(self) -> None:
        line = self.grid.line()
        table, record = self.spec.table, ""
        for field, where in (
            ("goal_id", "goal"),
            ("assignment_id", "assignment"),
            ("indicator_id", "indicator"),
            ("frame_id", "budget_frame"),
        ):
            if line is not None and hasattr(line, field) and self.spec.page.startswith(where[:4]):
                table, record = where, getattr(line, field) or ""
        target = Target("planning", self.spec.page, record, "", table)
        self.manuscript.context.shell.go(target)


class TableBlock(BlockView):
    """A typed table."""

    def __init__(self, manuscript: Manuscript, block: Block) -> None:
        super().__init__(manuscript, block)
        self.title.setText(block.caption or _(BLOCK_KINDS[block.kind]))
        self.mark = StatusMark("bad", "")
        self.mark.hide()
        self.see = link(_("Show in Check"), name="show_check")
        self.see.hide()
        self.see.clicked.connect(manuscript.check_wanted)
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.setSpacing(16)
        self.parts: list[TablePart] = []
        self._locked, self._shown = False, block
        specs = TABLES[block.kind.value](manuscript, block)
        self._build(specs)
        marks = FlowLayout(self.mark, self.see, gap=S4)
        column = col(self.head(), self.carried, marks, gap=8)
        column.addLayout(self._place)
        self.lay_out(column)
        topics = frozenset({"block", "carried"}).union(*(spec.topics for spec in specs))
        manuscript.operations.subscribe(self, topics, self.reload)
        manuscript.looked.connect(self._marks)
        self._marks()

    def in_hand(self) -> Subject:
        """The saved row one stands in, otherwise the block."""
        here = QApplication.focusWidget()
        within = (part for part in self.parts if here is not None and part.isAncestorOf(here))
        rows = (part.in_hand() for part in within)
        return next((row for row in rows if row is not None), super().in_hand())

    def _build(self, specs: tuple[TableSpec[Any], ...], *, anew: bool = True) -> None:
        """Make the parts of another shape; the rest, in one of which one may be typing, stay."""
        kept = {} if anew else {_shape(part.spec): part for part in self.parts}
        shown = [kept.get(_shape(spec)) or self._part(spec, head=len(specs) > 1) for spec in specs]
        for old in self.parts:
            if old not in shown:
                old.flush()
                self._place.removeWidget(old)
                old.hide()
                old.deleteLater()
        self.parts = shown
        for part in shown:
            self._place.addWidget(part)

    def _part(self, spec: TableSpec[Any], *, head: bool) -> TablePart:
        made = TablePart(self.manuscript, spec, head=head)
        made.set_locked(on=self._locked)
        return made

    def fill_menu(self) -> QMenu:
        menu, block = super().fill_menu(), self.block
        if block is None or self.kind not in BY_GOAL:
            return menu
        menu.addSeparator()
        goals = menu.addMenu(_("Show what belongs to"))
        for goal_id, words in own_goals(self.manuscript):
            said = words or _("all committee goals")
            action = self._do(goals, said, "goal", partial(self._show_goal, goal_id))
            action.setCheckable(True)
            action.setChecked(goal_id == block.committee_goal_id)
        if self.kind is BlockKind.INDICATORS:
            chart = self._do(menu, _("Print charts too"), "chart", self._turn_chart)
            chart.setCheckable(True)
            chart.setChecked(block.chart)
        return menu

    def _show_goal(self, goal_id: str | None) -> None:
        block = self.block
        if block is not None and self.flush():
            self.manuscript.save_block(block, committee_goal_id=goal_id)

    def _turn_chart(self) -> None:
        block = self.block
        if block is not None:
            self.manuscript.save_block(block, chart=not block.chart)

    def reload(self) -> None:
        block = self.block
        if block is None:
            return
        self.title.setText(block.caption or _(BLOCK_KINDS[block.kind]))
        specs = TABLES[block.kind.value](self.manuscript, block)
        shapes = [_shape(spec) for spec in specs]
        anew = block != self._shown
        if anew or shapes != [_shape(part.spec) for part in self.parts]:
            self._build(specs, anew=anew)
        self._shown = block
        for part in self.parts:
            part.reload()
        self._marks()

    def made_note(self) -> CarriedNote:
        return CarriedNote(self.manuscript, self.key, self._row_ids)

    def _row_ids(self) -> list[str]:
        return [line.id for part in self.parts for line in part.grid.lines]

    def _marks(self) -> None:
        """What is wrong stands by the table it is about."""
        self.carried.reload()
        over, words = 0, ""
        if self.kind is BlockKind.OPERATING_BUDGET:
            over, words = money_tables.against_frame(self.manuscript)
        for part in self.parts:
            part.grid.mark(("net", words) if over > 0 else None)
        self.mark.show_status("bad" if over > 0 else "warn", words)
        self.mark.setVisible(bool(words) and over != 0)
        self.see.setVisible(over != 0 and bool(words))

    def flush(self) -> bool:
        saved = [part.flush() for part in self.parts]
        return all(saved)

    def take_back(self) -> bool:
        return any(part.grid.take_back() for part in self.parts)

    def is_wrong(self) -> bool:
        return any(part.grid.is_wrong() for part in self.parts)

    def set_locked(self, *, on: bool) -> None:
        super().set_locked(on=on)
        self._locked = on
        for part in self.parts:
            part.set_locked(on=on)

    def show_place(self, place: Place) -> None:
        record = place.record or place.row
        if place.table == "block":
            super().show_place(place)
        elif not any(part.show_field(record, place.field) for part in self.parts):
            self._begin(place)

    def _begin(self, place: Place) -> None:
        """Stand where what is lacking is written: in the new row, or at the top of the table."""
        lacks = [part for part in self.parts if place.record and part.grid.may_add]
        (lacks or self.parts)[0].grid.stand(-1 if lacks else 0, place.field)

    def focus_first(self) -> None:
        grid = self.parts[0].grid
        if not grid.currentIndex().isValid() and grid.grid.rowCount():
            grid.setCurrentIndex(grid.grid.index(0, 0))
        grid.setFocus(Qt.FocusReason.OtherFocusReason)


def _shape(spec: TableSpec[Any]) -> tuple[object, ...]:
    """What a grid is built from: with another shape it is built anew."""
    columns = tuple((c.title, tuple(c.choices)) for c in spec.columns)
    return spec.name, columns, spec.fresh is None, spec.hint
