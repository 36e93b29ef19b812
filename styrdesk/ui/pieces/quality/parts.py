"""What stands at a rubric: a page of its own, or several registers that share it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from styrdesk.ui.kit.piece import Page, PageContext, PageSpec


@dataclass(frozen=True, slots=True)
class Part:
    """One of the registers that share a rubric.

    Attributes:
        page: Its page; `under` is the rubric's key.
        tells: What it holds in a sentence, marked by `N_`.
    """

    page: PageSpec
    tells: str


# A rubric that is one register: the builder of its page, by the rubric's key.
PAGES: Final[Mapping[str, Callable[[PageContext], Page]]] = {}

# Rubrics that several registers share, by the rubric's key: its page leads to them.
PARTS: Final[Mapping[str, tuple[Part, ...]]] = {}
