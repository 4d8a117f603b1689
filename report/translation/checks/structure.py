"""Whether a translation has the marks, links, brackets, quotations and lists of its source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from report.evidence.marks import find_quoted
from report.model.problem import Problem
from report.model.prose import CITE_MARK
from report.translation.checks.pair import Pair, quotations

_BROKEN_MARK = re.compile(r"\[\s*@|@\s*[a-z][a-z0-9-]*\s*\]")
_LINK = re.compile(r"\]\(((?:https?://|mailto:)[^\s)]*)\)")
_EMPHASIS = re.compile(r"\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)")
_ITEM = re.compile(r"^[ \t]*(?:[-+*]|[0-9]{1,9}[.)])[ \t]", re.MULTILINE)
_MARKUP = re.compile(r"</?[A-Za-z!][^<>]*>|\{[^{}]*\}|\{\{|\{%|&(?:#\w+|\w+);")
_PAIRS = {")": "(", "]": "[", "}": "{"}
_BRACKET = re.compile(r"[()\[\]{}]")
# An enumerator: "1)", "a)" at the beginning of a line or behind a space.
_ENUMERATOR = re.compile(r"(?:^|(?<=\s))\w{1,2}\)")
_OMISSION = re.compile(r"\[(?:…|\.\.\.)\]")
_ROUND = re.compile(r"(?<!\w)\(")
_MINOR = re.compile(r"\((?:\d{1,3}|\w|[^()]{1,12}[A-ZА-ЯӘҒҚҢӨҰҮҺІ])\)")


def check_structure(pair: Pair) -> Iterator[Problem]:
    """Yield the problems of every sign that a translation shares with its source."""
    yield from _marks(pair)
    yield from _links(pair)
    yield from _emphasis(pair)
    yield from _lists(pair)
    yield from _markup(pair)
    yield from _brackets(pair)
    yield from _quotations(pair)


def _marks(pair: Pair) -> Iterator[Problem]:
    ours, theirs = (
        Counter(_mark(match) for match in CITE_MARK.finditer(text))
        for text in (pair.source, pair.target)
    )
    broken = _BROKEN_MARK.search(CITE_MARK.sub(lambda m: " " * len(m.group()), pair.target))
    if ours == theirs and not broken:
        return
    added = [*(theirs - ours).elements()]
    offset = pair.target.find(added[0].removesuffix("]")) if added else -1
    if offset < 0:
        offset = broken.start() if broken else 0
    difference = _difference((ours - theirs).elements(), added)
    yield pair.found("marks-differ", offset, difference=difference or "a mark is broken here")


def _mark(match: re.Match[str]) -> str:
    locator = " ".join((match.group(2) or "").split())
    return f"[@{match.group(1)}{', ' if locator else ''}{locator}]"


def _difference(missing: Iterable[str], added: Iterable[str]) -> str:
    parts = []
    if lost := " ".join(missing):
        parts.append(f"missing {lost}")
    if more := " ".join(added):
        parts.append(f"not in the source {more}")
    return "; ".join(parts)


def _links(pair: Pair) -> Iterator[Problem]:
    ours, theirs = (Counter(_LINK.findall(text)) for text in (pair.source, pair.target))
    if ours != theirs:
        difference = _difference((ours - theirs).elements(), (theirs - ours).elements())
        yield pair.found("link-differs", difference=difference)


def _emphasis(pair: Pair) -> Iterator[Problem]:
    ours, theirs = (Counter(_EMPHASIS.findall(text)) for text in (pair.plain_source, pair.plain))
    if ours != theirs:
        sign = next(iter((ours - theirs) or (theirs - ours)))
        yield pair.found("emphasis-differs", sign=sign, there=ours[sign], here=theirs[sign])


def _lists(pair: Pair) -> Iterator[Problem]:
    if "\n" not in pair.source and "\n" not in pair.target:
        return
    ours, theirs = (len(_ITEM.findall(text)) for text in (pair.source, pair.target))
    if ours != theirs:
        yield pair.found("list-differs", there=ours, here=theirs)


def _markup(pair: Pair) -> Iterator[Problem]:
    """Yield markup-added for a tag, a brace or an entity that would print as it stands."""
    ours = Counter(_MARKUP.findall(pair.plain_source))
    for match in _MARKUP.finditer(pair.plain):
        if ours[match.group()]:
            ours[match.group()] -= 1
        else:
            yield pair.found("markup-added", match.start(), markup=match.group()[:40])


# Brackets


def _brackets(pair: Pair) -> Iterator[Problem]:
    alone = _unbalanced(pair.plain)
    if alone is not None and _unbalanced(pair.plain_source) is None:
        yield pair.found(
            "brackets-differ", alone, difference=f"“{pair.target[alone]}” stands alone"
        )
        return
    ours, theirs = (len(_OMISSION.findall(text)) for text in (pair.source, pair.target))
    if ours != theirs:
        difference = f"[…] stands {theirs} times here and {ours} times in the source"
        yield pair.found("brackets-differ", difference=difference)
    ours, theirs = (_round(text) for text in (pair.plain_source, pair.plain))
    if ours != theirs:
        yield pair.found("brackets-count", there=ours, here=theirs)


def _unbalanced(text: str) -> int | None:
    """Return the offset of the first bracket without a partner."""
    text = _ENUMERATOR.sub(lambda match: " " * len(match.group()), text)
    stack: list[int] = []
    for match in _BRACKET.finditer(text):
        opening = _PAIRS.get(match.group())
        if opening is None:
            stack.append(match.start())
        elif not stack or text[stack.pop()] != opening:
            return match.start()
    return stack[0] if stack else None


def _round(text: str) -> int:
    """Count round brackets but for those round a number or an acronym, or inside a word."""
    return len(_ROUND.findall(_MINOR.sub("", text)))


# Quotations


def _quotations(pair: Pair) -> Iterator[Problem]:
    if find_quoted(pair.plain_source).unbalanced:
        return
    if alone := find_quoted(pair.plain).unbalanced:
        sign = pair.target[alone[0]]
        yield pair.found("quotations-differ", alone[0], difference=f"“{sign}” has no partner")
        return
    ours, theirs = len(quotations(pair.plain_source)), quotations(pair.plain)
    if ours != len(theirs):
        theirs = [span for span in theirs if not _in_term(pair, span)]
    if ours != len(theirs):
        difference = f"{len(theirs)} here, {ours} in the source"
        yield pair.found(
            "quotations-differ", theirs[-1][0] if theirs else None, difference=difference
        )


def _in_term(pair: Pair, span: tuple[int, int]) -> bool:
    """Whether the marks belong to a term of the glossary, such as the title of a law."""
    return any(a <= span[0] - 1 and span[1] + 1 <= b for a, b in pair.rendered_spans)
