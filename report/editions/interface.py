"""The words of the pages themselves, in each language: catalogues of templates/locale.

English is the language that they are written in. In any other a string without a translation is
remembered and becomes the problem `interface-untranslated`; it is never printed in English in
silence. Knows nothing of the translations of a dossier.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from report.editions.context import SummaryWords
from report.model.place import Place
from report.model.problem import Problem, Stop, problem
from report.translation.language_data import locale_folder, read_language_data

if TYPE_CHECKING:
    from polib import POEntry

SOURCE_LANGUAGE = "en"
_CATALOGUE = "LC_MESSAGES/ui.po"


@dataclass(frozen=True)
class Messages:
    """The translations of one language, by the English string, and its rule for plurals."""

    path: str
    texts: Mapping[str, tuple[str, ...]]
    plural_form: Callable[[int], int]


@dataclass
class Interface:
    """The strings of one language; what it lacks is collected in `missing`.

    All that it returns is escaped, for Jinja takes what gettext gives as markup.
    """

    lang: str
    messages: Messages | None
    missing: set[str] = field(default_factory=set)

    def gettext(self, message: str) -> Markup:
        """Return the string in this language."""
        return escape(self._forms(message)[0])

    def ngettext(self, singular: str, plural: str, number: int) -> Markup:
        """Return the string in the plural form that goes with `number`."""
        if self.messages is None:
            return escape(_bound(singular if number == 1 else plural, self.lang))
        forms = self._forms(singular)
        return escape(forms[min(self.messages.plural_form(number), len(forms) - 1)])

    def problems(self) -> list[Problem]:
        """Return a problem for each string asked for and not found."""
        place = Place(self.messages.path if self.messages else self.lang)
        return [
            problem("interface-untranslated", place, lang=self.lang, text=text)
            for text in sorted(self.missing)
        ]

    def _forms(self, message: str) -> tuple[str, ...]:
        if self.messages is None:
            return (_bound(message, self.lang),)
        if message not in self.messages.texts:
            self.missing.add(message)
            return (message,)
        return tuple(_bound(form, self.lang) for form in self.messages.texts[message])


def N_(message: str) -> str:  # noqa: N802  the name that Babel looks for
    """Mark a string for the catalogues that is translated elsewhere."""
    return message


UNREVIEWED = N_(
    "This is an unofficial translation. It has not yet been reviewed by a native reader."
)


def load_interface(lang: str, folder: Path | None = None) -> Interface:
    """Return the strings of a language; Stop(3) with interface-missing if it has no catalogue."""
    if lang == SOURCE_LANGUAGE:
        return Interface(lang, None)
    return Interface(lang, _read(lang, folder or locale_folder()))


def summary_words(interface: Interface) -> SummaryWords:
    """Return the words round a summary in its own language; Stop(3) if one is not translated."""
    words = SummaryWords(
        heading=interface.gettext("Summary").unescape(),
        language=read_language_data(interface.lang).name,
        notice=interface.gettext(UNREVIEWED).unescape(),
    )
    if problems := interface.problems():
        raise Stop(3, *problems)
    return words


@cache
def _bound(message: str, lang: str) -> str:
    from report.translation.typography import bind_spaces

    return bind_spaces(message, lang)


@cache
def _read(lang: str, folder: Path) -> Messages:
    import gettext

    import polib

    path = folder / lang / _CATALOGUE
    place = Place(str(path.relative_to(folder.parent)) if folder in path.parents else str(path))
    try:
        catalogue = polib.pofile(str(path), encoding="utf-8")
        rule = catalogue.metadata["Plural-Forms"].split("plural=")[1].rstrip(";")
        plural_form = gettext.c2py(rule)
    except (OSError, ValueError, KeyError, IndexError) as error:
        raise Stop(3, problem("interface-missing", place, lang=lang, path=place.path)) from error
    texts = {
        entry.msgid: forms
        for entry in catalogue
        if not entry.obsolete and not entry.fuzzy and all(forms := _forms(entry))
    }
    return Messages(place.path, texts, plural_form)


def _forms(entry: POEntry) -> tuple[str, ...]:
    plural = entry.msgstr_plural
    return tuple(plural[index] for index in sorted(plural)) if plural else (entry.msgstr,)
