"""What a person is told besides what is said of them, in neutral words (art. 15.1 and 15.2)."""

from __future__ import annotations

from styrdesk.base.i18n import _


def information() -> tuple[tuple[str, str], ...]:
    """What each thing that the article names is called, and what is said of it."""
    return (
        (
            _("Purpose of the processing"),
            _(
                "To plan, carry out and follow up what the municipality's committees do, to "
                "handle cases that come in, and to keep public documents in order."
            ),
        ),
        (
            _("Legal ground"),
            _(
                "The tasks are of public interest, part of the exercise of authority, or demanded "
                "by law (article 6.1 c and e of the General Data Protection Regulation)."
            ),
        ),
        (
            _("Recipients"),
            _(
                "Those in the administration who need it for their work. It may be part of public "
                "documents, which are given out on request when secrecy does not stop it. Nothing "
                "is sent to countries outside the EU and the EEA."
            ),
        ),
        (
            _("How long the information is kept"),
            _(
                "As the committee's plan for its documents says. What is to be kept for good goes "
                "to the archive."
            ),
        ),
        (
            _("Where the information comes from"),
            _(
                "From you, from staff who register what comes in and what is done, and from other "
                "documents of the municipality. No decisions are automated."
            ),
        ),
        (
            _("Your rights"),
            _(
                "You may ask that what is wrong is corrected and, in some cases, that it is "
                "erased or its use limited, and you may object to it. What is archived by law is "
                "kept. You may complain to the Swedish Authority for Privacy Protection (IMY)."
            ),
        ),
        (
            _("Controller of the information"),
            _(
                "The committee whose work it is part of. The municipality's data protection "
                "officer answers questions."
            ),
        ),
    )
