"""The files of the demo's shared models: a PDF that is named as a model's key is that model's."""

from __future__ import annotations

from collections.abc import Iterator

from styrdesk.base.paths import resource
from styrdesk.domain.attachment import PDF, Attachment, safe_name
from styrdesk.domain.shared_model import SharedModel
from styrdesk.services.demo_records import demo_id
from styrdesk.storage.file import File


def demo_model_files(file: File) -> Iterator[Attachment]:
    """The files, their content kept already.

    Args:
        file: One that holds the demo's models.
    """
    for path in sorted(resource("demo", "models").glob("*.pdf")):
        model = file.store.get(SharedModel, demo_id("shared_model", path.stem))
        content = path.read_bytes()
        yield Attachment(
            demo_id("attachment", path.stem),
            name=safe_name(model.title, PDF),
            media_type=PDF,
            size=len(content),
            file=file.blobs.add(content, PDF),
            added_on=model.decided_on,
            shared_model_id=model.id,
        )
