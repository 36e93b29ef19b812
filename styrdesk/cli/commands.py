"""The commands, each a few lines over the same services as the window.

What one of them needs alone it imports itself: the others do not wait for it.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from styrdesk.base import atomic
from styrdesk.base.i18n import _, ngettext, speaking
from styrdesk.cli.arguments import Chosen
from styrdesk.cli.doors import Doors
from styrdesk.cli.grammar import FOUND_ERRORS, GOOD
from styrdesk.domain.checks import Severity
from styrdesk.domain.checks.finding import SEVERITIES
from styrdesk.domain.errors import FileFault, FileProblem, RuleBroken
from styrdesk.domain.plan import PLAN_STATUSES, PlanStatus
from styrdesk.services.catalogue import Services
from styrdesk.services.settings import SettingsService

_MOST_HITS: Final = 200


def say(text: str) -> None:
    """A line of answer."""
    if sys.stdout:  # a windowed program on Windows has none
        sys.stdout.write(text + "\n")


def _warn(text: str) -> None:
    if sys.stderr:
        sys.stderr.write(" ".join(text.split()) + "\n")


def _json(data: object) -> None:
    say(json.dumps(data, ensure_ascii=False, indent=1))


@contextmanager
def _opened(chosen: Chosen, doors: Doors, kept: SettingsService) -> Iterator[Services]:
    services = doors.open_file(chosen.file or Path(), kept)
    try:
        yield services
    finally:
        services.file.close()


@contextmanager
def _made(target: Path, doors: Doors, kept: SettingsService) -> Iterator[Services]:
    """A new file that is filled beside its place and put there whole, or not at all."""
    from styrdesk.reports import printing  # how a file is put in its place

    printing.see_that_folder_is_there(target)
    if os.path.lexists(target):
        raise _exists(target)
    with atomic.temporary(target) as partial:
        services = doors.create_file(partial, kept)
        try:
            yield services
        finally:
            services.file.close()
        try:
            atomic.publish_new(partial, target)
        except FileExistsError as error:
            raise _exists(target) from error
        except OSError as error:
            raise printing.not_written(target, error) from error


def _exists(path: Path) -> FileProblem:
    return FileProblem(
        FileFault.EXISTS,
        _("{name} is there already.").format(name=path.name),
        _("Choose another name. The file has not been touched."),
    )


def plans(chosen: Chosen, doors: Doors, kept: SettingsService) -> int:
    """`styrdesk plans`: id, nämnd, year, title and status, newest first."""
    with _opened(chosen, doors, kept) as services:
        names = {c.id: c.name for c in services.committees.rows()}
        newest = {plan.id: services.versions.newest(plan.id) for plan in services.plans.plans()}
        rows: list[dict[str, object]] = [
            {
                "id": plan.id,
                "committee": names[plan.committee_id],
                "year": plan.year,
                "title": plan.title,
                "status": plan.status.value,
                "version": version.number if (version := newest[plan.id]) else None,
                "code": version.code if version else None,
            }
            for plan in services.plans.plans()
        ]
        if chosen.json:
            _json(rows)
        else:
            for row, plan in zip(rows, services.plans.plans(), strict=True):
                status = _(PLAN_STATUSES[plan.status])
                if row["version"]:
                    words = _("{status}, version {number} in force")
                    status = words.format(status=status, number=row["version"])
                say(f"{row['id']}  {row['year']}  {row['committee']}  {row['title']}  ({status})")
    return GOOD


def reports(chosen: Chosen, doors: Doors, kept: SettingsService) -> int:
    """`styrdesk reports`: every print the file can give."""
    from styrdesk.reports.catalogue import REPORTS  # only prints need it

    with _opened(chosen, doors, kept) as services:
        rows = [
            {"key": spec.key, "id": choice.id, "title": choice.title}
            for spec in REPORTS
            for choice in spec.choices(services)
        ]
    if chosen.json:
        _json(rows)
    else:
        for row in rows:
            say(f"{row['key']}:{row['id']}  {row['title']}")
    return GOOD


def print_report(chosen: Chosen, doors: Doors, kept: SettingsService) -> int:
    """`styrdesk print`: a plan or report to a PDF."""
    from styrdesk.reports import printing

    out = chosen.out or Path()
    printing.see_that_it_may_be_replaced(out, chosen.file)
    language = chosen.language or kept.current.print_language
    with _opened(chosen, doors, kept) as services:
        spec, choice = _chosen_report(chosen, services)
        data = printing.collect(spec, services, choice, language)
    content = printing.render(spec.render, data, language)
    printing.write(content, out)
    for finding in spec.warnings(data):
        _warn(f"{_(SEVERITIES[finding.severity])}: {finding.message} [{finding.code}]")
    say(_("Printed to {name}, {pages} pages.").format(name=out, pages=printing.pages(content)))
    return GOOD


def _chosen_report(chosen: Chosen, services: Services) -> tuple[Any, str]:
    from styrdesk.cli import versions
    from styrdesk.reports.catalogue import PLAN_REPORT, REPORTS

    if not chosen.report:
        return PLAN_REPORT, versions.chosen_plan(chosen, services)
    key, _colon, choice = chosen.report.partition(":")
    spec = next((s for s in REPORTS if s.key == key), None)
    if spec is None:
        raise RuleBroken(_("There is no report {key}.").format(key=key))
    if spec is PLAN_REPORT and not choice:
        return spec, versions.decided_last(services)
    if not choice:
        choice = next((c.id for c in spec.choices(services)), "")
    return spec, choice


def check(chosen: Chosen, doors: Doors, kept: SettingsService) -> int:
    """`styrdesk check`: what the check of a plan finds; 1 when there are errors."""
    with _opened(chosen, doors, kept) as services:
        plan_id = chosen.plan or _newest(services)
        findings = services.plans.findings(plan_id)
    if chosen.json:
        _json(
            [
                {
                    "severity": f.severity.value,
                    "code": f.code,
                    "message": f.message,
                    "table": f.place.table,
                    "record": f.place.record,
                    "field": f.place.field,
                    "chapter": f.place.chapter,
                }
                for f in findings
            ]
        )
    else:
        for f in findings:
            say(f"{_(SEVERITIES[f.severity])}: {f.message} [{f.code}]")
        if not findings:
            say(_("The check finds nothing to mend."))
    found = any(f.severity is Severity.ERROR for f in findings)
    return FOUND_ERRORS if found else GOOD


def verify(chosen: Chosen, doors: Doors, kept: SettingsService) -> int:
    """`styrdesk verify`: which version a paper is; 1 when it is not in force or not unchanged."""
    from styrdesk.cli import versions

    with _opened(chosen, doors, kept) as services:
        found = versions.to_verify(chosen, services)
        rows = [versions.row_of(services, one) for one in found]
        lines = [line for one in found for line in versions.lines_of(services, one)]
        sound = all(services.decided.verify(one).is_sound for one in found)
    if chosen.json:
        _json(rows)
    else:
        for line in lines or [_("Nothing in the file is decided.")]:
            say(line)
    replaced = chosen.code and rows[0]["status"] == PlanStatus.REPLACED.value
    return GOOD if sound and not replaced else FOUND_ERRORS


def compare(chosen: Chosen, doors: Doors, kept: SettingsService) -> int:
    """`styrdesk compare`: what differs between two versions of a plan."""
    from styrdesk.cli import comparing

    with _opened(chosen, doors, kept) as services:
        found = comparing.chosen_pair(chosen, services)
        title = services.plans.get(found.plan_id).title
    if chosen.json:
        _json(comparing.data_of(found))
    else:
        for line in comparing.lines_of(found, title):
            say(line)
    return GOOD


def list_register(chosen: Chosen, doors: Doors, kept: SettingsService) -> int:
    """`styrdesk list`: a register as a spreadsheet."""
    from styrdesk.reports import printing  # how a file is put in its place
    from styrdesk.services.listing import Listing, listings
    from styrdesk.services.sheets.giving_out import GivingOut
    from styrdesk.services.sheets.grid import form_of

    out = chosen.out or Path()
    form = form_of(out)
    printing.see_that_it_may_be_replaced(out, chosen.file)
    with _opened(chosen, doors, kept) as services:
        found = {one.key: one for one in listings(services)}
        if chosen.register not in found:
            known = ", ".join(found)
            raise RuleBroken(f"{Listing.unknown(chosen.register)} {known}", "register")
        one = found[chosen.register]
        giving = GivingOut(services.file, one)
        rows = [giving.cells(row) for row in one.rows()]
        content = giving.written(rows, form)
    printing.write(content, out)
    say(
        ngettext("Saved {count} row in {name}.", "Saved {count} rows in {name}.", len(rows)).format(
            count=len(rows), name=out
        )
    )
    return GOOD


def search(chosen: Chosen, doors: Doors, kept: SettingsService) -> int:
    """`styrdesk search`: what is found, the best first."""
    from styrdesk.cli import searching

    with _opened(chosen, doors, kept) as services:
        found = services.search.find(chosen.words, limit=_MOST_HITS)
    if chosen.json:
        _json(searching.data_of(found))
    else:
        for line in searching.lines_of(found):
            say(line)
    return GOOD


def extract(chosen: Chosen, doors: Doors, kept: SettingsService) -> int:
    """`styrdesk extract`: all that is told of a person; JSON where no PDF is asked for."""
    from styrdesk.domain.sought import asked_for, lines_of
    from styrdesk.reports import printing
    from styrdesk.reports.personal_data import data, render_extract

    if chosen.out is not None:
        printing.see_that_it_may_be_replaced(chosen.out, chosen.file)
    with _opened(chosen, doors, kept) as services, speaking(kept.current.print_language):
        people = [
            one.id for one in services.people.rows() if chosen.words in lines_of(one).splitlines()
        ]
        sought = asked_for(chosen.words, people)
        found = services.personal_data.find(sought, reason=chosen.reason)
        made = data.of(services, found)
    if chosen.out is None:
        say(data.as_json(made).decode())
        return GOOD
    content = printing.render(render_extract, made, kept.current.print_language)
    printing.write(content, chosen.out)
    for finding in data.warnings(made):
        _warn(f"{_(SEVERITIES[finding.severity])}: {finding.message} [{finding.code}]")
    pages = printing.pages(content)
    say(_("Printed to {name}, {pages} pages.").format(name=chosen.out, pages=pages))
    return GOOD


def _newest(services: Services) -> str:
    found = services.plans.plans()
    if not found:
        raise RuleBroken(_("There is no plan in the file."))
    return found[0].id


def export(chosen: Chosen, doors: Doors, kept: SettingsService) -> int:
    """`styrdesk export`: a plan as JSON."""
    from styrdesk.cli import versions
    from styrdesk.reports import printing  # how a file is put in its place

    out = chosen.out or Path()
    printing.see_that_it_may_be_replaced(out, chosen.file)
    with _opened(chosen, doors, kept) as services:
        text = services.exchange.export(versions.chosen_plan(chosen, services))
    printing.write(text.encode(), out)
    say(_("Exported to {name}.").format(name=out))
    return GOOD


def import_plan(chosen: Chosen, doors: Doors, kept: SettingsService) -> int:
    """`styrdesk import`: a plan from JSON into a file, which is made when it is missing."""
    from styrdesk.services.exchange import plan_text

    target = chosen.file or Path()
    text = plan_text(chosen.source or Path())
    there = target.exists()
    door = _opened(chosen, doors, kept) if there else _made(target, doors, kept)
    with door as services:
        done = services.exchange.import_plan(text, as_new=chosen.as_new, secure=there)
    for line in done.kept:
        _warn(line)
    say(_("Imported as {id}.").format(id=done.plan_id))
    return GOOD


def demo(chosen: Chosen, doors: Doors, kept: SettingsService) -> int:
    """`styrdesk demo`: a new file with the demo, what is decided in it with its print."""
    from styrdesk.reports.demo import fill

    out = chosen.out or Path()
    with _made(out, doors, kept) as services:
        fill(services, kept.current.print_language)
    say(_("The demo file lies in {name}.").format(name=out))
    return GOOD


def self_test(_chosen: Chosen, doors: Doors, kept: SettingsService) -> int:
    """`styrdesk --self-test`: makes, checks, prints and removes a demo file."""
    import tempfile

    with tempfile.TemporaryDirectory(prefix="styrdesk-") as folder:
        file, pdf = Path(folder) / "demo.styrdesk", Path(folder) / "plan.pdf"
        demo(Chosen("demo", out=file), doors, kept)
        with _opened(Chosen("check", file), doors, kept) as services:
            decided = services.plans.newest_decided().id
            errors = [f for f in services.plans.findings(decided) if f.severity is Severity.ERROR]
        code = print_report(Chosen("print", file, pdf), doors, kept)
    if errors:
        say(_("The self-test failed: {message}").format(message=errors[0].message))
        return FOUND_ERRORS
    say(_("The self-test went well."))
    return code


COMMANDS: Final[dict[str, Callable[[Chosen, Doors, SettingsService], int]]] = {
    "plans": plans,
    "reports": reports,
    "print": print_report,
    "check": check,
    "verify": verify,
    "compare": compare,
    "list": list_register,
    "search": search,
    "extract": extract,
    "export": export,
    "import": import_plan,
    "demo": demo,
    "self-test": self_test,
}
