"""The letters of a case: begun from a template, written, saved as PDF or printed, noted as sent."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from styrdesk.base.i18n import _
from styrdesk.domain.case import Case, CaseLetter
from styrdesk.domain.case_type import LETTER_KINDS, LetterKind
from styrdesk.reports.cases import LETTER
from styrdesk.ui.kit.buttons import button, link
from styrdesk.ui.kit.desktop import QtDesktop
from styrdesk.ui.kit.layout import FlowLayout, Rule, box, col, empty, row
from styrdesk.ui.kit.moments import weekday
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.saved_form import SavedForm
from styrdesk.ui.kit.sheet import Sheet
from styrdesk.ui.kit.status import StatusMark
from styrdesk.ui.kit.text import quiet
from styrdesk.ui.kit.text_fields import LongTextField, TextField
from styrdesk.ui.kit.theme import px
from styrdesk.ui.preview.export import Export
from styrdesk.ui.preview.paper import Paper
from styrdesk.ui.preview.press import Press


class LetterForm(SavedForm[CaseLetter]):
    """A letter's words; they save themselves as they are typed."""

    def __init__(self, context: PageContext, key: str) -> None:
        super().__init__(context.services.case_letters, context.operations, key)
        self.form.add(TextField(_("Head"), name="title"))
        self.form.add(LongTextField(_("The letter"), name="body", lines=(12, 18)))
        self.finish()


class LetterSheet(Sheet):
    """The dialog where a letter is written."""

    def __init__(self, context: PageContext, letter_id: str) -> None:
        super().__init__(_("Write the letter"), _("Done"))
        self.letter = LetterForm(context, letter_id)
        self.form = self.letter.form
        words = quiet(
            _("An empty line parts paragraphs. It is saved as you write."), "dense", wrap=True
        )
        self.setLayout(col(words, self.letter, gap=8))

    def go_on(self) -> bool:
        return self.letter.flush()

    def give_up(self) -> None:
        self.letter.flush()

    def focus_first(self) -> bool:
        self.form["body"].setFocus()
        return True


class LettersPart(QWidget):
    """Rows of letters, and the ways to begin one."""

    def __init__(self, context: PageContext, case_id: str) -> None:
        super().__init__()
        self._context, self._case_id = context, case_id
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(8))
        self.begin = {
            kind: button(words, glyph="mail", name=f"letter_{kind.value}")
            for kind, words in (
                (LetterKind.ACKNOWLEDGEMENT, _("Write an acknowledgement")),
                (LetterKind.ANSWER, _("Write the answer")),
            )
        }
        for kind, made in self.begin.items():
            made.clicked.connect(partial(self._begin, kind))
        self.other = link(_("Answered another way"), name="answered_otherwise")
        self.other.clicked.connect(self._answered)
        self._ways = box(FlowLayout(*self.begin.values(), self.other))
        self.said = quiet("", "dense", wrap=True)
        self.setLayout(col(self.said, self._rows, self._ways, gap=8))

    def show_case(self, case: Case, told: str) -> None:
        """Show a case's letters.

        Args:
            case: As it may be seen.
            told: How it stands with the answer, in a sentence.
        """
        self.said.setText(told)
        self.said.setVisible(bool(told))
        empty(self._rows)
        letters = self._context.services.case_letters.rows({"case_id": case.id})
        for n, letter in enumerate(letters):
            if n:
                self._rows.addWidget(Rule())
            self._rows.addWidget(_LetterRow(self._context, letter, is_open=case.is_open))
        self._ways.setVisible(case.is_open)
        self.other.setVisible(case.answered_on is None)

    def _begin(self, kind: LetterKind) -> None:
        act = partial(self._context.services.letters.begin, self._case_id, kind)
        made = self._context.operations.run(act)
        if made is not None:
            self._context.dialogs.fill(LetterSheet(self._context, made))

    def _answered(self) -> None:
        flow = self._context.services.case_flow
        act = partial(flow.answered, self._case_id, LetterKind.ANSWER)
        self._context.operations.run(act)


class _LetterRow(QWidget):
    """A letter: what it is, how it stands, and what can be done with it."""

    def __init__(self, context: PageContext, letter: CaseLetter, *, is_open: bool) -> None:
        super().__init__()
        self._context, self._letter = context, letter
        sent = letter.sent_on
        mark = (
            StatusMark("done", _("Sent {day}").format(day=weekday(sent)), tinted=False)
            if sent is not None
            else StatusMark("draft", _("Not sent yet"), tinted=False)
        )
        name = f"{_(LETTER_KINDS[letter.kind])}: {letter.title}"
        write = link(name, name=f"letter_{letter.id}")
        write.setEnabled(sent is None and is_open)
        write.clicked.connect(self._write)
        press = Press(self)
        self.export = Export(context, press, LETTER, letter.id, QtDesktop())
        self.paper = Paper(context, LETTER, letter.id)
        save = button(_("Save as PDF …"), "quiet", name="letter_pdf")
        save.clicked.connect(self.export.begin)
        printed = button(_("Print …"), "quiet", name="letter_print")
        printed.clicked.connect(self.paper.begin)
        done = button(_("Note as sent"), "quiet", "send", name="letter_sent")
        done.clicked.connect(self._sent)
        ways = [save, printed, done] if sent is None and is_open else [save, printed]
        for made in ways:
            made.setAccessibleDescription(name)
        head = row(write, None, mark, gap=8)
        self.setLayout(col(head, box(FlowLayout(*ways)), self.export, self.paper, gap=2))

    def _write(self) -> None:
        self._context.dialogs.fill(LetterSheet(self._context, self._letter.id))

    def _sent(self) -> None:
        self._context.operations.run(
            partial(self._context.services.case_flow.sent, self._letter.id)
        )
