"""A secret case before it is opened: what may be known, and the reason that opens it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from styrdesk.base.i18n import _
from styrdesk.domain.errors import RuleBroken
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.layout import col, row
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.record_form import RecordForm
from styrdesk.ui.kit.text_fields import LongTextField
from styrdesk.ui.kit.tokens import W_LONG


class SecretForm(RecordForm):
    """Asks why one needs to see it.

    Attributes:
        opened: It has been noted and may be seen.
    """

    opened = Signal()

    def __init__(self, context: PageContext, key: str) -> None:
        super().__init__()
        self._context, self.key = context, key
        told = _(
            "Write why you need to see it. Your name, the time and the reason are kept with the "
            "case and cannot be undone."
        )
        self.form.add_widget(Banner("locked", _("This case is under secrecy"), told))
        self.form.add(
            LongTextField(_("Why you need to see it"), name="reason", lines=(2, 4), width=W_LONG)
        )
        show = button(_("Open the case"), "primary", "eye", name="open_secret")
        show.clicked.connect(self._open)
        self.form.add_widget(row(show, None))
        self.form.finish()
        self.setLayout(col(self.form, gap=0))

    def title(self) -> str:
        case = self._context.services.cases.get(self.key)
        return " ".join((case.code, _("Secret")))

    def reload(self) -> bool:
        return bool(self._context.services.cases.count({"id": self.key}))

    def unsaved(self) -> list[tuple[str, str]]:
        return []

    def _open(self) -> None:
        act = partial(
            self._context.services.case_flow.open_secret, self.form["reason"].value(), self.key
        )
        if self._context.operations.run(act, broken=self._refused) is not None:
            self.opened.emit()

    def _refused(self, broken: RuleBroken) -> None:
        self.form.show_broken(broken)
        self.form["reason"].setFocus()
