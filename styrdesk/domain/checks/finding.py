"""What the check of a plan finds, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from styrdesk.base.i18n import N_
from styrdesk.domain.plan import BlockKind


class Severity(StrEnum):
    """Errors stop a decision; warnings are looked at."""

    ERROR = "error"
    WARNING = "warning"


SEVERITIES = {Severity.ERROR: N_("Error"), Severity.WARNING: N_("Warning")}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding stands.

    Attributes:
        table: Kind of record, such as "budget_line"; "plan" for document information.
        record: The record's id, empty for the table as a whole.
        field: The record's field, empty for the whole.
        chapter: Id of the chapter in which one mends it, empty where it is no chapter.
        block: Id of the block in it; a record that the block does not show is to be written there.
        row: Row of the table where one begins, when the finding is about no single record.
        missing: Kind of block to add to the chapter, since no block shows the record.
    """

    table: str
    record: str = ""
    field: str = ""
    chapter: str = ""
    block: str = ""
    row: str = ""
    missing: BlockKind | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at, in the user's language."""

    severity: Severity
    code: str
    message: str
    place: Place
