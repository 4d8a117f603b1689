"""Context -> HTML, by our own templates alone, and the style sheets that go with them.

Text of a dossier is data here: it is escaped wherever it is printed and is never read as a
template. Knows nothing of how the HTML becomes a file.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from report.dossier.shipped import templates_path
from report.editions.charts import bar_chart, marks_used, standing_mark
from report.editions.context import Brief
from report.editions.drawing import Plot
from report.editions.foreign_words import foreign_words
from report.editions.interface import Interface, load_interface
from report.editions.locator_map import locator_map
from report.editions.look import BRIEF, Look
from report.editions.prose_markup import heading_markup, held, line_markup
from report.editions.qr import qr_code
from report.editions.tally import tally
from report.editions.timeline_drawing import timeline_strip
from report.editions.titles import mark_scale, title_lines, title_size
from report.model.problem import Stop

if TYPE_CHECKING:
    from jinja2 import Environment

_SUFFIXED = re.compile(r"(<a [^<>]*>[^<>]*</a>[-‐][^\W\d_][^\s<>]*)")


def render_brief(brief: Brief, folder: Path | None = None, look: Look = BRIEF) -> str:
    """Return the HTML of a brief in its language; its errors are those of `render`."""
    return render("brief/brief.html.j2", brief.lang, look, folder, brief=brief)


def render(
    template: str, lang: str, look: Look, folder: Path | None = None, **context: object
) -> str:
    """Return the HTML that a template makes of its context, in the words of a language.

    Stop(3) with interface-untranslated for each string of the templates that the language lacks.
    """
    interface = load_interface(lang)
    environment = make_environment(interface, folder, look.plot)
    html = environment.get_template(template).render(context)
    if problems := interface.problems():
        raise Stop(3, *problems)
    return html


def brief_sheets(*, draft: bool = False) -> tuple[str, ...]:
    """Return the texts of the style sheets of the brief on A4, in the order of the cascade."""
    return BRIEF.css(draft=draft)


def make_environment(
    interface: Interface, folder: Path | None = None, plot: Plot | None = None
) -> Environment:
    """Return a Jinja environment that reads templates from `folder` and nothing else.

    All templates are autoescaped whatever their name; an unknown variable is an error. Drawings
    are made for `plot`.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from report.editions.compiled import Compiled

    environment = Environment(
        loader=FileSystemLoader(folder or templates_path()),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=Compiled(),
    )
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        interface.gettext, interface.ngettext, newstyle=True
    )
    environment.filters |= _filters(interface.lang, plot)
    return environment


def _filters(lang: str, plot: Plot | None) -> dict[str, Callable[..., Any]]:
    """Return what templates may call, by name: drawings, and words that are set apart."""
    return {
        "bar_chart": partial(bar_chart, plot=plot),
        "locator_map": partial(locator_map, plot=plot),
        "marks_used": marks_used,
        "standing_mark": partial(standing_mark, plot=plot),
        "tally": partial(tally, plot=plot),
        "timeline_strip": partial(timeline_strip, plot=plot),
        "mark_scale": mark_scale,
        "qr_code": partial(qr_code, plot=plot),
        "title_size": title_size,
        "title_lines": title_lines,
        "large_number": large_number,
        "breakable": breakable,
        "foreign_words": foreign_words,
        "suffixed": suffixed,
        "kept": partial(line_markup, lang=lang),
        "headed": partial(heading_markup, lang=lang),
        "held": partial(held, lang=lang),
    }


@dataclass(frozen=True)
class LargeNumber:
    """A number to be set large: the words before its digits, its suffix, the words behind."""

    before: str
    digits: str
    suffix: str
    behind: str


def large_number(value: str) -> LargeNumber:
    """Return the parts of a printed number; a word in place of a number is set as its digits.

    Nothing is lost but the spaces round the digits.
    """
    found = re.search(r"\d(?:.*\d)?", value)
    if found is None:
        return LargeNumber("", value, "", "")
    suffix, _, behind = value[found.end() :].replace("\u00a0", " ").partition(" ")
    return LargeNumber(value[: found.start()].rstrip(" \u00a0"), found.group(), suffix, behind)


def breakable(text: str, every: int = 8) -> Markup:
    """Return text without spaces, such as a checksum, that may break after every few characters."""
    pieces = [text[start : start + every] for start in range(0, len(text), every)]
    return Markup("<wbr>").join(pieces)


def suffixed(html: Markup) -> Markup:
    """Hold the link of a number together with the suffix that a language puts to it.

    What follows without a space is held with them: bound from outside, the layout engine would
    break the line inside.
    """
    return Markup(_SUFFIXED.sub(r'<span class="nb">\1</span>', str(html)))  # noqa: S704  the same tags
