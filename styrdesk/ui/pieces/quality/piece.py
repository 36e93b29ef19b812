"""The tab Kvalitetsledning: an overview, and the seven rubrics word for word in their order."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from styrdesk.base.i18n import N_
from styrdesk.ui.kit.piece import Page, PageContext, PageSpec, PieceSpec
from styrdesk.ui.pieces.quality.part import Sole
from styrdesk.ui.pieces.quality.parts import PAGES, PARTS

if TYPE_CHECKING:  # the tab is painted before the styrmodell is read
    from styrdesk.services.styrmodell import Rubric


def _overview_page(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.overview_page import OverviewPage

    return OverviewPage(context)


def _rubric_page(context: PageContext, *, rubric: Rubric, number: int) -> Page:
    from styrdesk.ui.pieces.quality.rubric_page import RubricPage

    return RubricPage(context, rubric=rubric, number=number)


def _rubrics() -> Iterator[PageSpec]:
    """Each rubric, and under it the registers that share it."""
    from styrdesk.services.styrmodell import styrmodell
    from styrdesk.ui.pieces.quality.rubrics import ICONS

    for n, rubric in enumerate(styrmodell().rubrics, 1):
        sole = PAGES.get(rubric.key) or Sole(partial(_rubric_page, rubric=rubric, number=n))
        icon = ICONS.get(rubric.key, "file-text")
        yield PageSpec(
            *(rubric.key, rubric.title, icon, sole.build, N_("Rubrics"), sole.badge, sole.topics),
            shows=sole.shows,
        )
        for part in PARTS.get(rubric.key, ()):
            yield part.page


def _pages() -> tuple[PageSpec, ...]:
    return (PageSpec("quality", N_("Overview"), "shield-check", _overview_page), *_rubrics())


QUALITY: Final = PieceSpec("quality", N_("Quality management"), "", _pages)
