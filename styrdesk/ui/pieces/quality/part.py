"""What may stand at a rubric: a page that takes its place, or one of several registers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Final

from styrdesk.base.i18n import N_
from styrdesk.ui.kit.piece import Page, PageContext, PageSpec

RUBRICS: Final = N_("Rubrics")
Urgent = Callable[[PageContext], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Part:
    """One of the registers that share a rubric.

    Attributes:
        page: Its page; `under` is the rubric's key.
        tells: What it holds in a sentence, marked by `N_`.
        urgent: What most wants doing there: a status with words, or no words.
    """

    page: PageSpec
    tells: str
    urgent: Urgent | None = None


def urgent_of(module: str) -> Urgent:
    """What the module of a page says is urgent there; it is read when it is asked."""

    def ask(context: PageContext) -> tuple[str, str]:
        page = import_module(f"styrdesk.ui.pieces.quality.{module}")
        told: tuple[str, str] = page.urgent(context)
        return told

    return ask


@dataclass(frozen=True, slots=True)
class Sole:
    """The one register of a rubric: its page takes the rubric's place.

    Attributes:
        badge: Count or mark beside the rubric, as in `PageSpec`.
        topics: Tables whose change asks for a new badge.
        shows: Kinds of record that a hit of the search shows here.
        urgent: As of a part.
    """

    build: Callable[[PageContext], Page]
    badge: Callable[[PageContext], str] | None = None
    topics: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()
    urgent: Urgent | None = None
