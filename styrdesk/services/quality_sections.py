"""The sections of a report on quality: what each counts and lists for a nämnd and year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from styrdesk.base.formats import number
from styrdesk.base.i18n import N_, _
from styrdesk.domain.case_numbers import Breakdown, Line, publishable
from styrdesk.domain.checklist import Checklist, ChecklistStatus
from styrdesk.domain.control_result import CONTROL_STATES, ControlResult, state
from styrdesk.domain.criteria import Between, From, Other, UpTo
from styrdesk.domain.edition import Edition, Standing
from styrdesk.domain.governing_document import REVIEW_RESULTS, DocumentReview, GoverningDocument
from styrdesk.domain.plan import Plan
from styrdesk.domain.quality_report import Chart, Listed, Section
from styrdesk.domain.regulation import Regulation
from styrdesk.domain.risk import Control
from styrdesk.domain.routine import Routine
from styrdesk.domain.self_check import CHECK_RESULTS, CheckResult, SelfCheck, SelfCheckMeasure
from styrdesk.services.case_statistics import CaseStatistics
from styrdesk.storage.store import Store

Facts = tuple[tuple[str, str], ...]
Where = dict[str, object]
_MOST: Final = 40  # rows that a table of the report has


@dataclass(frozen=True)
class Sources:
    """What the sections are collected from."""

    store: Store
    cases: CaseStatistics
    today: date


Found = tuple[Facts, tuple[Chart, ...], tuple[Listed, ...]]
Collect = Callable[[Sources, str, int], Found]


def _laws(sources: Sources, _committee: str, year: int) -> Found:
    """Those of the whole municipality: laws are not of one nämnd."""
    store, looked = sources.store, {"checked_on": _in(year)}
    rows = store.rows(Regulation, looked, order=("checked_on",))
    return (
        (
            (_("Laws and regulations"), number(store.count(Regulation))),
            (_("Checked in the year"), number(store.count(Regulation, looked))),
            (_("Never checked"), number(store.count(Regulation, {"checked_on": None}))),
            (_("To check again"), number(_count_due(sources, Regulation, "next_check", {}))),
        ),
        (),
        _listed(
            "checked",
            _("Laws checked in the year"),
            (_("Law or regulation"), _("Checked"), _("Next check")),
            [(row.title, _day(row.checked_on), _day(row.next_check)) for row in rows],
        ),
    )


def _documents(sources: Sources, committee: str, year: int) -> Found:
    store = sources.store
    reviews = store.rows(DocumentReview, {"done_on": _in(year)}, order=("done_on",))
    ids = {review.governing_document_id for review in reviews}
    reviewed = {
        one.id: one
        for mine in _mine(committee)
        for one in store.rows(GoverningDocument, {"id": ids} | mine)
    }
    rows = [
        (
            reviewed[review.governing_document_id].title,
            _day(review.done_on),
            _(REVIEW_RESULTS[review.result]),
        )
        for review in reviews
        if review.governing_document_id in reviewed
    ]
    facts, overdue = _editions(sources, committee, GoverningDocument)
    facts = (*facts, (_("Reviewed in the year"), number(len(rows))))
    head = (_("Governing document"), _("Reviewed"), _("Result"))
    return facts, (), (*_listed("reviews", _("Reviews in the year"), head, rows), *overdue)


def _routines(sources: Sources, committee: str, _year: int) -> Found:
    facts, overdue = _editions(sources, committee, Routine)
    return facts, (), overdue


def _editions(
    sources: Sources, committee: str, kind: type[Any]
) -> tuple[Facts, tuple[Listed, ...]]:
    """How many are in force, and which of them should have been reviewed by now."""
    in_force, late = 0, list[Edition]()
    for mine in _mine(committee):
        where = mine | {"standing": Standing.IN_FORCE}
        in_force += sources.store.count(kind, where)
        due = where | {"review_due": UpTo(sources.today)}
        late += sources.store.rows(kind, due, order=("review_due",))
    rows = [(one.title, _day(one.review_due)) for one in late]
    head = (_("Title"), _("To be reviewed"))
    return (
        ((_("In force"), number(in_force)), (_("Review is late"), number(len(late)))),
        _listed("overdue", _("To be reviewed by now"), head, rows),
    )


def _self_checks(sources: Sources, committee: str, year: int) -> Found:
    store, mine = sources.store, {"committee_id": committee}
    done = mine | {"done_on": _in(year)}
    rows = store.rows(SelfCheck, done, order=("done_on",), limit=_MOST)
    theirs: Where = {"self_check_id": store.ids(SelfCheck, done)}
    measures = store.rows(SelfCheckMeasure, theirs, limit=_MOST)
    whole = store.count(SelfCheckMeasure, theirs)
    ready = store.count(SelfCheckMeasure, theirs | {"done_on": Other(None)})
    deviations = store.counts(SelfCheck, "deviations", done)
    planned = store.count(SelfCheck, mine | {"planned_for": _in(year)})
    last = min(sources.today - timedelta(days=1), date(year, 12, 31))
    late = Between(date(year, 1, 1), last)
    before = store.counts(SelfCheck, "result", mine | {"done_on": _in(year - 1)})
    now = store.counts(SelfCheck, "result", done)
    facts = (
        (_("Planned for the year"), number(planned)),
        (_("Checks carried out"), number(sum(now.values()))),
        (
            _("Checks that are late"),
            number(store.count(SelfCheck, mine | {"done_on": None, "planned_for": late})),
        ),
        (_("Deviations"), number(sum(int(n or 0) * count for n, count in deviations.items()))),
        (
            _("Measures done"),
            _("{part} of {whole}").format(part=number(ready), whole=number(whole)),
        ),
    )
    lines = tuple(
        Line(_(words), now.get(result.value, 0), before.get(result.value, 0))
        for result, words in CHECK_RESULTS.items()
        if result is not CheckResult.NONE or now.get(result.value)
    )
    table = Breakdown(lines, sum(now.values()), sum(before.values()))
    shown = {"id": {one.self_check_id for one in measures}}
    titles = {row.id: row.title for row in store.rows(SelfCheck, shown)}
    return (
        facts,
        (Chart(_("Results of self-checks"), table, key="results"),) if rows else (),
        (
            *_listed(
                "carried_out",
                _("Self-checks carried out"),
                (_("What is checked"), _("Carried out"), _("Result"), _("Deviations")),
                [
                    (row.title, _day(row.done_on), _(CHECK_RESULTS[row.result]),
                     number(row.deviations))
                    for row in rows
                ],
                sum(now.values()),
            ),
            *_listed(
                "measures",
                _("Measures"),
                (_("Self-check"), _("What is done"), _("Last day"), _("Done"), _("Effect")),
                [
                    (titles[one.self_check_id], one.title, _day(one.due), _day(one.done_on),
                     one.effect)
                    for one in measures
                ],
                whole,
            ),
        ),
    )  # fmt: skip


def _controls(sources: Sources, committee: str, year: int) -> Found:
    """The controls of the nämnd's plan for the year."""
    store = sources.store
    plans = store.rows(Plan, {"committee_id": committee, "year": year})
    controls = store.rows(Control, {"plan_id": {plan.id for plan in plans}})
    found = [(one, store.rows(ControlResult, {"control_id": one.id})) for one in controls]
    states = Counter(state(one, year, results, sources.today) for one, results in found)
    facts = (
        (_("Controls in the plan"), number(len(controls))),
        *((_(words), number(states[key])) for key, words in CONTROL_STATES.items()),
        (_("Deviations"), number(sum(r.deviations for _one, rows in found for r in rows))),
    )
    head = (_("Control"), _("Reporting"), _("Result"), _("Deviations"), _("What is done"))
    rows = [
        (one.title, r.occasion, _(CHECK_RESULTS[r.result]), number(r.deviations), r.measure)
        for one, results in found
        for r in results
    ]
    return facts, (), _listed("results", _("Results of internal control"), head, rows)


