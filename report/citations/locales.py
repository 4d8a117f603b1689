"""CSL locale files → the words of one language, and of no other.

citeproc falls back to American English for every term it does not find. Here a term is found in
the language asked for, in a shorter or longer form of the same language, or it is reported as
missing. Knows nothing of documents.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from citeproc import LOCALES_PATH, PRIMARY_DIALECTS
from citeproc.source import Date

from report.citations.marked import primary
from report.citations.reference import date_parts
from report.dossier.shipped import templates_path
from report.model.dates import DateSpan, PartialDate

_OURS = "{urn:report:csl}"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_CSL = "{http://purl.org/net/xbiblio/csl}"
_LONGER = {"verb-short": "verb", "verb": "long", "short": "long", "symbol": "short"}
NB_SPACE = "\u00a0"


def locale_path(lang: str, folder: Path | None = None) -> Path:
    """Return the locale file of a language: ours, else one that comes with citeproc.

    FileNotFoundError where neither has the language.
    """
    tag = locale_tag(lang)
    own = (folder or templates_path() / "csl") / f"locales-{tag}.xml"
    path = own if own.is_file() else Path(LOCALES_PATH) / f"locales-{tag}.xml"
    if not path.is_file():
        raise FileNotFoundError(lang)
    return path


@cache
def locale_tag(lang: str) -> str:
    """Return the tag of a language's locale file: `en` is en-GB, as our own file says."""
    if lang.isalpha():
        for path in sorted((templates_path() / "csl").glob(f"locales-{lang}-*.xml")):
            return path.stem.removeprefix("locales-")
    return str(PRIMARY_DIALECTS.get(lang) or lang)


class Words:
    """The terms and dates of one language; stands where citeproc expects its list of locales.

    `elements` are cs:locale elements, the one that decides first. `missing` gathers the terms
    that were asked for in vain.
    """

    def __init__(self, elements: list[Any]) -> None:
        self._elements = elements
        self._terms: dict[tuple[str, str, bool], Any] = {}
        self._dates: dict[tuple[str, str], Any] = {}
        self._remarks: dict[str, str] = {}
        self.missing: set[str] = set()
        self.month_alone = False
        for element in elements:
            self._take(element)

    def _take(self, element: Any) -> None:
        for term in element.iterfind(f"{_CSL}terms/{_CSL}term"):
            alone = term.get(f"{_OURS}use") == "alone"
            key = (term.get("name"), term.get("form", "long"), alone)
            self._terms.setdefault(key, term)
        for date in element.iterfind(f"{_CSL}date"):
            key_of_date = (date.get("form"), date.get(f"{_OURS}precision", "day"))
            self._dates.setdefault(key_of_date, date)
        for remark in element.iterfind(f"{_OURS}remarks/{_OURS}remark"):
            self._remarks.setdefault(remark.get("about"), remark.text)

    # What citeproc calls

    def get(self, _name: str, default: object = None) -> object:
        """Answer citeproc's question for an attribute: this is no element."""
        return default

    def get_term(self, name: str, form: str | None = None, zero_padded: bool = False) -> Any:
        """Return the term in this form or a longer one; IndexError where there is none."""
        wanted: str | None = form or "long"
        while wanted:
            for alone in (True, False) if self.month_alone else (False,):
                term = self._terms.get((name, wanted, alone))
                if term is not None and not (zero_padded and _not_for_zero_padded(term)):
                    return term
            wanted = _LONGER.get(wanted)
        if not name.startswith("ordinal-"):
            self.missing.add(name if form in (None, "long") else f"{name} ({form})")
        raise IndexError(name)

    def get_date(self, form: str, precision: str = "day") -> Any:
        """Return the layout of dates known to the `day`, `month` or `year`."""
        layout = self._dates.get((form, precision))
        if layout is None:
            layout = self._dates.get((form, "day"))
        if layout is None:
            self.missing.add(f"date ({form})")
            raise IndexError(form)
        return layout

    def get_option(self, name: str) -> Any:
        """Return an option of the locale, such as `punctuation-in-quote`."""
        for element in self._elements:
            if element.find(f"{_CSL}style-options") is not None:
                return element.get_option(name)
        return "false"

    # What the rest of the package calls

    def text(self, name: str, form: str = "long", plural: bool = False) -> str:
        """Return a term as text, empty (and noted as missing) where there is none."""
        try:
            term = self.get_term(name, form)
        except IndexError:
            return ""
        return str(term.multiple if plural else term.single)

    def remark(self, about: str) -> str:
        """Return what the list of documents says about a field that is not stated."""
        if about not in self._remarks:
            self.missing.add(f"remark ({about})")
        return self._remarks.get(about, "")

    def date_text(self, date: PartialDate | DateSpan) -> str:
        """Return a date in words, as precise as it is known: `6 января 2022 г.`."""
        if isinstance(date, DateSpan):
            return span_text(self.date_text(date.start), self.date_text(date.end))
        layout = self.get_date("text", precision_of(csl_date(date)))
        self.month_alone = date.day is None
        parts = [self._part_text(part, date) for part in layout]
        self.month_alone = False
        return "".join(parts).strip(f" {NB_SPACE}")

    def _part_text(self, part: Any, date: PartialDate) -> str:
        value = getattr(date, part.get("name"))
        if value is None:
            return ""
        name, text = part.get("name"), str(value)
        if name == "month":
            text = self.text(f"month-{value:02}")
        elif name == "day" and part.get("form") == "ordinal":
            text += self._ordinal_ending(value)
        return f"{part.get('prefix', '')}{text}{part.get('suffix', '')}"

    def _ordinal_ending(self, day: int) -> str:
        """Return the ending of a day, where the language writes it: 1er janvier, 2 janvier."""
        if day > 1 and self.get_option("limit-day-ordinals-to-day-1") == "true":
            return ""
        return self.text(f"ordinal-{day:02}") or self.text("ordinal")


def span_text(start: str, end: str) -> str:
    """Return two dates as a span: `5 January 2022 – 11 January 2022`."""
    return f"{start}{NB_SPACE}– {end}"


def csl_date(date: PartialDate) -> Date:
    """Return the date as citeproc has it."""
    return Date(**dict(zip(("year", "month", "day"), date_parts(date), strict=False)))


def precision_of(date: Any, shown: tuple[str, ...] = ("year", "month", "day")) -> str:
    """Return how precisely a citeproc date prints when only the parts `shown` may."""
    if "day" in date and "day" in shown:
        return "day"
    month = "month" in date or "season" in date
    return "month" if month and "month" in shown else "year"


def in_style(root: Any, lang: str) -> list[Any]:
    """Return the cs:locale elements of a style that speak this language, the nearest first.

    An element without language speaks the language that the style is written in.
    """
    tags = [locale_tag(lang), primary(lang), None]
    if primary(root.get("default-locale", "en-US")) != primary(lang):
        tags.pop()
    own = list(root.iterfind(f"{_CSL}locale"))
    return [
        element for tag in dict.fromkeys(tags) for element in own if element.get(_XML_LANG) == tag
    ]


def _not_for_zero_padded(term: Any) -> bool:
    return term.get("match") in ("whole-number", "last-two-digits")
