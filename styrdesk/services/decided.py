"""All that is decided: listed, found by the kontrollkod of a paper, given out, recounted."""

from __future__ import annotations

from collections.abc import Collection

from styrdesk.base.i18n import _
from styrdesk.domain.control_code import read_code
from styrdesk.domain.decided import DecidedKind, DecidedLine, Soundness, Verdict
from styrdesk.domain.errors import FileProblem, RuleBroken
from styrdesk.storage.decided import DecidedLines
from styrdesk.storage.file import File


class DecidedService:
    """Use cases of decided documents, the same for every kind."""

    def __init__(self, file: File) -> None:
        self._file = file

    def lines(
        self, words: str = "", kinds: Collection[DecidedKind] = (), subject: str = ""
    ) -> DecidedLines:
        """Decided documents, the newest decision first, as a source of rows.

        Args:
            words: Words that must all stand in what it, its nämnd or its Dnr is called.
            kinds: Of these kinds; of every kind where none is told.
            subject: Id of the plan, or of the report on quality, behind them.
        """
        return DecidedLines(self._file.db, words, kinds, subject)

    def every(self) -> tuple[DecidedLine, ...]:
        """All of them, the newest decision first."""
        lines = self.lines()
        return lines.rows(0, lines.count())

    def line(self, key: str) -> DecidedLine:
        """The document with this id.

        Raises:
            RuleBroken: There is none.
        """
        found = DecidedLines(self._file.db, key=key).rows(0, 1)
        if not found:
            raise RuleBroken(_("The file has no such decided document."))
        return found[0]

    def find(self, typed: str) -> DecidedLine | None:
        """The document whose code was typed from a paper; None where the file has none such.

        Raises:
            RuleBroken: What was typed is no code.
        """
        code = read_code(typed)
        return next((line for line in self.every() if line.code == code), None)

    def pdf(self, line: DecidedLine) -> bytes:
        """The print as it was made at the decision.

        Raises:
            FileProblem: It is not what was kept, or gone.
        """
        return self._file.blobs.get(line.pdf)[1]

    def verify(self, line: DecidedLine) -> Verdict:
        """Recount the SHA-256 of all that was kept."""
        kept = line.content, line.pdf, line.noted_pdf
        return Verdict(*map(self._recounted, kept))

    def _recounted(self, digest: str) -> Soundness:
        if not digest:
            return Soundness.NONE
        if not self._file.blobs.has(digest):
            return Soundness.MISSING
        try:
            self._file.blobs.get(digest)
        except FileProblem:
            return Soundness.CHANGED
        return Soundness.INTACT
