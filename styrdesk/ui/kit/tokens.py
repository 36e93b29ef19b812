"""The colours, type sizes and distances of the window, and the contrast they must keep."""

from __future__ import annotations

from typing import Final, NamedTuple


class Colours(NamedTuple):
    """One scheme. Every name is a role, never a hue, save the five of the pieces.

    A tuple, since the window waits for it: a dataclass of so many fields takes longer to make.
    """

    canvas: str
    surface: str
    sunken: str
    hover: str
    text: str
    muted: str
    disabled: str
    line: str
    border: str
    accent: str
    accent_hover: str
    onaccent: str
    tint: str
    ok: str
    ok_tint: str
    warn: str
    warn_tint: str
    bad: str
    bad_tint: str
    start: str
    quality: str
    planning: str
    leadership: str
    values: str
    dark: bool = False

    def ink(self, token: str) -> str:
        """The colour of a token given by name."""
        return str(getattr(self, token))


LIGHT: Final = Colours(
    canvas="#F4F6F8",
    surface="#FFFFFF",
    sunken="#EBEEF2",
    hover="#EDF0F4",
    text="#1A1F26",
    muted="#525B66",
    disabled="#6B7480",
    line="#D9DEE4",
    border="#7A8490",
    accent="#0F56A3",
    accent_hover="#0B4787",
    onaccent="#FFFFFF",
    tint="#E4EEF9",
    ok="#1A6E3F",
    ok_tint="#E2F2E8",
    warn="#845000",
    warn_tint="#FDF1D5",
    bad="#B0241C",
    bad_tint="#FCE9E7",
    start="#525B66",
    quality="#0B7466",
    planning="#5650B0",
    leadership="#8E3D79",
    values="#92570F",
)
DARK: Final = Colours(
    canvas="#14171B",
    surface="#1C2025",
    sunken="#101316",
    hover="#272D34",
    text="#E6E9ED",
    muted="#A7B0BA",
    disabled="#8A939D",
    line="#343B44",
    border="#7F8A96",
    accent="#86BDF4",
    accent_hover="#A5CFF8",
    onaccent="#0B1622",
    tint="#1E3247",
    ok="#78D09B",
    ok_tint="#18301F",
    warn="#E9B85C",
    warn_tint="#352A12",
    bad="#FF9A90",
    bad_tint="#3D1F1D",
    start="#A7B0BA",
    quality="#5CC5B3",
    planning="#ABA6F2",
    leadership="#DE97CB",
    values="#E0A863",
    dark=True,
)

TYPE: Final[dict[str, tuple[int, int]]] = {  # role: (pixels at zoom 1, weight)
    "display": (28, 600),
    "h1": (22, 600),
    "h2": (17, 600),
    "h3": (14, 600),
    "body": (14, 400),
    "strong": (14, 600),
    "dense": (13, 400),
    "dense_strong": (13, 600),
    "meta": (12, 400),
    "meta_strong": (12, 600),
}
FAMILIES: Final = ("Inter", "Segoe UI", "Noto Sans", "DejaVu Sans")
S1, S2, S3, S4, S5, S6 = 4, 8, 12, 16, 24, 32  # the only distances
RADIUS, RADIUS_CARD = 5, 8
CONTROL, CONTROL_BIG = 32, 40
ROW, ROW_GRID, ROW_TWO, ROW_BIG = 36, 28, 52, 64
W_NUM, W_DATE, W_SHORT, W_MEDIUM, W_LONG = 96, 136, 184, 288, 560  # how much to write
W_SECTIONS, W_SIDE, W_FORM, W_WORK = 248, 344, 384, 520

_HUES = ("start", "quality", "planning", "leadership", "values")
_STATES = ("ok", "warn", "bad")
_AA, _LARGE = 4.5, 3.0
_LINEAR = 0.04045  # below this sRGB is a straight line
PAIRS: Final[tuple[tuple[str, str, float], ...]] = (  # foreground, background, ratio needed
    *(
        (f, b, _AA)
        for f in ("text", "muted")
        for b in ("canvas", "surface", "sunken", "hover", "tint")
    ),
    *(("disabled", b, _LARGE) for b in ("canvas", "surface")),
    *(("border", b, _LARGE) for b in ("canvas", "surface")),
    ("onaccent", "accent", _AA),
    ("onaccent", "accent_hover", _AA),
    *(("accent", b, _AA) for b in ("canvas", "surface", "tint", "hover")),
    *((k, b, _AA) for k in _STATES for b in ("surface", "canvas", f"{k}_tint", "tint", "hover")),
    *((ink, f"{k}_tint", _AA) for k in _STATES for ink in ("text", "muted")),
    *((k, b, _AA) for k in _HUES for b in ("canvas", "surface")),
    *((k, b, _LARGE) for k in _HUES for b in ("tint", "hover")),
    ("surface", "text", _AA),  # tool tips
)


def luminance(colour: str) -> float:
    """Relative luminance of #RRGGBB (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (v / 12.92 if v <= _LINEAR else ((v + 0.055) / 1.055) ** 2.4 for v in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)
