"""Numbers, dates, lists and names as a language prints them: the one module round Babel.

Names of months, territories and languages and the plural rules are the CLDR's; the patterns are
the project's own, for the CLDR's are wrong or missing where it matters (Kazakh ordinals and lists,
Russian intervals). What a language does not have is an error, never another language's form.
Loads Babel, so it is imported late.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from babel import Locale, UnknownLocaleError

from report.model.dates import DateSpan, PartialDate, When
from report.model.place import Place
from report.model.problem import Problem, Stop, problem
from report.translation.inflection import Printed
from report.translation.kazakh import Number
from report.translation.language_data import LanguageData, read_language_data
from report.translation.word_forms import count_forms

NO_BREAK_SPACE = "\u00a0"


@dataclass(frozen=True, eq=False)
class Language:
    """One language: its own data and its CLDR locale. All formats are text ready to print."""

    data: LanguageData
    locale: Locale = field(repr=False)

    @property
    def lang(self) -> str:
        """The BCP 47 tag."""
        return self.data.lang

    def printed(self, text: str, ending: Number | str, **forms: str) -> Printed:
        """Return text that a pattern may ask for a case of; `ending` is what is spoken last."""
        return Printed(text, ending, self.data.suffixes, forms)

    def format_number(self, number: Number) -> str:
        """Print a number with the language's marks: 9,900 / 9900 / 10 000 / 25,5.

        Digits are grouped by no-break spaces, never U+202F, which few fonts have.
        """
        value = Decimal(number)
        if not value.is_finite():
            raise ValueError(f"not a number that can be printed: {number}")
        digits, _, fraction = f"{value.copy_abs():f}".partition(".")
        symbols = self.locale.number_symbols["latn"]
        if len(digits) >= self.data.group_from_digits:
            group = symbols["group"].replace("\u202f", NO_BREAK_SPACE)
            digits = f"{int(digits):,}".replace(",", group)
        text = f"{digits}{symbols['decimal']}{fraction}" if fraction else digits
        return f"\u2212{text}" if value < 0 else text

    def counted(self, unit: str, number: Number) -> Printed:
        """Return a unit that a pattern may ask for a case of, or for the form of a number.

        The forms are `with-number`, and `genitive-with-number` where the number is in the genitive.
        """
        if self.data.suffixes == "kazakh":
            return self.printed(unit, unit.rsplit(maxsplit=1)[-1])
        one, few, many = count_forms(unit, self.lang)
        category = self.plural_category(number)
        forms = {"one": (one, few), "few": (few, many), "many": (many, many)}
        plain, genitive = forms.get(category, (few, few))
        return self.printed(unit, unit, **{"with-number": plain, "genitive-with-number": genitive})

    def format_percent(self, number: Number) -> str:
        """Print a percentage, given in per cent: 25.5 becomes `25.5 per cent`, `25,5 %`."""
        return self.data.percent.format(number=self.format_number(number))

    def format_ordinal(self, number: int, form: str = "") -> str:
        """Print an ordinal: 49th, 49-я, 50-ші.

        `form` names one of the language's own forms (ru: masculine, feminine, neuter; kk: alone,
        before-noun); without it the first one or the one of the CLDR's ordinal rule. KeyError for
        a form that the language does not have.
        """
        patterns = self.data.ordinals
        if not form:
            category = self.locale.ordinal_form(number)
            form = category if category in patterns else next(iter(patterns))
        return patterns[form].format(number=self.printed(self.format_number(number), number))

    def plural_category(self, number: Number) -> str:
        """Return the CLDR plural category of a number: zero, one, two, few, many or other."""
        category: str = self.locale.plural_form(number)
        return category

    def month_names(self) -> tuple[str, ...]:
        """Return the names of the twelve months as they stand in a date with a day."""
        names = self.locale.months["format"]["wide"]
        return tuple(names[month] for month in range(1, 13))

    def format_date(self, when: When) -> str:
        """Print a date or an interval with exactly the precision that it has."""
        if isinstance(when, DateSpan):
            return self._format_span(when)
        pattern = getattr(self.data.dates, _precision(when))
        return str(pattern).format(**self._date_parts(when))

    def format_as_of(self, when: When) -> str:
        """Print the date that a number is as of: `as of 11 January 2022`."""
        last = when.end if isinstance(when, DateSpan) else when
        text = self.format_date(when)
        pattern: str = getattr(self.data.as_of, _precision(last))
        return pattern.format(date=self.printed(text, text.split()[-1]), year=last.year)

    def format_list(self, items: Sequence[str]) -> str:
        """Join items as prose: `a, b and c`. An empty list is an empty text."""
        patterns = self.data.list
        if len(items) < 2:
            return "".join(items)
        if len(items) == 2:
            return patterns.pair.format(*items)
        start = functools.reduce(patterns.middle.format, items[:-1])
        return patterns.last.format(start, items[-1])

    def quote(self, text: str, level: int = 1) -> str:
        """Put text between the language's quotation marks; level 2 is inside another quotation."""
        opening, closing = self.data.quotes[(level - 1) % len(self.data.quotes)]
        return f"{opening}{text}{closing}"

    def language_name(self, lang: str) -> str:
        """Return the name of a language, as this one calls it; LookupError if it has none."""
        return self._cldr_name(self.locale.languages.get(lang.replace("-", "_")), lang)

    def territory_name(self, code: str) -> str:
        """Return the name of a state by its ISO 3166 code; LookupError if there is none."""
        name = self.data.territories.get(code) or self.locale.territories.get(code)
        return self._cldr_name(name, code)

    def _cldr_name(self, name: str | None, code: str) -> str:
        if not name:
            raise LookupError(f"{self.lang} has no name for {code!r}")
        return name

    def _date_parts(self, date: PartialDate, prefix: str = "") -> dict[str, str]:
        parts = {"year": str(date.year)}
        if date.month is not None:
            months = self.locale.months
            parts["month"] = months["format"]["wide"][date.month]
            parts["month_name"] = months["stand-alone"]["wide"][date.month]
        if date.day is not None:
            parts["day"] = self.data.dates.first_day if date.day == 1 else str(date.day)
        return {prefix + name: text for name, text in parts.items()}

    def _format_span(self, span: DateSpan) -> str:
        if span.start == span.end:
            return self.format_date(span.start)
        parts = self._date_parts(span.start) | self._date_parts(span.end, "end_")
        parts |= {"start": self.format_date(span.start), "end": self.format_date(span.end)}
        pattern: str = getattr(self.data.dates, _span_pattern(span.start, span.end))
        return pattern.format(**parts)


