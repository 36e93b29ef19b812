"""Files that are kept with a record: what they may be, and names that no system stumbles over."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Final

from styrdesk.domain.record import kept, maybe, within

MAX_BYTES: Final = 25 * 1024 * 1024
"""A scanned report of a hundred pages fits; a film does not, and it would make each backup slow."""

PDF: Final = "application/pdf"
_OFFICE: Final = "application/vnd.openxmlformats-officedocument."
DOCX: Final = _OFFICE + "wordprocessingml.document"
XLSX: Final = _OFFICE + "spreadsheetml.sheet"
PPTX: Final = _OFFICE + "presentationml.presentation"
ODT: Final = "application/vnd.oasis.opendocument.text"
DOTX: Final = _OFFICE + "wordprocessingml.template"
XLTX: Final = _OFFICE + "spreadsheetml.template"
POTX: Final = _OFFICE + "presentationml.template"
OTT: Final = "application/vnd.oasis.opendocument.text-template"
TEXT: Final = "text/plain"
CSV: Final = "text/csv"
SUFFIXES: Final = {
    PDF: ".pdf",
    DOCX: ".docx",
    XLSX: ".xlsx",
    PPTX: ".pptx",
    ODT: ".odt",
    DOTX: ".dotx",
    XLTX: ".xltx",
    POTX: ".potx",
    OTT: ".ott",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    TEXT: ".txt",
    CSV: ".csv",
}
_OTHER: Final = {".jpeg": ".jpg"}  # what is written otherwise and means the same
_LONGEST: Final = 200  # bytes of a name without its suffix; most disks take 255 of them
_NEVER: Final = re.compile(r'[<>:"/\\|?*]')
_DOT: Final = re.compile(r"\.(?![0-9])")  # before another suffix, which would be believed
_SPACES: Final = re.compile(r"\s+")
_DEVICES: Final = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\..*)?")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that is kept with a record; it belongs to exactly one.

    Attributes:
        name: As it is shown and saved, with the suffix of its kind.
        media_type: One of `SUFFIXES`, told by its content; of text by its name too.
        size: Bytes.
        file: SHA-256 of the content, which is kept in the file.
        added_by: Name of who added it, as it was then.
        item: The point of the checklist that it is evidence of, from 1; 0 for the whole record.
    """

    id: str
    governing_document_id: str | None = maybe("governing_document", owned=True)
    routine_id: str | None = maybe("routine", owned=True)
    name: str = ""
    media_type: str = ""
    size: int = 0
    file: str = kept()
    added_on: date | None = None
    added_by: str = ""
    checklist_id: str | None = maybe("checklist", owned=True)
    shared_model_id: str | None = maybe("shared_model", owned=True)
    item: int = within(0, 9999, 0)
    case_id: str | None = maybe("case", owned=True)


def safe_name(name: str, media_type: str) -> str:
    """A name that can be shown and saved anywhere, with the suffix of what the file is.

    What is left of it: the last part of a path, without what is not seen (also the marks that
    turn the direction of writing, by which "gpj.exe" is read as a picture), without what Windows
    refuses, and not the name of one of its devices.

    Args:
        name: As it came, with or without a path.
        media_type: One of `SUFFIXES`.
    """
    last = re.split(r"[/\\]", name)[-1]
    seen = "".join(
        letter for letter in last if unicodedata.category(letter)[0] not in "CZ" or letter == " "
    )
    plain = _SPACES.sub(" ", _NEVER.sub(" ", unicodedata.normalize("NFC", seen)))
    stem, suffix = plain.strip(" ."), SUFFIXES[media_type]
    while True:
        bare, dot, end = stem.rpartition(".")
        if not dot or _OTHER.get(f".{end.lower()}", f".{end.lower()}") not in SUFFIXES.values():
            break
        stem = bare.strip(" .")
    stem = _DOT.sub("_", stem).encode()[:_LONGEST].decode(errors="ignore").strip(" .")
    if not stem or _DEVICES.fullmatch(stem):  # "CON.5" is the device too
        stem = f"_{stem}"
    return stem + suffix
