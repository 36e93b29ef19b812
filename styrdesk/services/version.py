"""Decided versions of plans: kept as they were decided, and read again."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace

from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain import decision, plan_file
from styrdesk.domain.decision import Decision, MinutesApproval
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.errors import FileProblem, RuleBroken
from styrdesk.domain.plan import FINAL, Plan, PlanStatus
from styrdesk.domain.plan_file import PlanFile
from styrdesk.domain.version import (
    PlanVersion,
    VersionMinutes,
    VersionOrigin,
    in_force,
)
from styrdesk.services.life import LifeService
from styrdesk.services.plan_document import document_of
from styrdesk.services.work import Work
from styrdesk.storage.file import File


@dataclass(frozen=True, slots=True)
class Kept:
    """What is frozen: the file form, the moment, and the print with its language, if any.

    Attributes:
        read: The file form as it was read again, where it was.
    """

    text: str
    origin: VersionOrigin
    at: str
    pdf: bytes = b""
    language: str = ""
    read: PlanFile | None = None


class VersionService:
    """Use cases of versions."""

    def __init__(self, file: File, work: Work, life: LifeService) -> None:
        self._file, self._work, self._life = file, work, life
        self._read: tuple[str, PlanFile] | None = None

    # ---- which -------------------------------------------------------------------------------

    def versions(self, plan_id: str) -> tuple[PlanVersion, ...]:
        """The versions of a plan, the newest first."""
        return self._file.store.rows(PlanVersion, {"plan_id": plan_id}, order=("-number",))

    def newest(self, plan_id: str) -> PlanVersion | None:
        """The version that is in force; None of a plan that has never been decided."""
        return in_force(self.versions(plan_id))

    def next_number(self, plan_id: str) -> int:
        """What the version is numbered that the plan becomes when it is decided."""
        newest = self.newest(plan_id)
        return newest.number + 1 if newest else 1

    def numbered(self, plan_id: str, number: int) -> PlanVersion:
        """A version by its number.

        Raises:
            RuleBroken: There is none.
        """
        found = next((v for v in self.versions(plan_id) if v.number == number), None)
        if found is None:
            raise RuleBroken(_("The plan has no version {number}.").format(number=number))
        return found

    def shown(self, choice: str) -> PlanVersion | None:
        """What is read and printed for the id of a plan or of a version.

        Of a decided plan it is the newest version; None of one that is being written.
        """
        found = self._file.store.rows(PlanVersion, {"id": choice})
        if found:
            return found[0]
        plans = self._file.store.rows(Plan, {"id": choice})
        return self.newest(choice) if plans and plans[0].is_final else None

    def standing(self, version: PlanVersion) -> PlanStatus:
        """Decided, decided and approved, or replaced by a later version."""
        newest = self.newest(version.plan_id)
        if newest is not None and newest.number > version.number:
            return PlanStatus.REPLACED
        return self.minutes(version).status

    # ---- what it says ------------------------------------------------------------------------

    def text(self, version: PlanVersion) -> str:
        """The content as it was decided, byte for byte: the plan's file form.

        Raises:
            FileProblem: It is not what was kept, or gone.
        """
        return self._bytes(version.content).decode("utf-8")

    def decided(self, version: PlanVersion) -> PlanFile:
        """The content as it was decided, with its images."""
        if self._read is None or self._read[0] != version.content:
            self._read = version.content, plan_file.load(self.text(version))
        return self._read[1]

    def document(self, version: PlanVersion, minutes: VersionMinutes | None = None) -> PlanDocument:
        """The decided content, with what the minutes say of it: now, unless they are given."""
        found = self.decided(version).document
        said = self._with_minutes(found.the_plan, minutes or self.minutes(version))
        return found if said == found.the_plan else replace(found, plan=(said,))

    def _with_minutes(self, plan: Plan, minutes: VersionMinutes) -> Plan:
        plan = decision.with_facts(plan, decision.facts_of(Decision, minutes))
        plan = decision.with_facts(plan, decision.facts_of(MinutesApproval, minutes))
        return replace(plan, status=minutes.status)

    def minutes(self, version: PlanVersion) -> VersionMinutes:
        """What the minutes say of it; what was said at the decision where salvage lost them."""
        found = self._file.store.rows(VersionMinutes, {"version_id": version.id})
        if found:
            return found[0]
        decided = self.decided(version).document.the_plan
        return _minutes(VersionMinutes(new_id(), version.id), decided, version.made_at)

    def pdf(self, version: PlanVersion, language: str) -> bytes:
        """The print as it was made when what the minutes say was noted, or at the decision.

        Empty when none was made, when the print is to be in another language, or when the minutes
        say more or other than on any: it is then printed anew from the same content.
        """
        minutes = self.minutes(version)
        if minutes.pdf:
            return self._bytes(minutes.pdf) if minutes.language == language else b""
        as_then = version.language == language and self.document(version) == (
            self.decided(version).document
        )
        return self._bytes(version.pdf) if version.pdf and as_then else b""

    def _bytes(self, digest: str) -> bytes:
        return self._file.blobs.get(digest)[1]

    # ---- keeping -----------------------------------------------------------------------------

    def text_of(self, document: PlanDocument) -> str:
        """The file form of a document of this file, with its images."""
        digests = plan_file.file_digests(document)
        return plan_file.dump(PlanFile(document, {d: self._file.blobs.get(d) for d in digests}))

    def keep(self, plan: Plan, kept: Kept) -> PlanVersion:
        """Freeze what is decided as the plan's next version, inside a step."""
        blobs, store = self._file.blobs, self._file.store
        made = PlanVersion(
            new_id(),
            plan.id,
            self.next_number(plan.id),
            kept.origin,
            kept.at,
            self._life.who(),
            blobs.add(kept.text.encode("utf-8"), "application/json"),
            blobs.add(kept.pdf, "application/pdf") if kept.pdf else "",
            kept.language,
            plan.title,
        )
        if kept.read is not None:  # the window shows it at once
            self._read = made.content, kept.read
        store.save(made)
        store.save(_minutes(VersionMinutes(new_id(), made.id), plan, kept.at))
        if kept.origin is VersionOrigin.DECIDED:
            self._life.stamp(plan.id, made.number, PlanStatus.DECIDED, kept.at)
        return made

    def noted(self, minutes: VersionMinutes) -> VersionMinutes:
        """What the minutes say when it is noted now; an earlier print does not tell it."""
        return replace(minutes, noted_at=self._life.now(), pdf="", language="")

    def note(self, minutes: VersionMinutes, pdf: bytes, language: str) -> None:
        """Keep what the minutes of a version say, with the print that tells it, inside a step."""
        digest = self._file.blobs.add(pdf, "application/pdf")
        self._file.store.save(replace(minutes, pdf=digest, language=language))

    def freeze_older(self) -> None:
        """Freeze what was decided and has no version, as it stands now; said of each.

        It was decided before there were versions, or salvage lost its version: an earlier one is
        not what the minutes of the plan speak of. One that cannot be written whole, for a picture
        of it is lost, is read as before.
        """
        final = self._file.store.rows(Plan, {"status": [status.value for status in FINAL]})
        waiting = {plan: self._text_now(plan) for plan in final if not self._is_frozen(plan)}
        if not any(waiting.values()):
            return
        at = self._life.now()
        with self._work.barrier(N_("Freeze decided plans")):
            for plan, text in waiting.items():
                if text:
                    self.keep(plan, Kept(text, VersionOrigin.UPGRADED, at))

    def _is_frozen(self, plan: Plan) -> bool:
        newest = self.newest(plan.id)
        return newest is not None and (
            decision.facts_of(Decision, self.minutes(newest)) == decision.facts_of(Decision, plan)
        )

    def _text_now(self, plan: Plan) -> str:
        """The file form of a plan as it stands; empty when it cannot be written and read again."""
        try:
            text = self.text_of(document_of(self._file.store, plan))
            plan_file.load(text)
        except (FileProblem, RuleBroken):
            return ""
        return text


def _minutes(found: VersionMinutes, plan: Plan, at: str) -> VersionMinutes:
    decided = asdict(decision.facts_of(Decision, plan))
    approved = asdict(decision.facts_of(MinutesApproval, plan))
    return replace(found, status=plan.status, noted_at=at, **decided, **approved)
