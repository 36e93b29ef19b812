"""A decided version: what was decided, its print, and whether it is still what it was."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from styrdesk.base.i18n import N_, _
from styrdesk.domain.version import DecidedLine
from styrdesk.reports import printing
from styrdesk.reports.catalogue import PLAN_REPORT
from styrdesk.ui.kit import version_words
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.buttons import button, link
from styrdesk.ui.kit.layout import FlowLayout, box, col, row
from styrdesk.ui.kit.piece import PageContext, Target, Where
from styrdesk.ui.kit.record_form import RecordForm
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.preview.print_window import InWindow

_GROUP: Final = 8  # figures of a hash that stand together: it can be read, and wraps
PATTERNS: Final = N_("PDF (*.pdf)")


def called(line: DecidedLine) -> str:
    """What a version is called in a list."""
    title = line.title or _("Committee plan {year}").format(year=line.year)
    words = _("{title}, version {number}")
    return words.format(title=title, number=line.number) if line.number > 1 else title


class ResultForm(RecordForm):
    """Nothing in it is written: it is looked at, saved and verified."""

    def __init__(self, context: PageContext, key: str) -> None:
        super().__init__()
        self._context, self.key = context, key
        self._line = self._read()
        self._decided, self._frozen = text("", "body", wrap=True), quiet("", "dense", wrap=True)
        self._code, self._hash = text("", "strong"), quiet("", "dense", wrap=True)
        self.show_print = button(_("Show the print"), "primary", "eye", name="show_print")
        self.save = button(_("Save the PDF …"), glyph="download", name="save_pdf")
        self.verify = button(_("Verify"), glyph="badge-check", name="verify")
        self.lead = link(_("Show the plan"), name="show_plan")
        for made, act in (
            (self.show_print, self._show_print),
            (self.save, self._save_pdf),
            (self.verify, self._verify),
            (self.lead, self._lead),
        ):
            made.clicked.connect(act)
        self.note = Banner("info", "")
        self.note.hide()
        ways = box(FlowLayout(self.show_print, self.save, self.verify))
        facts = (self._decided, self._frozen, self._code, self._hash)
        self.setLayout(col(*facts, ways, self.note, box(row(self.lead, None)), None, gap=12))
        self.reload()

    def _read(self) -> DecidedLine | None:
        found = self._context.services.versions.lines(key=self.key).rows(0, 1)
        return found[0] if found else None

    def title(self) -> str:
        return called(self._line) if self._line is not None else ""

    def reload(self) -> bool:
        self._line = self._read()
        if self._line is None:
            return False
        versions = self._context.services.versions
        version = versions.numbered(self._line.plan_id, self._line.number)
        self._decided.setText(version_words.decided(self._context.services, version))
        self._frozen.setText(version_words.frozen(version))
        self._code.setText(_("Control code {code}").format(code=version.code))
        content = version.content
        parts = " ".join(content[at : at + _GROUP] for at in range(0, len(content), _GROUP))
        self._hash.setText(_("SHA-256 of the content: {digest}").format(digest=parts))
        self.save.setEnabled(bool(version.pdf))
        return True

    def focus_first(self) -> None:
        self.show_print.setFocus()

    def _show_print(self) -> None:
        InWindow(self._context, PLAN_REPORT, self.key, self.title(), self).show()

    def _save_pdf(self) -> None:
        services = self._context.services
        folder = services.file.path.resolve().parent
        start = folder / printing.file_name(self.title(), PLAN_REPORT.key)
        path = self._context.dialogs.save_file(_("Save the PDF"), start, _(PATTERNS))
        if path is not None and self._context.operations.run(partial(self._write, path)):
            said = _("It is the print that was made at the decision, byte for byte.")
            self.note.say("ok", _("{name} is saved").format(name=path.name), said)
            self.note.show()

    def _write(self, path: Path) -> bool:
        services = self._context.services
        printing.see_that_it_may_be_replaced(path, services.file.path)
        printing.write(services.versions.kept_pdf(self.key), path)
        return True

    def _verify(self) -> None:
        if self._line is not None:
            versions = self._context.services.versions
            version = versions.numbered(self._line.plan_id, self._line.number)
            self.note.say(*version_words.recounted(versions.verify(version)))
            self.note.show()

    def _lead(self) -> None:
        line = self._line
        if line is not None:
            self._context.shell.choose(Where(line.committee_id, line.year))
            plan = Target("planning", "plan", record=line.plan_id, table="plan")
            self._context.shell.go(plan)
