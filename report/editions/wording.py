"""What an edition says of its own accord, in its language: dates, names, remarks on figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from report.editions.interface import Interface, load_interface
from report.model.dates import When
from report.model.finding import Figure
from report.translation.bounds import format_figure
from report.translation.locales import Language, load_language


@dataclass(frozen=True)
class Wording:
    """The language of an edition: how it prints numbers, and the strings of the interface."""

    language: Language
    interface: Interface

    @classmethod
    def of(cls, lang: str) -> Wording:
        """Load a language."""
        return cls(load_language(lang), load_interface(lang))

    @property
    def lang(self) -> str:
        """The BCP 47 tag."""
        return self.language.lang

    def say(self, message: str, **words: str) -> str:
        """Return a string of the interface, filled in; plain text."""
        return (
            str(self.interface.gettext(message).unescape()) % words
            if words
            else str(self.interface.gettext(message).unescape())
        )

    def number(self, number: int) -> str:
        """Print a whole number."""
        return self.language.format_number(number)

    def date(self, when: When | None) -> str:
        """Print a date; empty where there is none."""
        return self.language.format_date(when) if when else ""

    def figure(self, figure: Figure) -> str:
        """Print a figure with its bound."""
        return str(format_figure(figure.value, figure.bound, self.language))

    def listed(self, items: Iterable[str]) -> str:
        """Join items as prose."""
        return self.language.format_list(list(items))

    def quoted(self, text: str) -> str:
        """Put text between quotation marks."""
        return self.language.quote(text)
