"""The ways back: a backup as a file of its own, and what is offered when a file is damaged."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from styrdesk.base.formats import stamp
from styrdesk.base.i18n import _, ngettext
from styrdesk.domain.backup import Backup
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.services.backups import BackupService
from styrdesk.services.settings import SettingsService
from styrdesk.ui.kit.dialogs import Dialogs

_RUINED: Final = frozenset({FileFault.DAMAGED, FileFault.EMPTY, FileFault.FOREIGN})
_ELSEWHERE: Final = frozenset({FileFault.READ_ONLY, FileFault.UNREADABLE, FileFault.DISK_FULL})


class Restoring:
    """Puts a backup of one file back as a copy. The file itself is never touched.

    Args:
        backups: The file's backups.
        settings: Keep who sits here in the file, also for its copy.
        dialogs: The dialogs door.
    """

    def __init__(self, backups: BackupService, settings: SettingsService, dialogs: Dialogs) -> None:
        self._backups, self._settings, self._dialogs = backups, settings, dialogs

    def copy(self, kept: Backup) -> Path | None:
        """The backup as a file beside the original, or where the user says; None when not made.

        Raises:
            FileProblem: The backup is damaged, or the disk says no.
        """
        try:
            made = self._backups.restore(kept)
        except FileProblem as problem:
            if problem.fault not in _ELSEWHERE:
                raise
            title = _("The copy cannot lie beside the file. Where will it lie?")
            folder = self._dialogs.choose_folder(title)
            if folder is None:
                return None
            made = self._backups.restore(kept, folder)
        return self._known(made)

    def _known(self, made: Path) -> Path:
        """Who sat in the file sits in the copy."""
        person = self._settings.person(self._backups.file)
        if person:
            self._settings.set_person(made, person)
        return made

    def _salvage(self) -> Path:
        """A new file with what can be read; what was lost is told before it is shown."""
        done = self._backups.salvage()
        kept = ngettext("{count} record is saved.", "{count} records are saved.", done.kept)
        lost = ngettext("{count} is lost.", "{count} are lost.", done.lost)
        parts = [kept.format(count=done.kept)]
        if done.lost:
            parts.append(lost.format(count=done.lost))
        if not done.whole:
            parts.append(_("More is missing than can be counted."))
        compare = _(
            "The history is not with it. Compare with a backup or a print before you go on."
        )
        body = " ".join([*parts, compare])
        self._dialogs.message(_("What could be read lies in a new file"), body, kind="warn")
        return self._known(done.path)

    def offer(self, problem: FileProblem) -> Path | None:
        """Offer the ways on from a file that cannot be opened.

        Returns:
            A file to open instead; None when the user chose none.

        Raises:
            FileProblem: There is no way on from this one, or the way chosen failed.
        """
        good = self._backups.newest_good() if problem.fault in _RUINED else None
        ways: list[tuple[str, Callable[[], Path | None]]] = []
        if good is not None:
            words = _("Open the backup from {when}").format(when=stamp(good.at))
            ways.append((words, partial(self.copy, good)))
        if problem.fault is FileFault.DAMAGED:
            ways.append((_("Salvage what can be read"), self._salvage))
        if not ways:
            raise problem
        code = _("Code {code}").format(code=problem.fault.value)
        safe = _("The damaged file stays as it is. A copy is opened beside it.")
        head, body = problem.message, f"{safe}\n\n{code}"
        chosen = self._dialogs.choose(head, body, [words for words, _way in ways], kind="bad")
        return ways[chosen][1]() if chosen >= 0 else None
