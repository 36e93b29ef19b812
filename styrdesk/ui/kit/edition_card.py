"""Where a version stands: what it is, what can be done with it, and the versions beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, Generic, TypeVar

from PySide6.QtWidgets import QPushButton, QWidget

from styrdesk.base.formats import EN_DASH
from styrdesk.base.i18n import _
from styrdesk.domain.catalogue import TABLE_OF
from styrdesk.domain.edition import EDITION_STATES, Edition, EditionState, Standing, state
from styrdesk.services.edition import EditionService
from styrdesk.ui.kit.adopt_sheet import AdoptSheet
from styrdesk.ui.kit.buttons import button, link
from styrdesk.ui.kit.layout import FlowLayout, box, col, row
from styrdesk.ui.kit.piece import PageContext, Target
from styrdesk.ui.kit.status import StatusMark
from styrdesk.ui.kit.table_model import Mark
from styrdesk.ui.kit.text import text

E = TypeVar("E", bound=Edition)

MARKS: Final = {
    EditionState.DRAFT: "draft",
    EditionState.COMING: "info",
    EditionState.IN_FORCE: "ok",
    EditionState.REVIEW: "warn",
    EditionState.EXPIRED: "bad",
    EditionState.REPLACED: "locked",
    EditionState.WITHDRAWN: "locked",
}


def mark_of(context: PageContext, edition: Edition) -> Mark:
    """A version's state, for a list."""
    now = state(edition, context.services.clock.today())
    return Mark(MARKS[now], _(EDITION_STATES[now]))


class EditionCard(QWidget, Generic[E]):
    """Stands first in a form.

    Args:
        context: Of the page.
        service: Of its kind of editions.
        page: Key of the page, so that one is led to another version.
        saved: Saves what was typed in the form; False where something of it cannot be kept.
        acts: What else can be done with it, before what every version has.
    """

    def __init__(
        self,
        context: PageContext,
        service: EditionService[E],
        page: str,
        saved: Callable[[], bool],
        acts: Sequence[QPushButton],
    ) -> None:
        super().__init__()
        self._context, self._service, self._page = context, service, page
        self._saved = saved
        self._record: E | None = None
        self._shown: tuple[E, ...] = ()
        self._mark = StatusMark("draft", "")
        self._version = text("", "strong")
        self.adopt = button(_("Adopt …"), glyph="check", name="adopt")
        self.renew = button(_("New version"), glyph="file-plus", name="new_version")
        self.withdraw = button(_("Withdraw …"), "quiet", name="withdraw")
        self.adopt.clicked.connect(self._adopt)
        self.renew.clicked.connect(self._renew)
        self.withdraw.clicked.connect(self._withdraw)
        self._chain = col(gap=2)
        column = col(
            row(self._mark, self._version, None, gap=12),
            box(FlowLayout(*acts, self.adopt, self.renew, self.withdraw)),
            gap=8,
        )
        column.addLayout(self._chain)
        self.setLayout(column)

    def show_edition(self, record: E) -> None:
        """Show where a version stands now."""
        self._record = record
        now = state(record, self._context.services.clock.today())
        self._mark.show_status(MARKS[now], _(EDITION_STATES[now]))
        self._version.setText(_("Version {number}").format(number=record.version))
        may = not self._context.services.file.read_only
        self.adopt.setVisible(may and record.standing is Standing.DRAFT)
        self.renew.setVisible(may and record.standing is Standing.IN_FORCE)
        self.withdraw.setVisible(may and record.standing is Standing.IN_FORCE)
        versions = self._service.chain(record.id)
        if versions != self._shown:
            self._shown = versions
            self._lay_chain(record)

    def _lay_chain(self, here: E) -> None:
        while self._chain.count():
            item = self._chain.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for other in reversed(self._shown if len(self._shown) > 1 else ()):
            if other.id != here.id:
                shown = link(self._told(other), "history", name=f"version_{other.version}")
                shown.clicked.connect(partial(self._go, other.id))
                self._chain.addWidget(box(row(shown, None, gap=0)))

    def _told(self, edition: E) -> str:
        now = state(edition, self._context.services.clock.today())
        first, last = (
            day.isoformat() if day else "" for day in (edition.valid_from, edition.valid_to)
        )
        days = f"{first}{EN_DASH}{last}" if first or last else ""
        name = _("Version {number}").format(number=edition.version)
        return " · ".join(part for part in (name, _(EDITION_STATES[now]), days) if part)

    def _go(self, key: str, field: str = "") -> None:
        table = TABLE_OF[type(self._shown[0])]
        self._context.shell.go(Target("quality", self._page, key, field, table))

    def _adopt(self) -> None:
        if self._record is not None and self._saved():
            self._context.dialogs.fill(AdoptSheet(self._context, self._service, self._record))

    def _renew(self) -> None:
        if self._record is not None and self._saved():
            made = self._context.operations.run(partial(self._service.renew, self._record.id))
            if made is not None:
                self._go(made.id, "title")  # to be written in

    def _withdraw(self) -> None:
        if self._record is None or not self._saved():
            return
        head = _("Withdraw {title}?").format(title=self._record.title)
        body = _("It is no longer in force from today, and nothing replaces it. It is kept.")
        if self._context.dialogs.question(head, body, _("Withdraw"), kind="warn"):
            self._context.operations.run(partial(self._service.withdraw, self._record.id))
