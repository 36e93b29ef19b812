"""What the program says of itself."""

from __future__ import annotations

from styrdesk import __version__
from styrdesk.base.i18n import _


def about_words() -> str:
    """Version, purpose, and whose work is in it."""
    return "\n\n".join(
        [
            _("Version {version}").format(version=__version__),
            _(
                "Committee plan, quality, leadership and core values in one program on your own "
                "computer. Everything lies in a file that is yours. Nothing is sent over the net."
            ),
            _("The texts of the styrmodell are Borlänge kommun's own."),
            _(
                "The typeface is Inter (SIL Open Font License), the icons are Lucide (ISC), the "
                "window is Qt (LGPL). The licences lie in the program's folder."
            ),
        ]
    )
