"""Writes the files of the demo's shared models: `python packaging/demo_models.py`.

They are kept as they are: the same words and the same kit give the same bytes.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from styrdesk.base.i18n import use_language
from styrdesk.base.paths import resource
from styrdesk.domain import richtext
from styrdesk.reports import kit

_LINE: Final = "…"  # where something is to be written
_AUTHOR: Final = "Borlänge kommun"


def _prose(words: str, *, lead: bool = False) -> kit.Prose:
    return kit.Prose(richtext.parse(words), lead)


_RISK: Final[tuple[kit.Part, ...]] = (
    kit.Title("Riskanalys", "Mall, version 2"),
    _prose(
        "<p>Fyll i mallen tillsammans med dem som gör arbetet. Börja i det som ska fungera, och "
        "fråga vad som kan hindra det.</p>",
        lead=True,
    ),
    kit.InfoBox(
        "Om analysen",
        tuple((words, _LINE) for words in ("Verksamhet", "Gäller", "Datum", "Deltagare")),
    ),
    kit.Heading("Så bedöms riskerna"),
    _prose(
        "<p>Riskvärdet är sannolikhet gånger konsekvens, båda från 1 till 4. Från 9 ska något "
        "göras, och från 12 tas risken med i nämndens internkontrollplan.</p>"
    ),
    kit.TableSpec(
        "Stegen",
        (kit.ColumnSpec("Steg"), kit.ColumnSpec("Sannolikhet"), kit.ColumnSpec("Konsekvens")),
        (
            kit.Row(("1", "Osannolik", "Försumbar")),
            kit.Row(("2", "Mindre sannolik", "Lindrig")),
            kit.Row(("3", "Möjlig", "Kännbar")),
            kit.Row(("4", "Sannolik", "Allvarlig")),
        ),
    ),
    kit.Heading("Riskerna"),
    kit.TableSpec(
        "Risker och åtgärder",
        (
            kit.ColumnSpec("Risk"),
            kit.ColumnSpec("Sannolikhet"),
            kit.ColumnSpec("Konsekvens"),
            kit.ColumnSpec("Åtgärd, vem och när"),
        ),
        tuple(kit.Row((f"Risk {number}", *3 * (_LINE,))) for number in range(1, 6)),
    ),
)
_ROUTINE: Final[tuple[kit.Part, ...]] = (
    kit.Title("Att skriva en rutin", "Handledning"),
    _prose(
        "<p>En rutin är till för den som ska göra något för första gången, eller sällan. Skriv så "
        "kort att den blir läst.</p>",
        lead=True,
    ),
    kit.Heading("Innan du skriver"),
    _prose(
        "<ul><li>Finns rutinen redan? Ändra den i stället.</li>"
        "<li>Vem ska följa den, och när behövs den?</li>"
        "<li>Vilken lag eller vilket beslut vilar den på?</li></ul>"
    ),
    kit.Heading("Det en rutin svarar på"),
    _prose(
        "<ol><li><b>Syfte.</b> Vad blir bra när rutinen följs?</li>"
        "<li><b>Ansvar.</b> Vem gör, vem beslutar, vem följer upp?</li>"
        "<li><b>Steg för steg.</b> En mening för varje steg. Börja med verbet.</li>"
        "<li><b>Dokumentation.</b> Vad skrivs ner, och var?</li>"
        "<li><b>Uppföljning.</b> Hur märks det att rutinen inte följs?</li></ol>"
    ),
    kit.Heading("Innan den börjar gälla"),
    _prose(
        "<p>Låt någon som inte har varit med följa rutinen en gång. Det som den personen frågar "
        "om är det som saknas. Sedan fastställer chefen den, och de som berörs bekräftar att de "
        "har läst den.</p>"
    ),
)


def main() -> None:
    """Write both."""
    use_language("sv")
    for key, title, day, parts in (
        ("riskanalys", "Mall för riskanalys", datetime(2025, 1, 20, 9, tzinfo=UTC), _RISK),
        ("rutin", "Handledning för att skriva rutiner", datetime(2024, 9, 2, 9, tzinfo=UTC),
         _ROUTINE),
    ):  # fmt: skip
        meta = kit.Meta(title, day, author=_AUTHOR)
        out = Path(resource("demo", "models", f"{key}.pdf"))
        out.write_bytes(kit.build(meta, parts, kit.PageStyle()))


if __name__ == "__main__":
    main()
