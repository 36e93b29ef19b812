"""What each rubric holds, in a sentence."""

from __future__ import annotations

from typing import Final

from styrdesk.base.i18n import N_

ICONS: Final = {
    "law": "scale",
    "documents": "landmark",
    "results": "file-check",
    "follow_up": "chart-line",
    "processes": "list-checks",
    "cases": "message-square-warning",
    "models": "layers",
}
TELLS: Final = {
    "law": N_(
        "The laws and regulations that the work rests on: what each demands of us, which units "
        "it concerns, and who keeps watch over it."
    ),
    "documents": N_(
        "Policies, programmes, strategies, guidelines and rules: who decided them and when, how "
        "long they are valid, and when each is to be looked at again."
    ),
    "results": N_(
        "What the planning process has led to: every decided committee plan, with its decision. "
        "This rubric fills itself."
    ),
    "follow_up": N_(
        "Self-checks and internal control with their outcome, gathered each year into a report "
        "on quality."
    ),
    "processes": N_(
        "How we do it: processes step by step, routines with versions, and checklists where "
        "every tick tells who and when."
    ),
    "cases": N_(
        "Deviations, complaints and comments, from the day they come in to the day they are "
        "closed and answered, with deadlines and statistics."
    ),
    "models": N_(
        "Models and documents that the whole municipality shares, so that quality is worked "
        "with in the same way everywhere."
    ),
}
