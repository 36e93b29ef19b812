"""Governing documents: what shares the rubric."""

from __future__ import annotations

from typing import Final

from styrdesk.base.i18n import N_
from styrdesk.ui.kit.piece import Page, PageContext, PageSpec
from styrdesk.ui.pieces.quality.part import RUBRICS, Part, urgent_of


def _documents(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.documents.documents_page import DocumentsPage

    return DocumentsPage(context)


def _due_documents(context: PageContext) -> str:
    from styrdesk.ui.pieces.quality.documents import documents_page

    return documents_page.due(context)


def _document_types(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.documents.types_page import TypesPage

    return TypesPage(context)


PARTS: Final[tuple[Part, ...]] = (
    Part(
        PageSpec(
            "governing_documents", N_("Governing documents"), "landmark", _documents, RUBRICS,
            badge=_due_documents, topics=("governing_document",), under="documents",
        ),
        N_("Each with its decision, its file, its reviews, and who has read it."),
        urgent_of("documents.documents_page"),
    ),
    Part(
        PageSpec(
            "document_types", N_("Types"), "tag", _document_types, RUBRICS, under="documents",
        ),
        N_("What kinds of governing documents there are, and who decides each."),
    ),
)  # fmt: skip
