"""The plan's file form: one JSON object with every table of a document (docs/plan-format.md)."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from styrdesk.base.i18n import _
from styrdesk.base.ids import new_id
from styrdesk.domain import free_table, richtext
from styrdesk.domain.catalogue import OWNED, PLAN_TABLES, RECORDS
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import check_colour
from styrdesk.domain.plain import from_plain, links, one_line, schema, to_plain
from styrdesk.domain.plan import Block, BlockKind, check_plan
from styrdesk.domain.record import Record
from styrdesk.domain.template import MAX_LEVEL

FORMAT: Final = "styrdesk-plan"
VERSION: Final = 1
MEDIA_TYPES: Final = ("image/png", "image/jpeg")
MAX_BYTES: Final = 200 * 1024 * 1024
_MAX_DIGITS: Final = 20
_MAX_UNITS_DEEP: Final = 20


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A document and the images it shows: SHA-256 → (media type, bytes)."""

    document: PlanDocument
    files: Mapping[str, tuple[str, bytes]] = field(default_factory=dict)


def dump(plan: PlanFile) -> str:
    """The JSON text, the same for the same plan."""
    data: dict[str, object] = {"format": FORMAT, "version": VERSION, "richtext": richtext.VERSION}
    for table, rows in plan.document.tables():
        data[table] = [to_plain(row) for row in rows]
    data["files"] = {
        digest: {"media_type": kind, "base64": base64.b64encode(content).decode("ascii")}
        for digest, (kind, content) in sorted(plan.files.items())
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def load(text: str) -> PlanFile:
    """Read the JSON text.

    Raises:
        RuleBroken: It is no plan; the message names the place.
    """
    data = _parse(text)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise RuleBroken(_("This is not a plan exported from Styrdesk."))
    if [_version(data, part) for part in ("version", "richtext")] != [VERSION, richtext.VERSION]:
        raise RuleBroken(_("The plan is of another version than this Styrdesk can read."))
    unknown = sorted(set(data) - set(PLAN_TABLES) - {"format", "version", "richtext", "files"})
    if unknown:
        raise RuleBroken(_("Unknown part: {name}").format(name=one_line(unknown[0])), unknown[0])
    tables = {table: _rows(table, data.get(table, [])) for table in PLAN_TABLES}
    document = PlanDocument.of(tables)
    _see_that_it_holds_together(document)
    return PlanFile(document, _files(data.get("files", {}), document))


def _version(data: Mapping[str, Any], part: str) -> object:
    found = data.get(part)
    return None if isinstance(found, bool) else found  # true is 1 to Python, not to a schema


def _parse(text: str) -> Any:  # noqa: ANN401  # JSON is any
    try:
        return json.loads(text, parse_constant=_refuse, parse_int=_integer, object_pairs_hook=_once)
    except RecursionError:
        raise RuleBroken(_("The JSON is nested too deeply.")) from None
    except json.JSONDecodeError as error:
        message = _("The JSON cannot be read at line {line}, column {column}.")
        raise RuleBroken(message.format(line=error.lineno, column=error.colno)) from None


def _refuse(name: str) -> object:
    raise RuleBroken(_("The JSON holds {value}, which is no value.").format(value=name))


def _integer(digits: str) -> int:
    if len(digits) > _MAX_DIGITS:
        raise RuleBroken(_("The JSON holds a number that is too long."))
    return int(digits)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        message = _("The field {name} stands twice.")
        raise RuleBroken(message.format(name=one_line(twice)), twice)
    return found


def _rows(table: str, data: object) -> tuple[Record, ...]:
    if not isinstance(data, list):
        raise RuleBroken(_("{place}: a list is expected.").format(place=table), table)
    kind = RECORDS[table]
    return tuple(from_plain(kind, row, f"{table}[{n}]") for n, row in enumerate(data))


def _see_that_it_holds_together(document: PlanDocument) -> None:
    if len(document.plan) != 1 or len(document.municipality) > 1:
        raise RuleBroken(_("Exactly one plan, and at most one municipality, is expected."), "plan")
    ids: dict[str, set[str]] = {}
    for table, rows in document.tables():
        ids[table] = {row.id for row in rows}
        if len(ids[table]) != len(rows):
            raise RuleBroken(_("{place}: an id stands twice.").format(place=table), table)
    for table, rows in document.tables():
        for n, row in enumerate(rows):
            _see_that_links_lead(row, f"{table}[{n}]", ids)
    _see_that_it_is_a_tree("chapter", {c.id: c.parent_id for c in document.chapter}, MAX_LEVEL)
    _see_that_it_is_a_tree("unit", {u.id: u.parent_id for u in document.unit}, _MAX_UNITS_DEEP)
    for n, block in enumerate(document.block):
        _see_that_it_can_be_read(block, f"block[{n}].body")
    check_plan(document.the_plan)
    for municipality in document.municipality:
        check_colour(municipality.primary_colour, "municipality[0].primary_colour")


def _see_that_it_is_a_tree(table: str, parents: Mapping[str, str | None], levels: int) -> None:
    """No circle, which no page would ever show, and no more levels than there are."""
    for start in parents:
        at: str | None = start
        for _level in range(levels):
            at = parents[at] if at is not None else None
        if at is not None:
            message = _("{place}: a circle, or more than {levels} levels.")
            raise RuleBroken(message.format(place=table, levels=levels), table)


def _see_that_links_lead(row: Record, place: str, ids: Mapping[str, set[str]]) -> None:
    for name, (target, target_id) in links(row).items():
        if target_id not in ids[target]:
            message = _("{place}: there is no {target} with this id.")
            place = f"{place}.{name}"
            raise RuleBroken(message.format(place=place, target=target), place)


def _see_that_it_can_be_read(block: Block, place: str) -> None:
    try:
        if block.kind is BlockKind.TEXT:
            richtext.parse(block.body)
        elif block.kind is BlockKind.FREE_TABLE:
            free_table.read(block.body)
    except RuleBroken as error:
        raise RuleBroken(f"{place}: {error.message}", place) from None


def file_digests(document: PlanDocument) -> list[str]:
    """SHA-256 of every image the document shows, once each."""
    logos = [m.logo for m in document.municipality]
    return sorted({d for d in [*logos, *(b.file for b in document.block)] if d})


def _files(data: object, document: PlanDocument) -> dict[str, tuple[str, bytes]]:
    if not isinstance(data, dict):
        raise RuleBroken(_("{place}: an object is expected.").format(place="files"), "files")
    found: dict[str, tuple[str, bytes]] = {}
    for digest, entry in data.items():
        found[digest] = _image(entry, digest, f"files.{one_line(digest)[:12]}")
    wanted = file_digests(document)
    for digest in wanted:
        if digest not in found:
            raise _damaged(f"files.{digest[:12]}")
    return {digest: found[digest] for digest in wanted}


def _image(entry: object, digest: str, place: str) -> tuple[str, bytes]:
    if not isinstance(entry, dict) or set(entry) != {"media_type", "base64"}:
        raise _damaged(place)
    kind = entry["media_type"]
    try:
        content = base64.b64decode(entry["base64"], validate=True)
    except (TypeError, ValueError, binascii.Error):
        raise _damaged(place) from None
    if kind not in MEDIA_TYPES or hashlib.sha256(content).hexdigest() != digest:
        raise _damaged(place)
    return kind, content


def _damaged(place: str) -> RuleBroken:
    message = _("{place}: the image is missing or damaged.")
    return RuleBroken(message.format(place=place), place)


def as_new(document: PlanDocument) -> PlanDocument:
    """The same plan with new ids for all that it owns."""
    fresh = {row.id: new_id() for table in OWNED for row in document.rows(table)}
    tables = {
        table: tuple(_renamed(row, fresh) for row in rows) if table in OWNED else rows
        for table, rows in document.tables()
    }
    return PlanDocument.of(tables)


def _renamed(row: Record, fresh: Mapping[str, str]) -> Record:
    targets = {name: fresh[i] for name, (_t, i) in links(row).items() if i in fresh}
    return replace(row, id=fresh[row.id], **targets)


def json_schema() -> dict[str, object]:
    """JSON Schema of the file form (draft 2020-12); kept in `resources/schema`."""
    tables = {
        table: {"type": "array", "items": {"$ref": f"#/$defs/{table}"}} for table in PLAN_TABLES
    }
    image = {
        "type": "object",
        "properties": {
            "media_type": {"enum": list(MEDIA_TYPES)},
            "base64": {"type": "string", "contentEncoding": "base64"},
        },
        "required": ["media_type", "base64"],
        "additionalProperties": False,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A nämndplan exported from Styrdesk",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "richtext": {"const": richtext.VERSION},
            **tables,
            "files": {"type": "object", "additionalProperties": image},
        },
        "required": ["format", "version", "richtext", "plan", "committee"],
        "additionalProperties": False,
        "$defs": {table: schema(RECORDS[table]) for table in PLAN_TABLES},
    }
