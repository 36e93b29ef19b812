"""A field for one sentence that may need several lines of room."""

from __future__ import annotations

from styrdesk.ui.kit.text_fields import LINE_CAP, LongTextField


class SentenceField(LongTextField):
    """Words that stand as one line in lists and heads; line ends become spaces."""

    def __init__(self, label: str, *, name: str, required: bool = False, help: str = "") -> None:  # noqa: A002  # the kit's word
        super().__init__(label, name=name, required=required, help=help, cap=LINE_CAP, lines=(2, 5))

    def value(self) -> str:
        return " ".join(super().value().split())