def _checklists(sources: Sources, committee: str, year: int) -> Found:
    """Counted where a list is signed; the lists themselves are too many for a report."""
    store = sources.store
    mine: Where = {"committee_id": committee, "occasion": _in(year)}
    signed = mine | {"status": ChecklistStatus.SIGNED}
    facts = (
        (_("Lists begun"), number(store.count(Checklist, mine))),
        (_("Lists signed"), number(store.count(Checklist, signed))),
        (_("Lists with failures"), number(store.count(Checklist, mine | {"failed": From(1)}))),
    )
    return facts, (), ()


def _cases(sources: Sources, committee: str, year: int) -> Found:
    """As they may be told to everybody: small numbers are left out."""
    numbers = publishable(sources.cases.of(committee, year))
    share = numbers.answers.share
    facts = (
        (_("Arrived"), _told(numbers.total)),
        (_("Answered in time"), _UNTOLD if share is None else f"{number(share)} %"),
        (_("Open now"), _told(numbers.open_now)),
        (_("Past their last day"), _told(numbers.late_now)),
    )
    charts = (
        Chart(_("Cases through the year"), numbers.months, key="months"),
        Chart(_("Cases by kind"), numbers.types, key="kinds"),
        Chart(_("Cases by cause"), numbers.causes, key="causes"),
    )
    told = tuple(chart for chart in charts if any(line.now for line in chart.table.lines))
    return facts, told, ()


# Every section of a report, in order: what it is known by, its title, and how it is collected.
SECTIONS: Final[tuple[tuple[str, str, Collect], ...]] = (
    ("laws", N_("Laws and regulations"), _laws),
    ("documents", N_("Governing documents"), _documents),
    ("routines", N_("Routines"), _routines),
    ("self_checks", N_("Self-checks"), _self_checks),
    ("internal_control", N_("Internal control"), _controls),
    ("checklists", N_("Checklists"), _checklists),
    ("cases", N_("Deviations, complaints and comments"), _cases),
)
_UNTOLD: Final = "–"


def sections(sources: Sources, committee_id: str, year: int) -> tuple[Section, ...]:
    """Every section as the file stands now, in the language that is on."""
    return tuple(
        Section(key, _(title), *collect(sources, committee_id, year))
        for key, title, collect in SECTIONS
    )


def _in(year: int) -> Between:
    return Between(date(year, 1, 1), date(year, 12, 31))


def _mine(committee: str) -> tuple[Where, Where]:
    """What is of the nämnd, and what is of the whole municipality."""
    return {"committee_id": committee}, {"committee_id": None}


def _count_due(sources: Sources, kind: type[Any], field: str, where: Where) -> int:
    return sources.store.count(kind, where | {field: UpTo(sources.today)})


def _listed(
    key: str,
    title: str,
    head: tuple[str, ...],
    rows: Sequence[tuple[str, ...]],
    whole: int | None = None,
) -> tuple[Listed, ...]:
    """A table of the first rows and how many more there are; `whole` where not all are given."""
    if not rows:
        return ()
    told = tuple(rows[:_MOST])
    more = (len(rows) if whole is None else whole) - len(told)
    return (Listed(title, head, told, more=more, key=key),)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _told(value: int | None) -> str:
    return _UNTOLD if value is None else number(value)
