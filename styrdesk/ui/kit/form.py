"""A form: fields one under the other or side by side where there is room, and their errors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from styrdesk.domain.errors import RuleBroken
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.field import Field
from styrdesk.ui.kit.foot import Foot
from styrdesk.ui.kit.layout import FlowLayout, Rule, box, col
from styrdesk.ui.kit.sight import bring_into_sight
from styrdesk.ui.kit.text import text
from styrdesk.ui.kit.theme import px
from styrdesk.ui.kit.tokens import S3, S4


class Form(QWidget):
    """Fields in reading order; two given together stand beside each other and wrap when narrow."""

    def __init__(self) -> None:
        super().__init__()
        self._fields: dict[str, Field[Any]] = {}
        self._banner = Banner("bad", "")
        self._banner.hide()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)  # the fields' feet keep them apart
        self._column.setContentsMargins(0, 0, 0, 0)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(0)
        self._column.addLayout(self._parts)
        self._into = self._parts
        self._column.addWidget(self._banner)  # last: it pushes down nothing that one points at

    def add(self, *fields: Field[Any]) -> None:
        """A line of one field, or of short ones beside each other."""
        for field in fields:
            self._fields[field.objectName() or field.label] = field
        if len(fields) == 1:
            fields[0].foot.reserve()
            self._into.addWidget(fields[0])
            return
        foot = Foot()
        for field in fields:
            field.share(foot)
        line = box(col(box(FlowLayout(*fields, gap=S4, top=True)), foot, gap=4))
        foot.reserve()  # not before it stands somewhere: shown alone it would open a window
        self._into.addWidget(line)

    def add_head(self, words: str) -> None:
        """A hairline and a head before the next fields."""
        self._into.addSpacing(px(S3))
        self._into.addWidget(Rule())
        self._into.addSpacing(px(S4))
        self._into.addWidget(text(words, "h3"))
        self._into.addSpacing(px(S3))

    def section(self, words: str = "") -> QWidget:
        """What is added from now on stands in a part of its own, which can be hidden as a whole.

        Args:
            words: Its head, translated; empty for none.
        """
        self._into = col(gap=0)
        part = box(self._into)
        self._parts.addWidget(part)
        if words:
            self.add_head(words)
        return part

    def add_widget(self, widget: QWidget | QLayout) -> None:
        """Anything else between the fields."""
        if isinstance(widget, QLayout):
            self._into.addLayout(widget)
        else:
            self._into.addWidget(widget)
        self._into.addSpacing(px(S4))

    def finish(self) -> None:
        """Keep the fields together at the top."""
        self._column.addStretch(1)

    def __iter__(self) -> Iterator[Field[Any]]:
        return iter(self._fields.values())

    def __getitem__(self, name: str) -> Field[Any]:
        return self._fields[name]

    def __contains__(self, name: object) -> bool:
        return name in self._fields

    def check(self) -> bool:
        """Check every field, and show all errors at once. Focus goes nowhere."""
        checks = [field.check() for field in self]  # all of them, not only up to the first
        return all(checks)

    def first_error(self) -> Field[Any] | None:
        """The first field with an error."""
        return next((field for field in self if field.error()), None)

    def show_broken(self, broken: RuleBroken) -> None:
        """Show a broken rule at its field, or under the form when it has none here."""
        if broken.field in self:
            self[broken.field].set_error(broken.message)
        else:
            self._banner.say("bad", broken.message)
            bring_into_sight(self._banner)

    def hush(self) -> None:
        """Take back what was said of the form as a whole."""
        self._banner.hide()

    def clear_errors(self) -> None:
        """Take every error away."""
        self.hush()
        for field in self:
            field.set_error("")

    def set_read_only(self, *, on: bool) -> None:
        """Show without letting anything be changed (a decided plan)."""
        for field in self:
            field.set_read_only(on=on)
