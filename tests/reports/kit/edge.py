"""A document that uses every part of the kit on the texts that break things."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

from PIL import Image

from styrdesk.domain import richtext as rt
from styrdesk.reports import kit
from styrdesk.reports.kit import Row, RowKind

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
META = kit.Meta(
    title="Nämndplan <2027> & ekonomisk plan",
    created=NOON,
    author="Storköpings kommun",
    committee="Miljö- och samhällsbyggnadsnämnden",
    code="K7QM-2XRT-9BFH",
    number="MSN 2026/00123",
    subject="Plan",
    keywords=("nämndplan", "å & ä <ö>"),
)
HOSTILE = (
    "Anna <anna@example.se>",
    "<namn> bör & <b och medel",
    "0.1 <A <0.9",
    '<font color="red" size=100000>stor</font>',
    "<img src=http://localhost/x.png> <a href=javascript:alert(1)>x</a>",
    "]]> --> &#x0; &amp; %LATE0; (]) \\( BT ET EMC",
    "osynligt\u202evänt\u200b\ufeff\x00\x07\ud800slut",
    "=1+1 \t tabb\r\nny rad\u2028annan rad",
    "Skoltsamiska Ǩǩ Ǥǥ Ǯǯ, nordsamiska áčđŋšŧž ÁČĐŊŠŦŽ, lulesamiska ń, finska äöå ÄÖÅ šž",
    "☐ ☑ ☒ ✓ → − ≤ ≥ Ж Ω א 😀 \U0001d400 \U0001f9ff 漢字",
    "A" * 700,
    "samhällsbyggnadsförvaltningens-kompetensförsörjningsplan/verksamhetsuppföljning " * 12,
)
LONG = "Nämnden ska bedriva tillsyn enligt miljöbalken och ge god service till invånarna. " * 12


def picture(mode: str = "RGB", size: tuple[int, int] = (90, 60), form: str = "PNG") -> bytes:
    out = BytesIO()
    Image.new(mode, size, (11, 79, 108, 128)[: len(mode)]).save(out, form)
    return out.getvalue()


def rich() -> rt.RichText:
    text = rt.Text
    deep = rt.ListBlock(True, (rt.ListItem((text("tredje nivån"),)),))
    middle = rt.ListBlock(False, (rt.ListItem((text("andra nivån"),), (deep,)),))
    many = tuple(rt.ListItem((text(f"punkt {n} " + LONG[: 40 * n]),)) for n in range(1, 15))
    return (
        rt.Paragraph(
            (
                text("Se "),
                text("länk ett", href="https://example.org/å?a=1&b=(2)"),
                text(" och "),
                text("samma länk", href="https://example.org/å?a=1&b=(2)"),
                text(" samt "),
                text("en länk som är så lång att den bryts över flera rader " * 4, href="#ekonomi"),
                text(", en död länk", href="#ingenstans"),
                text(", "),
                text("fet", bold=True),
                text(" "),
                text("kursiv", italic=True),
                text(" "),
                text("fet kursiv Ǩ", bold=True, italic=True),
                text(" understruken", underline=True),
                text(" CO"),
                text("2", sub=True),
                text(" m"),
                text("2", sup=True),
                text(" "),
                text("in English, please", lang="en"),
                text(" suomeksi", lang="fi"),
                text(" "),
                text("hemligt namn", secret=True),
            )
        ),
        rt.Paragraph((text("Hela stycket är en länk", href="mailto:namnd@example.org"),)),
        rt.Paragraph(()),
        rt.ListBlock(False, (rt.ListItem((text("första nivån"),), (middle,)), *many)),
        rt.ListBlock(True, many),
        rt.Note((rt.Paragraph((text(LONG),)), rt.Paragraph((text("Andra stycket."),)))),
        rt.Heading(3, (text("Hoppar över en nivå"),)),
        rt.Paragraph((text("Sist."),)),
    )


def long_table(rows: int = 500) -> kit.TableSpec:
    columns = (
        kit.ColumnSpec("Verksamhet"),
        kit.ColumnSpec("Budget 2026", "right", 0),
        kit.ColumnSpec("Plan 2027", "right", 0),
    )
    body: list[Row] = []
    for number in range(rows):
        if number % 25 == 0:
            body.append(Row((f"Grupp {number // 25}",), RowKind.GROUP))
        body.append(Row((f"Verksamhet {number}", f"{number}\u00a0000", "\u221212\u00a0500")))
    body.append(Row(("Summa", "99\u00a0000", "0"), RowKind.SUM))
    body.append(Row(("Ram", "", "0"), RowKind.AFTER))
    return kit.TableSpec(
        "Driftbudget",
        columns,
        tuple(body),
        over_heads=(("", 1), ("År", 2)),
        unit="tkr",
        notes=("Avrundning.",),
        summary="Budget per verksamhet",
    )


def tall_table() -> kit.TableSpec:
    columns = (kit.ColumnSpec("Mål"), kit.ColumnSpec("Beskrivning", weight=3), kit.ColumnSpec(""))
    rows = tuple(Row((f"Mål {n}", LONG * n, "")) for n in (1, 30, 2))
    return kit.TableSpec("Höga celler", columns, rows)


def wide_table(columns: int, words: str = "Utfall") -> kit.TableSpec:
    heads = tuple(kit.ColumnSpec(f"{words} {2000 + n}", "right", 0) for n in range(columns - 1))
    row = Row(
        ("Handläggningstid för bygglov", *(f"{n * 37}\u00a0000,5" for n in range(columns - 1)))
    )
    return kit.TableSpec(f"{columns} kolumner", (kit.ColumnSpec("Indikator"), *heads), (row,) * 4)


def chart() -> kit.IndicatorChart:
    m = kit.Measure
    return kit.IndicatorChart(
        "Resultat <mnkr>",
        (m("2024", 8.4, "8,4"), m("2025", -2.5, "\u22122,5"), m("2026", None)),
        (m("2025", 1.0, "1,0"), m("2026", 2.0, "2,0")),
        (m("2024", 3.0, "3,0"),),
    )


def chart_of_years() -> kit.IndicatorChart:
    m = kit.Measure
    years = [str(year) for year in range(2019, 2029)]
    return kit.IndicatorChart(
        "Utfall och mål samma år " * 6,
        tuple(m(year, -0.5 * n) for n, year in enumerate(years)),
        tuple(m(year, 1_250_000.0) for year in years),
        (m("2020", 4.0), m("2024", -3.0)),
        ("Utfall " * 6, "Mål", "Riket"),
    )


def parts() -> list[kit.Part]:
    hostile = tuple(Row((text, (rt.Text(text, bold=True),))) for text in HOSTILE)
    return [
        kit.Cover(
            META.title,
            META.committee,
            "2027–2029",
            META.number,
            (("Fastställd av", "nämnden 2026-12-10, § 112"), ("Datum", "10 december 2026")),
            kit.Logo(picture("RGBA"), "Storköpings kommun logotyp"),
        ),
        kit.InfoBox("Dokumentinformation", (("Typ", "Plan"), ("Giltig", HOSTILE[0]))),
        kit.Contents("Innehåll"),
        kit.Heading("Inledning", number="1"),
        kit.Prose("Ingress. " + LONG, lead=True),
        kit.Prose("\n".join(HOSTILE)),
        kit.Heading("Löpande text " * 12, 3, number="1.1"),
        kit.Prose(rich()),
        kit.Heading("Ekonomi", number="2", key="ekonomi"),
        long_table(),
        tall_table(),
        kit.TableSpec("Fientligt", (kit.ColumnSpec("A"), kit.ColumnSpec("B")), hostile),
        kit.Heading("Brett", number="3"),
        wide_table(12),
        wide_table(16, "Utfallsprognos"),
        kit.Heading("Bilder"),
        chart(),
        kit.IndicatorChart("Tomt diagram", ()),
        kit.ChartRow((chart(), chart(), chart())),
        kit.ChartRow((chart(), kit.IndicatorChart("Tomt i rad", ()), chart_of_years())),
        kit.Picture(picture("RGB", (3000, 200), "JPEG"), "En blå remsa", "Figur 1"),
        kit.Gap(20),
        kit.NewPage("landscape"),
        kit.Heading("Underlag", number="Bilaga A", new_page=True),
        kit.Prose(LONG * 80),
        kit.Heading("Underskrifter"),
        kit.Signatures(
            (kit.SignatureRow("Ordförande", "Anna Ås"), kit.SignatureRow("Justerare")),
            "Undertecknas av",
            (("Protokoll", "§ 112"),),
            fields=True,
        ),
    ]
