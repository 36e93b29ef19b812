"""Reports small enough to test the worker with. The child finds them by their names."""

from __future__ import annotations

import os
import time
from pathlib import Path

from pypdf import PdfWriter


def pages(count: int) -> bytes:
    """Empty pages with a bookmark each."""
    from io import BytesIO

    writer = PdfWriter()
    for number in range(count):
        writer.add_blank_page(200, 300)
        writer.add_outline_item(title=f"{number + 1} Kapitel", page_number=number)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def inked(count: int) -> bytes:
    """Pages one can tell apart by what is black on them; every third one lies down."""
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out)
    for number in range(count):
        canvas.setPageSize((842, 595) if number % 3 == 2 else (595, 842))
        canvas.rect(60, 60, 90, 60 * (number + 1), fill=1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def broken(_data: object) -> bytes:
    message = "the ink is out"
    raise ValueError(message)


def dies(_data: object) -> bytes:
    os._exit(3)


def endless(started: str) -> bytes:
    """Tells that it began by a file, and never ends."""
    Path(started).touch()
    while True:
        time.sleep(3600)
