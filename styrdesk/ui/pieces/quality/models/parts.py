"""Shared models: the rubric's one register."""

from __future__ import annotations

from typing import Final

from styrdesk.ui.kit.piece import Page, PageContext
from styrdesk.ui.pieces.quality.part import Sole, urgent_of


def _models(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.models.models_page import ModelsPage

    return ModelsPage(context)


def _due_models(context: PageContext) -> str:
    from styrdesk.ui.pieces.quality.models import models_page

    return models_page.due(context)


SOLE: Final = Sole(
    *(_models, _due_models, ("shared_model",), ("shared_model",)), urgent_of("models.models_page")
)
