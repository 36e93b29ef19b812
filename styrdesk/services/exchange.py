"""Plans out of the file and into it, as JSON: all or nothing, nothing of the file's own lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from styrdesk.base.i18n import N_, _
from styrdesk.domain import plan_file
from styrdesk.domain.backup import Reason
from styrdesk.domain.budget import BudgetFrame, FrameItem
from styrdesk.domain.catalogue import OWNED, RECORDS, SHARED
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.errors import FileFault, FileProblem, RuleBroken
from styrdesk.domain.organisation import Municipality
from styrdesk.domain.plan import Plan
from styrdesk.domain.plan_file import PlanFile
from styrdesk.domain.record import Record
from styrdesk.domain.version import VersionOrigin
from styrdesk.services.image import check_image
from styrdesk.services.plan import PlanService
from styrdesk.services.version import Kept, VersionService
from styrdesk.services.work import Work
from styrdesk.storage.file import File


def plan_text(source: Path) -> str:
    """The JSON text of a plan that lies in a file.

    Raises:
        RuleBroken: It is too large to be a plan, or no UTF-8.
        FileProblem: It is not there, or cannot be read.
    """
    try:
        if source.stat().st_size > plan_file.MAX_BYTES:
            raise RuleBroken(_("{name} is too large to be a plan.").format(name=source.name))
        return source.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise RuleBroken(_("{name} is not UTF-8 text.").format(name=source.name)) from error
    except OSError as error:
        if isinstance(error, FileNotFoundError):
            message = _("There is no file {name}.")
            raise FileProblem(FileFault.MISSING, message.format(name=source.name)) from error
        message = _("{name} cannot be read.")
        raise FileProblem(FileFault.UNREADABLE, message.format(name=source.name)) from error


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did.

    Attributes:
        plan_id: The plan's id in this file.
        kept: Shared records that differ, and that stayed as the file had them, in words.
    """

    plan_id: str
    kept: tuple[str, ...] = ()


class ExchangeService:
    """Export and import of plans."""

    def __init__(
        self, file: File, work: Work, plans: PlanService, versions: VersionService
    ) -> None:
        self._file = file
        self._work = work
        self._plans, self._versions = plans, versions

    def export(self, choice: str) -> str:
        """A plan as JSON text (docs/plan-format.md); a decided one byte for byte as it was decided.

        Args:
            choice: Id of a plan, or of one of its versions.
        """
        version = self._versions.shown(choice)
        if version is not None:
            return self._versions.text(version)
        return self._versions.text_of(self._plans.document(choice))

    def import_plan(self, text: str, *, as_new: bool = False, secure: bool = True) -> Imported:
        """Put a plan into the file, in one step.

        Registers the plan shares with others (goals, indicators, organisation …) are added
        where they are missing; where the file has its own form of a record, that one stays.

        Args:
            text: The JSON text.
            as_new: Give the plan new ids, so that it can lie beside the same plan.
            secure: Make a backup before; a file that is being made has nothing to lose.

        Raises:
            RuleBroken: The text is no plan, or the file holds the plan already.
        """
        found = plan_file.load(text)
        for _kind, content in found.files.values():
            check_image(content)
        document = plan_file.as_new(found.document) if as_new else found.document
        the_plan = document.the_plan
        store = self._file.store
        if store.count(Plan, {"id": the_plan.id}):
            raise RuleBroken(_("The file holds this plan already."), "plan")
        self._see_that_ids_are_free(document)
        if secure:
            self._work.secure(Reason.IMPORT)
        kept: list[str] = []
        with self._work.step(N_("Import plan")):
            store.links_at_commit()
            for media_type, content in found.files.values():
                self._file.blobs.add(content, media_type)
            for table in SHARED:
                kept.extend(self._add_missing(table, document))
            came = plan_file.dump(PlanFile(document, found.files)) if as_new else text
            self._save_owned(document, came)
        return Imported(the_plan.id, tuple(kept))

    def _save_owned(self, document: PlanDocument, came: str) -> None:
        """The plan itself; one that comes as decided is frozen as it came, and keeps its code."""
        for table in OWNED:
            for row in document.rows(table):
                self._file.store.save(row)
        if document.the_plan.is_final:
            kept = Kept(came, VersionOrigin.IMPORTED, self._plans.life.now())
            self._versions.keep(document.the_plan, kept)

    def _see_that_ids_are_free(self, document: PlanDocument) -> None:
        for table in OWNED:
            ids = [row.id for row in document.rows(table)]
            if ids and self._file.store.count(RECORDS[table], {"id": ids}):
                raise RuleBroken(
                    _("The file holds parts of this plan already. Import it as new."), table
                )

    def _add_missing(self, table: str, document: PlanDocument) -> Iterator[str]:
        store = self._file.store
        kind: type[Record] = RECORDS[table]
        rows = document.rows(table)
        there = {row.id: row for row in store.rows(kind, {"id": [row.id for row in rows]})}
        for n, row in enumerate(rows):
            if row.id in there:
                if there[row.id] != row:
                    yield self._kept(f"{table}[{n}]", row)
            elif self._has_its_own(row):
                yield self._kept(f"{table}[{n}]", row)
            else:
                store.save(row)

    def _has_its_own(self, row: Record) -> bool:
        """Whether the file has another record in the one place there is for it."""
        store = self._file.store
        if isinstance(row, Municipality):
            return bool(store.count(Municipality))
        if isinstance(row, BudgetFrame):
            place = {"committee_id": row.committee_id, "year": row.year}
            return bool(store.count(BudgetFrame, place))
        return isinstance(row, FrameItem) and not store.count(BudgetFrame, {"id": row.frame_id})

    @staticmethod
    def _kept(place: str, row: Record) -> str:
        words = getattr(row, "title", "") or getattr(row, "name", "")
        return _("{place} {words}: the file's own was kept.").format(place=place, words=words)
