"""Texts of a dossier in the letters of another language than its own: taken over and left so.

A quotation stays as its document has it. What is said about it, who said it and what is counted
are the dossier's own words, and a reader of its language must be able to read them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from report.evidence.lexicon import lexicon_of
from report.evidence.marks import find_quoted
from report.evidence.printed import printed_texts
from report.model.dossier import Dossier
from report.model.place import Place, read_at
from report.model.problem import Problem, problem

_SHOWN = 60


def not_in_language(dossier: Dossier) -> Iterator[Problem]:
    """Yield not-in-language for each text that has no letter of the dossier's own script."""
    words = next(iter(lexicon_of(dossier.language).cardinals), "")
    own = _scripts(words)
    if not own:
        return
    for subject, text, place in _texts(dossier):
        scripts = _scripts(_unquoted(text))
        if scripts and not scripts & own:
            line = " ".join(text.split())
            shown = line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
            yield problem("not-in-language", place, subject, words=shown, lang=dossier.language)


def _texts(dossier: Dossier) -> Iterator[tuple[str, str, Place]]:
    for one in printed_texts(dossier):
        for paragraph in one.paragraphs:
            yield one.subject, paragraph.text, one.place_of(paragraph, 0, len(paragraph.text))
    seen = set[str]()
    for finding in dossier.findings:
        speakers = [one.attributed_to for one in finding.all_evidence]
        for speaker in (*speakers, *(one.attributed_to for one in finding.figures)):
            if speaker not in seen:
                seen.add(str(speaker))
                yield str(finding.id), speaker, read_at(speaker, finding.place)


def _unquoted(text: str) -> str:
    kept = list(text)
    for quoted in find_quoted(text).quoted:
        kept[quoted.start : quoted.end] = " " * (quoted.end - quoted.start)
    return "".join(kept)


def _scripts(text: str) -> frozenset[str]:
    letters = filter(str.isalpha, text)
    return frozenset(unicodedata.name(letter, "?").partition(" ")[0] for letter in letters)
