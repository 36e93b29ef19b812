"""A decided version of a plan: frozen content, what its minutes say, and who did what when.

A plan is one working copy with a row of versions behind it (docs/decisions/0015).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from styrdesk.base.i18n import N_
from styrdesk.domain.control_code import code_of
from styrdesk.domain.plan import Approval, PlanStatus
from styrdesk.domain.record import link, owner, within

_NUMBERED: Final = re.compile(r"\d+(\.\d+)*")


class VersionOrigin(StrEnum):
    """What froze the content."""

    DECIDED = "decided"
    IMPORTED = "imported"
    UPGRADED = "upgraded"


ORIGINS = {
    VersionOrigin.DECIDED: N_("frozen at the decision"),
    VersionOrigin.IMPORTED: N_("frozen when it was imported as decided"),
    VersionOrigin.UPGRADED: N_("frozen when the file got its new form; decided before that"),
}


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """What was decided. Never changed; a version made by a decision is never deleted either.

    Attributes:
        number: 1 is the first; each replaces the one before it.
        made_at: The moment, ISO 8601 with its offset from UTC.
        made_by: Name of who did it, as it was then; empty when nobody had said.
        content: SHA-256 of the plan's file form (`plan_file.py`), kept in the file.
        pdf: SHA-256 of the print as it was made then, kept in the file; empty without one.
        language: Of the program's own words on that print.
        title: What the plan was called.
    """

    id: str
    plan_id: str = link("plan")
    number: int = within(1, 9999, 1)
    origin: VersionOrigin = VersionOrigin.DECIDED
    made_at: str = ""
    made_by: str = ""
    content: str = ""
    pdf: str = ""
    language: str = ""
    title: str = ""

    @property
    def code(self) -> str:
        """Its kontrollkod."""
        return code_of(self.content)


@dataclass(frozen=True, slots=True)
class VersionMinutes:
    """What the minutes say of a version: named as the facts of the plan's own record.

    Attributes:
        status: Decided, or decided and approved.
        noted_at: When it was noted last, ISO 8601.
        pdf: SHA-256 of the print that tells this, as it was made then, kept in the file; empty
            without one.
        language: Of the program's own words on that print.
    """

    id: str
    version_id: str = owner("plan_version")
    status: PlanStatus = PlanStatus.DECIDED
    noted_at: str = ""
    decided_by: str = ""
    decided_on: date | None = None
    paragraph: str = ""
    registration_number: str = ""
    approval: Approval = Approval.SIGNATURES
    approval_date: date | None = None
    approval_names: str = ""
    approval_method: str = ""
    approval_reference: str = ""
    pdf: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class PlanStamp:
    """That a plan came to a status on its way to a version.

    Attributes:
        version: Number of the version it is on its way to, or has become.
        at: ISO 8601 with its offset from UTC.
        by: Name of who did it, as it was then.
    """

    id: str
    plan_id: str = owner("plan")
    version: int = within(1, 9999, 1)
    status: PlanStatus = PlanStatus.DRAFT
    at: str = ""
    by: str = ""


def in_force(versions: Iterable[PlanVersion]) -> PlanVersion | None:
    """The version of a plan that holds: the one with the highest number."""
    return max(versions, key=lambda version: version.number, default=None)


def next_label(label: str, number: int) -> str:
    """What the document information calls the next version: 1.0 becomes 2.0, all else a number."""
    return f"{number}.0" if label.endswith(".0") else str(number)


def decided_label(label: str, number: int) -> str:
    """What the document information calls a version once it is decided.

    A draft's own number, such as 0.3, becomes the version's: 1.0. Words of the writer's stay.
    """
    drafted = _NUMBERED.fullmatch(label.strip()) and label.strip() != str(number)
    return f"{number}.0" if drafted else label
