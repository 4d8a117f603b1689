"""Quicker ways to what WeasyPrint 70.0 computes: the same values, kept instead of made again.

Each takes a function of WeasyPrint and returns one that gives the same to the last bit; what is
kept is kept under all that the function reads. `weasyprint_70_quick` says where they belong.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.functions import check_math
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES
from weasyprint.formatting_structure import boxes

_MOST = 4_000  # results kept at once: more than the pages at hand ask for again

# All that the breaking of a line reads of a style.
_READ_BY_LINES = (
    "direction",
    "font_family",
    "font_feature_settings",
    "font_kerning",
    "font_language_override",
    "font_size",
    "font_stretch",
    "font_style",
    "font_variant_alternates",
    "font_variant_caps",
    "font_variant_east_asian",
    "font_variant_ligatures",
    "font_variant_numeric",
    "font_variant_position",
    "font_variation_settings",
    "font_weight",
    "hyphenate_character",
    "hyphenate_limit_chars",
    "hyphenate_limit_zone",
    "hyphens",
    "lang",
    "letter_spacing",
    "overflow_wrap",
    "tab_size",
    "text_decoration_line",
    "white_space",
    "word_break",
    "word_spacing",
)

# All that used lengths are resolved from.
_READ_BY_LENGTHS = (
    "border_bottom_width",
    "border_left_width",
    "border_right_width",
    "border_top_width",
    "box_sizing",
    "font_size",
    "height",
    "margin_bottom",
    "margin_left",
    "margin_right",
    "margin_top",
    "max_height",
    "max_width",
    "min_height",
    "min_width",
    "padding_bottom",
    "padding_left",
    "padding_right",
    "padding_top",
    "width",
)

# Properties that are what the parent's are, or their initial value, where no rule names them.
_SPECIAL = {"display", "float", "page", "position", *PHYSICAL_FUNCTIONS}
_ORDINARY = {
    name
    for name in INITIAL_VALUES
    if name not in _SPECIAL and not name.startswith(("text_decoration_", "__"))
}
_FROM_PARENT = frozenset(_ORDINARY & INHERITED)
_INITIAL = frozenset(_ORDINARY - INHERITED - INITIAL_NOT_COMPUTED)

_numbers: dict[tuple[Any, ...], int] = {}


def _number(style: Any, name: str, read: tuple[str, ...]) -> int:
    """Return the same number for all styles that agree in what is read of them.

    It is kept with the style: WeasyPrint changes none after the layout has begun, but makes a copy.
    """
    try:
        number: int = style.__dict__[name]
    except KeyError:
        # Lengths in `rem`, `vw` and the like are px by now, but for those in a calc().
        values = (name, id(style.font_config), *[_hashable(style[key]) for key in read])
        number = style.__dict__[name] = _numbers.setdefault(values, len(_numbers))
    return number


def _hashable(value: Any) -> Any:
    """Return a value of a style that can be a key: the lines of a decoration are a set."""
    return value if value.__hash__ is not None else repr(value)


def lines(split_first_line: Callable[..., Any]) -> Callable[..., Any]:
    """Return `split_first_line` that breaks no line twice.

    A line is broken again wherever a block is laid out again: in columns, in notes, at the end of
    a page, for its smallest width beside a float, and in the next edition with the same text.
    """
    kept: dict[tuple[Any, ...], Any] = {}

    def split(text: str, style: Any, context: Any, *lengths: Any, **rest: Any) -> Any:
        key = (text, _number(style, "report_line", _READ_BY_LINES), lengths, tuple(rest.items()))
        found = kept.get(key)
        if found is None:
            if len(kept) >= _MOST:
                kept.clear()
            found = kept[key] = split_first_line(text, style, context, *lengths, **rest)
        return (_twin(found[0]), *found[1:])

    return split


def _twin(layout: Any) -> Any:
    """Return a layout of its own for each box: what is drawn of one may be cut short."""
    twin = object.__new__(type(layout))
    twin.__dict__.update(layout.__dict__)
    return twin


def struts(strut: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return `strut` that looks at a style once."""

    def quick(style: Any) -> Any:
        try:
            return style.__dict__["report_strut"]
        except KeyError:
            found = style.__dict__["report_strut"] = strut(style)
            return found

    return quick


def breaks(can_break_text: Callable[[str, str], bool]) -> Callable[[str, str], bool]:
    """Return `can_break_text` that asks once about each text: most are of two letters."""
    return lru_cache(maxsize=_MOST)(can_break_text)


def lengths(resolve_percentages: Callable[..., None]) -> Callable[..., None]:
    """Return `resolve_percentages` that resolves the lengths of a style once for each width."""
    kept: dict[tuple[Any, ...], dict[str, Any]] = {}

    def resolve(box: Any, containing_block: Any) -> None:
        style = box.style
        if style["border_collapse"] == "collapse" or isinstance(box, boxes.PageBox):
            resolve_percentages(box, containing_block)
            return
        if isinstance(containing_block, tuple):
            size = containing_block
        else:
            size = containing_block.width, containing_block.height
        key = (_number(style, "report_lengths", _READ_BY_LENGTHS), *size)
        used = kept.get(key)
        if used is None:
            bare = _Bare(style)
            resolve_percentages(bare, size)
            used = {name: value for name, value in vars(bare).items() if name != "style"}
            if len(kept) >= _MOST:
                kept.clear()
            kept[key] = used
        box.__dict__.update(used)

    return resolve


class _Bare:
    """A box that has nothing but a style: its further attributes are what is resolved of it."""

    def __init__(self, style: Any) -> None:
        self.style = style


def ordinary_values(missing: Callable[[Any, str], Any]) -> Callable[[Any, str], Any]:
    """Return `ComputedStyle.__missing__` that asks no rule about what no rule says."""

    def quick(self: Any, key: str) -> Any:
        if key not in self.cascaded:
            if key in _INITIAL:
                value = self[key] = INITIAL_VALUES[key]
                return value
            if key in _FROM_PARENT and self.parent_style is not None:
                value = self.parent_style[key]
                if not check_math(value):
                    self[key] = value
                    return value
        return missing(self, key)

    return quick


def page_values(box: Any) -> tuple[Any, Any]:
    """Return the names of the first and the last page of a box.

    Stock asks all children which are in the flow, and each of the two for both names: a number of
    questions that doubles with each level.
    """
    return _page_value(box, 0), _page_value(box, 1)


def _page_value(box: Any, end: int) -> Any:
    for child in reversed(box.children) if end else box.children:
        if child.is_in_normal_flow() or child.is_floated():
            if type(child).page_values is page_values:
                return _page_value(child, end) or box.style["page"]
            return child.page_values()[end] or box.style["page"]
    return box.style["page"]


def is_clear(shapes: list[Any], position_y: float) -> bool:
    """Whether all floats end above a line, so that it need not be measured against them."""
    for shape in shapes:
        top = shape.position_y
        if top >= position_y or top + shape.margin_height() > position_y:
            return False
    return True
