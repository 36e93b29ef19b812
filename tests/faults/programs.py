"""What the children of the sweep do. Each prints `ACK n` when a thing is promised to be kept.

Run as `python -m tests.faults.programs NAME FOLDER`.
"""

from __future__ import annotations

import hashlib
import random
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from styrdesk import bootstrap
from styrdesk.base.clock import FrozenClock
from styrdesk.domain import plan_file, richtext
from styrdesk.domain.backup import Reason
from styrdesk.domain.case import Case
from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.checklist import ChecklistItem, ChecklistTemplate
from styrdesk.domain.decision import Decision, MinutesApproval
from styrdesk.domain.disposal import Wanted
from styrdesk.domain.errors import FileProblem, RuleBroken
from styrdesk.domain.organisation import Committee, Person, Unit
from styrdesk.domain.plan import Approval, Block, BlockKind
from styrdesk.domain.plan_file import PlanFile
from styrdesk.domain.retention import RetentionRule
from styrdesk.domain.routine import Routine
from styrdesk.domain.sought import Sought
from styrdesk.reports import printing
from styrdesk.services.catalogue import Services
from styrdesk.services.settings import SettingsService
from styrdesk.services.work import Work
from styrdesk.storage import backup, connection, file
from styrdesk.storage.migrations import MIGRATIONS
from tests.helpers.builders import CHAPTER, PLAN, a_document, a_plan, uid
from tests.helpers.files import approve, decide

CLOCK = FrozenClock(datetime(2026, 11, 23, 14, 2, tzinfo=UTC))
NAME = "a.styrdesk"
BACKUPS = "backups"
HOME_BACKUPS = Path(".local/share/styrdesk/backups")
PDF = "plan.pdf"
PRINTS = {1: b"%PDF-1.7 first" * 20_000, 2: b"%PDF-1.7 second" * 30_000}
# What nothing makes smaller, so that each is many pages of the file.
ATTACHED = {n: b"%PDF-1.7 " + random.Random(n).randbytes(90_000 * n) for n in (1, 2, 3)}  # noqa: S311
ROWS = 12
ERASED = "Zaphoda Beeblebrox"
ANSWERS = 6
IMPORTED = a_document(plan=(a_plan(),))
# The head of a picture, which is all that is looked at when it is kept.
PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\x00\x09\x00\x00\x00\x09" + bytes(9000)
PLAN_TEXT = plan_file.dump(PlanFile(IMPORTED))
DECISION = Decision("Nämnden", date(2026, 11, 20), "§ 1", "2026/1")
MINUTES = MinutesApproval(Approval.MINUTES, date(2026, 11, 22), "Åsa Öberg")
NEXT = (
    "ALTER TABLE committee ADD COLUMN chair TEXT NOT NULL DEFAULT ''",
    (
        "CREATE TABLE committee_name_2 (id TEXT PRIMARY KEY NOT NULL, committee_id TEXT NOT NULL "
        "REFERENCES committee (id) ON DELETE CASCADE, name TEXT NOT NULL, valid_from TEXT, "
        "valid_to TEXT, note TEXT NOT NULL) WITHOUT ROWID"
    ),
    (
        "INSERT INTO committee_name_2 SELECT id, committee_id, name, valid_from, valid_to, '' "
        "FROM committee_name"
    ),
    "DROP TABLE committee_name",
    "ALTER TABLE committee_name_2 RENAME TO committee_name",
    "CREATE INDEX committee_name_committee_id ON committee_name (committee_id)",
)


def acknowledge(number: int) -> None:
    print(f"ACK {number}", flush=True)  # noqa: T201


def tell(problem: FileProblem) -> None:
    print(f"TOLD {problem.fault.name}", flush=True)  # noqa: T201


def at_work(opened: file.File) -> Work:
    return Work(opened, CLOCK, lambda: "anna")


def write(opened: file.File, number: int) -> None:
    """The state with a number: the nämnd and all its units bear it."""
    opened.store.save(Committee("c", name=str(number)))
    for row in range(ROWS):
        text = f"{number} " + "text " * (20 * number)
        opened.store.save(Unit(f"{row:02}", committee_id="c", name=text))


def begin(folder: Path) -> None:
    """State 0, which no fault meets."""
    opened = file.create(folder / NAME)
    with at_work(opened).step("Begin"):
        write(opened, 0)
    opened.close()


