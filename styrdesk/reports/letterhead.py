"""The letterhead: whose a print is, when it is made, and how it looks. The same on every print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from styrdesk.base.i18n import _, language
from styrdesk.domain.plan import WRITTEN_IN
from styrdesk.services.catalogue import Services

if TYPE_CHECKING:  # loads the PDF writer
    from styrdesk.reports import kit


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Whose a print is; picklable, as all that a print is made from.

    Attributes:
        created: The moment of the print, with its time zone: now, or when what is printed was
            signed or decided, so that it comes out the same each time.
        committee: The nämnd; empty for the whole municipality.
        logo: PNG or JPEG, or empty.
        colour: Of the municipality's prints, #RRGGBB, or empty for the program's own.
        language: Of the program's own words ("sv", "en").
    """

    created: datetime
    municipality: str = ""
    committee: str = ""
    logo: bytes = field(default=b"", repr=False)
    colour: str = ""
    language: str = WRITTEN_IN

    def meta(self, title: str, subject: str) -> kit.Meta:
        """What the PDF tells of itself."""
        from styrdesk.reports import kit  # noqa: PLC0415  # loads the PDF writer

        return kit.Meta(
            title=title,
            created=self.created,
            author=self.municipality or self.committee,
            committee=self.committee or self.municipality,
            subject=subject,
            language=self.language,
            content=WRITTEN_IN,
        )

    def printed(self, meta: kit.Meta, parts: Iterable[kit.Part], watermark: str = "") -> bytes:
        """The PDF of parts that begin with a cover or a title, which gets the sender.

        Args:
            meta: As `meta` gives it, with what more there is to tell.
            parts: In reading order.
            watermark: A large pale word across every page, or empty.
        """
        from styrdesk.reports import kit  # noqa: PLC0415  # as above

        opening, *rest = parts
        if isinstance(opening, kit.Cover):
            opening = replace(
                opening,
                committee=self.committee,
                municipality=self.municipality,
                logo=self._logo(),
            )
        elif isinstance(opening, kit.Title):
            sender = kit.Sender(self.municipality, self.committee, self._logo())
            opening = replace(opening, sender=sender)
        theme = kit.Theme(primary=self.colour) if self.colour else kit.Theme()
        return kit.build(meta, (opening, *rest), kit.PageStyle(theme, watermark))

    def _logo(self) -> kit.Logo | None:
        from styrdesk.reports import kit  # noqa: PLC0415  # as above

        alt = _("Logotype of {name}").format(name=self.municipality)
        return kit.Logo(self.logo, alt) if self.logo else None


def registered(number: str) -> str:
    """A number in the register as the head of each page tells it, «Dnr 2025/1187»."""
    told = not number or number.casefold().startswith("dnr")
    return number if told else _("Dnr {number}").format(number=number)


def letterhead(
    services: Services, committee_id: str | None = None, created: datetime | None = None
) -> Letterhead:
    """The letterhead of a print, in the language that is on.

    Args:
        services: Of the file.
        committee_id: The nämnd's; None for the whole municipality.
        created: When what is printed was made; None for now.
    """
    owner = services.organisation.municipality()
    committees = services.committees.rows({"id": committee_id or ""})
    return Letterhead(
        created or services.clock.now(),
        owner.name,
        committees[0].name if committees else "",
        services.organisation.image(owner.logo) if owner.logo else b"",
        owner.primary_colour,
        language(),
    )
