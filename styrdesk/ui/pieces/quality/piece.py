"""The tab Kvalitetsledning: an overview, and the seven rubrics word for word in their order."""

from __future__ import annotations

from functools import partial
from typing import Final

from styrdesk.base.i18n import N_
from styrdesk.services.styrmodell import styrmodell
from styrdesk.ui.kit.piece import PageSpec, PieceSpec
from styrdesk.ui.pieces.quality.overview_page import OverviewPage
from styrdesk.ui.pieces.quality.rubric_page import RubricPage
from styrdesk.ui.pieces.quality.rubrics import ICONS

_RUBRICS: Final = tuple(
    PageSpec(
        rubric.key,
        rubric.title,
        ICONS.get(rubric.key, "file-text"),
        partial(RubricPage, rubric=rubric, number=n),
        N_("Rubrics"),
    )
    for n, rubric in enumerate(styrmodell().rubrics, 1)
)
QUALITY: Final = PieceSpec(
    "quality",
    N_("Quality management"),
    "",
    (PageSpec("quality", N_("Overview"), "shield-check", OverviewPage), *_RUBRICS),
)
