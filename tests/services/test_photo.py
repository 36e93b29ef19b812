"""Photos lose what the camera hid in them, and nothing of the picture."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageOps
from PIL.PngImagePlugin import PngInfo

from styrdesk.base.i18n import use_language
from styrdesk.domain.errors import RuleBroken
from styrdesk.services.photo import JPEG, PNG, bare, orientation

SECRETS = (b"PLACE60.4858", b"Telefon", b"Gillet", b"xpacket", b"hidden film")
_GPS, _MAKE, _SIDE = 0x8825, 0x010F, 0x0112


@pytest.fixture(autouse=True)
def _in_english() -> None:
    use_language("en")


def picture(size: tuple[int, int] = (60, 40)) -> Image.Image:
    """Red above, a blue corner: no two of its eight ways to lie are the same."""
    made = Image.new("RGB", size, "white")
    made.paste("red", (0, 0, size[0], size[1] // 3))
    made.paste("blue", (0, 0, size[0] // 4, size[1]))
    return made


def exif(side: int) -> Image.Exif:
    told = Image.Exif()
    told[_SIDE], told[_MAKE] = side, "Telefon PLACE60.4858"
    told.get_ifd(_GPS)[29] = "PLACE60.4858"
    return told


def photo(kind: str, side: int = 1, **how: Any) -> bytes:  # of Pillow
    made = io.BytesIO()
    if kind == JPEG:
        picture().save(
            made, "JPEG", exif=exif(side), comment=b"Gillet", xmp=b"<?xpacket PLACE60.4858?>", **how
        )
        made.write(b"hidden film PLACE60.4858")
    else:
        told = PngInfo()
        told.add_text("Comment", "Gillet PLACE60.4858")
        told.add_itxt("XML:com.adobe.xmp", "xpacket", zip=False)
        picture().save(made, "PNG", exif=exif(side), pnginfo=told)
    return made.getvalue()


def seen(content: bytes) -> Image.Image:
    """As it lies when it is looked at."""
    return ImageOps.exif_transpose(Image.open(io.BytesIO(content))).convert("RGB")


@pytest.mark.parametrize("kind", [JPEG, PNG])
@pytest.mark.parametrize("side", range(1, 9))
def test_a_photo_lies_as_before_and_tells_nothing_else(kind: str, side: int) -> None:
    before = photo(kind, side)
    assert any(secret in before for secret in SECRETS)
    after = bare(before, kind)
    assert [secret for secret in SECRETS if secret in after] == []
    now, held = seen(after), seen(before)
    assert now.size == held.size
    assert ImageChops.difference(now, held).getbbox() is None
    assert set(Image.open(io.BytesIO(after)).getexif()) <= {_SIDE}


@pytest.mark.parametrize("kind", [JPEG, PNG])
def test_what_is_bare_already_stays_as_it_is(kind: str) -> None:
    once = bare(photo(kind, 6), kind)
    assert bare(once, kind) == once


def test_a_picture_of_many_scans_keeps_them_all_and_its_colours() -> None:
    profile = b"a profile of colours" * 9
    before = photo(JPEG, 6, progressive=True, icc_profile=profile)
    after = bare(before, JPEG)
    assert ImageChops.difference(seen(after), seen(before)).getbbox() is None
    assert Image.open(io.BytesIO(after)).info["icc_profile"] == profile


def test_other_files_are_kept_byte_for_byte() -> None:
    assert bare(b"%PDF-1.7 what it says", "application/pdf") == b"%PDF-1.7 what it says"


def test_a_photo_that_was_cut_off_is_kept_as_far_as_it_goes() -> None:
    whole = photo(JPEG, 6)
    scan = whole.index(b"\xff\xda")
    after = bare(whole[: scan + 40], JPEG)
    assert after.endswith(b"\xff\xd9")
    assert b"PLACE" not in after


@pytest.mark.parametrize(
    ("kind", "content"),
    [(JPEG, b"\xff\xd8\xff\xe1"), (JPEG, b"\xff\xd8 no"), (JPEG, b"\xff\xd8\xff\xe1\0\0"),
     (PNG, b"\x89PNG\r\n\x1a\n..."), (PNG, b"\x89PNG")],
)  # fmt: skip
def test_what_cannot_be_read_is_not_kept(kind: str, content: bytes) -> None:
    with pytest.raises(RuleBroken, match="damaged"):
        bare(content, kind)


@given(st.sampled_from([JPEG, PNG]), st.data())
def test_a_damaged_photo_is_refused_or_bare_and_never_a_crash(kind: str, data: Any) -> None:
    content = bytearray(photo(kind, 6))
    for _n in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(2, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        after = bare(bytes(content[: data.draw(st.integers(4, len(content)))]), kind)
    except RuleBroken:
        return
    assert bare(after, kind) == after


@given(st.binary(max_size=80))
def test_any_tags_tell_a_side(words: bytes) -> None:
    assert orientation(b"II*\0" + words) in range(1, 9)
    assert orientation(words) in range(1, 9)
