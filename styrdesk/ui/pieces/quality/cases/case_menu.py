"""What else can be done with a case than taking it on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from styrdesk.base.i18n import _
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.pieces.quality.cases.anonymise_sheets import AnonymiseCaseSheet
from styrdesk.ui.pieces.quality.cases.sheets import MergeSheet, ReasonSheet

if TYPE_CHECKING:
    from styrdesk.domain.case import Case
    from styrdesk.ui.kit.saved_form import SavedForm


class CaseMenu(QMenu):
    """Over the form of a case.

    Args:
        form: Of the case; what is typed there is saved first.
        context: Of the page.
        key: The case.
        do: Saves what waits and does a use case.
    """

    def __init__(
        self,
        form: SavedForm[Case],
        context: PageContext,
        key: str,
        do: Callable[[Callable[[], object]], None],
    ) -> None:
        super().__init__(form)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._form, self._context, self._key, self._do = form, context, key, do
        if context.services.cases.get(key).is_open:
            self._on_its_way()
        else:
            self.addAction(_("Open the case again …"), self._reopen)
        self.addSeparator()
        erase = self.addAction(_("Make anonymous …"), self._anonymise)
        erase.setEnabled(not context.services.file.read_only)

    def _on_its_way(self) -> None:
        services, key = self._context.services, self._key
        case = services.cases.get(key)
        way, flow = services.cases.way(case.type_id), services.case_flow
        stage = way.at(case)
        if stage is not None and stage.optional:
            words = _("Pass over {step}").format(step=stage.name)
            self.addAction(words, partial(self._do, partial(flow.pass_over, key)))
        back = self.addAction(_("One step back"), partial(self._do, partial(flow.go_back, key)))
        back.setEnabled(way.before(case) is not None)
        self.addSeparator()
        self.addAction(_("Merge with another case …"), self._merge)

    def _reopen(self) -> None:
        told = _("It then stands where it is investigated, and is counted as opened again.")
        words = (_("Open the case again"), _("Open again"), told)
        act = partial(self._context.services.case_flow.reopen, self._key)
        self._context.dialogs.fill(ReasonSheet(self._context, words, act))

    def _merge(self) -> None:
        if self._form.flush():
            self._context.dialogs.fill(MergeSheet(self._context, self._key))

    def _anonymise(self) -> None:
        if self._form.flush():
            sheet = AnonymiseCaseSheet(self._context, self._key)
            if self._context.dialogs.fill(sheet):
                sheet.tell()
