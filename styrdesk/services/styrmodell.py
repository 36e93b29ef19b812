"""The styrmodell's texts and the plan templates: data that a municipality may edit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from styrdesk.base.i18n import _
from styrdesk.base.paths import resource
from styrdesk.domain import template
from styrdesk.domain.errors import FileFault, FileProblem, RuleBroken

_SHIPPED: Final = "namndplan"


@dataclass(frozen=True, slots=True)
class Rubric:
    """One of the seven rubrics of kvalitetsledning."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class LeaderRole:
    """One of the ledarfilosofi's five roles with its statements."""

    title: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """One of the värdegrund's sentences, what it means, and why."""

    sentence: str
    meaning: str
    reason: str


@dataclass(frozen=True, slots=True)
class Styrmodell:
    """The texts of the styrmodell, word for word.

    Attributes:
        pieces: Paragraphs of each pusselbit by its key ("quality", "planning", …) and of the
            whole ("model").
    """

    name: str
    pieces: Mapping[str, tuple[str, ...]]
    watchwords: tuple[str, ...]
    rubrics: tuple[Rubric, ...]
    roles: tuple[LeaderRole, ...]
    leadership_intro: str
    values: tuple[Value, ...]
    document_types: tuple[str, ...]


def load(path: Path) -> dict[str, Any]:
    """The content of a TOML file.

    Raises:
        FileProblem: It is missing or cannot be read.
    """
    import tomllib  # noqa: PLC0415  # not every start reads such a file

    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise FileProblem(
            FileFault.UNREADABLE,
            _("{name} cannot be read: {error}").format(name=path.name, error=error),
        ) from error


@cache
def styrmodell() -> Styrmodell:
    """Borlänge's styrmodell, from `resources/styrmodell/borlange.toml`."""
    data = load(resource("styrmodell", "borlange.toml"))
    return Styrmodell(
        name=data["name"],
        pieces={key: tuple(texts) for key, texts in data["pieces"].items()},
        watchwords=tuple(data["watchwords"]),
        rubrics=tuple(Rubric(**r) for r in data["rubric"]),
        roles=tuple(LeaderRole(r["title"], tuple(r["statements"])) for r in data["role"]),
        leadership_intro=data["leadership_intro"],
        values=tuple(Value(**v) for v in data["value"]),
        document_types=tuple(data["document_types"]),
    )


def plan_templates() -> dict[str, str]:
    """The templates of `resources/templates`: file name without suffix → title, shipped one first.

    One that cannot be read is left out: a municipality may be in the midst of writing it.
    """
    found = {}
    for path in sorted(resource("templates").glob("*.toml"), key=lambda p: p.stem != _SHIPPED):
        try:
            found[path.stem] = plan_template(path).title or path.stem
        except (FileProblem, RuleBroken):
            continue
    return found


def plan_template(path: Path | None = None) -> template.Template:
    """The template of a nämndplan: the one shipped, or a municipality's own file.

    Raises:
        FileProblem: The file cannot be read.
        RuleBroken: Its content is no template.
    """
    path = path or resource("templates", f"{_SHIPPED}.toml")
    try:
        return template.read(load(path))
    except RuleBroken as error:
        raise RuleBroken(f"{path.name}: {error.message}") from None
