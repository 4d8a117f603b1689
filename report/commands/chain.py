"""The chain from a folder to a checked dossier: reads everything, collects every problem."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from report.citations.gate import check_citations
from report.commands.guarding import guard, opened, watch_for
from report.commands.opening import open_folders
from report.documents.store import DocumentText, find_texts
from report.dossier.folder import Folder
from report.dossier.glossary import read_glossary
from report.dossier.reader import read_dossier
from report.evidence.gate import check_evidence
from report.evidence.register import Register
from report.model.audience import Audience
from report.model.dossier import Dossier
from report.model.place import Place
from report.model.problem import Problems
from report.protection.guard import NO_GUARD, Guard
from report.protection.outward import Outward
from report.protection.printable import check_glossary, check_texts
from report.protection.traces import Traces

if TYPE_CHECKING:
    from report.translation.gate import Translations


_OF_UNITS = frozenset({"unknown-unit", "approval-void"})


@dataclass(frozen=True)
class World:
    """Where a command works: the dossier's files, further folders of documents, its guard.

    `audience` is for whom outputs are made.
    """

    folder: Folder
    further: tuple[Folder, ...] = ()
    guard: Guard = NO_GUARD
    audience: Audience = Audience.PUBLIC


@dataclass(frozen=True)
class Checked:
    """A dossier as it may be printed, with all that its checks found; `out` knows the true words.

    `whole`: its files, fields and references are; without that not even a draft can be made.
    """

    dossier: Dossier
    texts: Mapping[str, DocumentText]
    register: Register
    translations: Translations
    whole: bool
    out: Outward

    def counts(self) -> dict[str, object]:
        """Return what was checked, as `--json` has it."""
        counts = self.register.counts
        return {
            "quotations": counts.quotations,
            "figures": counts.figures,
            "numbers": counts.numbers,
            "citations": counts.citations,
            "translations": self.translations.checked,
            "documents": {
                "full": len(self.register.in_full),
                "passages": len(self.register.by_passage),
            },
        }


def world_of(options: argparse.Namespace) -> World:
    """Return the world that the command line names; Stop(2) for a folder that is none."""
    folder, *further = open_folders(options.dossier, *options.documents)
    audience = Audience(getattr(options, "audience", Audience.PUBLIC))
    return World(folder, tuple(further), guard(), audience)


def check(
    world: World,
    langs: Iterable[str],
    problems: Problems,
    texts: Mapping[str, DocumentText] | None = None,
    editions: Collection[str] | None = None,
) -> Checked | None:
    """Run all checks; None where the dossier's own file cannot be read.

    `langs` are the languages that whole briefs are printed in, beside those of the summary;
    `editions` what is printed in them, None all that the dossier has. `texts` are those of the
    documents where they have been read already.
    """
    langs = tuple(langs)
    read = read_dossier(world.folder)
    problems.extend(read.problems)
    dossier, whole = read.dossier, not read.problems.errors
    if dossier is None:
        return None
    if texts is None:
        texts = find_texts(dossier.documents, world.folder, world.further, problems)
    watch_for(Traces(dossier, texts))
    register, found = check_evidence(dossier, texts, world.guard.omitted)
    problems.extend(found)
    out = Outward(dossier, register, texts, world.guard, world.audience)
    _tell_what_stays(out, world, langs, problems)
    dossier = out.dossier
    check_citations(dossier, world.folder, (dossier.language, *langs), problems)
    if dossier.organisation.logo:
        from report.editions.logo import logo_problems  # late: loads Pillow

        problems.extend(logo_problems(dossier, world.folder))
    translations = _translations(out, world, langs, editions, problems)
    other = {*dossier.summary_languages, *langs} - {dossier.language}
    whole = whole and bool(translations.units) and other <= set(translations.catalogues)
    problems.found[:] = world.guard.cleared_problems(problems.found)
    return Checked(dossier, texts, out.register, translations, whole, out)


def _tell_what_stays(out: Outward, world: World, langs: Iterable[str], problems: Problems) -> None:
    """Tell what keeps the dossier and its glossary from leaving."""
    out.check(langs, problems)
    if world.guard:
        problems.extend(opened().warnings)
        check_glossary(read_glossary(world.folder, Problems()), world.guard, problems)


def _translations(
    out: Outward,
    world: World,
    langs: Iterable[str],
    editions: Collection[str] | None,
    problems: Problems,
) -> Translations:
    """Check the translations of what may leave; those of what is restricted are not unknown."""
    from report.translation.gate import check_languages, units_in  # late: loads Babel
    from report.translation.locales import load_language

    found = Problems()
    translations = check_languages(world.folder, out.dossier, langs, found, editions)
    kept_back: set[str] = set()
    if out.whole is not out.dossier and translations.units:
        language = load_language(str(out.whole.language))
        kept_back = units_in(out.whole, language).keys() - translations.units.keys()
    problems.extend(p for p in found if p.code not in _OF_UNITS or p.subject not in kept_back)
    if world.guard:
        for catalogue in translations.catalogues.values():
            targets = [one.target for one in catalogue.translations.values()]
            check_texts(targets, Place(catalogue.path), world.guard, problems)
    return translations
