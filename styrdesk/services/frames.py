"""Budget frames from year to year: one for a nämnd and year, and the next made from the last."""

from __future__ import annotations

from dataclasses import replace

from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain import budget
from styrdesk.domain.budget import BudgetFrame, FrameItem, FrameItemKind, closing
from styrdesk.domain.errors import RuleBroken
from styrdesk.services.work import Work
from styrdesk.storage.store import Store


class FrameService:
    """Use cases of kommunfullmäktige's frames that are more than one record."""

    def __init__(self, store: Store, work: Work) -> None:
        self._store = store
        self._work = work

    def check(self, frame: BudgetFrame) -> None:
        """Rules of a frame; a nämnd has one for a year."""
        budget.check_frame(frame)
        place = {"committee_id": frame.committee_id, "year": frame.year}
        if any(other.id != frame.id for other in self._store.rows(BudgetFrame, place)):
            message = _("The committee has a budget frame for {year} already.")
            raise RuleBroken(message.format(year=frame.year), "year")

    def free_year(self, committee_id: str, year: int) -> int:
        """The first year from this one on for which the nämnd has no frame."""
        frames = self._store.rows(BudgetFrame, {"committee_id": committee_id})
        taken = {frame.year for frame in frames}
        while year in taken:
            year += 1
        return year

    def make_next(self, frame_id: str) -> str:
        """Make the frame of the year after, with its lines, in one step.

        It opens with what this one ends with; the other lines move one year, and nothing is
        guessed for the last year.

        Returns:
            The new frame's id.
        """
        before = self._store.get(BudgetFrame, frame_id)
        items = self._store.rows(FrameItem, {"frame_id": frame_id})
        year = self.free_year(before.committee_id, before.year + 1)
        made = BudgetFrame(new_id(), committee_id=before.committee_id, year=year)
        self.check(made)
        ends = closing(items)
        with self._work.step(N_("New budget frame")):
            self._store.save(made)
            for item in items:
                self._store.save(_a_year_on(item, made.id, ends))
        return made.id


def _a_year_on(item: FrameItem, frame_id: str, ends: tuple[int, int, int]) -> FrameItem:
    moved = replace(item, id=new_id(), frame_id=frame_id)
    if item.kind is FrameItemKind.OPENING:
        return replace(moved, year_1=ends[0], year_2=ends[1], year_3=ends[2])
    return replace(moved, year_1=item.year_2, year_2=item.year_3, year_3=0)
