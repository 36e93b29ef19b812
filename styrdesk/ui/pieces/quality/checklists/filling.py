"""Filling in a checklist: big and calm, from the keyboard, each answer saved and stamped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from styrdesk.base.formats import NotADate, date_long, parse_date
from styrdesk.base.i18n import _, ngettext
from styrdesk.domain.attachment import Attachment
from styrdesk.domain.case import Case
from styrdesk.domain.checklist import Checklist, ChecklistAnswer, ChecklistStatus, ItemKind
from styrdesk.domain.checklist_form import Progress, progress
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.plan import Activity
from styrdesk.ui.kit.attachment_list import AttachmentList
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.buttons import button, link
from styrdesk.ui.kit.layout import Beside, FlowLayout, box, col, hide_unless, row, scroller
from styrdesk.ui.kit.moments import moment
from styrdesk.ui.kit.piece import PageContext, Target, Where
from styrdesk.ui.kit.sight import bring_into_sight, lead_to
from styrdesk.ui.kit.status import Bar
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.text_fields import TextField
from styrdesk.ui.kit.theme import px
from styrdesk.ui.pieces.quality.checklists.activity_sheet import ActivitySheet
from styrdesk.ui.pieces.quality.checklists.given import Given
from styrdesk.ui.pieces.quality.checklists.key_words import KeyWords
from styrdesk.ui.pieces.quality.checklists.point import Point
from styrdesk.ui.pieces.quality.checklists.points import Points

_READ = 1000


class Filling(QWidget):
    """One list.

    Args:
        context: Of the page.
        key: The list's id.

    Attributes:
        left: One goes back to the lists.
        print_wanted: The print of the list is wanted.
    """

    left = Signal()
    print_wanted = Signal()

    def __init__(self, context: PageContext, key: str) -> None:
        super().__init__()
        self._context, self.key = context, key
        self._service = context.services.checklists
        checklist = self._service.get(key)
        self.form = self._service.form(checklist)
        self._answers: dict[int, ChecklistAnswer] = {}
        self._cases: dict[int, Case] = {}
        self._activities: dict[int, Activity] = {}
        self.card = Points(self.form)
        self.points = self.card.points
        self.current = 0
        self._build(checklist)
        self._bind()
        self.reload()

    # ---- building ----------------------------------------------------------------------------

    def _build(self, checklist: Checklist) -> None:
        version = self._service.version(checklist).number
        back = link(_("Checklists"), "arrow-left", name="back_to_lists")
        back.clicked.connect(self.left)
        told = _("{title} · version {number} of the template")
        kicker = quiet(told.format(title=checklist.title, number=version), "dense", wrap=True)
        titles = box(col(kicker, text(_called(checklist), "h1", wrap=True), gap=2))
        self.come, self._bar = text("", "strong"), Bar(0, "")
        self._bar.setFixedWidth(px(220))
        head = Beside(titles, box(col(self.come, self._bar, gap=6)), narrow=560)
        self.reopen = button(_("Reopen"), name="reopen")
        self.banner = Banner("locked", "", actions=(self.reopen,))
        self.outdated = Banner("info", "")
        self.wrong = Banner("bad", "")
        self.remark = TextField(_("Remark at the signature"), name="remark")
        self.sign = button(_("Sign"), "primary", "pen-line", name="sign")
        self.print = button(_("Print …"), glyph="printer", name="print_list")
        self._remark_row = box(col(self.remark))
        acts = box(FlowLayout(self.sign, self.print))
        self.keys = KeyWords()
        stamped = quiet(
            _("Each answer is stamped by the program with name and time."), "dense", wrap=True
        )
        purpose = text(self.form.purpose, "dense", wrap=True)
        hide_unless(purpose, shown=bool(self.form.purpose))
        self.files = AttachmentList(self._context, "checklist", self.key)
        self.acts = self.files.acts  # the points' files too: one is kept at a time, and told there
        heading = text(_("Files of the whole list"), "h3")
        self.whole = box(col(heading, self.files, gap=8))
        parts = (
            *(self.banner, self.outdated, self.card, self.keys, self.whole),
            *(self.wrong, self._remark_row),
        )
        page = box(
            col(row(back, None), head, purpose, *parts, acts, stamped, None, gap=12,
                pad=(32, 20, 32, 24))
        )  # fmt: skip
        page.setMaximumWidth(px(_READ))
        self._area = scroller(box(row((page, 100), None, gap=0)))
        self.setLayout(col((self._area, 1), gap=0))

    def _bind(self) -> None:
        for place, point in self.points.items():
            point.answered.connect(self._answer)
            point.commented.connect(self._comment)
            point.came.connect(self._came)
            point.step.connect(self._step)
            point.ways.case.clicked.connect(partial(self._act, place))
            point.ways.activity.clicked.connect(partial(self._plan, place))
            point.evidence.add.clicked.connect(partial(self._attach, place))
            point.evidence.opened.connect(self.acts.show)
            point.evidence.removed.connect(partial(self._take_away, place))
            point.dropped.connect(partial(self._dropped, place))
        self.sign.clicked.connect(self._sign)
        self.reopen.clicked.connect(self._reopen)
        self.print.clicked.connect(self.print_wanted)

    # ---- showing -----------------------------------------------------------------------------

    def reload(self) -> bool:
        """Show the list as it is in the file. False when it is gone."""
        try:
            checklist = self._service.get(self.key)
        except KeyError:
            return False
        self._answers = self._service.answers(self.key)
        locked = checklist.status is ChecklistStatus.SIGNED
        locked = locked or self._context.services.file.read_only
        now = self._context.services.clock.now()
        for place, point in self.points.items():
            answer = self._answers.get(place)
            point.show_answer(answer, _stamp(answer, now), locked=locked)
        self._show_ways()
        self._show_evidence(may_write=not locked)
        self._say_progress(progress(self.form, self._answers.values()))
        self._say_standing(checklist, now)
        self.files.set_locked(on=locked)
        self.whole.setVisible(not locked or self.files.list.count() > 0)
        self.sign.setVisible(not locked)
        self._remark_row.setVisible(not locked)
        self.keys.setVisible(not locked)
        self.wrong.setVisible(self.wrong.isVisible() and not locked)
        return True

    def _show_ways(self) -> None:
        """A failed point leads to the case and the activity made of it, or to make them."""
        services = self._context.services
        self._cases = services.checklist_cases.of(self.key)
        self._activities = services.checklist_activities.of(self.key)
        for place, point in self.points.items():
            case, activity = self._cases.get(place), self._activities.get(place)
            point.show_ways(
                case.code if case else "",
                activity.code or activity.title if activity else "",
                may_make=not services.file.read_only,
            )

    def _show_evidence(self, *, may_write: bool) -> None:
        held = self.acts.of()
        for place, point in self.points.items():
            files = [one for one in held if one.item == place]
            point.evidence.show_files(files, may_write=may_write)

    def _attach(self, place: int) -> None:
        self.flush()
        self.acts.choose(place)
        self.go_to(place)

    def _take_away(self, place: int, held: Attachment) -> None:
        self.go_to(place)  # what was pressed goes too
        self.acts.remove(held)

    def _dropped(self, place: int, paths: Sequence[Path]) -> None:
        self.go_to(place)
        self.acts.take(paths, place)

    def _act(self, place: int) -> None:
        self.flush()
        make = partial(self._context.services.checklist_cases.make, self.key, place)
        case = self._cases.get(place)
        key = case.id if case is not None else self._context.operations.run(make)
        if key:
            self._context.shell.go(Target("quality", "cases", key, table="case"))

    def _plan(self, place: int) -> None:
        self.flush()
        activity = self._activities.get(place)
        if activity is not None:
            self._show_activity(activity)
            return
        propose = self._context.services.checklist_activities.proposed
        proposed = self._context.operations.run(partial(propose, self.key, place))
        if proposed is not None:
            self._context.dialogs.fill(ActivitySheet(self._context, self.key, place, proposed))
            self.go_to(place)

    def _show_activity(self, activity: Activity) -> None:
        shell, plan = self._context.shell, self._context.services.plans.get(activity.plan_id)
        shell.choose(Where(plan.committee_id, plan.year))
        shell.go(Target("planning", "plan", plan.id, table="plan", part=activity.id))

    def _say_progress(self, come: Progress) -> None:
        words = _("{answered} of {points} items").format(answered=come.answered, points=come.points)
        if come.failed:
            failures = ngettext("{count} failure", "{count} failures", come.failed)
            words = f"{words} · {failures.format(count=come.failed)}"
        self.come.setText(words)
        self._bar.show_share(come.answered / max(1, come.points), words)

    def _say_standing(self, checklist: Checklist, now: datetime) -> None:
        signed = checklist.status is ChecklistStatus.SIGNED
        self.banner.setVisible(signed or bool(checklist.reopened_at))
        self.reopen.setVisible(signed and not self._context.services.file.read_only)
        if signed:
            said = _("Signed by {name}, {when}")
            head = said.format(name=checklist.signed_by, when=_when(checklist.signed_at, now))
            self.banner.say("locked", head, checklist.remark)
        elif checklist.reopened_at:
            said = _("Reopened by {name}, {when}")
            when = _when(checklist.reopened_at, now)
            head = said.format(name=checklist.reopened_by, when=when)
            self.banner.say("info", head, _("It is to be signed anew."))
        outdated = not signed and self._service.is_outdated(checklist)
        self.outdated.setVisible(outdated)
        if outdated:
            head = _("The template has been changed since this list was begun")
            body = _("This list goes on as it began. The next one asks what the template says now.")
            self.outdated.say("info", head, body)

    # ---- answering ---------------------------------------------------------------------------

    def _answer(self, given: Given) -> None:
        point = self.points[given.place]
        act = partial(self._keep, given)
        broken = partial(_tell, point)
        if self._context.operations.run(act, broken=broken) is None:
            return
        point.show_wrong("")
        if given.go_on:
            self._go_on()

    def _keep(self, given: Given) -> object:
        words = given.words
        if self.form.items[given.place - 1].kind is ItemKind.DATE and words.strip():
            try:
                words = parse_date(words, self._context.services.clock.today()).isoformat()
            except NotADate as error:
                raise RuleBroken(_("Write the day as 2026-03-31.")) from error
        return self._service.answer(self.key, given.place, words, given.visit)

    def _comment(self, given: Given) -> None:
        write = partial(self._service.comment, self.key, given.place, given.words, given.visit)
        self._context.operations.run(write)

    def _sign(self) -> None:
        self.flush()
        sign = partial(self._service.sign, self.key, self.remark.value())
        if self._context.operations.run(sign, broken=self._refused) is not None:
            lead_to(self.banner)

    def _refused(self, told: RuleBroken) -> None:
        """Say what lacks, and lead there."""
        self.wrong.say("bad", _("Not signed yet"), told.message)
        if told.field in map(str, self.points):
            self.go_to(int(told.field))

    def _reopen(self) -> None:
        self._context.operations.run(partial(self._service.reopen, self.key))
        self.focus_first()

    # ---- moving ------------------------------------------------------------------------------

    def _came(self, place: int) -> None:
        self.current = place
        for other, point in self.points.items():
            point.set_current(on=other == place)

    def _step(self, by: int) -> None:
        places = list(self.points)
        at = places.index(self.current) + by if self.current in places else 0
        if at >= len(places):
            lead_to(self.remark if self.remark.isVisible() else self.print)
        elif at >= 0:
            self.go_to(places[at])

    def _go_on(self) -> None:
        """To the next point, and from the last one to the first that still lacks its answer."""
        left = next((n for n in self.points if not self._value(n)), 0)
        if left and self.current == max(self.points):
            self.go_to(left)
        else:
            self._step(1)

    def go_to(self, place: int) -> None:
        """Stand at a point, and see it."""
        point = self.points[place]
        point.setFocus(Qt.FocusReason.OtherFocusReason)  # first: what was written elsewhere is kept
        self._came(place)
        bring_into_sight(point)

    def show_answer(self, answer_id: str) -> None:
        """Stand at the point of an answer."""
        for place, answer in self._answers.items():
            if answer.id == answer_id:
                self.go_to(place)

    def focus_first(self) -> None:
        """Stand where the next answer is wanted."""
        first = next((n for n in self.points if not self._value(n)), 0)
        self.go_to(first or next(iter(self.points)))

    def _value(self, place: int) -> str:
        answer = self._answers.get(place)
        return answer.value if answer else ""

    # ---- leaving -----------------------------------------------------------------------------

    def flush(self) -> bool:
        """Save what waits. False where something that is typed cannot be kept."""
        for point in self.points.values():
            point.flush()
        return not self.is_wrong()

    def is_wrong(self) -> bool:
        """Whether something that is typed cannot be kept."""
        return any(point.wrong.text() for point in self.points.values())

    def take_back(self) -> bool:
        """Take back what cannot be kept. False where there is no such thing."""
        wrong = [point for point in self.points.values() if point.wrong.text()]
        for point in wrong:
            point.take_back()
        return bool(wrong)


def _called(checklist: Checklist) -> str:
    """The place, and the day it is for."""
    day = date_long(checklist.occasion) if checklist.occasion else checklist.started_at[:10]
    return ", ".join(part for part in (checklist.place, day) if part)


def _when(at: str, now: datetime) -> str:
    return moment(datetime.fromisoformat(at), now)


def _stamp(answer: ChecklistAnswer | None, now: datetime) -> str:
    if answer is None or not answer.at:
        return ""
    return " · ".join(part for part in (answer.by, _when(answer.at, now)) if part)


def _tell(point: Point, broken: RuleBroken) -> None:
    """Say at a point why its answer cannot be kept."""
    point.show_wrong(broken.message)
