"""Export of a print: asks where, lays out, writes it whole or not at all, offers to open it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, Final

from styrdesk.base.i18n import N_, _, ngettext
from styrdesk.domain.errors import FileProblem
from styrdesk.reports import printing
from styrdesk.reports.spec import ReportSpec
from styrdesk.reports.worker import Made
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.desktop import Desktop
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.preview.order import Order
from styrdesk.ui.preview.press import Press

PATTERNS: Final = N_("PDF (*.pdf)")


class Export(Order):
    """A PDF in a place that is asked for. The order goes to the preview's own press."""

    def __init__(
        self,
        context: PageContext,
        press: Press,
        spec: ReportSpec[Any],
        choice: str,
        desktop: Desktop,
    ) -> None:
        self.show_it = button(_("Open"), "quiet", name="export_open")
        super().__init__(context, spec, choice, "export_cancel", (self.show_it,))
        self.desktop = desktop
        self.path: Path | None = None
        self._press = press
        self.show_it.clicked.connect(self._open)
        self._hear(press)

    def suggestion(self) -> Path:
        """A file name from what is printed, beside the file it comes from."""
        name = printing.file_name(self.title(), self._spec.key)
        return self._context.services.file.path.resolve().parent / name

    def begin(self) -> None:
        """Ask where, and lay out."""
        if self.is_running:
            return
        data = self._data(_("Save anyway"))
        if data is None:
            return
        path = self._context.dialogs.save_file(_("Save as PDF"), self.suggestion(), _(PATTERNS))
        if path is None or not self._may_be_replaced(path):
            return
        self.path = path
        self._number = self._press.make(self._spec.render, data, self.language, order=True)
        self._say(_("Saving {name} …").format(name=path.name))

    def _may_be_replaced(self, path: Path) -> bool:
        """Never a file of plans, whatever it was called in the dialog."""
        file = self._context.services.file.path
        return self._context.operations.done(
            partial(printing.see_that_it_may_be_replaced, path, file)
        )

    def _take(self, made: Made) -> None:
        if self.path is None:
            return
        try:
            printing.write(made.content, self.path)
        except FileProblem as problem:
            self._drop()
            self._context.operations.show_problem(problem)
            return
        pages = len(made.sizes)
        words = ngettext("{count} page", "{count} pages", pages).format(count=pages)
        self._end("ok", _("{name} is saved").format(name=self.path.name), words, more=True)

    def cancel(self) -> None:
        """Give it up. An earlier PDF in the same place is untouched."""
        number = self._number
        self._drop()
        self._press.cancel(number)

    def _open(self) -> None:
        if self.path is not None and not self.desktop.open_file(self.path):
            message = _("There is no program for PDF files. The file lies here: {path}")
            self._context.dialogs.message(
                _("The PDF could not be opened"), message.format(path=self.path), kind="warn"
            )
