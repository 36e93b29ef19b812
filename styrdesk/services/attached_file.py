"""What a file must be to be kept with a record; told by its content, of text by its name too."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import Final

from styrdesk.base.i18n import _
from styrdesk.domain.attachment import (
    CSV,
    DOCX,
    DOTX,
    MAX_BYTES,
    ODT,
    OTT,
    PDF,
    POTX,
    PPTX,
    SUFFIXES,
    TEXT,
    XLSX,
    XLTX,
)
from styrdesk.domain.errors import RuleBroken
from styrdesk.services.plain_text import is_text

_MAGIC: Final = {b"%PDF-": PDF, b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
# By a part that each has: the document, and a template for such, which Office takes for damaged
# where it is called a document.
_OFFICE: Final = {
    "word/document.xml": (DOCX, DOTX),
    "xl/workbook.xml": (XLSX, XLTX),
    "ppt/presentation.xml": (PPTX, POTX),
}
_PLAIN: Final = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # as Office packs
_TYPES: Final = "[Content_Types].xml"
_TEMPLATE: Final = b".template.main+xml"
_MACROS: Final = ("basic/", "scripts/", "xl/macrosheets/")  # of LibreOffice, and of old Excel
# What the reader of archives says of one that is damaged: it has no error of its own for it.
_DAMAGED: Final = (
    *(zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError, KeyError),
    *(EOFError, struct.error, zlib.error),
)
_MOST_PARTS: Final = 10_000
_TYPE_LENGTH: Final = 200
_TYPES_LENGTH: Final = 200_000


def check_attached(content: bytes, name: str = "", field: str = "file") -> str:
    """The media type of a file that we keep.

    Args:
        content: All of it.
        name: As it came. Text is kept where it is called so: a page or a script is text too.
        field: Where a refusal is told.

    Raises:
        RuleBroken: Empty, too large, of a kind that is not kept, or with macros.
    """
    if not content:
        raise RuleBroken(_("The file is empty."), field)
    if len(content) > MAX_BYTES:
        message = _("The file is larger than {size} MB. Make it smaller, or keep it elsewhere.")
        raise RuleBroken(message.format(size=MAX_BYTES // 1024**2), field)
    for magic, media_type in _MAGIC.items():
        if content.startswith(magic):
            return media_type
    found = _of_zip(content, field) if content.startswith(b"PK") else _of_text(content, name)
    if not found:
        message = _(
            "Choose a file of the type PDF, Word, Excel, PowerPoint, ODT, PNG, JPEG, TXT or CSV."
        )
        raise RuleBroken(message, field)
    return found


def _of_text(content: bytes, name: str) -> str:
    """Text that is called so; empty for anything else."""
    kinds = (kind for kind in (TEXT, CSV) if name.lower().endswith(SUFFIXES[kind]))
    return next(kinds, "") if is_text(content) else ""


def _of_zip(content: bytes, field: str) -> str:
    """The kind of an office document; empty for any other archive.

    Nothing is unpacked but the few letters by which it says what it is.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            if len(names) > _MOST_PARTS:
                return ""
            if any(map(_is_macro, names)):
                raise RuleBroken(_("The file has macros. Save it without them first."), field)
            for part, (document, template) in _OFFICE.items():
                if part in names:
                    return template if _is_template(archive, names) else document
            if "mimetype" in names and _is_short(archive.getinfo("mimetype")):
                said = archive.read("mimetype").decode("ascii", "replace").strip()
                return said if said in {ODT, OTT} else ""
    except _DAMAGED:
        return ""
    return ""


def _is_macro(name: str) -> bool:
    lower = name.lower()
    return lower.endswith("vbaproject.bin") or lower.startswith(_MACROS)


def _is_template(archive: zipfile.ZipFile, names: set[str]) -> bool:
    """Whether Office is told to make a new document of it; no more is read than ever is needed."""
    if _TYPES not in names or archive.getinfo(_TYPES).compress_type not in _PLAIN:
        return False
    with archive.open(_TYPES) as types:
        return _TEMPLATE in types.read(_TYPES_LENGTH)


def _is_short(told: zipfile.ZipInfo) -> bool:
    """ODF says that the few letters lie there as they are: nothing has to be unpacked."""
    stored = told.compress_type == zipfile.ZIP_STORED
    return stored and told.file_size == told.compress_size <= _TYPE_LENGTH
