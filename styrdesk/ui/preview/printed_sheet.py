"""A dialog of what is kept with its print: it is laid out first, then both are kept, or neither."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from styrdesk.base.i18n import _
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.operations import Operations
from styrdesk.ui.kit.sheet import Sheet
from styrdesk.ui.preview.deciding import Deciding


@dataclass(frozen=True, slots=True)
class Laying:
    """What is laid out, and what is done with it.

    Attributes:
        render: Makes the print of the data, in the child process.
        keep: The use case that keeps what was made.
        said: Told meanwhile.
    """

    render: Callable[[Any], bytes]
    data: object
    language: str
    keep: Callable[[bytes], object]
    said: str


class PrintedSheet(Sheet):
    """Fields, and a note under them of how the print goes.

    Args:
        words: Head, and the button's word.
        operations: The door for writes.
        untouched: Told where no print could be made: what has not been done.
        secure: Makes the backup that comes before it; called on a thread. None for no backup.
    """

    def __init__(
        self,
        words: tuple[str, str],
        operations: Operations,
        untouched: str = "",
        secure: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(*words)
        self._operations, self._untouched = operations, untouched
        self._laying: Laying | None = None
        self.deciding = Deciding(secure, self)
        self.deciding.ready.connect(self._keep)
        self.deciding.failed.connect(self._failed)
        self.progress = Banner("info", "")
        self.progress.hide()

    @property
    def is_working(self) -> bool:
        return self.deciding.is_working

    def lay_out(self, laying: Laying) -> None:
        """Begin; what is printed is kept when the print is there."""
        self._laying = laying
        self.deciding.begin(laying.render, laying.data, laying.language)
        self.progress.say("info", laying.said)
        self.progress.show()
        self.form.setEnabled(False)  # what was written is what is kept
        self.working.emit(True)  # noqa: FBT003  # Qt

    def _keep(self, content: bytes) -> None:
        self.give_up()
        laying = self._laying
        if laying is None:
            return
        keep = partial(laying.keep, content)
        if self._operations.run(keep, broken=self.form.show_broken) is not None:
            self.done.emit()
        else:
            self.focus_first()

    def _failed(self) -> None:
        self.give_up()
        self.progress.say("bad", _("The PDF could not be made"), self._untouched)
        self.progress.show()

    def give_up(self) -> None:
        self.deciding.give_up()
        if not self.form.isEnabled():
            self.progress.hide()
            self.form.setEnabled(True)
            self.working.emit(False)  # noqa: FBT003  # Qt
