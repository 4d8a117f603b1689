"""Our faces -> a style sheet that carries them, cut down to what our languages write, as WOFF2.

A page on the web then needs nothing from elsewhere. Cutting takes seconds and is done once: the
sheet is kept in the cache under a hash of the faces and of what is kept of them.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import io
import os
from pathlib import Path

from report.dossier.writing import replace_file
from report.press.faces import DISPLAY, FACES, SANS, SERIF, Face
from report.press.fonts import FontFolder, cache_folder

_RECIPE = "1"
_KEPT = {(SERIF, 400), (DISPLAY, 400), (SANS, 400), (SANS, 600)}
_RANGES = (
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x400, 0x52F),
    (0x2010, 0x205E),
    (0x2190, 0x2193),
    (0x20B8, 0x20B8),
    (0x2116, 0x2116),
    (0x2212, 0x2212),
)
_FEATURES = ("kern", "liga", "locl", "ccmp", "mark", "mkmk", "onum", "lnum", "pnum", "tnum", "smcp")
_RULE = (
    '@font-face {{ font-family: "{family}"; font-weight: {weight}; font-style: {style}; '
    'font-display: swap; src: url(data:font/woff2;base64,{data}) format("woff2") }}\n'
)


def web_font_sheet(fonts: FontFolder, cache: Path | None = None) -> str:
    """Return the `@font-face` rules with the faces in them; the same faces give the same text."""
    faces = [one for one in FACES if (one.family, one.weight) in _KEPT and _is_read(one)]
    content = {one: (fonts.folder / one.file_name).read_bytes() for one in faces}
    digest = hashlib.sha256(f"{_RECIPE} {_RANGES} {_FEATURES}".encode())
    for one in faces:
        digest.update(hashlib.sha256(content[one]).digest())
    path = (cache or cache_folder(os.environ)) / f"web-fonts-{digest.hexdigest()[:16]}.css"
    kept = _kept(path)
    if kept:
        return kept
    made = "".join(_rule(one, content[one]) for one in faces)
    checked = f"/* {hashlib.sha256(made.encode()).hexdigest()} */\n{made}"
    with contextlib.suppress(OSError):  # without a cache it is cut anew each time
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, checked.encode())
    return made


def _is_read(face: Face) -> bool:
    return not face.italic or face.family == SERIF


def _kept(path: Path) -> str:
    """Return what the cache holds, if it is whole."""
    try:
        first, _, made = path.read_text(encoding="ascii").partition("\n")
    except (OSError, UnicodeError):
        return ""
    return made if first == f"/* {hashlib.sha256(made.encode()).hexdigest()} */" else ""


def _rule(face: Face, content: bytes) -> str:
    style = "italic" if face.italic else "normal"
    data = base64.b64encode(_cut(content)).decode()
    return _RULE.format(family=face.family, weight=face.weight, style=style, data=data)


def _cut(content: bytes) -> bytes:
    from fontTools import subset
    from fontTools.ttLib import TTFont

    options = subset.Options()
    options.layout_features = list(_FEATURES)
    options.hinting = False
    options.name_IDs = [1, 2]
    font = TTFont(io.BytesIO(content), recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[p for first, last in _RANGES for p in range(first, last + 1)])
    cutter.subset(font)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
