"""A small plan with every kind of block, made by hand."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from uuid import NAMESPACE_OID, uuid5

from PIL import Image

from styrdesk.domain import free_table
from styrdesk.domain.assignment import Assignment, AssignmentAnswer, WorkStatus
from styrdesk.domain.budget import (
    BudgetFrame,
    BudgetLine,
    CategoryKind,
    CategoryLine,
    FrameItem,
    Investment,
)
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.free_table import ColumnKind, FreeColumn, FreeRow, FreeTable
from styrdesk.domain.goal import CommitteeGoal, Goal, GoalAnswer, StrategicPlan
from styrdesk.domain.indicator import Indicator, IndicatorValue, PlanIndicator, ValueKind
from styrdesk.domain.organisation import Committee, Municipality
from styrdesk.domain.plan import (
    Activity,
    Block,
    BlockKind,
    Chapter,
    CycleEvent,
    Plan,
    PlanStatus,
    Signatory,
    Volume,
)
from styrdesk.domain.risk import Control, Handling, Risk
from styrdesk.reports.namndplan.data import PlanPrint

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
TABLES = tuple(k for k in BlockKind if k not in (BlockKind.TEXT, BlockKind.IMAGE))


def uid(name: str) -> str:
    """The same id for the same name, always."""
    return str(uuid5(NAMESPACE_OID, name))


PLAN = uid("plan-1")


def picture() -> bytes:
    out = BytesIO()
    Image.new("RGB", (60, 40), (11, 79, 108)).save(out, "PNG")
    return out.getvalue()


PICTURE = picture()
DIGEST = hashlib.sha256(PICTURE).hexdigest()


def plan(**changes: object) -> Plan:
    made = Plan(
        uid("plan-1"),
        committee_id=uid("committee-1"),
        strategic_plan_id=uid("strategic-1"),
        year=2026,
        title="Nämndplan 2026 med plan 2027–2028",
        status=PlanStatus.DECIDED,
        document_type="Plan",
        decided_by="Miljönämnden",
        decided_on=date(2025, 12, 10),
        paragraph="§ 112",
        registration_number="2025/1187",
        valid_from=date(2026, 1, 1),
        valid_to=date(2026, 12, 31),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # names of its fields


def chapter(number: int, **changes: object) -> Chapter:
    made = Chapter(
        uid(f"chapter-{number}"), uid("plan-1"), title=f"Kapitel {number}", position=number
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def block(number: int, kind: BlockKind, of: int, **changes: object) -> Block:
    made = Block(uid(f"block-{number}"), uid(f"chapter-{of}"), kind, position=number)
    return replace(made, **changes)  # type: ignore[arg-type]


def table_of_words() -> str:
    columns = (
        FreeColumn("c1", "Trend"),
        FreeColumn("c2", "Antal", ColumnKind.NUMBER, sum=True),
    )
    rows = (FreeRow("r1", ("Fler äldre", "1200")), FreeRow("r2", ("Färre barn", "-300")))
    return free_table.write(FreeTable(columns, rows))


def document() -> PlanDocument:
    """Every table filled, one chapter per kind of block."""
    chapters = [chapter(1, title="Inledning")]
    blocks = [block(1, BlockKind.TEXT, 1, body="<p>Här <b>börjar</b> planen.</p>")]
    blocks.append(block(2, BlockKind.IMAGE, 1, file=DIGEST, alt="En blå ruta", caption="Bild 1"))
    for number, kind in enumerate(TABLES, 2):
        chapters.append(chapter(number, title=f"Om {kind.value}"))
        body = table_of_words() if kind is BlockKind.FREE_TABLE else ""
        chart = kind is BlockKind.INDICATORS
        blocks.append(block(number + 1, kind, number, body=body, chart=chart))
    values = [
        IndicatorValue(uid(f"v{n}"), uid("indicator-1"), year, kind, value=Decimal(value))
        for n, (year, kind, value) in enumerate(
            (
                (2023, ValueKind.OUTCOME, "79.4"),
                (2024, ValueKind.OUTCOME, "80.1"),
                (2026, ValueKind.TARGET, "83"),
                (2027, ValueKind.TARGET, "85"),
                (2028, ValueKind.TARGET, "87"),
                (2024, ValueKind.COMPARISON, "85"),
            )
        )
    ]
    return PlanDocument(
        municipality=(Municipality(uid("municipality-1"), "Storköpings kommun"),),
        committee=(Committee(uid("committee-1"), "Miljönämnden", "MN"),),
        strategic_plan=(StrategicPlan(uid("strategic-1"), "Strategisk plan"),),
        goal=(
            Goal(uid("goal-1"), uid("strategic-1"), "V1", "En grön kommun", sound_management=True),
        ),
        indicator=(
            Indicator(uid("indicator-1"), code="I1", title="Andel nöjda", compared_with="Riket"),
        ),
        indicator_value=tuple(sorted(values, key=lambda v: (v.year, v.id))),
        assignment=(
            Assignment(
                uid("assignment-1"), uid("strategic-1"), code="U1", title="Minska matsvinnet"
            ),
        ),
        budget_frame=(BudgetFrame(uid("frame-1"), uid("committee-1"), 2026),),
        frame_item=(
            FrameItem(
                uid("item-1"),
                uid("frame-1"),
                title="Ingående ram",
                year_1=9_000_000,
                year_2=9_100_000,
            ),
            FrameItem(uid("item-2"), uid("frame-1"), title="Löner", year_1=200_000, position=1),
        ),
        plan=(plan(),),
        committee_goal=(
            CommitteeGoal(uid("own-1"), uid("plan-1"), "N1", "Renare luft", "Hälsa", "Chefen"),
        ),
        goal_answer=(
            GoalAnswer(
                uid("answer-1"), uid("plan-1"), uid("goal-1"), uid("own-1"), "Svarar mot målet"
            ),
        ),
        plan_indicator=(
            PlanIndicator(uid("link-1"), uid("plan-1"), uid("indicator-1"), uid("own-1")),
        ),
        assignment_answer=(
            AssignmentAnswer(
                uid("how-1"), uid("plan-1"), uid("assignment-1"), "Mäter varje vecka", "Kostchef"
            ),
        ),
        activity=(
            Activity(
                uid("activity-1"),
                uid("plan-1"),
                uid("own-1"),
                code="A1",
                title="Mäta luft",
                start=date(2026, 1, 15),
                end=date(2026, 12, 18),
                responsible="Ingenjör",
                status=WorkStatus.STARTED,
            ),
        ),
        budget_line=(
            BudgetLine(
                uid("line-1"),
                uid("plan-1"),
                None,
                "Tillsyn",
                8_000_000,
                8_100_000,
                500_000,
                9_700_000,
                9_100_000,
            ),
        ),
        category_line=(
            CategoryLine(
                uid("cost-1"), uid("plan-1"), CategoryKind.COST, "Personal", budget=9_700_000
            ),
            CategoryLine(
                uid("income-1"),
                uid("plan-1"),
                CategoryKind.INCOME,
                "Avgifter",
                budget=500_000,
                position=1,
            ),
        ),
        investment=(Investment(uid("invest-1"), uid("plan-1"), "Mätbil", year_1=450_000),),
        volume=(
            Volume(uid("volume-1"), uid("plan-1"), "Tillsynsbesök", "st", outcome=Decimal(310)),
        ),
        risk=(
            Risk(
                uid("risk-1"),
                uid("plan-1"),
                "R1",
                "Tillsyn",
                "Besök uteblir",
                "",
                "",
                3,
                4,
                Handling.CONTROL,
            ),
        ),
        control=(
            Control(
                uid("control-1"),
                uid("plan-1"),
                uid("risk-1"),
                "Stickprov",
                "Lista",
                "Kvartal",
                "Chef",
                "T2",
            ),
        ),
        cycle_event=(
            CycleEvent(uid("event-1"), uid("plan-1"), 6, "Ramar", "KF", "Beslut", important=True),
            CycleEvent(uid("event-2"), uid("plan-1"), 0, "Månadsuppföljning", position=1),
        ),
        signatory=(
            Signatory(uid("sign-1"), uid("plan-1"), "Ordförande", "Anna Ås"),
            Signatory(uid("sign-2"), uid("plan-1"), "Förvaltningschef", position=1),
        ),
        chapter=tuple(chapters),
        block=tuple(blocks),
    )


def bare() -> PlanDocument:
    """The same chapters and blocks, but nothing in any register."""
    full = document()
    kept = {
        table: full.rows(table)
        for table in ("municipality", "committee", "plan", "chapter", "block")
    }
    unlinked = replace(plan(), strategic_plan_id=None)
    return PlanDocument.of(kept | {"plan": (unlinked,)})


def printable(made: PlanDocument, language: str = "sv") -> PlanPrint:
    return PlanPrint(made, NOON, language, {DIGEST: PICTURE})
