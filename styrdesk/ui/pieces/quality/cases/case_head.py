"""The head of a case: its steps, the one button that takes it on, and what stands out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from styrdesk.base.i18n import _
from styrdesk.domain.case import Case
from styrdesk.domain.case_flow import Way, came_closed, deadline_of
from styrdesk.domain.case_type import StageKind
from styrdesk.services.catalogue import Services
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.buttons import button, tool
from styrdesk.ui.kit.layout import col, row
from styrdesk.ui.kit.text import quiet
from styrdesk.ui.pieces.quality.cases.step_line import StepLine, Stop


class CaseHead(QWidget):
    """Shows a case's standing. What its buttons do is the form's.

    Attributes:
        next: Takes the case to its next step.
        more: Opens the menu of all else.
    """

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self.words = quiet("", "dense", wrap=True)
        self.steps = StepLine()
        self.next = button("", "primary", "arrow-right", name="next_step")
        self.more = tool("ellipsis", _("More choices"), name="case_more")
        self.note = Banner("info", "")
        self.note.hide()
        top = row((self.words, 1), self.more)
        self.setLayout(col(top, self.steps, row(self.next, None), self.note, gap=8))

    def show_case(self, case: Case, way: Way, left: Mapping[str, date]) -> None:
        """Show a case.

        Args:
            case: As it may be seen.
            way: Its kind with its steps.
            left: When each step was left.
        """
        units = self._services.units.rows({"id": case.unit_id or ""})
        number = case.registration_number
        said = [
            way.kind.name,
            _("Dnr {number}").format(number=number) if number else "",
            units[0].name if units else "",
        ]
        self.words.setText(" · ".join(part for part in said if part))
        self.steps.show_stops(tuple(_stops(case, way, left)))
        self._show_next(case, way)
        self._show_note(case, way)

    def _show_next(self, case: Case, way: Way) -> None:
        following = way.next(case) if case.is_open else None
        self.next.setVisible(following is not None)
        if following is not None:
            words = (
                _("Close the case")
                if following.kind is StageKind.CLOSED
                else _("Next step: {step}").format(step=following.name)
            )
            self.next.setText(words.replace("&", "&&"))
            self.next.setAccessibleName(words)

    def _show_note(self, case: Case, way: Way) -> None:
        if case.duplicate_of is not None:
            main = self._services.cases.get(case.duplicate_of)
            words = _("It goes on in {code}.").format(code=main.code)
            self.note.say("info", _("This case is a duplicate"), words)
        elif not case.is_open:
            words = _("Open it again under More choices to change it.")
            self.note.say("ok", _("This case is closed"), words)
        elif case.escalated:
            self.note.say("bad", _("The limit of escalation is reached"), _escalated(way))
        else:
            self.note.hide()


def _stops(case: Case, way: Way, left: Mapping[str, date]) -> Iterator[Stop]:
    unknown = came_closed(case, left)
    state = "done"
    for stage in way.of(case):
        if stage.id == case.stage_id and case.is_open:
            yield Stop(stage.name, "here", deadline_of(case, stage))
            state = "coming"
        elif unknown and stage.id != case.stage_id:
            continue
        elif state == "done":
            yield Stop(stage.name, state, left.get(stage.id))
        else:
            yield Stop(stage.name, state, deadline_of(case, stage))


def _escalated(way: Way) -> str:
    duties = [
        name
        for name, may in (("lex Sarah", way.kind.lex_sarah), ("lex Maria", way.kind.lex_maria))
        if may
    ]
    if not duties:
        return _("Tell the head of the operation at once.")
    words = _("Tell the head of the operation at once, and try whether it falls under {duties}.")
    return words.format(duties=_(" or ").join(duties))
