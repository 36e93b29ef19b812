"""Two versions of a plan compared: what differs, chapter by chapter, before and after."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtWidgets import QStackedWidget, QWidget

from styrdesk.base.i18n import _, ngettext
from styrdesk.domain.compare import Fate
from styrdesk.domain.compared import FATES, Line
from styrdesk.services.comparison import Compared, version_name
from styrdesk.ui.kit.cards import EmptyState
from styrdesk.ui.kit.choice_fields import ChoiceField
from styrdesk.ui.kit.comparison import Comparison
from styrdesk.ui.kit.helped import helped
from styrdesk.ui.kit.layout import Folding, box, col
from styrdesk.ui.kit.over_window import OverWindow
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.sections import Section, SectionList
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import px
from styrdesk.ui.pieces.planning.editor.manuscript import TOPICS

_WIDE: Final = 240  # pixels at zoom 1 of a choice
_BESIDE: Final = 520  # and of two beside each other
_ICONS: Final = {
    Fate.NEW: "plus",
    Fate.CHANGED: "pencil",
    Fate.MOVED: "workflow",
    Fate.REMOVED: "minus",
    Fate.SUM: "coins",
}


class ComparisonWindow(OverWindow):
    """A list of what differs, and under it the line one stands on, before and after."""

    def __init__(
        self, context: PageContext, plan_id: str, pair: tuple[int, int], parent: QWidget
    ) -> None:
        title = context.services.plans.get(plan_id).title
        said = _("Compare versions of {title}").format(title=title)
        super().__init__(parent, said, (860, 760))
        helped(self, "compare")
        self._comparisons, self._operations = context.services.comparisons, context.operations
        self._plan_id = plan_id
        choices = [(n, version_name(n)) for n in self._comparisons.choices(plan_id)]
        self.before = ChoiceField(_("Earlier version"), choices, name="compare_from", width=_WIDE)
        self.after = ChoiceField(_("Later version"), choices, name="compare_to", width=_WIDE)
        for field, number in zip((self.before, self.after), pair, strict=True):
            field.set_value(number)
            field.changed.connect(self.refresh)
        self.summary = text("", "strong", wrap=True)
        self.list = SectionList([], "planning", _("What differs"), 2)
        self.list.setObjectName("differences")
        self.list.setMinimumHeight(px(160))
        self.list.chosen.connect(self._show)
        self.head, self.note = text("", "strong", wrap=True), quiet("", "dense", wrap=True)
        self.values = Comparison()
        found = col((self.list, 3), self.head, (self.values, 2), self.note, gap=8)
        self.empty = EmptyState(
            _("No differences"), _("The two say the same, and rest on the same."), pad=0
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(box(found))
        self._stack.addWidget(self.empty)
        head = col(quiet(_("Compare versions")), text(title, "h2", wrap=True), gap=2)
        pair_row = Folding((self.before, 2), (self.after, 2), None, narrow=_BESIDE, gap=12)
        self.hold("comparison", head, pair_row, self.summary, (self._stack, 1))
        self._lines: dict[str, Line] = {}
        self.refresh()
        self._operations.subscribe(self, TOPICS, self.refresh)
        (self.list if self._lines else self.before).setFocus()

    def refresh(self) -> None:
        """Compare anew."""
        before, after = self.before.value(), self.after.value()
        if before is None or after is None:
            return
        compare = partial(self._comparisons.between, self._plan_id, before, after)
        found: Compared | None = self._operations.run(compare)
        if found is None:
            return
        rows = rows_of(found.lines)
        self._lines = {key: line for section, line in rows if line and (key := section.key)}
        spoken = {key: _spoken(line) for key, line in self._lines.items()}
        self.list.show_sections([section for section, _line in rows], spoken)
        count = len(self._lines)
        words = ngettext("{count} difference", "{count} differences", count)
        self.summary.setText(words.format(count=count))
        self.summary.setVisible(bool(count))
        self._stack.setCurrentIndex(0 if count else 1)
        if not self.list.key():
            self.list.choose(next(iter(self._lines), ""))
        self._show(self.list.key())

    def _show(self, key: str) -> None:
        line = self._lines.get(key)
        if line is None:
            return
        self.head.setText(f"{line.head} · {_words(line)}")
        self.values.show_values(line.before, line.after)
        self.note.setText(line.note)
        self.note.setVisible(bool(line.note))


def rows_of(lines: Sequence[Line]) -> list[tuple[Section, Line | None]]:
    """The rows of the list: each chapter's heading, and under it what differs there."""
    found: list[tuple[Section, Line | None]] = []
    head = ""
    for line in lines:
        if line.head != head:
            head = line.head
            found.append((Section("", head), None))
        change = line.change
        key = "/".join((change.fate, change.table, change.record, change.field))
        found.append((Section(key, _words(line), _ICONS[change.fate]), line))
    return found


def _words(line: Line) -> str:
    return f"{_(FATES[line.change.fate])}: {line.what}"


def _spoken(line: Line) -> str:
    """With its chapter, since the heads cannot be stood on."""
    return f"{_words(line)}, {line.head}"


def show_comparison(
    context: PageContext, plan_id: str, over: QWidget, pair: tuple[int, int] | None = None
) -> None:
    """Show what differs between two versions over the window; the last two unless chosen."""
    pair = pair or context.operations.run(partial(context.services.comparisons.usual, plan_id))
    if pair is None:
        return
    ComparisonWindow(context, plan_id, pair, over.window()).show()
