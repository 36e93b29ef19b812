"""Colours, pictures, charts and fonts keep their promises."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image

from styrdesk.domain.errors import FileProblem, RuleBroken
from styrdesk.reports import kit
from styrdesk.reports.kit import charts, fonts, pictures
from styrdesk.reports.kit.sheet import Sheet, Untagged
from styrdesk.reports.kit.structure import Element
from styrdesk.reports.kit.theme import WHITE, Theme, contrast
from styrdesk.reports.kit.words import Tongues
from tests.helpers.pdf_checks import Reading
from tests.reports.kit import edge


def test_nothing_can_be_drawn_untagged() -> None:
    sheet = Sheet(kit.document._facts(edge.META, "sv-SE"), "", Tongues.of("sv"))
    with pytest.raises(Untagged):
        sheet.box(0, 0, 1, 1, WHITE)
    with pytest.raises(Untagged):
        sheet.late(print)


@pytest.mark.parametrize("field", ["primary", "accent"])
@pytest.mark.parametrize("color", ["#FFFFFF", "#F0C000", "blue", "#12345", ""])
def test_a_pale_or_unknown_colour_is_refused_at_its_field(field: str, color: str) -> None:
    with pytest.raises(RuleBroken) as error:
        Theme(**{field: color})  # type: ignore[arg-type]
    assert error.value.field == field


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_every_allowed_colour_can_be_read_on_its_own_tint(parts: tuple[int, int, int]) -> None:
    color = "#" + "".join(f"{part:02X}" for part in parts)
    if contrast(color, WHITE) < 4.5:
        return
    theme = Theme(primary=color)
    assert contrast(theme.on_tint, theme.tint) >= 4.5


def test_every_text_colour_is_readable_and_no_type_is_under_eight_points() -> None:
    theme = Theme()
    styles = [theme.body, theme.lead, theme.title, theme.subtitle, theme.item, theme.caption]
    styles += [theme.source, theme.cell, theme.meta, theme.running]
    styles += [theme.heading(level) for level in (1, 2, 3)]
    assert min(contrast(style.color, WHITE) for style in styles) >= 4.5
    assert min(style.size for style in styles) >= theme.smallest
    assert contrast(theme.ink, theme.watermark) >= 7


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, b"<svg/>"])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(RuleBroken):
        pictures.opened(data, 100, 100)


def test_a_picture_cut_short_is_refused() -> None:
    with pytest.raises(RuleBroken):
        pictures.opened(edge.picture("RGB", (400, 400), "JPEG")[:300], 100, 100)


def test_a_picture_of_too_many_pixels_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MAX_PIXELS", 5000)
    with pytest.raises(RuleBroken):
        pictures.opened(edge.picture("RGB", (100, 100)), 100, 100)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "1", "P", "CMYK"])
def test_pictures_of_every_kind_are_printed(mode: str) -> None:
    form = "JPEG" if mode == "CMYK" else "PNG"
    if mode == "1":
        out = BytesIO()
        Image.new("1", (9, 9)).save(out, "PNG")
        data = out.getvalue()
    else:
        data = edge.picture("RGB") if mode == "P" else edge.picture(mode, form=form)
    built = kit.build(edge.META, [kit.Title("T"), kit.Picture(data, "En blå ruta")])
    assert Reading(built).findings() == []


def test_a_picture_is_scaled_into_its_box_and_never_up() -> None:
    assert pictures.opened(edge.picture("RGB", (200, 100)), 100, 100)[1] == (100, 50)
    assert pictures.opened(edge.picture("RGB", (20, 10)), 100, 100)[1] == (20, 10)


@example([5e-324])
@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=12))
def test_the_scale_holds_every_value_and_zero(values: list[float]) -> None:
    low, high, step = charts.scale_of(values)
    slack = step * 1e-6
    assert low <= 0 <= high
    assert low - slack <= min(values)
    assert max(values) <= high + slack
    assert 1 <= round((high - low) / step) <= 12


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=12))
def test_what_is_counted_has_whole_numbers_on_its_axis(counts: list[int]) -> None:
    low, high, step = charts.scale_of(counts)
    assert all(value.is_integer() for value in (low, high, step))
    assert high >= max(counts)


@given(st.text(max_size=60), st.floats(30, 80))
def test_the_words_under_a_bar_keep_to_its_place(label: str, room: float) -> None:
    lines = charts._lines_in(label, room)
    assert all(charts._wide(line) <= room or line.endswith("…") for line in lines)
    if all(charts._wide(word) <= room for word in label.split()):
        assert " ".join(lines).split() == label.split()


def test_the_chart_says_every_number_in_words() -> None:
    alt = charts.alt_of(edge.chart())
    for number in ("2024: 8,4", "2025: \u22122,5", "2025: 1,0", "2026: 2,0", "2024: 3,0"):
        assert number in alt


def charts_of(*values: tuple[str, ...]) -> list[tuple[int, int]]:
    """Charts of bars with these numbers: how many in each row, and for how many it has room."""
    made = [
        kit.IndicatorChart("I", tuple(kit.Measure(str(n), 1.5, v) for n, v in enumerate(each)))
        for each in values
    ]
    return [(len(row), room) for row, room in charts.rows_of(made, Theme(), 439)]


def test_charts_stand_beside_each_other_unless_their_numbers_would_collide() -> None:
    short, long = ("79,4",) * 5, ("−291\xa0942,9",) * 5
    assert charts_of(short, short, short) == [(3, 3)]
    assert charts_of(short, short, short, short) == [(2, 2), (2, 2)]
    assert charts_of(short, long, short, short) == [(1, 2), (1, 1), (2, 2)]


def test_the_numbers_of_two_bars_do_not_touch() -> None:
    """As «−210,0» and «−220,0» did: each had just the room of its year."""
    values = tuple(f"−2{n}0,0" for n in range(5))
    wide = fonts.width(fonts.name_of(bold=True), values[0]) * 8.5
    for room in (wide, wide + 2):
        chart = kit.IndicatorChart("I", tuple(kit.Measure(v, -200.0, v) for v in values))
        block = charts.ChartBlock(chart, Theme(), Element("Figure"))
        assert not block.fits(room * len(values) + block._axis())


@pytest.mark.parametrize(
    ("most", "marks"), [(8.4, ["0,0", "2,5", "5,0", "7,5", "10,0"]), (8, ["0", "2", "4", "6", "8"])]
)
def test_the_numbers_of_an_axis_have_equally_many_decimals(most: float, marks: list[str]) -> None:
    chart = kit.IndicatorChart("I", (kit.Measure("2024", most),))
    block = charts.ChartBlock(chart, Theme(), Element("Figure"))
    assert [block._mark(value) for value in block._steps()] == marks


def test_a_missing_font_stops_the_print_with_advice(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(fonts, "resource", tmp_path.joinpath)
    fonts.font.cache_clear()
    with pytest.raises(FileProblem):
        kit.build(edge.META, [kit.Title("T")])
    fonts.font.cache_clear()


@pytest.mark.parametrize(("side", "size"), [(1, (100, 50)), (6, (50, 100)), (8, (50, 100))])
def test_a_photo_is_turned_as_the_camera_was_held(side: int, size: tuple[float, float]) -> None:
    told = Image.Exif()
    told[0x0112] = side
    made = BytesIO()
    Image.new("RGB", (4000, 2000), "red").save(made, "JPEG", exif=told)
    assert pictures.opened(made.getvalue(), 100, 100)[1] == size