def edit(folder: Path) -> None:
    """States 1, 2, undone to 1, done again to 2, and 3."""
    opened = file.open_file(folder / NAME)
    work = at_work(opened)
    for number in (1, 2):
        with work.step("Edit"):
            write(opened, number)
        acknowledge(number)
    work.undo()
    acknowledge(1)
    work.redo()
    acknowledge(2)
    with work.step("Edit", visit="v"):
        write(opened, 3)
    acknowledge(3)
    opened.close()


def edit_synced(how: str, folder: Path) -> None:
    """The same with other settings than ours."""
    connection.PRAGMAS["synchronous"] = how
    edit(folder)


def fill_memory(folder: Path) -> None:
    """State 1, then more than there is memory for, and 2 when there is less to write."""
    opened = file.open_file(folder / NAME)
    work = at_work(opened)
    with work.step("Edit"):
        write(opened, 1)
    acknowledge(1)
    opened.db.asked("PRAGMA hard_heap_limit = 12000000")
    try:
        with work.step("Edit"):
            write(opened, 3)
            opened.store.save(Person("p", name="x" * 24_000_000))
    except FileProblem as problem:
        tell(problem)
    with work.step("Edit"):
        write(opened, 2)
    acknowledge(2)


def fingerprint(opened: file.File) -> int:
    """A number for all that a file holds, and for where undo stands."""
    rows: list[object] = [opened.store.rows(kind) for kind in RECORDS.values()]
    held = repr((rows, opened.journal.latest(), opened.journal.undoable("")))
    return int.from_bytes(hashlib.sha256(held.encode()).digest()[:6])


def serving(folder: Path, person: str = "") -> Services:
    kept = SettingsService(folder / "settings")
    kept.set_person(folder / NAME, person)
    return bootstrap.open_services(folder / NAME, kept, CLOCK, owned=True)


def read_in(folder: Path) -> None:
    """A plan of another file is read in."""
    services = serving(folder)
    services.exchange.import_plan(PLAN_TEXT)
    acknowledge(1)
    services.file.close()


def plan(folder: Path) -> None:
    """A plan is read in, written in, undone, decided and approved, through the services."""
    services = serving(folder)
    said = partial(richtext.write, richtext.from_plain("Text. " * 900))
    image = Block(uid(91), chapter_id=CHAPTER, kind=BlockKind.IMAGE)
    steps: tuple[Callable[[], object], ...] = (
        lambda: services.people.add(Person(uid(92), name="Åsa Öberg")),
        lambda: services.exchange.import_plan(PLAN_TEXT),
        lambda: services.chapters.add_block(Block(uid(90), chapter_id=CHAPTER), 0),
        *(
            partial(services.chapters.save_block, Block(uid(90), CHAPTER, body=body), "visit")
            for body in ("<p>T</p>", "<p>Te</p>", said())
        ),
        services.work.undo,
        services.work.redo,
        lambda: services.chapters.add_block(image),
        lambda: services.chapters.set_image(image, PICTURE),
        lambda: services.chapters.delete_block(uid(91)),
        lambda: decide(services, PLAN, DECISION),
        lambda: approve(services, PLAN, MINUTES),
    )
    acknowledge(fingerprint(services.file))
    for step in steps:
        step()
        acknowledge(fingerprint(services.file))
    services.file.close()


def checklist(folder: Path) -> None:
    """A checklist is begun (1), six points are answered (2–7), and it is signed (8)."""
    services = serving(folder, person=uid(92))
    services.people.add(Person(uid(92), name="Åsa Öberg"))
    template = ChecklistTemplate(uid(80), title="Skyddsrond")
    services.checklist_templates.add(template)
    for n in range(ANSWERS):
        services.checklist_items.add(ChecklistItem(uid(81 + n), template.id, f"Punkt {n}"))
    lists = services.checklists
    key = lists.begin(template.id, "c", None, None)
    acknowledge(1)
    for n in range(ANSWERS):
        lists.answer(key, n + 1, "no" if n == 1 else "yes")
        acknowledge(n + 2)
    lists.sign(key)
    acknowledge(ANSWERS + 2)
    services.file.close()


