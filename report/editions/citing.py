"""Which notes a brief has, in the order of its pages, and what each of them cites.

A mark `[@id]` calls a note; marks that stand together make one, and marks in one paragraph that
cite the same single document one after another are merged into the last. A note points at the
paragraphs of a document that hold the words of its sentence. Knows no style and no language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from report.citations.locators import read_locator
from report.citations.notes import Cite
from report.dossier.prose import parse_prose
from report.editions.texts import Texts
from report.evidence.fold import fold
from report.model.dossier import Dossier
from report.model.finding import Evidence, Figure, Finding
from report.model.prose import CiteMark, FigureMark, Inline, Run, walk
from report.translation.units import Unit

_QUOTED = re.compile("“([^“”]+(?:“[^“”]*”[^“”]*)*)”")
_EDIT = re.compile(r"\[[^\]]*\]")


@dataclass(frozen=True)
class Call:
    """One place of a text where a note may be called: the marks there, and what they point at.

    `targets` are (document id, paragraphs) in order; `figures` the unverified figures that the
    words before it print.
    """

    marks: tuple[CiteMark, ...]
    targets: tuple[tuple[str, tuple[int, ...]], ...]
    figures: tuple[Figure, ...] = ()


@dataclass
class NotePlan:
    """The notes of a brief: numbers by unit and call, and the citations of each note."""

    calls: dict[str, list[int | None]] = field(default_factory=dict)
    cites: list[tuple[Cite, ...]] = field(default_factory=list)
    figures: list[tuple[Figure, ...]] = field(default_factory=list)

    def add(self, key: str, calls: Sequence[Call]) -> None:
        """Number the calls of a unit; a call that is merged into a later one gets None."""
        numbers: list[int | None] = []
        waiting: list[Call] = []
        for index, call in enumerate(calls):
            waiting.append(call)
            following = calls[index + 1] if index + 1 < len(calls) else None
            if following and _single(call) and _single(call) == _single(following):
                numbers.append(None)
                continue
            self.cites.append(tuple(_cites(waiting)))
            self.figures.append(tuple(dict.fromkeys(f for one in waiting for f in one.figures)))
            numbers.append(len(self.cites))
            waiting = []
        self.calls[key] = numbers

    def number(self, key: str) -> int:
        """Return the number of the one note of a unit."""
        (number,) = self.calls[key]
        assert number is not None
        return number


def _single(call: Call) -> str:
    ids = {document_id for document_id, _ in call.targets}
    return ids.pop() if len(ids) == 1 else ""


def _cites(calls: Iterable[Call]) -> Iterator[Cite]:
    for call in calls:
        targets = dict(call.targets)
        for mark in call.marks:
            locator = read_locator(mark.locator)
            if locator and mark.id in targets:
                yield Cite(mark.id, locator.values, locator.label)
        given = {mark.id for mark in call.marks if read_locator(mark.locator)}
        for document_id, paragraphs in call.targets:
            if document_id not in given:
                yield Cite(document_id, tuple(str(number) for number in paragraphs))


class Citing:
    """Finds what the marks of a text point at. `paragraph_of` is where each evidence stands."""

    def __init__(self, dossier: Dossier, paragraph_of: Mapping[Evidence, int]) -> None:
        self._dossier, self._paragraph_of = dossier, paragraph_of

    def calls(self, unit: Unit, texts: Texts, scope: Finding | None, *, last: bool) -> list[Call]:
        """Return the calls of a unit as `texts` prints it.

        `scope` is the finding whose statement it is; `last` says that it is the last paragraph of
        a statement without any mark, which then ends in a note on all its evidence.
        """
        written = self._written(unit, scope)
        if not written and (last or self._figures(unit)):
            return [self._closing(unit, scope if last else None)]
        if not texts.translated:
            return written
        return _reordered(written, texts.paragraph(unit.key).inlines)

    def of_figures(self, figures: Iterable[Figure]) -> Call:
        """Return a call that points at the evidence of figures."""
        return self.of_evidence(one for figure in figures for one in figure.evidence)

    def of_evidence(self, evidence: Iterable[Evidence]) -> Call:
        """Return a call that points at evidence."""
        return Call((), tuple(self._places(evidence)))

    def _written(self, unit: Unit, scope: Finding | None) -> list[Call]:
        """Return the calls of the text as written, in the dossier's own language."""
        calls: list[Call] = []
        words, figures = "", list[Figure]()
        for leaf in _leaves(unit):
            if isinstance(leaf, CiteMark):
                if calls and not words.strip() and not figures:
                    calls[-1] = self._joined(calls[-1], leaf, scope)
                else:
                    calls.append(self._call(leaf, scope, words, figures))
                words, figures = "", []
            elif isinstance(leaf, Run):
                words += leaf.text
            elif leaf.figure_id in self._dossier.figure_by_id:
                figures.append(self._dossier.figure_by_id[leaf.figure_id])
        if calls and figures:
            late = tuple(f for f in figures if not f.verified)
            calls[-1] = Call(calls[-1].marks, calls[-1].targets, calls[-1].figures + late)
        return calls

    def _call(
        self, mark: CiteMark, scope: Finding | None, words: str, figures: Sequence[Figure]
    ) -> Call:
        unverified = tuple(figure for figure in figures if not figure.verified)
        return Call((mark,), tuple(self._targets(mark, scope, words, figures)), unverified)

    def _joined(self, call: Call, mark: CiteMark, scope: Finding | None) -> Call:
        more = tuple(self._targets(mark, scope, "", ()))
        return Call((*call.marks, mark), call.targets + more, call.figures)

    def _targets(
        self, mark: CiteMark, scope: Finding | None, words: str, figures: Sequence[Figure]
    ) -> Iterator[tuple[str, tuple[int, ...]]]:
        finding = self._dossier.finding_by_id.get(mark.id)
        if finding:
            yield from self._places(finding.all_evidence)
            return
        if mark.id not in self._dossier.document_by_id:
            return  # told as unknown-citation; only a draft gets here
        pool = scope.all_evidence if scope else self._everything()
        pool = tuple(one for one in pool if one.document_id == mark.id)
        near = _holding(pool, words) + [
            one for figure in figures for one in figure.evidence if one.document_id == mark.id
        ]
        chosen = near or (pool if scope else ())
        places = dict(self._places(chosen))
        yield mark.id, places.get(mark.id, ())

    def _everything(self) -> tuple[Evidence, ...]:
        return tuple(one for finding in self._dossier.findings for one in finding.all_evidence)

    def _places(self, evidence: Iterable[Evidence]) -> Iterator[tuple[str, tuple[int, ...]]]:
        found: dict[str, set[int]] = {}
        for one in evidence:
            numbers = found.setdefault(one.document_id, set())
            if one in self._paragraph_of:
                numbers.add(self._paragraph_of[one])
        for document_id, numbers in found.items():
            yield str(document_id), tuple(sorted(numbers))

    def _figures(self, unit: Unit) -> list[Figure]:
        marks = [leaf for leaf in _leaves(unit) if isinstance(leaf, FigureMark)]
        known = self._dossier.figure_by_id
        return [known[mark.figure_id] for mark in marks if mark.figure_id in known]

    def _closing(self, unit: Unit, scope: Finding | None) -> Call:
        figures = self._figures(unit)
        own = [one for figure in figures for one in figure.evidence]
        evidence = scope.all_evidence if scope else tuple(own)
        unverified = tuple(figure for figure in figures if not figure.verified)
        return Call((), tuple(self._places(evidence)), unverified)


