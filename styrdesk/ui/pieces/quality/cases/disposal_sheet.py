"""Gallring: what would go today and why, what of it is left out, the decision, and the step itself.

What is looked for and taken away is done on a thread over a connection of its own. Until the step
is committed it can be cancelled; then the dialog stays until the new backup is in place.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout

from styrdesk.base.i18n import _, ngettext
from styrdesk.domain.disposal import Due, Wanted, check_wanted, of_committee
from styrdesk.domain.errors import FileProblem, RuleBroken
from styrdesk.domain.retention import in_words
from styrdesk.services.aside import aside
from styrdesk.services.catalogue import Services
from styrdesk.ui.kit.aside_work import AsideWork, Look
from styrdesk.ui.kit.beside import posted
from styrdesk.ui.kit.cards import framed
from styrdesk.ui.kit.choice_fields import ChoiceField
from styrdesk.ui.kit.foot import Foot
from styrdesk.ui.kit.layout import box, col
from styrdesk.ui.kit.parsed_fields import DateField
from styrdesk.ui.kit.personal_advice import advice
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.text_fields import TextField
from styrdesk.ui.kit.theme import px
from styrdesk.ui.kit.tokens import W_LONG
from styrdesk.ui.pieces.quality.cases.disposal_table import DisposalTable
from styrdesk.ui.pieces.quality.cases.for_good_sheet import ForGoodSheet

ALL: Final = ""


class DisposalSheet(ForGoodSheet):
    """Looks for what would go, shows it, asks for the decision, and takes it away.

    Attributes:
        is_looking: Whether it is still looked for what would go.
        is_taking: Whether it is being taken away.
    """

    wide = 860
    _committed = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, _("Take away by rule"), _("Take away for good"))
        self._due = tuple[Due, ...]()
        self.is_looking, self.is_taking = True, False
        self.looking, self.taking = AsideWork(self), AsideWork(self)
        self.committee: ChoiceField[str] = ChoiceField(
            _("Whose records"),
            [
                (ALL, _("all committees, and what belongs to none")),
                *((one.id, one.name) for one in context.services.committees.rows()),
            ],
            name="committee",
            width=W_LONG,
        )
        self.table = DisposalTable()
        self.table.setMinimumHeight(px(200))
        self._rules, self._fault = quiet("", wrap=True), Foot()
        self.form.add(
            TextField(
                _("Decision"), name="decision", required=True,
                help=_("Its section and who decided: § 41 Omsorgsnämnden."),
            )
        )  # fmt: skip
        today = context.services.clock.today
        self.form.add(DateField(_("Decided on"), today, name="decided_on", required=True))
        self._asked = box(self._asking())
        self._asked.hide()
        self.setLayout(col(self.committee, self.note, self._asked, gap=12))
        self._bind()
        self.committee.set_value(context.shell.where().committee_id or ALL)
        self.note.say("info", _("Looking for what has been kept long enough …"))
        self.looking.begin(partial(_looked, context.services))

    def _asking(self) -> QLayout:
        told = _(
            "This cannot be undone. The content goes from the file, its history, its trash and the "
            "search. A new backup is made, and then all earlier ones the program made are taken "
            "away. Copies you have saved yourself are yours to take away."
        )
        hint = _("Space takes the tick of a row away, and asks why it is left until the next time.")
        return col(
            quiet(hint, wrap=True), framed(self.table), self._fault, self._rules,
            text(told, wrap=True), self.form, gap=12,
        )  # fmt: skip

    def _bind(self) -> None:
        self.committee.changed.connect(self._show)
        self.table.rows.ticked.connect(self._count)
        self.looking.done.connect(self._found)
        self.looking.failed.connect(self._not_found)
        self.taking.moved.connect(self._say_count)
        self.taking.done.connect(self._gone)
        self.taking.failed.connect(self._failed)
        self.taking.given_up.connect(self._given_up)
        self._committed.connect(self._bound)

    # ---- what would go -----------------------------------------------------------------------

    @property
    def is_working(self) -> bool:
        """Also while it is looked, and where there is nothing to take away."""
        return self.is_taking or not self._asked.isVisibleTo(self)

    def _found(self, due: tuple[Due, ...]) -> None:
        self._due, self.is_looking = due, False
        self.note.hide()
        self._show()
        self.focus_first()

    def _not_found(self, error: Exception) -> None:
        self.is_looking = False
        if not isinstance(error, RuleBroken | FileProblem):
            raise error
        self.committee.setEnabled(False)
        self.note.say("warn", error.message)

    def _show(self) -> None:
        """What the rules say of the chosen nämnd's records."""
        due = self._of_chosen()
        self._asked.setVisible(bool(due))
        self.table.rows.show_due(due)
        if due:
            self.note.hide()
        elif not self.is_looking:
            said = _("No rule in force speaks of anything that has been closed long enough.")
            self.note.say("info", _("Nothing would go today"), said)
        self.working.emit(not due)

    def _of_chosen(self) -> tuple[Due, ...]:
        return of_committee(self._due, self.committee.value() or ALL)

    def _count(self) -> None:
        """Say what each rule takes, now that something was ticked."""
        left = self.table.rows.left
        self._rules.setText("\n".join(_line(one, set(left)) for one in self._of_chosen()))
        self._fault.tell("left", "")
        self._fault.advise(advice(left.values()))

    # ---- taking it away ----------------------------------------------------------------------

    def focus_first(self) -> bool:
        if not self._asked.isVisibleTo(self):
            return False
        if self.form.first_error() is not None:
            return super().focus_first()
        self.table.setFocus()
        if not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        return True

    def _wanted(self) -> Wanted:
        return Wanted(
            self._of_chosen(), self.form["decision"].value(), self.form["decided_on"].value(),
            self.table.rows.shown_left(), self.committee.value() or ALL,
        )  # fmt: skip

    def go_on(self) -> bool:
        services, wanted = self.context.services, self._wanted()
        check = partial(check_wanted, wanted, services.clock.today())
        self.form.clear_errors()
        if self.context.operations.run(partial(_checked, check), broken=self._broken) is None:
            return False
        self._stand(taking=True)
        person = self.context.settings.person(services.file.path)
        self._say_count(0)
        committed = posted(self._committed.emit)
        self.taking.begin(partial(_taken, services, person, wanted, committed))
        return False

    def _stand(self, *, taking: bool) -> None:
        self.is_taking = taking
        for part in (self.form, self.table, self.committee):
            part.setEnabled(not taking)
        self.working.emit(taking)

    def _broken(self, broken: RuleBroken) -> None:
        if broken.field != "left":
            self.form.show_broken(broken)
            super().focus_first()
            return
        self._fault.tell("left", broken.message)
        if (row := self.table.rows.lacking()) >= 0:
            self.table.write_reason(row)

    def _say_count(self, count: int) -> None:
        left = self.table.rows.shown_left()
        total = sum(len(one.items) for one in self._of_chosen()) - len(left)
        head = _("Taking away {count} of {total} …").format(count=count, total=total)
        self.note.say("info", head, _("Until it is done, nothing has gone. It can be cancelled."))

    def _bound(self) -> None:
        """It is gone from the file: what follows is seen to."""
        self.bound.emit()
        self.context.services.attachments.opened.close()
        head = _("It is gone. The file is built anew and a new backup is made …")
        self.note.say("info", head, _("This can no longer be cancelled."))

    def may_shut(self) -> bool:
        """While something is being taken away it is given up first, where that can be done."""
        if self.is_taking:
            self.taking.ask_to_stop()
        return not self.is_taking

    def give_up(self) -> None:
        self.looking.ask_to_stop()

    def _given_up(self) -> None:
        self._stand(taking=False)
        self.shut.emit()

    def _gone(self, problem: FileProblem | None) -> None:
        self.is_taking = False
        self.is_gone(problem)

    def _failed(self, error: Exception) -> None:
        self.note.hide()
        self._stand(taking=False)
        self.refuse(error, self._changed)

    def _changed(self, broken: RuleBroken) -> None:
        self.note.say("warn", broken.message, _("Nothing has been taken away."))


def _line(due: Due, left: set[str]) -> str:
    """What a rule takes, and why."""
    count = sum(item.id not in left for item in due.items)
    words = ngettext(
        "{rule} ({basis}): {count} goes, closed on {day} or earlier.",
        "{rule} ({basis}): {count} go, closed on {day} or earlier.",
        count,
    )
    rule = due.rule
    return words.format(rule=in_words(rule), basis=rule.basis, count=count, day=due.until)


def _checked(check: Callable[[], None]) -> bool:
    check()
    return True


def _looked(services: Services, look: Look) -> tuple[Due, ...]:
    """On the thread: what would go."""
    with aside(services, str) as own:
        return own.disposals.due(look)


def _taken(
    services: Services, person: str, wanted: Wanted, committed: Callable[[], object], look: Look
) -> FileProblem | None:
    """On the thread: all of it in one step, and what follows from that."""
    with aside(services, lambda: person) as own:
        return own.disposals.dispose(wanted, look, committed)
