"""Activities of plans made of failures in checklists, and the way from the one to the other."""

from __future__ import annotations

from dataclasses import replace

from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.goal import CommitteeGoal
from styrdesk.domain.plan import Activity, Plan
from styrdesk.services.changes import Changes
from styrdesk.services.checklists import ChecklistService
from styrdesk.services.codes import next_code
from styrdesk.services.failed_point import failed_point
from styrdesk.services.register import Register
from styrdesk.services.work import Work
from styrdesk.storage.store import Store


class ChecklistActivities:
    """Use cases between checklists and plans. The link is the answer's, and goes with either."""

    def __init__(
        self,
        store: Store,
        work: Work,
        checklists: ChecklistService,
        activities: Register[Activity],
    ) -> None:
        self._store, self._work = store, work
        self._checklists, self._activities = checklists, activities

    def of(self, checklist_id: str) -> dict[int, Activity]:
        """The activity of each point of a list that has one, by the item's number."""
        answers = self._checklists.answers(checklist_id).values()
        wanted = {one.activity_id: one.item for one in answers if one.activity_id}
        rows = self._activities.rows({"id": list(wanted)}) if wanted else ()
        return {wanted[one.id]: one for one in rows}

    def plan(self, checklist_id: str) -> Plan:
        """The plan that is being written for the list's nämnd: the earliest, where there are more.

        Raises:
            RuleBroken: There is none.
        """
        committee = self._checklists.get(checklist_id).committee_id
        plans = self._store.rows(Plan, {"committee_id": committee}, order=("year",))
        found = next((one for one in plans if not one.is_final), None)
        if found is None:
            raise RuleBroken(_("The committee has no plan that is being written."))
        return found

    def goals(self, plan: Plan) -> tuple[CommitteeGoal, ...]:
        """What an activity of the plan may serve."""
        return self._store.rows(CommitteeGoal, {"plan_id": plan.id}, order=("position",))

    def proposed(self, checklist_id: str, item: int) -> Activity:
        """What a failed point would become, not yet kept.

        Raises:
            RuleBroken: The point has not failed, or no plan is being written.
        """
        point, plan = failed_point(self._checklists, checklist_id, item), self.plan(checklist_id)
        beside = self._activities.rows({"plan_id": plan.id})
        code = next_code("A", (one.code for one in beside))
        comment = f"{point.place}\n{point.told}"
        return Activity(new_id(), plan.id, code=code, title=point.title, comment=comment)

    def make(self, checklist_id: str, item: int, activity: Activity) -> Changes:
        """Keep the activity last in its plan, tied to the point, in one step.

        Raises:
            RuleBroken: The point has not failed or has an activity, or a rule of activities.
        """
        point = failed_point(self._checklists, checklist_id, item)
        if point.answer.activity_id:
            raise RuleBroken(_("The point has become an activity already."))
        self._activities.check(activity)
        beside = self._activities.rows({"plan_id": activity.plan_id})
        position = max((one.position for one in beside), default=0) + 1
        with self._work.step(N_("Make an activity of a failed point")):
            self._store.save(replace(activity, position=position))
            self._store.save(replace(point.answer, activity_id=activity.id))
        return self._work.last
