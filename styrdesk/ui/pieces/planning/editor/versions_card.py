"""The decided versions of a plan: each is shown, exported and recounted; a paper is checked."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from styrdesk.base.i18n import N_, _
from styrdesk.domain.decided import DecidedKind, DecidedLine
from styrdesk.reports import printing
from styrdesk.ui.kit import version_words
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.cards import Card
from styrdesk.ui.kit.layout import Rule, box, col, row
from styrdesk.ui.kit.status import StatusMark
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import px
from styrdesk.ui.pieces.planning.editor.comparison_window import show_comparison
from styrdesk.ui.pieces.planning.editor.manuscript import Manuscript
from styrdesk.ui.pieces.planning.editor.minutes_sheets import ApprovalSheet
from styrdesk.ui.preview.decided_window import show_decided
from styrdesk.ui.preview.paper_check import check_paper

_PATTERNS = N_("Plan as JSON (*.json)")


class VersionsCard(Card):
    """The newest version first."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._manuscript = manuscript
        self._rows = col(gap=0)
        self._shown: tuple[object, ...] = ()
        self.check = button(_("Check a paper …"), "quiet", "shield-check", name="check_paper")
        self.check.clicked.connect(self._check)
        self.compare = button(_("Compare …"), "quiet", "history", name="compare_versions")
        self.compare.clicked.connect(self._compare)
        self._none = quiet(_("No version is decided yet."), "dense", wrap=True)
        head = row((text(_("Decided versions"), "h3"), 1), self.compare, self.check)
        column = col(head, self._none, gap=8)
        column.addLayout(self._rows)
        super().__init__(column)

    def reload(self) -> None:
        """Show the versions as they are now."""
        services = self._manuscript.services
        lines = services.decided.lines(subject=self._manuscript.plan_id, kinds=(DecidedKind.PLAN,))
        found = sorted(lines.rows(0, -1), key=lambda line: -line.number)
        there = len(services.comparisons.choices(self._manuscript.plan_id))
        self.compare.setVisible(bool(found) and there > 1)
        if tuple(found) == self._shown:
            return
        self._shown = tuple(found)
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in found:
            self._rows.addWidget(Rule())
            self._rows.addWidget(VersionRow(self._manuscript, line))
        self._none.setVisible(not found)

    def _compare(self) -> None:
        show_comparison(self._manuscript.context, self._manuscript.plan_id, self)

    def _check(self) -> None:
        check_paper(self._manuscript.context, self)


class VersionRow(QWidget):
    """One version."""

    def __init__(self, manuscript: Manuscript, line: DecidedLine) -> None:
        super().__init__()
        context = manuscript.context
        self._manuscript, self._context, self._line = manuscript, context, line
        name = _("Version {number}").format(number=line.number)
        show = button(_("Show"), glyph="eye", name=f"show_version_{line.number}")
        export = button(_("Export …"), "quiet", name=f"export_version_{line.number}")
        verify = button(_("Verify"), "quiet", name=f"verify_version_{line.number}")
        approve = button(_("Approval …"), "quiet", name=f"approve_version_{line.number}")
        approve.clicked.connect(self._approve)
        approve.setEnabled(not context.services.file.read_only)
        for one in (show, export, verify, approve):
            one.setAccessibleName(f"{one.text()}: {name}")
        show.clicked.connect(self._show)
        export.clicked.connect(self._export)
        verify.clicked.connect(self._verify)
        mark = StatusMark(*version_words.standing(line), tinted=False)
        self.note = Banner("info", "")
        self.note.hide()
        code = _("Control code {code}").format(code=line.code)
        said = [
            quiet(version_words.decided(line), "dense", wrap=True),
            quiet(f"{code} · {version_words.frozen(line)}", wrap=True),
        ]
        head = row((text(name, "strong"), 1), mark, gap=12)
        buttons = row(show, export, verify, approve, None, gap=4)
        column = col(box(head), *said, gap=4, pad=(0, 12, 0, 12))
        column.addSpacing(px(4))
        column.addWidget(box(buttons))
        column.addWidget(self.note)
        self.setLayout(column)

    def _verify(self) -> None:
        verdict = self._context.services.decided.verify(self._line)
        self.note.say(*version_words.recounted(verdict))

    def _show(self) -> None:
        show_decided(self._context, self._line, self)

    def _approve(self) -> None:
        versions = self._context.services.versions
        version = versions.numbered(self._line.subject, self._line.number)
        self._context.dialogs.fill(ApprovalSheet(self._manuscript, version))

    def _export(self) -> None:
        services, dialogs = self._context.services, self._context.dialogs
        title = version_words.called(self._line)
        name = Path(printing.file_name(title, "plan")).with_suffix(".json").name
        file = services.file.path
        path = dialogs.save_file(
            _("Export the version"), file.resolve().parent / name, _(_PATTERNS)
        )
        if path is not None and self._context.operations.run(partial(self._write, path)):
            said = _("The text is what was decided, byte for byte.")
            self.note.say("ok", _("{name} is saved").format(name=path.name), said)

    def _write(self, path: Path) -> bool:
        services = self._context.services
        printing.see_that_it_may_be_replaced(path, services.file.path)
        printing.write(services.exchange.export(self._line.id).encode("utf-8"), path)
        return True
