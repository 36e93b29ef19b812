"""All that the file tells of a person: looked for, given out, and written over for good."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLayout

from styrdesk.base.i18n import N_, _, ngettext
from styrdesk.domain.errors import FileProblem, RuleBroken
from styrdesk.domain.sought import Sought
from styrdesk.reports import printing
from styrdesk.reports.personal_data import SPEC, render_extract
from styrdesk.reports.personal_data.data import ExtractPrint, as_json, of, warnings
from styrdesk.reports.spec import Choice, ReportSpec
from styrdesk.services.aside import aside
from styrdesk.services.catalogue import Services
from styrdesk.services.personal_data import Found
from styrdesk.ui.kit.aside_work import AsideWork, Look
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.cards import Card
from styrdesk.ui.kit.form import Form
from styrdesk.ui.kit.layout import FlowLayout, box, col, row, scroller
from styrdesk.ui.kit.piece import Page, PageContext, Prints
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.text_fields import LongTextField
from styrdesk.ui.kit.theme import px
from styrdesk.ui.kit.tokens import W_LONG
from styrdesk.ui.pieces.quality.cases.anonymise_sheets import AnonymiseSheet
from styrdesk.ui.pieces.quality.cases.anonymised import AnonymisedCard
from styrdesk.ui.pieces.quality.cases.sought_form import SoughtForm
from styrdesk.ui.pieces.quality.cases.traces import TraceList
from styrdesk.ui.preview.page_prints import PagePrints

_JSON = N_("JSON (*.json)")


class PersonalDataPage(Page):
    """Who is looked for, and under it what was found. Nothing of it is kept."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context, self._services = context, context.services
        self.found: Found | None = None
        self.form = SoughtForm(context.services)
        self.begin = button(_("Look in the whole file"), "primary", "search", name="find_person")
        self.stop = button(_("Cancel"), "quiet", name="stop_find")
        self.said = Banner("info", "", "", [self.stop])
        self.said.hide()
        self.earlier = AnonymisedCard(context.services.personal_data)
        self.traces = TraceList(context.shell)
        self.work = AsideWork(self)
        spec = ReportSpec(
            SPEC.key, SPEC.title, self._choices, self._collect, render_extract, warnings
        )
        self._prints = PagePrints(context, self, spec, self._choice)
        self.pdf = button(_("Save as PDF …"), "primary", name="extract_pdf")
        self.json = button(_("Save as JSON …"), name="extract_json")
        self.erase = button(_("Make anonymous …"), "plain", "eraser", name="anonymise")
        self._head, self._hint = text("", "h2", wrap=True), quiet("", "dense", wrap=True)
        self._words = Form()
        self._words.add(
            LongTextField(
                _("The municipality's information in the extract"), name="said", lines=(2, 8),
                help=_(
                    "Left empty, neutral words by article 15 stand there. Kept on this computer."
                ),
                width=W_LONG,
            )
        )  # fmt: skip
        self._words["said"].set_value(context.settings.current.extract_words)
        self._result = box(self._laid_out())
        self._result.hide()
        explain = _("All that the file tells of a person: for an extract, or to be erased.")
        inner = box(
            col(
                text(_("Personal data"), "h1"),
                quiet(explain, "dense", wrap=True),
                Card(col(self.form, row(self.begin, None), gap=12)),
                self.said, self._result, self.earlier, None, gap=12, pad=(24, 24, 24, 24),
            )
        )  # fmt: skip
        inner.setMaximumWidth(px(980))
        self._area = scroller(box(row((inner, 100), None, gap=0)))
        self.setLayout(col((self._area, 1), gap=0))
        self.setAccessibleName(_("Personal data"))
        self._bind()

    def _laid_out(self) -> QLayout:
        """What was found, with what can be done with it."""
        ways = box(FlowLayout(self.pdf, self.json, self.erase))
        return col(
            self._head, self._hint, ways, self._prints.told, self._words, self.traces, gap=12
        )

    def _bind(self) -> None:
        self.begin.clicked.connect(self.look)
        self.stop.clicked.connect(self._stop)
        self.pdf.clicked.connect(self._prints.as_pdf)
        self.json.clicked.connect(self._save_json)
        self.erase.clicked.connect(self._anonymise)
        self.traces.ticked.connect(self._count)
        self.work.moved.connect(self._moved)
        self.work.done.connect(self._done)
        self.work.failed.connect(self._failed)
        self.work.given_up.connect(self._given_up)
        self._words["said"].committed.connect(self._keep_words)
        operations = self._context.operations
        operations.subscribe(self, ("person",), self.form.offer)
        operations.subscribe(self, ("anonymisation",), self.earlier.refresh)

    # ---- looking -----------------------------------------------------------------------------

    def look(self) -> None:
        """Walk through the file on a thread."""
        self.form.clear_errors()
        if self.work.is_running:
            return
        sought = self._context.operations.run(self.form.sought, broken=self.form.show_broken)
        if sought is None:
            return
        person = self._context.settings.person(self._services.file.path)
        self._say(_("Looking in the whole file …"))
        self.work.begin(partial(_found, self._services, person, sought, self.form.reason()))

    def _stop(self) -> None:
        self.work.ask_to_stop()

    def _given_up(self) -> None:
        self.said.hide()
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        self.work.ask_to_stop()
        super().hideEvent(event)

    def _say(self, head: str, *, going: bool = True, kind: str = "info", body: str = "") -> None:
        self.said.say(kind, head, body)
        self.stop.setVisible(going)

    def _moved(self, share: int) -> None:
        if self.work.is_running:
            self._say(_("Looking in the whole file: {share} % …").format(share=share))

    def _failed(self, error: Exception) -> None:
        self.said.hide()
        if not isinstance(error, RuleBroken | FileProblem):
            raise error
        self._context.operations.run(partial(_raised, error), broken=self.form.show_broken)

    def _done(self, found: Found) -> None:
        self.said.hide()
        self.found = found
        changes = self._services.work.notice()
        if changes is not None and changes.topics:
            self._context.operations.tell(changes)
        for case in found.cases:  # it has been noted there who looked, and why
            self._services.case_flow.secrecy.open(case)
        self.traces.show_found(found.traces)
        self._count()
        self._result.show()
        self.pdf.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._come_to_it)  # once it is laid out

    def _come_to_it(self) -> None:
        self._area.ensureWidgetVisible(self._head, 0, self._area.height() // 2)

    def _count(self) -> None:
        """How many places there are, and what to see to before anything is given out."""
        found = self.found
        if found is None:
            return
        count, left = len(found.traces), len(self.traces.left)
        self._head.setText(
            ngettext("Found in {count} place", "Found in {count} places", count).format(count=count)
        )
        told = [_("Read each place before it is given out, and untick what is not to be.")]
        others = sum(bool(t.others) for t in found.traces if t.key not in self.traces.left)
        if others:
            told.append(
                ngettext(
                    "{count} place names other people.", "{count} places name other people.", others
                ).format(count=others)
            )
        if left:
            told.append(
                ngettext("{count} is left out.", "{count} are left out.", left).format(count=left)
            )
        self._hint.setText(" ".join(told) if count else "")
        writable = not self._services.file.read_only
        self.erase.setEnabled(writable and any(trace.is_written for trace in found.traces))

    # ---- giving out --------------------------------------------------------------------------

    def prints(self) -> Prints | None:
        """The extract, from the window's menu."""
        return self._prints if self.found is not None else None

    def _choice(self) -> str:
        return "found" if self.found is not None else ""

    def _choices(self, _services: Services) -> tuple[Choice, ...]:
        return (Choice("found", _(SPEC.title)),)

    def _collect(self, services: Services, _choice: str) -> ExtractPrint:
        """What was found and is ticked, in the language that is on."""
        if self.found is None:
            raise RuleBroken(_("Look for somebody first."))
        return of(services, self.found, self.traces.left, self._words["said"].value())

    def _keep_words(self) -> None:
        if self._words["said"].value() != self._context.settings.current.extract_words:
            self._context.settings.change(extract_words=self._words["said"].value())

    def _save_json(self) -> None:
        name = printing.file_name(_(SPEC.title), SPEC.key).removesuffix(".pdf")
        file, dialogs = self._services.file.path, self._context.dialogs
        place = file.resolve().parent / f"{name}.json"
        path = dialogs.save_file(_("Save as JSON"), place, _(_JSON))
        run = self._context.operations.done
        if path is None or not run(partial(printing.see_that_it_may_be_replaced, path, file)):
            return
        made = as_json(self._collect(self._services, ""))
        if run(partial(printing.write, made, path)):
            self._say(_("{name} is saved").format(name=path.name), going=False, kind="ok")

    # ---- writing over ------------------------------------------------------------------------

    def _anonymise(self) -> None:
        if self.found is None:
            return
        sheet = AnonymiseSheet(self._context, self.found, self.traces.left)
        if not self._context.dialogs.fill(sheet):
            return
        self.found = None
        self._result.hide()
        self.form.people.set_value(None)
        self.form["words"].set_value("")
        told = _("Look once more to see that nothing is left.")
        self._say(_("The person is anonymous"), going=False, kind="ok", body=told)
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)
        sheet.tell()

    def flush(self) -> bool:
        self._keep_words()
        return True

    def focus_first(self) -> None:
        self.form.people.setFocus()


def _found(
    services: Services, person: str, sought: Sought, reason: str | None, look: Look
) -> Found:
    """On the thread."""
    with aside(services, lambda: person) as own:
        return own.personal_data.find(sought, look, reason=reason)


def _raised(error: Exception) -> None:
    raise error
