"""Goals: what kommunfullmäktige wants to reach in the strategic plan of the year."""

from __future__ import annotations

from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain.goal import GOAL_KINDS, Goal, GoalKind
from styrdesk.services.codes import next_code
from styrdesk.services.register import Register
from styrdesk.ui.kit.list_spec import Filter, ListSpec, Query
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.records_page import RecordsPage, Wanted
from styrdesk.ui.kit.table_model import Column, PagedSource
from styrdesk.ui.pieces.planning import choices, needs
from styrdesk.ui.pieces.planning.goals_form import GoalForm


class GoalsPage(RecordsPage[Goal]):
    """The goals of the strategic plans that hold for the year."""

    spec_topics = frozenset({"strategic_plan"})

    def __init__(self, context: PageContext) -> None:
        self._answers: dict[str, list[str]] = {}
        super().__init__(context)

    @property
    def register(self) -> Register[Goal]:
        return self.context.services.goals

    def spec(self) -> ListSpec[Goal]:
        return ListSpec(
            name="goals",
            title=N_("Goals"),
            explain=choices.in_plan(self.context),
            hint=N_("Filter goals"),
            empty=(
                N_("The council's goals stand here"),
                N_("Copy them from the strategic plan: number, goal and kind. Ten minutes."),
            ),
            need=needs.a_strategic_plan(self.context),
            columns=(
                Column("code", N_("No."), kind="code", width=64),
                Column("title", N_("Goal")),
                Column("kind", N_("Kind"), _kind, "text", 148, spare=1),
                Column(
                    "",
                    N_("Committee goals"),
                    self._answered,
                    "text",
                    132,
                    spare=1,
                    sortable=False,
                ),
            ),
            topics=frozenset({"goal", "strategic_plan", "plan", "committee_goal", "goal_answer"}),
            filters=(
                Filter(GoalKind.OPERATIONAL, N_("Operational")),
                Filter(GoalKind.FINANCIAL, N_("Financial")),
                Filter("sound", N_("Sound financial management")),
                Filter("unanswered", N_("Not answered")),
            ),
            sort="code",
        )

    def form(self, key: str) -> GoalForm:
        return GoalForm(self.context, key)

    def fresh(self) -> Goal:
        plan = choices.the_covering(self.context)
        codes = [goal.code for goal in self.register.rows({"strategic_plan_id": plan.id})]
        return Goal(
            new_id(),
            strategic_plan_id=plan.id,
            code=next_code("V", codes),
            title=self.new_name,
        )

    def load(self, query: Query) -> PagedSource[Goal]:
        self._answers = self._answers_of_the_plan()
        return super().load(query)

    def wanted(self, chips: frozenset[str]) -> Wanted:
        where: Wanted = {"strategic_plan_id": choices.ids(choices.covering(self.context))}
        kinds = [kind for kind in GoalKind if kind in chips]
        if kinds:
            where["kind"] = kinds
        if "sound" in chips:
            where["sound_management"] = True
        if "unanswered" in chips:
            where["id"] = [g.id for g in self.register.rows(where) if g.id not in self._answers]
        return where

    def _answers_of_the_plan(self) -> dict[str, list[str]]:
        """Codes of the nämndmål that answer each goal, in the newest plan of the place."""
        services, where = self.context.services, self.context.shell.where()
        plans = services.plans.plans(where.committee_id, where.year) if where.committee_id else ()
        if not plans:
            return {}
        owned = {"plan_id": plans[0].id}
        codes = {goal.id: goal.code for goal in services.committee_goals.rows(owned)}
        found: dict[str, list[str]] = {}
        for answer in services.goal_answers.rows(owned):
            code = codes.get(answer.committee_goal_id or "")
            found.setdefault(answer.goal_id, []).extend([code] if code else [])
        return found

    def _answered(self, goal: Goal) -> str:
        codes = self._answers.get(goal.id)
        return "–" if codes is None else ", ".join(codes) or _("in words")


def _kind(goal: Goal) -> str:
    return _(GOAL_KINDS[goal.kind])
