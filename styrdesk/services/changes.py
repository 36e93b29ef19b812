"""What a step did: which registers it touched, and what it is called."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """The result of a step.

    Attributes:
        topics: Names of the tables whose rows changed; pages with these topics refresh.
        label: What the step is called, untranslated.
        at: When it was committed, ISO 8601 with offset; empty when nothing changed.
    """

    topics: frozenset[str]
    label: str
    at: str = ""
