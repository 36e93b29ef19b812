"""A register to and from a spreadsheet. Work is done aside, and told over the list."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QDialog, QWidget

from styrdesk.base.i18n import N_, _, language, ngettext
from styrdesk.domain.catalogue import TABLE_OF
from styrdesk.domain.cells import Cell
from styrdesk.domain.errors import FileProblem, RuleBroken
from styrdesk.domain.search import is_masked
from styrdesk.reports import printing
from styrdesk.services.aside import aside
from styrdesk.services.catalogue import Services
from styrdesk.services.listing import Listing, listing_of
from styrdesk.services.sheets.giving_out import GivingOut
from styrdesk.services.sheets.grid import Form, form_of
from styrdesk.services.sheets.taking_in import Fate, SheetPlan, TakingIn, read, take_in
from styrdesk.ui.kit.aside_work import AsideWork, Look
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.layout import box, col
from styrdesk.ui.kit.records_page import RecordsPage
from styrdesk.ui.kit.theme import px
from styrdesk.ui.kit.tokens import S3
from styrdesk.ui.lists.gathering import Gathering
from styrdesk.ui.lists.listed import Listed
from styrdesk.ui.lists.sheet_window import SheetWindow

if TYPE_CHECKING:
    from styrdesk.domain.record import Record

PATTERNS: Final = N_("Spreadsheets (*.xlsx);;CSV (*.csv)")
READ: Final = N_("Spreadsheets and CSV (*.xlsx *.csv)")


class ListSheets(QWidget):
    """What the page shows to a file, and a file to the register.

    Args:
        page: The page.
    """

    def __init__(self, page: Listed) -> None:
        super().__init__()
        self._page, self._context = page, page.context
        self._title = _(page.list_spec.title)
        self._path, self._hidden = Path(), 0
        self._out: GivingOut | None = None
        self.gathering = Gathering(self._context)
        self.gathering.gathered.connect(self._write)
        self.work = AsideWork(self)
        self.window_shown: SheetWindow | None = None
        self.stop = button(_("Cancel"), "quiet", name="sheet_stop")
        self.stop.clicked.connect(self.cancel)
        self.said = Banner("info", "", "", [self.stop])
        self.said.hide()
        lay = self.gathering.layout()
        if lay is not None:  # it stands in line with the list
            lay.setContentsMargins(0, px(S3), 0, 0)
        self._told = box(col(self.said, gap=0, pad=(0, S3, 0, 0)))
        self._told.hide()
        self.setLayout(col(self.gathering, self._told, gap=0))
        self.work.failed.connect(self._failed)
        self.work.done.connect(self._done)
        self.work.moved.connect(self._moved)

    @property
    def is_running(self) -> bool:
        """Whether something is being written or read."""
        return self.gathering.is_running or self.work.is_running

    def _listing(self, services: Services) -> Listing:
        return listing_of(services, TABLE_OF[self._page.register.spec.kind])

    # ---- out ---------------------------------------------------------------------------------

    def give_out(self) -> None:
        """Ask where, and write what the page shows there, with all fields."""
        if self.is_running or not self._page.flush():
            return
        file = self._context.services.file.path
        suggestion = file.resolve().parent / f"{printing.file_name(self._title, 'list')[:-4]}.xlsx"
        path = self._context.dialogs.save_file(_("Save as a spreadsheet"), suggestion, _(PATTERNS))
        run = self._context.operations.done
        may = partial(printing.see_that_it_may_be_replaced, path or Path(), file)
        if path is None or not run(partial(form_of, path)) or not run(may):
            return
        self._path, self._hidden = path, 0
        services = self._context.services
        self._out = GivingOut(services.file, self._listing(services))
        source = self._page.records(self._page.page.query())
        self.gathering.begin(source, self._cells, language())

    def _cells(self, row: Any) -> tuple[Cell, ...]:
        if is_masked(row) or self._out is None:
            self._hidden += 1
            return ()
        return self._out.cells(row)

    def _write(self) -> None:
        out, path = self._out, self._path
        rows = [cells for cells in self.gathering.rows if cells]
        if out is not None:
            self._say(_("Saving {name} …").format(name=path.name))
            self.work.begin(partial(_written, out, rows, path))

    # ---- in ----------------------------------------------------------------------------------

    def take_in(self) -> None:
        """Ask which file, and show what it would do."""
        page = self._page
        if not isinstance(page, RecordsPage) or self.is_running or not page.flush():
            return
        need = page.list_spec.need
        if need is not None:
            self._context.dialogs.message(need.head, need.body)
            return
        path = self._context.dialogs.open_file(_("Read a spreadsheet"), _(READ))
        fresh = self._context.operations.run(page.fresh) if path is not None else None
        if path is None or fresh is None:
            return
        self._path = path
        self._say(_("Reading {name} …").format(name=path.name))
        services, table = self._context.services, TABLE_OF[self._page.register.spec.kind]
        self.work.begin(partial(_planned, services, table, fresh, path))

    def _show(self, plan: SheetPlan) -> None:
        shown = SheetWindow(plan, self._path.name, self._title, self.window())
        self.window_shown = shown
        shown.finished.connect(self._answered)
        shown.show()

    def _answered(self, answer: int) -> None:
        shown, self.window_shown = self.window_shown, None
        if shown is None:
            return
        shown.deleteLater()
        if answer != QDialog.DialogCode.Accepted:
            return
        self._say(_("Reading in {name} …").format(name=self._path.name))
        services, table = self._context.services, TABLE_OF[self._page.register.spec.kind]
        person = self._context.settings.person(services.file.path)
        self.work.begin(partial(_taken, services, table, shown.plan, person, self._path.name))

    # ---- how it goes -------------------------------------------------------------------------

    def cancel(self) -> None:
        """Give it up. Nothing is written, and nothing in the register is changed."""
        self.gathering.cancel()
        self.work.cancel()
        self._told.hide()

    def _say(self, head: str, body: str = "", kind: str = "info", *, going: bool = True) -> None:
        self.said.say(kind, head, body)
        self._told.show()
        self.stop.setVisible(going)

    def _moved(self, count: int) -> None:
        if count and self.work.is_running:
            head = _("{name}: row {count} …").format(name=self._path.name, count=count)
            self._say(head)

    def _failed(self, error: Exception) -> None:
        self._told.hide()
        if isinstance(error, RuleBroken | FileProblem):
            self._context.operations.run(partial(_raised, error))
        else:
            raise error

    def _done(self, result: object) -> None:
        self._told.hide()
        if isinstance(result, SheetPlan):
            self._show(result)
        elif isinstance(result, Path):
            self._tell_written(result)
        elif isinstance(result, tuple):
            self._tell_taken(*result)

    def _tell_written(self, path: Path) -> None:
        count = sum(bool(cells) for cells in self.gathering.rows)
        words = ngettext("{count} row", "{count} rows", count).format(count=count)
        if self._hidden:
            words += " · " + ngettext(
                "{count} masked row is left out", "{count} masked rows are left out", self._hidden
            ).format(count=self._hidden)
        self._say(_("{name} is saved").format(name=path.name), words, "ok", going=False)

    def _tell_taken(self, new: int, changed: int) -> None:
        changes = self._context.services.work.notice()
        if changes is not None and changes.topics:
            self._context.operations.tell(changes)
        words = ", ".join(
            said.format(count=count)
            for count, said in (
                (new, ngettext("{count} new row", "{count} new rows", new)),
                (changed, ngettext("{count} changed row", "{count} changed rows", changed)),
            )
            if count
        )
        said = _("Ctrl+Z takes all of it back.")
        self._say(
            _("{name} is read in").format(name=self._path.name),
            f"{words}. {said}",
            "ok",
            going=False,
        )


def _raised(error: Exception) -> None:
    raise error


def _written(out: GivingOut, rows: list[Any], path: Path, _look: Look) -> Path:
    """On the thread: the file in its place, whole or not at all."""
    printing.write(out.written(rows, Form(form_of(path))), path)
    return path


def _planned(services: Services, table: str, fresh: Record, path: Path, look: Look) -> SheetPlan:
    """On the thread: what each row would become."""
    grid = read(path)
    look(0)
    with aside(services, _nobody) as own:
        made = TakingIn(own.file, listing_of(own, table), fresh, own.clock.today())
        return made.plan(grid, look)


def _taken(  # noqa: PLR0913, PLR0917, RUF100  # bound one by one
    services: Services, table: str, plan: SheetPlan, person: str, name: str, look: Look
) -> tuple[int, int]:
    """On the thread: all of it in one step; how many rows are new, and how many changed."""
    with aside(services, lambda: person) as own:
        take_in(listing_of(own, table), plan, look, name)
    return plan.count(Fate.NEW), plan.count(Fate.CHANGED)


def _nobody() -> str:
    return ""
