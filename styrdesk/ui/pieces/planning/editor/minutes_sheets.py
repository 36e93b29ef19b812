"""Dialogs of what the minutes say: a decision's details, and the approval that follows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import partial
from typing import Any, Generic

from styrdesk.base.i18n import _
from styrdesk.domain.decision import (
    APPROVAL_DAYS,
    Decision,
    Facts,
    MinutesApproval,
    facts_of,
    is_late,
)
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.version import PlanVersion
from styrdesk.reports import deciding as printing
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.parsed_fields import DateField
from styrdesk.ui.kit.text import text
from styrdesk.ui.pieces.planning.editor.manuscript import Manuscript
from styrdesk.ui.pieces.planning.editor.minutes_fields import add_approval, add_decision
from styrdesk.ui.preview.printed_sheet import Laying, PrintedSheet

Act = Callable[[str, Facts], object]


class FactsSheet(PrintedSheet, Generic[Facts]):
    """Facts from the minutes, and the use case that says what is kept of them.

    Args:
        manuscript: The plan.
        words: Head, and the button's word.
        facts: What stands in the fields from the start.
        act: The use case: the id of what the facts are of, and the facts.
        untouched: Told where no print could be made: what has not been done.
        choice: That id, when it is not the plan's.
        secure: Makes the backup that comes before it.
    """

    def __init__(
        self,
        manuscript: Manuscript,
        words: tuple[str, str],
        facts: Facts,
        act: Act[Facts],
        untouched: str,
        *,
        choice: str = "",
        secure: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(words, manuscript.operations, untouched, secure)
        self._choice = choice or manuscript.plan_id
        self.manuscript = manuscript
        self._kind: type[Facts] = type(facts)
        self._act: Act[Facts] = act

    def show_facts(self, facts: Facts) -> None:
        """Put the facts in the fields, which are in place."""
        for field in fields(facts):
            self.form[field.name].set_value(getattr(facts, field.name))

    def facts(self) -> Facts:
        """What stands in the fields.

        Raises:
            RuleBroken: A field cannot be read.
        """
        values: dict[str, Any] = {f.name: self.form[f.name].value() for f in fields(self._kind)}
        made: Facts = self._kind(**values)
        return made

    def is_sure(self, _facts: Facts) -> bool:
        """Whether one goes on; a subclass asks about what is strange."""
        return True

    def go_on(self) -> bool:
        self.form.clear_errors()
        if self.form.check():
            facts = self.facts()
            act = partial(self._act, self._choice, facts)
            if not self.is_sure(facts):
                return False
            answer = self.manuscript.operations.run(act, broken=self.form.show_broken)
            if answer is not None:
                return self.take(answer)
        self.focus_first()
        return False

    @property
    def language(self) -> str:
        """Of the program's own words on the print."""
        return self.manuscript.context.settings.current.print_language

    def take(self, answer: Any) -> bool:
        """Go on with what the use case gave back. Whether all is done, and nothing laid out."""
        decisions, language = self.manuscript.services.decisions, self.language
        data = printing.collect_noting(self.manuscript.services, answer, language)
        if data is None:
            note = partial(decisions.note, answer)
            return self.manuscript.operations.run(note, broken=self.form.show_broken) is not None
        keep = partial(decisions.note, answer, language=language)
        said = _("The plan is being laid out with what the minutes say …")
        self.lay_out(Laying(printing.RENDER, data, language, keep, said))
        return False


class DecisionSheet(FactsSheet[Decision]):
    """The four facts of a decision; a day that has not come is asked about."""

    def __init__(
        self,
        manuscript: Manuscript,
        words: tuple[str, str],
        said: str,
        act: Act[Decision],
        untouched: str,
        *,
        secure: Callable[[], None] | None = None,
    ) -> None:
        facts = facts_of(Decision, manuscript.plan)
        super().__init__(manuscript, words, facts, act, untouched, secure=secure)
        add_decision(self.form, manuscript.services.clock.today, required=True)
        self.show_facts(facts)
        self.column = col(text(said, wrap=True), self.form, self.progress, gap=16)
        self.setLayout(self.column)

    def is_sure(self, facts: Decision) -> bool:
        if not self.manuscript.services.decisions.is_ahead(facts.decided_on):
            return True
        head = _("Has the meeting been held?")
        body = _("{day} has not come yet. A decision is noted when the committee has made it.")
        return self.manuscript.context.dialogs.question(
            head, body.format(day=facts.decided_on), _("The date is right"), kind="bad"
        )


def correcting(manuscript: Manuscript) -> DecisionSheet:
    """The dialog that corrects the decision's details."""
    return DecisionSheet(
        manuscript,
        (_("Correct the decision's details"), _("Correct")),
        _(
            "For what was written wrong when the decision was noted. The plan's content stays as "
            "it was decided, and the file keeps who corrected what."
        ),
        manuscript.services.decisions.correcting,
        _("Nothing has been corrected."),
    )


class ApprovalSheet(FactsSheet[MinutesApproval]):
    """The approval of the minutes, or the signing; a late one is told of at once.

    Args:
        manuscript: The plan.
        version: Of which version, when it is not of a decided plan as it stands.
    """

    def __init__(self, manuscript: Manuscript, version: PlanVersion | None = None) -> None:
        services, choice = manuscript.services, version.id if version else manuscript.plan_id
        decisions, facts = services.decisions, services.decisions.approval(choice)
        head = _("Fill in the approval")
        if version is not None:
            head = _("Fill in the approval of version {number}").format(number=version.number)
        words = (head, _("Keep the approval"))
        untouched = _("The approval has not been kept.")
        super().__init__(manuscript, words, facts, decisions.approving, untouched, choice=choice)
        said_of = services.versions.minutes(version) if version else manuscript.plan
        self._decided_on = said_of.decided_on
        add_approval(self.form, manuscript.services.clock.today, required=True)
        self.show_facts(facts)
        said = text(
            _("It is printed on the last page. Nothing else in the plan changes."), wrap=True
        )
        self.note = Banner("info", "")
        self.setLayout(col(said, self.form, self.note, self.progress, gap=16))
        self.form["approval_date"].changed.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        """When it is to be made at the latest, or that it was later."""
        field, decided_on = self.form["approval_date"], self._decided_on
        try:
            day = field.value() if isinstance(field, DateField) else None
        except RuleBroken:
            day = None
        head = _("Minutes are approved within {days} days of the meeting").format(
            days=APPROVAL_DAYS
        )
        if is_late(day, decided_on):
            late = _("This is later. It can be kept, and stands as a warning in Check.")
            self.note.say("warn", head, late)
        else:
            meeting = _("The meeting was held {day}.").format(day=decided_on)
            self.note.say("info", head, meeting)