@functools.cache
def load_language(lang: str, folder: Path | None = None) -> Language:
    """Return a language of the locale folders.

    Stop with language-unknown or language-variant for any other tag (Babel would give another
    script or language in silence), with language-data-incomplete for a folder that is not whole.
    """
    data = read_language_data(lang, folder)
    try:
        locale = Locale.parse(data.locale)
    except (UnknownLocaleError, ValueError) as error:
        raise Stop(3, _unusable(lang, error)) from error
    if data.lang != lang or locale.language != lang.partition("-")[0]:
        raise Stop(3, _unusable(lang, ValueError(f"its data is of {data.lang} ({data.locale})")))
    return Language(data, locale)


def _unusable(lang: str, reason: Exception) -> Problem:
    return problem("language-data-incomplete", Place(lang), lang=lang, reason=reason)


def _precision(date: PartialDate) -> str:
    if date.day is not None:
        return "day"
    return "month" if date.month is not None else "year"


def _span_pattern(start: PartialDate, end: PartialDate) -> str:
    """Name the pattern that says what two dates share once only."""
    precision = _precision(start)
    if precision != _precision(end):
        return "across"
    if precision == "year":
        return "years"
    if start.year != end.year:
        return "across"
    if precision == "month":
        return "months"
    return "days" if start.month == end.month else "days_across_months"
