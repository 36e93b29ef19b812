"""The record of a gallring to read: what each rule took, what was left and why."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from styrdesk.base.i18n import _, ngettext
from styrdesk.domain.disposal import Disposal
from styrdesk.domain.retention import MATTERS
from styrdesk.reports.disposal import SPEC
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.layout import box, col, empty, row
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.record_form import RecordForm
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.preview.print_window import InWindow


class DisposalForm(RecordForm):
    """What is printed as its record, to read here."""

    def __init__(self, context: PageContext, key: str) -> None:
        super().__init__()
        self._context, self._key = context, key
        self.show_print = button(_("Show the record"), "primary", "eye", name="show_record")
        self.show_print.clicked.connect(self._show_print)
        self._told = QVBoxLayout()
        self._told.setContentsMargins(0, 0, 0, 0)
        self.setLayout(col(box(row(self.show_print, None)), self._told, None, gap=16))
        self.reload()

    def _read(self) -> Disposal | None:
        return self._context.services.disposals.get(self._key)

    def title(self) -> str:
        one = self._read()
        return one.decision if one is not None else ""

    def reload(self) -> bool:
        one = self._read()
        empty(self._told)
        if one is None:
            return False
        for part in self._parts(one):
            self._told.addWidget(part)
        return True

    def _parts(self, one: Disposal) -> Iterator[QWidget]:
        words = ngettext("{count} record taken away", "{count} records taken away", one.number)
        yield text(words.format(count=one.number), "h2")
        decided = _("Decided on {day}.").format(day=one.decided_on)
        done = _("Carried out on {day} by {name}.") if one.by else _("Carried out on {day}.")
        whose = one.committee or _("All committees")
        yield text(
            f"{whose}. {decided} {done.format(day=one.at[:10], name=one.by)}", "body", wrap=True
        )
        for line in self._context.services.disposals.lines(self._key):
            what = _(MATTERS[line.matter])
            took = text(f"{line.rule} ({what}): {line.number}", "body", wrap=True)
            closed = _("Closed on {day} or earlier.").format(day=line.until)
            why = quiet(f"{line.basis}. {closed}" if line.basis else closed, wrap=True)
            yield box(col(took, why, gap=2))
        left = self._context.services.disposals.exemptions(self._key)
        if left:
            yield text(_("Left until the next time"), "h2")
        for item in left:
            yield text(f"{item.name}: {item.reason}", "body", wrap=True)

    def focus_first(self) -> None:
        self.show_print.setFocus()

    def _show_print(self) -> None:
        InWindow(self._context, SPEC, self._key, _(SPEC.title), self).show()
