"""The chain from a folder to a checked dossier: reads everything, collects every problem."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from report.citations.gate import check_citations
from report.commands.guarding import guard, opened
from report.documents.store import DocumentText, find_texts
from report.dossier.folder import DiskFolder, Folder
from report.dossier.glossary import read_glossary
from report.dossier.reader import read_dossier
from report.evidence.gate import check_evidence
from report.evidence.register import Register
from report.model.dossier import Dossier
from report.model.place import Place
from report.model.problem import Problems, Stop, problem
from report.protection.guard import NO_GUARD, Guard

if TYPE_CHECKING:
    from report.translation.gate import Translations


@dataclass(frozen=True)
class World:
    """Where a command works: the dossier's files, further folders of documents, and its guard."""

    folder: Folder
    further: tuple[Folder, ...] = ()
    guard: Guard = NO_GUARD


@dataclass(frozen=True)
class Checked:
    """A dossier as it may be printed, with all that its checks found.

    `whole`: its files, fields and references are; without that not even a draft can be made.
    """

    dossier: Dossier
    texts: Mapping[str, DocumentText]
    register: Register
    translations: Translations
    whole: bool

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
    missing = [path for path in (options.dossier, *options.documents) if not path.is_dir()]
    if missing:
        raise Stop(2, *(problem("no-folder", Place(str(path)), path=path) for path in missing))
    further = tuple(DiskFolder(path) for path in options.documents)
    return World(DiskFolder(options.dossier), further, guard())


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
    register, found = check_evidence(dossier, texts, world.guard.omitted)
    problems.extend(found)
    dossier, register = _printable(dossier, register, world, langs, problems)
    check_citations(dossier, world.folder, (dossier.language, *langs), problems)
    if dossier.organisation.logo:
        from report.editions.logo import logo_problems  # late: loads Pillow

        problems.extend(logo_problems(dossier, world.folder))
    from report.translation.gate import check_languages  # late: loads Babel

    translations = check_languages(world.folder, dossier, langs, problems, editions)
    other = {*dossier.summary_languages, *langs} - {dossier.language}
    whole = whole and bool(translations.units) and other <= set(translations.catalogues)
    _check_translations(translations, world, problems)
    problems.found[:] = world.guard.cleared_problems(problems.found)
    return Checked(dossier, texts, register, translations, whole)


def _printable(
    true: Dossier, register: Register, world: World, langs: Iterable[str], problems: Problems
) -> tuple[Dossier, Register]:
    """Return dossier and register as they may be printed, with every name left in them told."""
    if not world.guard:
        return true, register
    from report.protection import printable as protection

    problems.extend(opened().warnings)
    protection.check_pseudonyms(true, (true.language, *langs), world.guard, problems)
    dossier = protection.printable(true, world.guard)
    protection.check_names(dossier, world.guard, problems)
    protection.check_glossary(read_glossary(world.folder, Problems()), world.guard, problems)
    return dossier, protection.printable_register(register, true, dossier, world.guard)


def _check_translations(translations: Translations, world: World, problems: Problems) -> None:
    """Tell names in translations."""
    if not world.guard:
        return
    from report.protection.printable import check_texts

    for catalogue in translations.catalogues.values():
        targets = [one.target for one in catalogue.translations.values()]
        check_texts(targets, Place(catalogue.path), world.guard, problems)
