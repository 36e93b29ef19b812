"""What an image must be to be kept: PNG or JPEG, of bounded size; read without decoding it."""

from __future__ import annotations

import struct
from typing import Final

from styrdesk.base.i18n import _
from styrdesk.domain.errors import RuleBroken

MAX_BYTES: Final = 10 * 1024 * 1024
MAX_PIXELS: Final = 40_000_000
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def check_image(content: bytes, field: str = "file") -> str:
    """The media type of an image we keep.

    Raises:
        RuleBroken: Neither PNG nor JPEG, damaged, or too large.
    """
    if len(content) > MAX_BYTES:
        raise RuleBroken(_("The image is larger than 10 MB. Make it smaller first."), field)
    try:
        media_type, (width, height) = _kind(content)
    except (struct.error, IndexError, ValueError):
        raise RuleBroken(_("Choose an image of the type PNG or JPEG."), field) from None
    if not 0 < width * height <= MAX_PIXELS:
        raise RuleBroken(_("The image has too many pixels. Make it smaller first."), field)
    return media_type


def _kind(content: bytes) -> tuple[str, tuple[int, int]]:
    if content.startswith(_PNG):
        if content[12:16] != b"IHDR":
            raise ValueError
        return "image/png", struct.unpack_from(">II", content, 16)
    if content.startswith(b"\xff\xd8"):
        return "image/jpeg", _jpeg_size(content)
    raise ValueError


def _jpeg_size(content: bytes) -> tuple[int, int]:
    at = 2
    while True:
        mark, kind, length = struct.unpack_from(">BBH", content, at)
        if mark != 0xFF:  # noqa: PLR2004  # every JPEG marker begins so
            raise ValueError
        if kind in _FRAMES:
            height, width = struct.unpack_from(">HH", content, at + 5)
            return width, height
        at += 2 + length
