"""A dossier with true words → the dossier as it may be printed: no protected person is named in it.

Quotations were checked by their true words before; here a name in them becomes a marked omission,
or the pseudonym in brackets where the finding says so. A name that is left in any other text is a
problem, told by its place and the person's id. All that is printed, exported or carried is made of
what comes out here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from report.evidence.marks import find_quoted
from report.evidence.register import CheckedQuotation, Register
from report.evidence.verdict import VerdictKind
from report.model.document import Document, Name, Passage
from report.model.dossier import Dossier
from report.model.finding import Evidence, Finding, Persons
from report.model.glossary import Glossary
from report.model.place import Place, Text
from report.model.problem import Problems
from report.protection.guard import Guard
from report.protection.rewriting import rewritten, texts_of

_PARAGRAPH = re.compile(r"(\n[ \t]*\n\s*)")
# What names a record or a file and is never rewritten: a name there is a problem.
_NAMING = frozenset(("id", "document_id", "passage", "path"))


def printable(dossier: Dossier, guard: Guard) -> Dossier:
    """Return the dossier without the names that quotations hold, and with its pseudonyms."""
    if not guard:
        return dossier
    return rewritten(
        replace(dossier, findings=tuple(_finding(one, dossier, guard) for one in dossier.findings)),
        _Quotations(dossier, guard),
    )


def _finding(finding: Finding, dossier: Dossier, guard: Guard) -> Finding:
    if finding.persons is not Persons.PSEUDONYM:
        return finding
    return rewritten(finding, _Pseudonyms(dossier, guard))


@dataclass(frozen=True)
class _Quotations:
    """Leaves names out of whatever is quoted."""

    dossier: Dossier
    guard: Guard

    def __call__(self, text: str, owner: Any, name: str) -> str:
        if name in _NAMING or not self.guard.matcher.find(text):
            return text
        if isinstance(owner, Evidence) and name == "quote":
            return self._quote(text, owner)
        if isinstance(owner, Passage):
            return self.guard.omitted(text)
        return self._prose(text)

    def _quote(self, text: str, _owner: Evidence) -> str:
        return self.guard.omitted(text)

    def _prose(self, text: str) -> str:
        parts = _PARAGRAPH.split(text)
        return "".join(self._paragraph(part) for part in parts)

    def _paragraph(self, text: str) -> str:
        parts, at = [], 0
        for quoted in find_quoted(text).quoted:
            parts += [self._said(text[at : quoted.start]), self._quoted(quoted.text)]
            at = quoted.end
        return "".join([*parts, self._said(text[at:])])

    def _said(self, text: str) -> str:
        return text

    def _quoted(self, text: str) -> str:
        return self.guard.omitted(text)


@dataclass(frozen=True)
class _Pseudonyms(_Quotations):
    """Puts pseudonyms for names, in the language of the text; in a quotation in brackets."""

    def _quote(self, text: str, owner: Evidence) -> str:
        document = self.dossier.document_by_id.get(owner.document_id)
        lang = str(document.language) if document else ""
        return self.guard.as_pseudonyms(text, lang, bracketed=True)

    def _said(self, text: str) -> str:
        return self.guard.as_pseudonyms(text, str(self.dossier.language), bracketed=False)

    def _quoted(self, text: str) -> str:
        return self.guard.as_pseudonyms(text, str(self.dossier.language), bracketed=True)


def printable_register(
    register: Register, true: Dossier, printed: Dossier, guard: Guard
) -> Register:
    """Return the register of the printed words: what was left out has no place and is edited.

    Offsets would tell how long the name is; the paragraph is kept.
    """
    if true is printed:
        return register
    by_true = dict(zip(_evidence(true), _evidence(printed), strict=True))
    quotations = tuple(_quotation(one, by_true, guard) for one in register.quotations)
    return replace(register, quotations=quotations)


def _evidence(dossier: Dossier) -> Iterator[Evidence]:
    yield from dossier.all_evidence


def _quotation(
    one: CheckedQuotation, by_true: Mapping[Evidence, Evidence], guard: Guard
) -> CheckedQuotation:
    evidence = by_true[one.evidence] if one.evidence is not None else None
    verdict = one.verdict
    quote = str(evidence.quote) if evidence is not None else guard.omitted(verdict.quote)
    if quote == verdict.quote:
        return replace(one, evidence=evidence)
    hidden = replace(
        verdict,
        kind=VerdictKind.EDITED if verdict.accepted else verdict.kind,
        quote=quote,
        spans=(),
        passage=quote,
        words=guard.omitted(verdict.words),
        changes=(),
    )
    return replace(one, evidence=evidence, verdict=hidden)


def check_names(dossier: Dossier, guard: Guard, problems: Problems) -> None:
    """Add `protected-name` for each text of a printable dossier that still names a person."""
    if not guard:
        return
    _check(dossier, dossier.place, guard, problems)
    for document in dossier.documents:
        _check_authors(document, guard, problems)


def check_record(document: Document, guard: Guard, problems: Problems) -> None:
    """Add `protected-name` for the texts of one record."""
    if guard:
        _check(document, document.place, guard, problems)
        _check_authors(document, guard, problems)


def _check_authors(document: Document, guard: Guard, problems: Problems) -> None:
    for author in document.author:
        name = f"{author.given} {author.family}"
        _check_text(name, document.place, document, guard, problems)


def check_texts(texts: Iterable[str], place: Place, guard: Guard, problems: Problems) -> None:
    """Add `protected-name` for texts of other files of the dossier, such as its glossary."""
    for text in texts:
        own = text.place if isinstance(text, Text) else place
        _check_text(text, own, None, guard, problems)


def check_glossary(glossary: Glossary, guard: Guard, problems: Problems) -> None:
    """Add `protected-name` for the terms of a glossary."""
    if guard:
        _check(glossary, Place("glossary.yaml"), guard, problems)


def _check(record: Any, place: Place, guard: Guard, problems: Problems) -> None:
    for text, own, owner, _ in texts_of(record, place):
        if isinstance(owner, Name) and not owner.literal:
            continue  # family and given name are read together
        _check_text(text, own, owner, guard, problems)


def _check_text(text: str, place: Place, owner: Any, guard: Guard, problems: Problems) -> None:
    persons = guard.named_in(text)
    if not persons:
        return
    found = guard.matcher.find(text)
    if found and isinstance(text, Text):
        place = text.place_of(text[found[0].start : found[0].end])
    subject = getattr(owner, "id", "") or getattr(owner, "document_id", "")
    problems.add("protected-name", place, str(subject), persons=", ".join(persons))


def check_pseudonyms(
    dossier: Dossier, langs: Iterable[str], guard: Guard, problems: Problems
) -> None:
    """Add `pseudonym-missing` where a finding prints pseudonyms in a language that lacks one."""
    langs = tuple(dict.fromkeys(str(lang) for lang in langs))
    for finding in dossier.findings:
        if not guard or finding.persons is not Persons.PSEUDONYM:
            continue
        texts = [text for text, *_ in texts_of(finding, finding.place)]
        named = {person for text in texts for person in guard.named_in(text)}
        for person in guard.persons:
            missing = [lang for lang in langs if lang not in person.pseudonym]
            if str(person.id) in named and missing:
                words = {"id": person.id, "langs": ", ".join(missing)}
                problems.add("pseudonym-missing", finding.place, str(finding.id), **words)
