"""`build`: from frozen parts to the bytes of a tagged, archivable PDF, in memory, in one pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from styrdesk.base.formats import stamp
from styrdesk.base.i18n import _
from styrdesk.reports.kit.archive import Facts, Level
from styrdesk.reports.kit.clean import one_line
from styrdesk.reports.kit.flow import Flow
from styrdesk.reports.kit.furniture import Furniture
from styrdesk.reports.kit.parts import Part, Title
from styrdesk.reports.kit.sheet import Sheet
from styrdesk.reports.kit.telling import Teller
from styrdesk.reports.kit.theme import Theme
from styrdesk.reports.kit.words import Tongues


@dataclass(frozen=True, slots=True)
class Meta:
    """What the document is, for its header and the archive.

    Attributes:
        created: The moment of making, with time zone; the same moment and parts give the same
            bytes.
        author: Who is behind it, mostly the municipality.
        number: The number in the register as the head of each page tells it ("Dnr 2025/1187").
        code: What tells the decided version, at the foot of every page; empty for none.
        language: Of the program's own words, and so the document's.
        content: Language of what the writer wrote; empty for the same.
        level: Conformance of PDF/A: 2a, or 2u where an archive asks for it.
        show_secret: Whether passages marked secret are printed. Off by default: an edition for
            publishing must not leak because somebody forgot.
    """

    title: str
    created: datetime
    author: str = ""
    committee: str = ""
    number: str = ""
    code: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    language: str = "sv"
    content: str = ""
    level: Level = "2a"
    show_secret: bool = False

    def __post_init__(self) -> None:
        if self.created.tzinfo is None:
            raise ValueError("Meta.created needs a time zone")


@dataclass(frozen=True, slots=True)
class PageStyle:
    """How the pages look.

    Attributes:
        watermark: Large pale word across every page ("UTKAST"), empty for none.
        header: Text at the head's left; committee and title where empty.
    """

    theme: Theme = field(default_factory=Theme)
    watermark: str = ""
    header: str = ""


def build(meta: Meta, parts: Sequence[Part], style: PageStyle | None = None) -> bytes:
    """The PDF.

    Raises:
        RuleBroken: A picture cannot be used.
        FileProblem: A font is missing.
        ValueError: The parts have no title (Cover or Title) first.
    """
    style = style or PageStyle()
    tongues = Tongues.of(meta.language, meta.content)
    sheet = Sheet(_facts(meta, tongues.frame), _("Link: "), tongues)
    opening = next(iter(parts), None)
    titled = opening if isinstance(opening, Title) else None
    theme = replace(style.theme, compact=True) if titled else style.theme
    teller = Teller(sheet, theme, tongues, show_secret=meta.show_secret)
    blocks = teller.tell(parts)
    committee, title = one_line(meta.committee), one_line(meta.title)
    header = style.header or " \u00b7 ".join(text for text in (committee, title) if text)
    foot = _("Control code {code}").format(code=meta.code) if meta.code else ""
    if style.watermark and not foot:  # two drafts on one table are told apart
        foot = _("Printed {when}").format(when=stamp(meta.created))
    headed = titled is not None and titled.is_headed
    furniture = Furniture(theme, header, meta.number, style.watermark, foot, headed=headed)
    Flow(sheet, theme, furniture).run(blocks)
    return sheet.finish()


def _facts(meta: Meta, language: str) -> Facts:
    return Facts(
        title=one_line(meta.title) or "-",
        author=one_line(meta.author),
        subject=one_line(meta.subject),
        keywords=", ".join(one_line(word) for word in meta.keywords),
        language=language,
        creator="Styrdesk",
        producer="Styrdesk",
        created=meta.created,
        level=meta.level,
    )
