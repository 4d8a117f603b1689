"""`report glossary export`: the terms of a dossier and of the vocabulary, for other tools."""

from __future__ import annotations

import argparse
import sys

from report.commands.guarding import guard
from report.commands.opening import open_dossier
from report.commands.publishing import hand_out
from report.commands.telling import counted, say, tell_problems
from report.dossier.glossary import read_glossary
from report.dossier.vocabulary import rights
from report.model.problem import Problems
from report.protection.printable import check_glossary
from report.translation.glossary_export import glossary_csv, glossary_tbx
from report.translation.term_base import term_base


def run(options: argparse.Namespace) -> int:
    """Write the glossary to a file, or to the terminal; 1 where it cannot be read."""
    folder, dossier = open_dossier(options.dossier)
    problems = Problems()
    glossary = read_glossary(folder, problems)
    check_glossary(glossary, guard(), problems)
    if problems.errors:
        tell_problems(problems)
        return 1
    lang = str(dossier.language)
    concepts = term_base(glossary, lang, rights())
    if options.to == "tbx":
        data = glossary_tbx(concepts, lang, f"Dossier {dossier.id}, with the legal vocabulary")
    else:
        data = glossary_csv(concepts, mark=options.bom)
    if options.output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
    else:
        hand_out(options.output, data)
        say(f"{options.output}: {counted(len(concepts), 'term')}")
    return 0