def _leaves(unit: Unit) -> list[Run | FigureMark | CiteMark]:
    return [leaf for p in parse_prose(unit.written).paragraphs() for leaf in walk(p.inlines)]


def _holding(evidence: Iterable[Evidence], words: str) -> list[Evidence]:
    """Return the evidence that holds one of the quotations in `words`."""
    quoted = []
    for match in _QUOTED.finditer(words):
        longest = max(_EDIT.split(match.group(1)), key=len)
        quoted.append(fold(longest).text.strip())
    return [one for one in evidence if any(q and q in fold(one.quote).text for q in quoted)]


def _reordered(written: Sequence[Call], inlines: tuple[Inline, ...]) -> list[Call]:
    """Return the calls in the order in which a translation has their marks.

    Marks that a translation joins make one call; the checks hold that none is lost or added.
    """
    waiting = [(mark, call) for call in written for mark in call.marks]
    calls: list[list[Call]] = []
    words = "x"
    for leaf in walk(inlines):
        if not isinstance(leaf, CiteMark):
            words += leaf.text if isinstance(leaf, Run) else "x"
            continue
        found = next(item for item in waiting if item[0] == leaf)
        waiting.remove(found)
        if words.strip():
            calls.append([])
        if found[1] not in calls[-1]:
            calls[-1].append(found[1])
        words = ""
    return [_union(group) for group in calls]


def _union(calls: Sequence[Call]) -> Call:
    marks = tuple(mark for call in calls for mark in call.marks)
    targets = tuple(target for call in calls for target in call.targets)
    figures = tuple(figure for call in calls for figure in call.figures)
    return Call(marks, targets, figures)
