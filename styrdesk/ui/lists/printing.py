"""The print of a list: it is told over the list how it goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from styrdesk.base.i18n import _
from styrdesk.domain.catalogue import TABLE_OF
from styrdesk.domain.naming import field_name
from styrdesk.domain.record import Record, specs
from styrdesk.reports.letterhead import letterhead
from styrdesk.reports.listing import MOST, render_list
from styrdesk.reports.listing.data import ListColumn, ListPrint
from styrdesk.reports.spec import Choice, ReportSpec
from styrdesk.services.catalogue import Services
from styrdesk.services.names import Names
from styrdesk.ui.kit.desktop import QtDesktop
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.table_model import words_of
from styrdesk.ui.kit.theme import px
from styrdesk.ui.kit.tokens import S3
from styrdesk.ui.lists.gathering import Gathering
from styrdesk.ui.lists.listed import Listed
from styrdesk.ui.preview.export import Export
from styrdesk.ui.preview.paper import Paper
from styrdesk.ui.preview.press import Press

_INDENT: Final = "\u2003"  # a list that is a tree is read by its indents, which a cell keeps
_NAMED: Final = 3  # names told of what the list is bound to


class ListPrinting(QWidget):
    """Prints what the page shows: its columns, filter and order, and all of its rows.

    Args:
        page: The page.
    """

    def __init__(self, page: Listed) -> None:
        super().__init__()
        self._page, self._context = page, page.context
        key = f"list_{TABLE_OF[page.register.spec.kind]}"
        spec = ReportSpec(key, page.list_spec.title, self._choices, self._collect, render_list)
        self.press = Press(self)
        self.gathering = Gathering(self._context)
        self.export = Export(self._context, self.press, spec, "", QtDesktop())
        self.paper = Paper(self._context, spec, "")
        self.gathering.gathered.connect(self._go_on)
        self._then: Callable[[], None] = self.export.begin
        for order in (self.gathering, self.export, self.paper):
            lay = order.layout()
            if lay is not None:  # it stands in line with the list
                lay.setContentsMargins(0, px(S3), 0, 0)
        self.setLayout(col(self.gathering, self.export, self.paper, gap=0))

    # ---- printing ----------------------------------------------------------------------------

    def on_paper(self) -> None:
        """Ask for a printer, and print, once all rows are read."""
        self._print(self.paper.begin)

    def as_pdf(self) -> None:
        """Ask for a place, and save a PDF there, once all rows are read."""
        self._print(self.export.begin)

    def _print(self, then: Callable[[], None]) -> None:
        orders = (self.gathering, self.export, self.paper)
        if any(order.is_running for order in orders) or not self._page.flush():
            return
        query = self._page.page.query()
        source = self._page.list_spec.load(query)
        if source.count() > MOST:
            self._context.dialogs.message(
                _("The list is too long to be printed"),
                _("At most {count} rows are printed at a time. Filter the list first.").format(
                    count=MOST
                ),
                kind="warn",
            )
            return
        self._then = then
        self.gathering.begin(source, self._cells)

    def _cells(self, row: Any) -> tuple[str, ...]:
        """What the page shows of a row, each cell on one line."""
        columns = self._page.list_spec.columns
        return tuple(_plain(words_of(column.cell(row))) for column in columns)

    def _go_on(self) -> None:
        self._then()

    def _choices(self, _services: Services) -> tuple[Choice, ...]:
        return (Choice("", _(self._page.list_spec.title)),)

    def _collect(self, services: Services, _choice: str) -> ListPrint:
        """What was gathered, with what is told of it in the language that is on."""
        spec = self._page.list_spec
        return ListPrint(
            _(spec.title),
            tuple(ListColumn(_(c.title), c.kind == "num") for c in spec.columns),
            tuple(self.gathering.rows),
            letterhead(services),
            tuple(self.told()),
        )

    def told(self) -> Iterator[str]:
        """What of the register is shown, and in which order, a line each."""
        query, spec = self._page.page.query(), self._page.list_spec
        yield from self._bound()
        chips = [_(chip.title) for chip in spec.filters if chip.key in query.filters]
        if chips:
            yield _("Chosen: {filters}").format(filters=", ".join(chips))
        if query.search:
            yield _("With the words: {words}").format(words=query.search)
        sorted_by = next((c.title for c in spec.columns if c.key and c.key == query.sort), "")
        if sorted_by:
            falling = _("Sorted by: {column}, falling")
            words = falling if query.descending else _("Sorted by: {column}")
            yield words.format(column=_(sorted_by))

    def _bound(self) -> Iterator[str]:
        """What the whole list is bound to: the nämnd, or the strategic plans of the year."""
        kind: type[Record] = self._page.register.spec.kind
        links = {spec.name: spec.link for spec in specs(kind) if spec.link}
        names = Names(self._context.services.file)
        for field, value in self._page.wanted(frozenset()).items():
            ids: list[object] = [value] if isinstance(value, str) else []
            if isinstance(value, list | tuple | set | frozenset):
                ids = list(value)
            if links.get(field) and 0 < len(ids) <= _NAMED:
                called = ", ".join(names.of(links[field], str(one)) for one in ids)
                yield f"{field_name(TABLE_OF[kind], field)}: {called}"


def _plain(words: str) -> str:
    """A cell on one line; what it is indented by stays."""
    indent = len(words) - len(words.lstrip(_INDENT))
    return _INDENT * indent + " ".join(words.split())
