"""What the prints of Quality management have in common: whose they are, and how they look."""

from __future__ import annotations

from styrdesk.domain.plan import WRITTEN_IN
from styrdesk.reports import kit
from styrdesk.reports.quality.data import Around


def meta(around: Around, title: str, subject: str) -> kit.Meta:
    """What the PDF tells of itself."""
    return kit.Meta(
        title=title,
        created=around.created,
        author=around.municipality or around.committee,
        committee=around.committee,
        subject=subject,
        language=around.language,
        content=WRITTEN_IN,
    )


def style(around: Around, watermark: str = "") -> kit.PageStyle:
    """In the municipality's colour."""
    theme = kit.Theme(primary=around.colour) if around.colour else kit.Theme()
    return kit.PageStyle(theme, watermark)
