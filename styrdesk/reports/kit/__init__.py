"""The printed page, the only place that knows the PDF writer: frozen parts in, bytes out.

Nothing can be drawn that is not tagged or marked as decoration (`kit.sheet`), so every print is
PDF/UA-1 and PDF/A-2 by construction.
"""

from __future__ import annotations

from styrdesk.reports.kit.clean import pdf_text
from styrdesk.reports.kit.columns import is_legible
from styrdesk.reports.kit.document import Meta, PageStyle, build
from styrdesk.reports.kit.fonts import missing_glyphs
from styrdesk.reports.kit.parts import (
    ChartRow,
    ColumnSpec,
    Contents,
    Cover,
    FlowBox,
    FlowChart,
    Gap,
    Heading,
    IndicatorChart,
    InfoBox,
    Logo,
    Measure,
    NewPage,
    Part,
    Picture,
    Prose,
    Row,
    RowKind,
    Sender,
    SignatureRow,
    Signatures,
    TableSpec,
    Title,
    texts_of,
)
from styrdesk.reports.kit.pictures import can_be_drawn
from styrdesk.reports.kit.theme import Theme
from styrdesk.reports.kit.words import Words, joined, own, plain, short

__all__ = [
    "ChartRow",
    "ColumnSpec",
    "Contents",
    "Cover",
    "FlowBox",
    "FlowChart",
    "Gap",
    "Heading",
    "IndicatorChart",
    "InfoBox",
    "Logo",
    "Measure",
    "Meta",
    "NewPage",
    "PageStyle",
    "Part",
    "Picture",
    "Prose",
    "Row",
    "RowKind",
    "Sender",
    "SignatureRow",
    "Signatures",
    "TableSpec",
    "Theme",
    "Title",
    "Words",
    "build",
    "can_be_drawn",
    "is_legible",
    "joined",
    "missing_glyphs",
    "own",
    "pdf_text",
    "plain",
    "short",
    "texts_of",
]