def attach(folder: Path) -> None:
    """A file is kept with a routine (1), and another (2), which is replaced (3)."""
    services = serving(folder)
    services.routines.add(Routine(uid(70), title="Egenkontroll"))
    files = services.attachments
    for number in (1, 2):
        files.add("routine", uid(70), f"{number}.pdf", ATTACHED[number])
        acknowledge(number)
    files.replace(files.of("routine", uid(70))[0].id, "3.pdf", ATTACHED[3])
    acknowledge(3)
    services.file.close()


def create(folder: Path) -> None:
    """A new file beside the other."""
    file.create(folder / "new.styrdesk").close()
    acknowledge(1)


def erase(folder: Path) -> None:
    """A case that was closed long ago, with a backup that holds it; it is taken away by rule."""
    services = serving(folder)
    services.case_flow.begin()
    kind = services.cases.types()[0].id
    with services.work.step("Edit"):
        stage = services.cases.way(kind).stages[0].id
        closed = Case("k", "c", kind, stage, title=ERASED, closed_on=date(2020, 1, 1))
        services.file.store.save(closed)
        services.file.store.save(RetentionRule("r", "Ärenden", kept=False, basis="3.4"))
    services.backups.secure(Reason.START)
    if (told := services.backups.state().problem) is not None:
        raise told
    acknowledge(1)
    wanted = Wanted(services.disposals.due(), "§ 1", date(2026, 1, 1))
    problem = services.disposals.dispose(wanted)
    if problem is not None:
        raise problem
    acknowledge(2)
    services.file.close()


def anonymise(folder: Path) -> None:
    """Somebody is told of in the register, a unit and the trash, and in a backup; written over."""
    services = serving(folder)
    services.people.add(Person("p", ERASED))
    services.units.add(Unit("u", committee_id="c", name=f"Hos {ERASED}"))
    services.units.add(Unit("gone", committee_id="c", name=f"Utan {ERASED}"))
    services.units.delete("gone")
    services.backups.secure(Reason.START)
    if (told := services.backups.state().problem) is not None:
        raise told
    acknowledge(1)
    found = services.personal_data.find(Sought((ERASED,), frozenset({"p"})))
    every = {trace.key for trace in found.traces}
    problem = services.personal_data.anonymise(found, every, "Begäran")
    if problem is not None:
        raise problem
    acknowledge(2)
    services.file.close()


def erase_on(folder: Path) -> None:
    """The next start: what was broken off goes on."""
    services = serving(folder)
    problem = services.retention.finish()
    if problem is not None:
        raise problem
    acknowledge(1)
    services.file.close()


def change_form(folder: Path) -> None:
    """The file as a newer program would open it."""
    setattr(file, "MIGRATIONS", (*MIGRATIONS, NEXT))  # noqa: B010
    file.open_file(folder / NAME, folder / BACKUPS).close()
    acknowledge(1)


def print_twice(folder: Path) -> None:
    """A print, and another in its place."""
    for number in (1, 2):
        printing.write(PRINTS[number], folder / PDF)
        acknowledge(number)


def back_up(folder: Path) -> None:
    """Two backups of a file that is changed between them."""
    root = backup.folder_of(folder / BACKUPS, folder / NAME)
    opened = file.open_file(folder / NAME)
    for number in (1, 2):
        backup.keep_file(folder / NAME, root, CLOCK.now(), Reason.REGULAR)
        backup.thin(root, CLOCK.now())
        acknowledge(number)
        with at_work(opened).step("Edit"):
            write(opened, number)
    opened.close()


PROGRAMS: dict[str, Callable[[Path], None]] = {
    "begin": begin,
    "edit": edit,
    "edit-full": partial(edit_synced, "full"),
    "edit-off": partial(edit_synced, "off"),
    "import": read_in,
    "memory": fill_memory,
    "plan": plan,
    "attach": attach,
    "checklist": checklist,
    "create": create,
    "migrate": change_form,
    "print": print_twice,
    "backup": back_up,
    "erase": erase,
    "anonymise": anonymise,
    "erase-on": erase_on,
}

if __name__ == "__main__":
    try:
        PROGRAMS[sys.argv[1]](Path(sys.argv[2]))
    except FileProblem as problem:
        tell(problem)
    except RuleBroken:
        print("TOLD REFUSED", flush=True)  # noqa: T201
