"""All that a file tells of a person: found for an extract, or written over for good.

Dataskyddsförordningen (EU) 2016/679 art. 15 and 17; what is archived stays (art. 17.3 d).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain.anonymisation import Anonymisation
from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.errors import FileProblem, RuleBroken
from styrdesk.domain.naming import field_name, kind_name
from styrdesk.domain.organisation import Person, required
from styrdesk.domain.personal_number import find as personal_numbers
from styrdesk.domain.plan import Plan
from styrdesk.domain.record import Record
from styrdesk.domain.search import Part
from styrdesk.domain.sought import Sought, label
from styrdesk.services.case_flow import CaseFlow
from styrdesk.services.guard import PlanGuard
from styrdesk.services.life import LifeService
from styrdesk.services.names import Names, typed
from styrdesk.services.personal_scan import PEOPLE, Look, Scan, Spot, texts_of
from styrdesk.services.search import BETWEEN, Hit, SearchService
from styrdesk.services.work import Work
from styrdesk.storage.file import File
from styrdesk.storage.history import Key
from styrdesk.storage.past import Put

# What was decided, and the record of who decided and signed it: archived, and never changed.
ARCHIVED: Final = frozenset(
    {
        *("plan_version", "version_minutes", "plan_stamp", "checklist_version", "decided_report"),
        *("disposal", "disposal_line", "disposal_exemption", "anonymisation"),
    }
)
_AT_ONCE: Final = 25  # traces dressed between two looks


@dataclass(frozen=True, slots=True)
class Trace:
    """A place where a person stands, as it is shown.

    Attributes:
        spot: Where that is.
        kind: What such a record is called, translated.
        name: What the record is called.
        inside: What it is a part of, the outermost first.
        title: What the field is called.
        passage: The words around; empty for a link.
        others: Names and personnummer of other people in the passage.
        archived: Whether it belongs to what is archived, and so is never changed.
        hit: Leads to it; None where it is gone.
    """

    spot: Spot
    kind: str
    name: str
    inside: str
    title: str
    passage: tuple[Part, ...]
    others: tuple[str, ...] = ()
    archived: bool = False
    hit: Hit | None = None

    @property
    def key(self) -> str:
        """Its own id."""
        return self.spot.key

    @property
    def where(self) -> str:
        """What it stands in, in words: what has no name of its own is told by what holds it."""
        own = "" if self.inside and self.name == self.kind else self.name
        return " – ".join(part for part in (self.inside, own) if part)

    @property
    def is_written(self) -> bool:
        """Whether it is words that may be written over."""
        spot = self.spot
        return not (spot.is_link or spot.about or spot.file or self.archived)


@dataclass(frozen=True, slots=True)
class Found:
    """What a walk through a file came to.

    Attributes:
        number: What a person made anonymous now is numbered.
        acts: How many steps in the history they have made; `first` and `last` are when, ISO 8601.
        unread: How many attached files have no text that could be looked in.
        cases: Secret cases that were opened for it.
        hidden: Whether secret cases were left out.
    """

    sought: Sought
    traces: tuple[Trace, ...] = ()
    number: int = 1
    acts: int = 0
    first: str = ""
    last: str = ""
    unread: int = 0
    cases: tuple[str, ...] = ()
    hidden: bool = True


def _nobody(_count: int) -> None:
    """Nobody asks how far it has come."""


class PersonalDataService:
    """Use cases of what is told of a person.

    Args:
        flow: Notes who opens a secret case and why.
        finish: Sees to free pages and backups after something was written over.
    """

    def __init__(  # noqa: PLR0913, PLR0917, RUF100  # what it works with
        self,
        file: File,
        work: Work,
        life: LifeService,
        flow: CaseFlow,
        finish: Callable[[], FileProblem | None],
    ) -> None:
        self._file, self._work, self._life = file, work, life
        self._flow, self._finish = flow, finish

    # ---- finding -----------------------------------------------------------------------------

    def find(self, sought: Sought, look: Look = _nobody, *, reason: str | None = None) -> Found:
        """Walk through the whole file.

        Args:
            sought: Who.
            look: Told how far it has come, in per cent.
            reason: Why secret cases are seen too, which is noted in each; None leaves them out.

        Raises:
            RuleBroken: No reason was written, or there are too many places.
        """
        if reason is not None:
            required(reason, "reason", _("Write why you need to see it."))
        scan = Scan(self._file, sought, look)
        secret = _Secret(self._file)
        spots = [(spot, secret.case_of(spot)) for spot in scan.spots()]
        seen = [spot for spot, case in spots if reason is not None or not case]
        traces = tuple(self._dressed(seen, sought, look))
        opened = tuple(dict.fromkeys(case for _spot, case in spots if case))
        if reason is not None and opened:
            there = [
                case for case in opened if self._file.store.count(RECORDS["case"], {"id": case})
            ]
            self._flow.open_secret(reason, *there)
        acts, first, last = self._file.past.acts(sought.people)
        return Found(
            sought,
            traces,
            scan.number + 1,
            acts,
            first,
            last,
            unread=scan.unread,
            cases=opened if reason is not None else (),
            hidden=reason is None,
        )

    def _dressed(self, spots: list[Spot], sought: Sought, look: Look) -> Iterator[Trace]:
        names, places = Names(self._file), SearchService(self._file)
        others = Sought(
            tuple(
                one.name
                for one in self._file.store.rows(Person)
                if one.id not in sought.people and one.name.strip() and one.name not in sought
            )
        )
        for n, spot in enumerate(spots):
            if n % _AT_ONCE == 0:
                look(100)
            hit = places.place(spot.table, spot.record, names)
            chain = hit.chain[:0:-1] if hit is not None else ()
            passage = ((spot.text, False),) if spot.about else sought.passage(spot.text)
            yield Trace(
                spot,
                kind_name(spot.table),
                names.of(spot.table, spot.record),
                BETWEEN.join(names.of(*above) for above in chain),
                field_name(spot.table, spot.field),
                passage,
                tuple(_strangers(passage, sought, others)),
                self._is_archived(spot),
                hit,
            )

    def _is_archived(self, spot: Spot) -> bool:
        """Whether it is, or belongs to, what was decided."""
        if spot.table in ARCHIVED:
            return True
        kind: type[Record] = RECORDS[spot.table]
        try:
            for row in self._file.store.rows(kind, {"id": spot.record}):
                if isinstance(row, Plan):
                    return row.is_final
                PlanGuard(self._file.store)(row)
        except RuleBroken:
            return True
        return False

    # ---- writing over ------------------------------------------------------------------------

    def anonymise(self, found: Found, chosen: Collection[str], reason: str) -> FileProblem | None:
        """Write something else wherever the person stands, in the past and in backups too.

        Links still lead to the person's record, which then tells a number and no name.

        Args:
            found: As it was looked at.
            chosen: Keys of the traces that are written over.
            reason: Why; it is kept, and so may not name the person.

        Returns:
            Why some backup still holds it; it is tried again at the next start.

        Raises:
            RuleBroken: No reason, or it names the person, or nothing is chosen.
        """
        required(reason, "reason", _("Write why."))
        if reason in found.sought:
            raise RuleBroken(_("The reason is kept. Write it without naming the person."), "reason")
        spots = [
            one.spot for one in found.traces
            if one.key in chosen and one.is_written and not self._is_archived(one.spot)
        ]  # fmt: skip
        if not spots:
            raise RuleBroken(_("Nothing is chosen that can be written over."))
        name = label(found.number)
        put = partial(_put, found.sought, {spot.key for spot in spots}, name)
        keys = {(spot.table, spot.record) for spot in spots}
        past = partial(self._file.past.rewrite, keys, put)
        at, by = self._life.now(), self._life.who()
        with self._work.erasure(N_("Make a person anonymous"), past=past):
            self._write_over(keys, put)
            self._file.store.save(Anonymisation(new_id(), at, by, name, reason.strip(), len(spots)))
        return self._finish()

    def log(self) -> tuple[Anonymisation, ...]:
        """Each time a person was made anonymous, the latest first."""
        return self._file.store.rows(Anonymisation, order=("-at",))

    def _write_over(self, keys: Collection[Key], put: Put) -> None:
        """What stands there now. Straight to the store: no rule stands in the way of it."""
        for table, record in keys:
            kind: type[Any] = RECORDS[table]
            for row in self._file.store.rows(kind, {"id": record}):
                changes = {
                    field: put(table, record, field, getattr(row, field))
                    for field in texts_of(table)
                }
                self._file.store.save(replace(row, **changes))


def _put(  # noqa: PLR0913, PLR0917, RUF100  # of one text all that is known
    sought: Sought,
    chosen: Collection[str],
    name: str,
    table: str,
    record: str,
    field: str,
    text: str,
) -> str:
    """What is to stand in place of a text: of their own record the name alone is left."""
    if f"{table}/{record}/{field}" not in chosen:
        return text
    if table == PEOPLE and record in sought.people:
        return name if field == "name" else ""
    return sought.replaced(text, name)


def _strangers(passage: tuple[Part, ...], sought: Sought, others: Sought) -> Iterator[str]:
    """Other people in what would be given out: names in the register, and personnummer."""
    said = "".join(words for words, _hit in passage)
    found = [said[start:end] for start, end in others.spans(said)]
    found += [number for number in personal_numbers(said) if number not in sought]
    yield from dict.fromkeys(found)


class _Secret:
    """Which secret case a record is, or is a part of; looked up once for each."""

    def __init__(self, file: File) -> None:
        self._file, self._names = file, Names(file)
        self._known: dict[tuple[str, str], str] = {}

    def case_of(self, spot: Spot) -> str:
        """The case's id, or empty."""
        key = spot.table, spot.record
        if key not in self._known:
            self._known[key] = self._looked_up(*key)
        return self._known[key]

    def _looked_up(self, table: str, record: str) -> str:
        values = self._names.values(table, record)
        if values is None:  # it is gone
            values = typed(table, self._file.history.last_held(table, record))
        return str(values.get("case_id") or record) if self._names.is_secret(values) else ""
