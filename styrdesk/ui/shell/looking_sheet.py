"""A large file is looked through before it is opened: said, shown to go on, and left by Cancel."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from styrdesk.base.formats import file_size
from styrdesk.base.i18n import _
from styrdesk.domain.errors import FileProblem
from styrdesk.services.opening import look_through
from styrdesk.ui.kit.aside_work import AsideWork
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.sheet import Sheet
from styrdesk.ui.kit.status import Going
from styrdesk.ui.kit.text import text


class LookingSheet(Sheet):
    """Begins at once, and is done when the file was seen to be whole.

    Args:
        path: The file.
        size: Its bytes.

    Attributes:
        mark: What the file is then; empty before.
        problem: Why it cannot be opened; None while nothing is wrong.
    """

    def __init__(self, path: Path, size: int) -> None:
        super().__init__(_("Looking through {name}").format(name=path.name), _("Open"))
        self.mark = ""
        self.problem: FileProblem | None = None
        self.work = AsideWork(self)
        self.work.done.connect(self._seen)
        self.work.failed.connect(self._failed)
        words = _(
            "It was not closed here the last time, or has been copied, moved or written by another "
            "program since. All of it ({size}) is read to see that nothing is damaged, and then it "
            "is opened. Nothing in it is changed, and nothing that is saved in it is lost."
        )
        said = text(words.format(size=file_size(size)), wrap=True)
        self.setLayout(col(said, Going(self.head), gap=12))
        self.work.begin(partial(look_through, path))

    @property
    def is_working(self) -> bool:
        return not self.mark and self.problem is None

    def _seen(self, mark: str) -> None:
        self.mark = mark
        self.done.emit()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, FileProblem):
            self.problem = error
        self.working.emit(False)  # noqa: FBT003  # a signal's value
        self.shut.emit()
        if self.problem is None:
            raise error

    def give_up(self) -> None:
        self.work.cancel()
