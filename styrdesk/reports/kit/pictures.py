"""Pictures: PNG and JPEG bytes, checked, bounded, without transparency, as tagged figures."""

from __future__ import annotations

import struct
from io import BytesIO
from typing import Any, Final

from PIL import Image, ImageOps, UnidentifiedImageError

from styrdesk.base.i18n import _
from styrdesk.domain.errors import RuleBroken
from styrdesk.reports.kit.flow import Block
from styrdesk.reports.kit.sheet import Sheet
from styrdesk.reports.kit.structure import Element

MAX_PIXELS: Final = 40_000_000
MAX_BYTES: Final = 30_000_000
_DAMAGED: Final = (UnidentifiedImageError, OSError, SyntaxError, ValueError, struct.error)
_TRIED: Final = 40  # points: read small, it takes little time
_PER_POINT: Final = 300 / 72
"""Pixels kept for each point on paper."""


def opened(data: bytes, width: float, height: float) -> tuple[Any, tuple[float, float]]:
    """The picture, made ready for print, and its size in points within the box.

    Raises:
        RuleBroken: It is no PNG or JPEG, is damaged, or is too large.
    """
    try:
        image = Image.open(BytesIO(data), formats=("PNG", "JPEG"))
        if len(data) > MAX_BYTES or image.width * image.height > MAX_PIXELS:
            message = _("The picture is too large: at most {count} million pixels.")
            raise RuleBroken(message.format(count=MAX_PIXELS // 1_000_000), "image")
        image.draft("RGB", (round(width * _PER_POINT), round(height * _PER_POINT)))
        image.load()
        ImageOps.exif_transpose(image, in_place=True)  # it lies as the camera was held
    except (*_DAMAGED, Image.DecompressionBombError) as error:
        raise RuleBroken(
            _("The picture cannot be read. Choose a PNG or JPEG file."), "image"
        ) from error
    scale = min(width / image.width, height / image.height, 1.0)
    size = (image.width * scale, image.height * scale)
    return _flat(image, size), size


def can_be_drawn(data: bytes) -> bool:
    """Whether a file is a sound picture, of no more pixels than are printed."""
    try:
        opened(data, _TRIED, _TRIED)
    except RuleBroken:
        return False
    return True


def _flat(image: Image.Image, size: tuple[float, float]) -> Image.Image:
    """In RGB on white, with no more pixels than the paper shows."""
    flat: Image.Image = image
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        colored = image.convert("RGBA")
        flat = Image.new("RGB", image.size, "white")
        flat.paste(colored, mask=colored.getchannel("A"))
    flat = flat.convert("RGB")
    most = (max(1, round(size[0] * _PER_POINT)), max(1, round(size[1] * _PER_POINT)))
    if flat.width > most[0]:
        flat = flat.resize(most, Image.Resampling.LANCZOS)
    if image.format != "JPEG":
        return flat
    packed = BytesIO()
    flat.save(packed, "JPEG", quality=88)
    return Image.open(packed)


def box_attributes(x: float, y: float, width: float, height: float) -> str:
    """The place of a figure on its page, as its element tells it."""
    return f"<</O/Layout/Placement/Block/BBox[{x:.1f} {y:.1f} {x + width:.1f} {y + height:.1f}]>>"


class PictureBlock(Block):
    """A picture that is a Figure with Alt."""

    def __init__(self, data: bytes, owner: Element, box: tuple[float, float]) -> None:
        self._owner = owner
        self._image, self._size = opened(data, *box)
        self.before, self.after = 4, 12

    def height(self, width: float) -> float:
        """As scaled."""
        return self._size[1]

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """The picture."""
        wide, high = self._size
        self._owner.attributes = box_attributes(x, top - high, wide, high)
        with sheet.tagged(self._owner):
            sheet.image(self._image, x, top - high, wide, high)
