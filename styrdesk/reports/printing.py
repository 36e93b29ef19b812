"""From a report to a PDF in its place: made, looked at, and only then put where the old one lay."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any, Final

from styrdesk.base import atomic
from styrdesk.base.i18n import _
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.reports.spec import ReportSpec


def render(spec: ReportSpec[Any], data: object) -> bytes:
    """The PDF's bytes, seen to be a PDF that can be opened.

    Raises:
        RuntimeError: What was made cannot be opened; nothing has been written.
    """
    content = spec.render(data)
    if pages(content) < 1:
        message = f"the report {spec.key} came out without pages"
        raise RuntimeError(message)
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


_FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_REFUSED: Final = {errno.EACCES, errno.EPERM, errno.EROFS}


def not_written(out: Path, error: OSError) -> FileProblem:
    """What to tell of a file that could not be written, in our words and not the system's."""
    advice = _("An earlier file is untouched. Choose another place, or free some space.")
    if error.errno in _FULL:
        fault, message = FileFault.DISK_FULL, _("The disk is full, so {name} was not written.")
    elif error.errno in _REFUSED:
        fault, message = FileFault.READ_ONLY, _("{name} may not be written in its folder.")
    elif not out.absolute().parent.is_dir():
        fault, message = FileFault.MISSING, _("{name} was not written: there is no such folder.")
    else:
        fault, message = FileFault.UNREADABLE, _("{name} could not be written.")
    return FileProblem(fault, message.format(name=out.name), advice)
