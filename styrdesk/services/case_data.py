"""What rubric six begins with: kinds of cases, their steps, categories of causes, letters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from styrdesk.base.ids import new_id
from styrdesk.base.paths import resource
from styrdesk.domain.case_type import (
    CaseStage,
    CaseType,
    CauseCategory,
    Counting,
    LetterKind,
    LetterTemplate,
    Since,
    StageKind,
)
from styrdesk.domain.organisation import RoleKind
from styrdesk.domain.record import Record
from styrdesk.services.styrmodell import load


def starting_set() -> Iterator[Record]:
    """The records of `resources/cases/types.toml`, with new ids.

    Raises:
        FileProblem: It cannot be read.
    """
    data = load(resource("cases", "types.toml"))
    for n, one in enumerate(data["type"]):
        own = {key: value for key, value in one.items() if key != "flow"}
        made = CaseType(new_id(), **own, position=n)
        yield made
        for place, step in enumerate(data["flows"][one["flow"]]):
            yield stage_of(made.id, step, place)
    for n, name in enumerate(data["causes"]["names"]):
        yield CauseCategory(new_id(), name, n)
    for n, one in enumerate(data["letter"]):
        kind = LetterKind(one["kind"])
        yield LetterTemplate(new_id(), one["name"], kind, one["title"], one["body"].strip(), n)


def stage_of(type_id: str, step: dict[str, Any], position: int) -> CaseStage:
    """A step as it is told in the file."""
    return CaseStage(
        new_id(),
        type_id,
        step["name"],
        StageKind(step["kind"]),
        RoleKind(step["role"]),
        step.get("days", 0),
        Counting(step.get("counting", Counting.CALENDAR)),
        Since(step.get("since", Since.STEP)),
        step.get("optional", False),
        position,
    )
