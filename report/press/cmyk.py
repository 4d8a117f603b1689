"""A finished PDF in RGB -> the same pages in the four inks of the printing press.

A renderer paints drawings in RGB whatever their style sheets say; so the finished pages are
rewritten, each colour by its row of a table. A colour without a row is left as it is, for
`press_checks` to tell. Pictures are not touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pikepdf

from report.press.inks import Inks
from report.press.separation import separated


def to_cmyk(pdf: pikepdf.Pdf, table: Mapping[str, Inks]) -> None:
    """Rewrite every page, group and pattern of `pdf` with the inks of `table` (keys `#rrggbb`).

    Marks of tagged content are taken out with it: they belong to the edition for screens.
    """
    used: set[str] = set()
    masks = {group.objgen for group in _masks(pdf)}
    for stream in _forms(pdf):
        is_mask = stream.objgen in masks
        stream.write(separated(stream, {} if is_mask else table, used, is_mask=is_mask))
        if "/Group" in stream and "/CS" in stream.Group:
            stream.Group.CS = pikepdf.Name.DeviceGray if is_mask else pikepdf.Name.DeviceCMYK
    for page in pdf.pages:
        page.obj.Contents = pdf.make_stream(separated(page, table, used, is_mask=False))
        if "/Group" in page.obj and "/CS" in page.obj.Group:
            page.obj.Group.CS = pikepdf.Name.DeviceCMYK
    _drop_unused_spaces(pdf, used)


def _forms(pdf: pikepdf.Pdf) -> Iterable[Any]:
    """Return the streams with operators of their own, other than pages: forms and patterns."""
    return [
        item
        for item in pdf.objects
        if isinstance(item, pikepdf.Stream)
        and (item.get("/Subtype") == "/Form" or item.get("/PatternType") == 1)
    ]


def _masks(pdf: pikepdf.Pdf) -> Iterable[Any]:
    """Return the groups whose lightness masks something else: nothing of them is printed."""
    for item in _dictionaries(pdf):
        for state in _values(item.get("/ExtGState")):
            mask = state.get("/SMask")
            if isinstance(mask, pikepdf.Dictionary) and "/G" in mask:
                yield mask.G


def _drop_unused_spaces(pdf: pikepdf.Pdf, used: set[str]) -> None:
    """Take away the colour spaces that no operator names, RGB ones among them."""
    for item in _dictionaries(pdf):
        spaces = item.get("/ColorSpace")
        if isinstance(spaces, pikepdf.Dictionary):
            for name in set(spaces.keys()) - used:
                del spaces[name]


def _dictionaries(pdf: pikepdf.Pdf) -> Iterable[Any]:
    """Return the resources of all pages, forms and patterns."""
    owners = [*(page.obj for page in pdf.pages), *_forms(pdf)]
    return [owner.Resources for owner in owners if "/Resources" in owner]


def _values(dictionary: Any) -> Iterable[Any]:
    return [dictionary[name] for name in dictionary.keys()] if dictionary is not None else []  # noqa: SIM118
