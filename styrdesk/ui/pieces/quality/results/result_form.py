"""A decided document: what was decided, its print, and whether it is still what it was."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from styrdesk.base.i18n import N_, _
from styrdesk.domain.decided import DECIDED_KINDS, DecidedKind, DecidedLine
from styrdesk.domain.errors import RuleBroken
from styrdesk.reports import printing
from styrdesk.reports.deciding import SPECS
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
# Where what goes on behind a decided document is shown, and the words of the way there.
_BEHIND: Final = {
    DecidedKind.PLAN: (N_("Show the plan"), "planning", "plan"),
    DecidedKind.INTERNAL_CONTROL: (N_("Show the controls"), "quality", "control_results"),
    DecidedKind.QUALITY_REPORT: (N_("Show the report"), "quality", "quality_report"),
}


def called(line: DecidedLine) -> str:
    """What a document is called in a list."""
    return version_words.called(line) if line.number > 1 else version_words.title(line)


class ResultForm(RecordForm):
    """Nothing in it is written: it is looked at, saved and verified."""

    def __init__(self, context: PageContext, key: str) -> None:
        super().__init__()
        self._context, self.key = context, key
        self._line = self._context.services.decided.line(key)
        self._kind = quiet("", "dense", wrap=True)
        self._decided, self._frozen = text("", "body", wrap=True), quiet("", "dense", wrap=True)
        self._code = text("", "strong")
        self._content, self._pdf = quiet("", "dense", wrap=True), quiet("", "dense", wrap=True)
        self.show_print = button(_("Show the print"), "primary", "eye", name="show_print")
        self.save = button(_("Save the PDF …"), glyph="download", name="save_pdf")
        self.verify = button(_("Verify"), glyph="badge-check", name="verify")
        words, _piece, page = _BEHIND[self._line.kind]
        self.lead = link(_(words), name=f"show_{page}")
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
        facts = (self._kind, self._decided, self._frozen, self._code, self._content, self._pdf)
        self.setLayout(col(*facts, ways, self.note, box(row(self.lead, None)), None, gap=12))
        self.reload()

    def title(self) -> str:
        return called(self._line)

    def reload(self) -> bool:
        try:
            line = self._line = self._context.services.decided.line(self.key)
        except RuleBroken:
            return False
        parts = (_(DECIDED_KINDS[line.kind]), line.committee, str(line.year))
        self._kind.setText(" · ".join(parts))
        self._decided.setText(version_words.decided(line))
        self._frozen.setText(version_words.frozen(line))
        self._code.setText(_("Control code {code}").format(code=line.code))
        said = _("SHA-256 of the content: {digest}")
        self._content.setText(said.format(digest=_spaced(line.content)))
        said = _("SHA-256 of the print: {digest}")
        self._pdf.setText(said.format(digest=_spaced(line.pdf)) if line.pdf else "")
        self._pdf.setVisible(bool(line.pdf))
        self.save.setEnabled(bool(line.pdf))
        return True

    def focus_first(self) -> None:
        self.show_print.setFocus()

    def _show_print(self) -> None:
        spec = SPECS[self._line.kind]
        InWindow(self._context, spec, self.key, self.title(), self).show()

    def _save_pdf(self) -> None:
        services = self._context.services
        folder = services.file.path.resolve().parent
        start = folder / printing.file_name(self.title(), SPECS[self._line.kind].key)
        path = self._context.dialogs.save_file(_("Save the PDF"), start, _(PATTERNS))
        if path is not None and self._context.operations.run(partial(self._write, path)):
            said = _("It is the print that was made at the decision, byte for byte.")
            self.note.say("ok", _("{name} is saved").format(name=path.name), said)
            self.note.show()

    def _write(self, path: Path) -> bool:
        services = self._context.services
        printing.see_that_it_may_be_replaced(path, services.file.path)
        printing.write(services.decided.pdf(self._line), path)
        return True

    def _verify(self) -> None:
        verdict = self._context.services.decided.verify(self._line)
        self.note.say(*version_words.recounted(verdict))
        self.note.show()

    def _lead(self) -> None:
        line = self._line
        _words, piece, page = _BEHIND[line.kind]
        self._context.shell.choose(Where(line.committee_id, line.year))
        record = line.subject if line.kind is DecidedKind.PLAN else ""
        table = "plan" if record else ""
        self._context.shell.go(Target(piece, page, record=record, table=table))


def _spaced(digest: str) -> str:
    return " ".join(digest[at : at + _GROUP] for at in range(0, len(digest), _GROUP))
