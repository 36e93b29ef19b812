"""`styrdesk search`: hits as lines and as JSON values."""

from __future__ import annotations

from collections.abc import Iterator

from styrdesk.base.i18n import _
from styrdesk.domain.search import Part
from styrdesk.services.search import Found


def data_of(found: Found) -> dict[str, object]:
    """What was found, as JSON values."""
    return {
        "count": found.count,
        "all": found.is_all,
        "hits": [
            {
                "table": hit.table,
                "id": hit.record,
                "kind": hit.kind,
                "name": _plain(hit.name),
                "inside": hit.inside,
                "field": hit.field_key,
                "snippet": _plain(hit.snippet),
            }
            for hit in found.hits
        ],
    }


def lines_of(found: Found) -> Iterator[str]:
    """The same in words: a kind, and under it what was found."""
    if not found.count:
        yield _("Nothing was found.")
        return
    kind = ""
    for hit in found.hits:
        if hit.kind != kind:
            kind = hit.kind
            yield f"{kind}:"
        yield "  " + " – ".join(part for part in (_plain(hit.name), hit.inside) if part)
        if hit.snippet:
            yield f"    {hit.field}: {_shown(hit.snippet)}"
    yield found.told()


def _plain(parts: tuple[Part, ...]) -> str:
    return " ".join("".join(part for part, _hit in parts).split())


def _shown(parts: tuple[Part, ...]) -> str:
    """The hits between arrows, since a terminal may have no bold."""
    return " ".join("".join(f"»{part}«" if hit else part for part, hit in parts).split())
