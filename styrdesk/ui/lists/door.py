"""What can be done with the list of a register's page, each loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from styrdesk.base.i18n import N_
from styrdesk.services.listing import is_listed
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.list_spec import ListAction
from styrdesk.ui.kit.records_page import RecordsPage
from styrdesk.ui.lists.listed import Listed

if TYPE_CHECKING:
    from styrdesk.ui.lists.printing import ListPrinting
    from styrdesk.ui.lists.sheets import ListSheets


class ListDoor(QWidget):
    """Stands over the list, and is empty until something is being done.

    Args:
        page: The page.
    """

    def __init__(self, page: Listed) -> None:
        super().__init__()
        self._page = page
        self._lay = col(gap=0)
        self.setLayout(self._lay)
        self._printing: ListPrinting | None = None
        self._sheets: ListSheets | None = None

    def bar(self) -> QWidget:
        """Where it is told how it goes."""
        return self

    def offers(self) -> tuple[ListAction, ...]:
        """What stands in the page's menu."""
        usual = getattr(type(self._page), "prints", None) is RecordsPage.prints
        own = not usual  # what the keys print is another
        paper, pdf = N_("Print …"), N_("Save as PDF …")
        if own:
            paper, pdf = N_("Print the list …"), N_("Save the list as PDF …")
        offered = [
            ListAction(paper, lambda _keys: self.on_paper(), "" if own else "Ctrl+P"),
            ListAction(pdf, lambda _keys: self.as_pdf(), "" if own else "Ctrl+Shift+P"),
        ]
        spec = self._page.register.spec
        if is_listed(spec.kind):
            give, take = N_("Save as a spreadsheet …"), N_("Read a spreadsheet …")
            offered.append(ListAction(give, lambda _keys: self.sheets.give_out()))
            page = self._page
            writes = isinstance(page, RecordsPage) and not page.context.services.file.read_only
            if writes and (spec.adds or not spec.guarded):
                offered.append(ListAction(take, lambda _keys: self.sheets.take_in()))
            if writes and not spec.guarded:
                offered.insert(
                    0, ListAction(N_("Change in the chosen rows …"), self.change, rows=True)
                )
        return tuple(offered)

    @property
    def printing(self) -> ListPrinting:
        """The print of the list."""
        if self._printing is None:
            from styrdesk.ui.lists.printing import ListPrinting  # noqa: PLC0415  # and the PDF's

            self._printing = ListPrinting(self._page)
            self._lay.addWidget(self._printing)
            self._printing.show()
        return self._printing

    @property
    def sheets(self) -> ListSheets:
        """The list to and from a spreadsheet."""
        if self._sheets is None:
            from styrdesk.ui.lists.sheets import ListSheets  # noqa: PLC0415  # and all it reads with

            self._sheets = ListSheets(self._page)
            self._lay.addWidget(self._sheets)
            self._sheets.show()
        return self._sheets

    def change(self, keys: Sequence[str]) -> None:
        """Write the same in a field of the chosen rows."""
        from styrdesk.ui.lists.change_sheet import ChangeSheet  # noqa: PLC0415  # seldom used

        page = self._page
        if keys and page.flush():
            page.context.dialogs.fill(ChangeSheet(page.context, page.register, keys))

    def on_paper(self) -> None:
        """Ask for a printer, and print."""
        self.printing.on_paper()

    def as_pdf(self) -> None:
        """Ask for a place, and save a PDF there."""
        self.printing.as_pdf()
