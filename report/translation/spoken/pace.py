"""How fast a language is read aloud: `templates/locale/<lang>/speech.yaml`, with its source."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from report.dossier.shipped import read_shipped_yaml
from report.model.place import Place
from report.model.problem import Stop, problem
from report.model.profile import Mark
from report.translation.language_data import locale_folder


@dataclass(frozen=True)
class Pace:
    """Words a minute, how far that is known, and where it was seen or why it is assumed."""

    words_per_minute: int
    mark: Mark
    source: str

    @property
    def known(self) -> bool:
        """Whether somebody saw it in a source."""
        return self.mark is not Mark.NOT_VERIFIED

    def seconds(self, words: int) -> int:
        """Return how long so many words take, in whole seconds."""
        return round(words * 60 / self.words_per_minute)


@cache
def pace_of(lang: str) -> Pace:
    """Return the pace of a language; Stop(3) with language-data-incomplete where none is given."""
    path = locale_folder() / lang / "speech.yaml"
    try:
        data = read_shipped_yaml(path)
        pace = Pace(int(data["words_per_minute"]), Mark(data["mark"]), str(data["source"]))
        pace.seconds(1)
    except (OSError, ValueError, KeyError, TypeError, ZeroDivisionError) as error:
        fault = problem("language-data-incomplete", Place(str(path)), lang=lang, reason=error)
        raise Stop(3, fault) from error
    return pace
