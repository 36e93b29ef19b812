"""From a report to a PDF in its place: made, looked at, and only then put where the old one lay."""

from __future__ import annotations

import errno
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from styrdesk.base import atomic
from styrdesk.base.i18n import _, speaking
from styrdesk.domain.errors import FileFault, FileProblem, RuleBroken
from styrdesk.reports.spec import ReportSpec
from styrdesk.services.catalogue import Services

D = TypeVar("D")

_FORBIDDEN: Final = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_LONGEST: Final = 100  # characters of a suggested file name


def collect(spec: ReportSpec[D], services: Services, choice: str, language: str) -> D:
    """What a report is printed from, for a print in the language.

    Raises:
        RuleBroken: There is no such thing to print.
    """
    with speaking(language):
        return spec.collect(services, choice)


def render(make: Callable[[D], bytes], data: D, language: str = "") -> bytes:
    """The PDF's bytes, seen to be a PDF that can be opened.

    Args:
        make: A report's own `render`.
        data: What it collected.
        language: Of the program's own words; empty for the one that is on.

    Raises:
        RuntimeError: What was made has no pages.
    """
    with speaking(language):
        content = make(data)
    if pages(content) < 1:
        raise RuntimeError("a report came out without pages")
    return content


def pages(content: bytes) -> int:
    """How many pages a PDF has, read by another library than the one that made it."""
    import pypdfium2  # noqa: PLC0415  # heavy: only when something is printed

    document = pypdfium2.PdfDocument(content)
    try:
        return len(document)
    finally:
        document.close()


def write(content: bytes, out: Path) -> None:
    """Put a PDF in place. An earlier one is whole until the new one is.

    Raises:
        FileProblem: The disk or the folder says no; the earlier PDF is untouched.
    """
    try:
        atomic.write(out, content)
    except OSError as error:
        raise not_written(out, error) from error


def file_name(title: str, key: str) -> str:
    """What a PDF is called: the title of what is printed, in letters every disk can hold."""
    return (_FORBIDDEN.sub(" ", title).strip(" .")[:_LONGEST] or key) + ".pdf"


def see_that_folder_is_there(path: Path) -> None:
    """Raises FileProblem where it is not."""
    if not path.absolute().parent.is_dir():
        message = _("There is no folder {name}.")
        raise FileProblem(FileFault.MISSING, message.format(name=path.parent))


def see_that_it_may_be_replaced(out: Path, file: Path | None) -> None:
    """Never write a print or an export over a file of plans.

    Raises:
        RuleBroken: It is one.
        FileProblem: It is no file, or there is no such folder.
    """
    see_that_folder_is_there(out)
    same = file is not None and out.exists() and file.exists() and out.samefile(file)
    if same or out.suffix.lower() == ".styrdesk":
        message = _("{name} is a file of plans and is not written over.")
        raise RuleBroken(message.format(name=out.name))
    if out.exists() and not out.is_file():
        message = _("{name} is no file. Write the name of a file.")
        raise FileProblem(FileFault.UNREADABLE, message.format(name=out.name or out))


_FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_HELD: Final = {5, 32, 33}  # what Windows says of a file that another program has open
_REFUSED: Final = {errno.EACCES, errno.EPERM, errno.EROFS}


def not_written(out: Path, error: OSError) -> FileProblem:
    """What to tell of a file that could not be written, in our words and not the system's."""
    advice = _("An earlier file is untouched. Choose another place, or free some space.")
    if error.errno in _FULL:
        fault, message = FileFault.DISK_FULL, _("The disk is full, so {name} was not written.")
    elif getattr(error, "winerror", None) in _HELD and out.exists():
        fault, message = FileFault.LOCKED, _("{name} is open in another program, or protected.")
        advice = _("Close it there and try again, or choose another name. It is untouched.")
    elif error.errno in _REFUSED:
        fault, message = FileFault.READ_ONLY, _("{name} may not be written in its folder.")
    elif not out.absolute().parent.is_dir():
        fault, message = FileFault.MISSING, _("{name} was not written: there is no such folder.")
    else:
        fault, message = FileFault.UNREADABLE, _("{name} could not be written.")
    return FileProblem(fault, message.format(name=out.name), advice)
