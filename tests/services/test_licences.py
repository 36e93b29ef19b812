"""Everybody's work is named, with the terms in full."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata

import pytest
from packaging.requirements import Requirement

from styrdesk.base.paths import resource, root
from styrdesk.services.licences import Component, components

ALL = components()


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def wanted() -> set[str]:
    """What the program depends on, and what that depends on in turn."""
    project = tomllib.loads((root() / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found, waiting = set[str](), list(project["dependencies"])
    while waiting:
        need = Requirement(waiting.pop())
        here = need.marker is None or need.marker.evaluate({"extra": ""})
        if here and plain(need.name) not in found:
            found.add(plain(need.name))
            waiting += metadata.requires(need.name) or []
    return found


def test_every_package_that_is_depended_on_is_named_and_no_other() -> None:
    assert {plain(package) for one in ALL for package in one.packages} == wanted()


def test_every_package_is_locked() -> None:
    lock = (root() / "packaging" / "requirements.txt").read_text(encoding="utf-8")
    locked = {plain(name) for name in re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)}
    assert wanted() <= locked


def test_every_font_and_icon_set_is_named() -> None:
    texts = {text for one in ALL for text in one.texts}
    fonts = {f"fonts/{path.name}" for path in resource("fonts").glob("*-*.txt")}
    assert fonts | {"icons/LICENSE"} <= texts
    families = {path.name.split("-")[0].split(".")[0] for path in resource("fonts").glob("*.ttf")}
    assert {text.split("/")[1].split("-")[0] for text in fonts} == families


@pytest.mark.parametrize("one", ALL, ids=[one.name for one in ALL])
def test_the_licence_can_be_read_in_full(one: Component) -> None:
    words = one.words()
    assert len(words) > 200
    assert "\ufffd" not in words
    assert one.version or not one.packages


def test_the_lgpl_comes_with_the_gpl_it_rests_on() -> None:
    words = next(one for one in ALL if "Qt" in one.name).words()
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in words
    assert "GNU GENERAL PUBLIC LICENSE" in words


def test_a_package_that_does_not_tell_costs_nothing_but_its_version() -> None:
    one = Component("Nothing", "MIT", ("no-such-package-at-all",))
    assert (one.version, one.words()) == ("", "")
