"""A dossier laid out for its translators: what the commands of `report translate` work on."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from report.commands.guarding import guard, watch_for
from report.commands.opening import open_dossier
from report.commands.telling import Answer, say, tell_problems
from report.documents.store import find_texts
from report.dossier.folder import DiskFolder
from report.dossier.glossary import read_glossary
from report.model.audience import Audience
from report.model.dossier import Dossier
from report.model.place import Place
from report.model.problem import Problems, Stop
from report.protection.outward import outward
from report.protection.printable import check_names, check_texts
from report.protection.traces import Traces
from report.translation.catalogue import Catalogue, read_catalogue
from report.translation.checks import check_translations
from report.translation.gate import units_in
from report.translation.language_data import refuse_language
from report.translation.locales import load_language
from report.translation.needed import check_complete, is_begun_whole, not_printed
from report.translation.units import Unit


@dataclass(frozen=True)
class Desk:
    """A dossier laid out for translators: its units, and the languages that it has.

    `units` are those of all that may be printed for trusted hands; `public` the keys of those that
    everybody may read.
    """

    path: Path
    folder: DiskFolder
    dossier: Dossier
    units: Mapping[str, Unit]
    public: frozenset[str]
    langs: tuple[str, ...]

    def check_sources(self, problems: Problems) -> None:
        """Tell texts that name a protected person: none of them may be handed out."""
        check_names(self.dossier, guard(), problems)

    def catalogue(self, lang: str, problems: Problems) -> Catalogue:
        """Read a catalogue; one that is not there yet is empty."""
        found = Problems()
        catalogue = read_catalogue(self.folder, lang, self.units, found)
        problems.extend(p for p in found if p.code != "catalogue-missing")
        return catalogue


def open_desk(options: argparse.Namespace) -> Desk:
    """Open the dossier that the command line names; Stop where it cannot be read."""
    folder, dossier = open_dossier(options.dossier)
    if any(one.confidential for one in dossier.documents):
        watch_for(Traces(dossier, find_texts(dossier.documents, folder, (), Problems())))
    wanted = getattr(options, "lang", None) or _languages_of(folder, dossier)
    for lang in (str(dossier.language), *wanted):
        refused = refuse_language(lang, Place(f"translations/{lang}.po"))
        if refused:
            raise Stop(1, refused)
    language = load_language(str(dossier.language))
    dossier = outward(dossier, guard(), Audience.TRUSTED)
    units = units_in(dossier, language)
    public = units_in(outward(dossier, guard(), Audience.PUBLIC), language)
    return Desk(options.dossier, folder, dossier, units, frozenset(public), tuple(wanted))


def _languages_of(folder: DiskFolder, dossier: Dossier) -> list[str]:
    """Return the languages of the dossier and of its catalogues, without its own."""
    found = [str(lang) for lang in dossier.summary_languages]
    names = folder.names("translations")
    found += [name.removesuffix(".po") for name in names if name.endswith(".po")]
    return [lang for lang in dict.fromkeys(found) if lang != dossier.language]


def check_targets(catalogue: Catalogue, problems: Problems) -> None:
    """Tell translations that name a protected person."""
    targets = [one.target for one in catalogue.translations.values()]
    check_texts(targets, Place(catalogue.path), guard(), problems)


def check_language(desk: Desk, lang: str, problems: Problems, *, asked: bool = False) -> int:
    """Check all translations of a language; return how many there are.

    What is missing is told as for a whole brief where the language was `asked` for or more than the
    summary is translated, else as for the summary.
    """
    catalogue = read_catalogue(desk.folder, lang, desk.units, problems)
    check_targets(catalogue, problems)
    whole = asked or is_begun_whole(catalogue)
    without = not_printed(desk.dossier, lang, None)
    check_complete(catalogue, desk.units, whole=whole, problems=problems, without=without)
    return check_translations(
        catalogue,
        desk.units,
        read_glossary(desk.folder, problems),
        whole=True,
        problems=problems,
        source_lang=str(desk.dossier.language),
        without=without,
    )


def answer(
    problems: Problems,
    options: argparse.Namespace,
    counts: Mapping[str, object] | None = None,
    outputs: tuple[Mapping[str, object], ...] = (),
) -> int:
    """Tell the problems, as JSON with all the rest where that is asked; return the exit code."""
    if options.json:
        say(Answer(problems, counts or {}, outputs, ok=not problems.errors).as_json())
    else:
        tell_problems(problems)
    return 1 if problems.errors else 0
