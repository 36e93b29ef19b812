"""The dialog that notes a decision of a report: it is laid out as decided, and kept with it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from styrdesk.base.i18n import _
from styrdesk.domain.decided import DecidedKind
from styrdesk.domain.decision import Decision
from styrdesk.domain.paragraph import decision
from styrdesk.reports import decidable, deciding
from styrdesk.services.reporting import ReadyReport
from styrdesk.ui.kit.choice_fields import ChoiceField
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.parsed_fields import DateField
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.text import text
from styrdesk.ui.kit.text_fields import TextField
from styrdesk.ui.kit.tokens import W_NUM, W_SHORT
from styrdesk.ui.preview.printed_sheet import Laying, PrintedSheet


class DecideSheet(PrintedSheet):
    """Going on lays the report out in the child process; only then is it decided, or not at all.

    Args:
        context: Of the page.
        kind: What kind of report it is.
        subject: Id of what is reported.
        occasions: Reportings of the year that it may be for, where there is more than the year.
    """

    def __init__(
        self,
        context: PageContext,
        kind: DecidedKind,
        subject: str,
        occasions: Sequence[str] = (),
    ) -> None:
        super().__init__(
            (_("Decide the report"), _("Note the decision")),
            context.operations,
            _("Nothing has been decided. The report itself is untouched."),
            context.services.reports.secure,
        )
        self._context, self._kind, self._subject = context, kind, subject
        self._add_fields(occasions)
        told = _(
            "Text and figures are then frozen as they stand, with their print, and undo stops here."
        )
        self.setLayout(col(text(told, wrap=True), self.form, self.progress, gap=16))

    def _add_fields(self, occasions: Sequence[str]) -> None:
        today = self._context.services.clock.today
        if occasions:
            choices = [(one, one) for one in occasions]
            whole = _("The whole year")
            self.form.add(ChoiceField(_("Reporting"), choices, name="occasion", none=whole))
        self.form.add(TextField(_("Decided by"), name="decided_by", required=True))
        self.form.add(
            DateField(_("Date of the meeting"), today, name="decided_on", required=True),
            TextField("§", name="paragraph", width=W_NUM, required=True),
            TextField(_("Registration number (Dnr)"), name="registration_number", width=W_SHORT),
        )
        committee = self._context.shell.where().committee_id
        name = self._context.services.committees.get(committee).name if committee else ""
        self.form["decided_by"].set_value(name)

    def go_on(self) -> bool:
        self.form.clear_errors()
        if self.form.check():
            occasion = self.form["occasion"].value() if "occasion" in self.form else ""
            facts, language = self._facts(), self._context.settings.current.print_language
            ready = self._context.services.reports.ready
            act = partial(ready, self._kind, self._subject, facts, occasion or "", language)
            if not self._is_sure(facts, occasion or ""):
                return False
            answer = self._context.operations.run(act, broken=self.form.show_broken)
            if answer is not None:
                self._lay_out(answer)
                return False
        self.focus_first()
        return False

    def _facts(self) -> Decision:
        names = ("decided_by", "decided_on", "paragraph", "registration_number")
        values: dict[str, Any] = {name: self.form[name].value() for name in names}
        return Decision(**values)

    def _is_sure(self, facts: Decision, occasion: str) -> bool:
        """A day that has not come, and a report that there is one of already, are asked about."""
        reports, ask = self._context.services.reports, self._context.dialogs.question
        if reports.is_ahead(facts.decided_on):
            head = _("Has the meeting been held?")
            body = _("{day} has not come yet. A decision is noted when the committee has made it.")
            said = body.format(day=facts.decided_on)
            if not ask(head, said, _("The date is right"), kind="bad"):
                return False
        before = reports.newest(self._kind, self._subject, occasion)
        if before is None or self._kind is DecidedKind.QUALITY_REPORT:
            return True
        when = decision(before.decided_on, before.paragraph)
        head = _("It replaces what was decided {decision}").format(decision=when)
        body = _("The earlier report is kept as it was, and is told to be replaced by this one.")
        return ask(head, body, _("Replace it"), kind="warn")

    def _lay_out(self, ready: ReadyReport) -> None:
        data: decidable.ReportPrint[Any] = decidable.of_decision(ready)
        decide = partial(self._context.services.reports.decide, ready, secured=True)
        said = _("The decided report is being laid out …")
        render = deciding.SPECS[self._kind].render
        self.lay_out(Laying(render, data, ready.language, decide, said))
