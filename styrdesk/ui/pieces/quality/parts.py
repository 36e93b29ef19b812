"""What stands at each rubric: a page of its own, or several registers that share it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from styrdesk.base.i18n import _
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.pieces.quality.cases import parts as cases
from styrdesk.ui.pieces.quality.documents import parts as documents
from styrdesk.ui.pieces.quality.follow_up import parts as follow_up
from styrdesk.ui.pieces.quality.law import parts as law
from styrdesk.ui.pieces.quality.models import parts as models
from styrdesk.ui.pieces.quality.part import Part, Sole
from styrdesk.ui.pieces.quality.processes import parts as processes
from styrdesk.ui.pieces.quality.results import parts as results

# Rubrics that are one register, by the rubric's key.
PAGES: Final[Mapping[str, Sole]] = {
    "law": law.SOLE,
    "results": results.SOLE,
    "cases": cases.SOLE,
    "models": models.SOLE,
}

# Rubrics that several registers share, by the rubric's key: its page leads to them.
PARTS: Final[Mapping[str, tuple[Part, ...]]] = {
    "documents": documents.PARTS,
    "follow_up": follow_up.PARTS,
    "processes": processes.PARTS,
    "cases": cases.PARTS,
}


def urgent(context: PageContext, rubric: str) -> tuple[str, str]:
    """What most wants doing at a rubric, with the part it stands at where there are several."""
    sole = PAGES.get(rubric)
    if sole is not None:
        return sole.urgent(context) if sole.urgent is not None else ("", "")
    parts = [part for part in PARTS.get(rubric, ()) if part.urgent is not None]
    found = [(_(part.page.title), *part.urgent(context)) for part in parts if part.urgent]
    for kind in ("bad", "warn", "info"):
        words = [f"{title}: {said}" for title, how, said in found if said and how == kind]
        if words:
            return kind, " · ".join(words)
    return "", ""


def topics(rubric: str) -> frozenset[str]:
    """Tables whose change may change that."""
    pages = (PAGES.get(rubric), *(part.page for part in PARTS.get(rubric, ())))
    return frozenset(topic for page in pages if page is not None for topic in page.topics)
