"""What a reader finds in a PDF."""

from __future__ import annotations

from pathlib import Path

import pypdfium2


def text_of(path: Path) -> str:
    """All its words, on one line, with no-break spaces as spaces."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    pages = []
    for page in document:
        words = page.get_textpage()
        pages.append(words.get_text_range())
        words.close()
        page.close()
    document.close()
    return " ".join("\n".join(pages).replace("\u00a0", " ").split())
