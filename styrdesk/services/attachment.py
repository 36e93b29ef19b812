"""Files kept with records: taken in, looked at, replaced, taken away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from styrdesk.base.clock import Clock
from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain.attachment import MAX_BYTES, Attachment, safe_name
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.services import photo
from styrdesk.services.attached_file import check_attached
from styrdesk.services.changes import Changes
from styrdesk.services.work import Work
from styrdesk.storage.file import File
from styrdesk.storage.opened_files import OpenedFiles


def read_for_keeping(path: Path) -> bytes:
    """The content of a file, or a little more than may be kept of a larger one.

    Raises:
        FileProblem: It cannot be read.
    """
    try:
        with path.open("rb") as source:
            return source.read(MAX_BYTES + 1)
    except OSError as error:
        message = _("{name} cannot be read: {error}")
        raise FileProblem(
            FileFault.UNREADABLE, message.format(name=path.name, error=error.strerror or error)
        ) from error


@dataclass(frozen=True, slots=True)
class FileGuard:
    """What is asked of a record, by its id, before its files change.

    Each raises `RuleBroken` where it is frozen.

    Attributes:
        add: Before one is added.
        change: Before one is replaced or taken away.
    """

    add: Callable[[str], None]
    change: Callable[[str], None]


class AttachmentService:
    """Use cases of kept files.

    Args:
        file: The open file.
        work: The door for writes.
        clock: The time.
        who: Tells the name of who sits here.
        guards: By a kind of record that has files.
    """

    def __init__(
        self,
        file: File,
        work: Work,
        clock: Clock,
        who: Callable[[], str],
        guards: Mapping[str, FileGuard],
    ) -> None:
        self._file, self._work, self._clock, self._who = file, work, clock, who
        self._guards = guards
        self.opened = OpenedFiles()

    def of(self, owner: str, record_id: str) -> tuple[Attachment, ...]:
        """The files of a record, also those of its points, the oldest first.

        Args:
            owner: The record's table ("governing_document").
            record_id: Its id.
        """
        rows = self._file.store.rows(Attachment, {f"{owner}_id": record_id})
        return tuple(sorted(rows, key=lambda one: (one.added_on is None, one.added_on, one.id)))

    def check(self, attachment: Attachment) -> None:
        """Whether a file may be added to what it belongs to, or changed where it is kept.

        Raises:
            RuleBroken: What it belongs to is frozen.
        """
        held = self._file.store.rows(Attachment, {"id": attachment.id})
        for table, guard in self._guards.items():
            owner: str | None = getattr(attachment, f"{table}_id")
            if owner is not None:
                (guard.change if held else guard.add)(owner)

    def add(self, owner: str, record_id: str, name: str, content: bytes, item: int = 0) -> Changes:
        """Keep a file with a record, or with a point of it.

        Raises:
            RuleBroken: It is of no kind that is kept, or too large; or the record is frozen.
        """
        links: dict[str, Any] = {f"{owner}_id": record_id}
        made = Attachment(new_id(), **links, item=item)
        with self._work.step(N_("Attach file")):
            self._file.store.save(self._filled(made, name, content))
        return self._work.last

    def replace(self, attachment_id: str, name: str, content: bytes) -> Changes:
        """Put another file in the place of one that is kept; what is refused is as in `add`."""
        held = self._file.store.get(Attachment, attachment_id)
        with self._work.step(N_("Replace file")):
            self._file.store.save(self._filled(held, name, content))
        return self._work.last

    def _filled(self, attachment: Attachment, name: str, content: bytes) -> Attachment:
        self.check(attachment)
        media_type = check_attached(content, name)
        content = photo.bare(content, media_type)
        return replace(
            attachment,
            name=safe_name(name, media_type),
            media_type=media_type,
            size=len(content),
            file=self._file.blobs.add(content, media_type),
            added_on=self._clock.today(),
            added_by=self._who(),
        )

    def remove(self, *attachment_ids: str) -> Changes:
        """Take files away; they lie in the trash.

        Raises:
            RuleBroken: What one belongs to is frozen.
        """
        for attachment_id in attachment_ids:
            self.check(self._file.store.get(Attachment, attachment_id))
        with self._work.step(N_("Remove file")):
            for attachment_id in attachment_ids:
                self._file.store.delete(Attachment, attachment_id)
        return self._work.last

    def content(self, attachment: Attachment) -> bytes:
        """The bytes.

        Raises:
            FileProblem: They are damaged.
        """
        return self._file.blobs.get(attachment.file)[1]

    def open(self, attachment: Attachment) -> Path:
        """A copy to look at in another program.

        Raises:
            FileProblem: The content is damaged, or there is no room for the copy.
        """
        content = self.content(attachment)
        try:
            return self.opened.put(safe_name(attachment.name, attachment.media_type), content)
        except OSError as error:
            message = _("{name} cannot be opened: {error}")
            raise FileProblem(
                FileFault.UNREADABLE,
                message.format(name=attachment.name, error=error.strerror or error),
            ) from error
