"""Pictures as they are kept with a record: without what the camera hid in them, such as the place.

Nothing is decoded and no pixel is changed: the parts of the file that are no picture are left
out. Which way is up is told still, since the picture lies as the camera held it.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from typing import Final

from styrdesk.base.i18n import _
from styrdesk.domain.errors import RuleBroken

JPEG: Final = "image/jpeg"
PNG: Final = "image/png"
PRINTED: Final = frozenset({JPEG, PNG})
_ORIENTATION: Final = 0x0112
_SIDES: Final = range(2, 9)  # 1 is upright, as is a picture that does not say
_PNG_HEAD: Final = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT: Final = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"pHYs"}
    | {b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"cICP"}
)
_JPEG_HEAD: Final = b"\xff\xd8"
_APP0, _APP1, _APP2, _APP14, _LAST_APP = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF
_COMMENT, _SCAN, _END = 0xFE, 0xDA, 0xD9
_EXIF: Final = b"Exif\0\0"
_PROFILE: Final = b"ICC_PROFILE\0"
_MARK: Final = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")  # what ends a scan's own data


def bare(content: bytes, media_type: str) -> bytes:
    """A picture without place, camera, author and comments; any other file as it is.

    Args:
        content: Of a file, whose kind has been told by `check_attached`.
        media_type: That kind.

    Raises:
        RuleBroken: The picture is damaged, so that it cannot be told what is hidden in it.
    """
    ways = {JPEG: _bare_jpeg, PNG: _bare_png}
    if media_type not in ways:
        return content
    try:
        return b"".join(ways[media_type](content))
    except (struct.error, IndexError, ValueError) as error:
        raise RuleBroken(
            _("The picture is damaged. Save it anew, and try again."), "file"
        ) from error


def orientation(exif: bytes) -> int:
    """Which side of a picture is up (1–8, as Exif counts them); 1 where it does not say.

    Args:
        exif: A TIFF: its head, and its first directory of tags.
    """
    order = {b"II": "<", b"MM": ">"}.get(exif[:2], "")
    if not order:
        return 1
    try:
        (at,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, at)
        for n in range(count):
            tag, value = struct.unpack_from(f"{order}H6xH", exif, at + 2 + 12 * n)
            if tag == _ORIENTATION:
                return int(value) if value in _SIDES else 1
    except struct.error:
        return 1
    return 1


def _upright(side: int) -> bytes:
    """The least TIFF that tells which side is up."""
    entry = struct.pack(">HHIHH", _ORIENTATION, 3, 1, side, 0)
    return b"MM\0*" + struct.pack(">IH", 8, 1) + entry + bytes(4)


# ---- JPEG ----------------------------------------------------------------------------------------


def _bare_jpeg(content: bytes) -> Iterator[bytes]:
    yield _JPEG_HEAD
    told = False
    for kind, part, whole in _segments(content):
        if kind == _APP1 and part.startswith(_EXIF):
            side = orientation(part[len(_EXIF) :])
            if side in _SIDES and not told:
                told, tiff = True, _EXIF + _upright(side)
                yield b"\xff\xe1" + struct.pack(">H", len(tiff) + 2) + tiff
        elif _is_picture(kind, part):
            yield whole


def _segments(content: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Each segment: its kind, what it holds, and all of it with the picture of a scan.

    What comes after the end is another picture, a film, or anything: it is left out.
    """
    at = len(_JPEG_HEAD)
    while True:
        while content[at : at + 2] == b"\xff\xff":  # a marker may be filled out before it
            at += 1
        mark, kind = content[at], content[at + 1]
        if mark != 0xFF:  # noqa: PLR2004  # every marker begins so
            raise ValueError
        if kind == _END:
            yield kind, b"", content[at : at + 2]
            return
        (length,) = struct.unpack_from(">H", content, at + 2)
        end = at + 2 + length
        if length < 2 or end > len(content):  # noqa: PLR2004  # it counts itself
            raise ValueError
        whole = end
        if kind == _SCAN:
            found = _MARK.search(content, end)
            if found is None:  # it was cut off; what there is of it can be seen
                yield kind, content[at + 4 : end], content[at:] + b"\xff\xd9"
                return
            whole = found.start()
        yield kind, content[at + 4 : end], content[at:whole]
        at = whole


def _is_picture(kind: int, part: bytes) -> bool:
    """Whether a part is needed to draw the picture."""
    if kind == _APP2:
        return part.startswith(_PROFILE)
    return kind in (_APP0, _APP14) or not (_APP0 <= kind <= _LAST_APP or kind == _COMMENT)


# ---- PNG -----------------------------------------------------------------------------------------


def _bare_png(content: bytes) -> Iterator[bytes]:
    if not content.startswith(_PNG_HEAD):
        raise ValueError
    yield _PNG_HEAD
    at, kind, side = len(_PNG_HEAD), b"", 1
    while kind != b"IEND":
        (length,) = struct.unpack_from(">I", content, at)
        kind, end = content[at + 4 : at + 8], at + 12 + length
        if end > len(content):
            raise ValueError
        if kind == b"eXIf":
            side = orientation(content[at + 8 : at + 8 + length])
        if kind == b"IDAT" and side in _SIDES:
            yield _chunk(b"eXIf", _upright(side))
            side = 1
        if kind in _PNG_KEPT:
            yield content[at:end]
        at = end


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
