"""References in a text: article 21 (2), статья 9, 21-бап, No. 91, resolution 16/21, A/HRC/29/25.

Each number of a reference stands alone ("article 21 (2)" gives 21 and 2), since languages order
and bracket them differently. Addresses are taken whole and give nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from report.evidence.quantity import Kind, Number, Reference
from report.evidence.scan import Scan

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"”»]{1,2000}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}"
)
_SYMBOL = re.compile(r"(?<![\w/])[A-Z][A-Z0-9]{0,9}(?:[./][A-Za-z0-9-]{1,12}){1,12}(?![\w/])")
_LONGEST = 6


def take_addresses(scan: Scan) -> None:
    """Take web and mail addresses: their digits count nothing."""
    if not any(sign in scan.text for sign in ("@", "www.", "://")):
        return
    for match in _ADDRESS.finditer(scan.text):
        start, end = _token_span(scan, match)
        scan.take(start, end)


def find_references(scan: Scan) -> list[Number]:
    """Return symbols and the numbers of articles, paragraphs, resolutions and the like."""
    return [*_symbols(scan), *_codes(scan), *_named(scan), *_hyphenated(scan)]


def _token_span(scan: Scan, match: re.Match[str]) -> tuple[int, int]:
    starts = scan.starts
    return bisect_left(starts, match.start()), bisect_left(starts, match.end())


def _symbols(scan: Scan) -> Iterator[Number]:
    if "/" not in scan.text:
        return
    for match in _SYMBOL.finditer(scan.text):
        symbol = match.group()
        if "/" not in symbol or not any(sign.isdigit() for sign in symbol):
            continue
        start, end = _token_span(scan, match)
        if start < end and not any(scan.taken[start:end]):
            yield scan.number(Kind.REFERENCE, Reference(symbol), start, end)


def _codes(scan: Scan) -> Iterator[Number]:
    """Yield names with digits: G20, COVID-19."""
    for i in scan.digit_indexes:
        if not scan.is_digits(i) or not scan.touching(i) or len(scan.at(i).low) > _LONGEST:
            continue
        dash = scan.is_dash(i - 1) and scan.touching(i - 1)
        word = scan.at(i - 2 if dash else i - 1)
        name = scan.text[word.start : word.end]
        if word.kind == "w" and len(name) <= _LONGEST and name.isupper() and name.isalpha():
            first = i - 2 if dash else i - 1
            code = Reference(scan.text[word.start : scan.at(i).end])
            yield scan.number(Kind.REFERENCE, code, first, i + 1)


def _named(scan: Scan) -> Iterator[Number]:
    """Yield the numbers behind a word such as "article" or «статьи» or a № sign."""
    has = scan.lexicon.has
    for i, token in enumerate(scan.tokens):
        plural = has("reference_plural", token.low)
        if token.kind == "d" or not (plural or has("reference_single", token.low)):
            continue
        at = i + 1
        if scan.at(at).low == "." and scan.touching(at):
            at += 1
        elif has("reference_dotted", token.low):
            continue
        yield from _chain(scan, at, plural)


def _chain(scan: Scan, at: int, plural: bool) -> Iterator[Number]:
    """Read 21, 21 (2), 2.3, 16/21, 3–5, and in the plural 19, 21 and 22."""
    while scan.is_digits(at) and len(scan.at(at).low) <= _LONGEST:
        end = at + 1
        slash = scan.at(end).low == "/" and scan.touching(end) and scan.touching(end + 1)
        if slash and scan.is_digits(end + 1):
            end += 2
        if scan.year(at) is not None and scan.lexicon.has("year_words", scan.at(end).low):
            return  # «в статье 2015 года» dates the article
        text = "".join(scan.at(k).low for k in range(at, end))
        yield scan.number(Kind.REFERENCE, Reference(text), at, end)
        at = _next_link(scan, end, plural)
        # "articles 19 and 21 and 200 people": a list ends behind its "and".
        plural = plural and not scan.lexicon.has("reference_joins", scan.at(at - 1).low)


def _next_link(scan: Scan, end: int, plural: bool) -> int:
    """Return where the next number of the chain may stand, or -1."""
    low = scan.at(end).low
    while low == ")" or (
        low == "(" and scan.at(end + 1).kind == "w" and scan.at(end + 2).low == ")"
    ):
        end += 1 if low == ")" else 3
        low = scan.at(end).low
    dotted = low == "." and scan.touching(end) and scan.touching(end + 1)
    if low == "(" or dotted or scan.is_dash(end):
        return end + 1
    if plural and (low == "," or scan.lexicon.has("reference_joins", low)):
        both = low == "," and scan.lexicon.has("reference_joins", scan.at(end + 1).low)
        return end + 2 if both else end + 1
    return -1


def _hyphenated(scan: Scan) -> Iterator[Number]:
    """Yield the numbers of «21-бап», «21, 22-баптар», «16/21-қарар»."""
    has = scan.lexicon.has
    for i, token in enumerate(scan.tokens):
        if token.kind != "w" or not has("reference_behind", token.low):
            continue
        hyphen = scan.is_dash(i - 1)
        last = i - 2 if hyphen else i - 1
        if scan.lexicon.has("ordinal_suffixes", scan.at(last).low):  # «1-ші бап»
            last -= 2 if scan.is_dash(last - 1) else 1
            hyphen = True
        slash = scan.at(last - 1).low == "/" and scan.is_digits(last - 2)
        named = hyphen or slash or has("reference_article", token.low)
        if not scan.is_digits(last) or not named:
            continue
        first = last - 2 if slash else last
        text = "".join(scan.at(k).low for k in range(first, last + 1))
        yield scan.number(Kind.REFERENCE, Reference(text), first, last + 1)
        if has("reference_behind_plural", token.low):
            yield from _list_before(scan, first)


def _list_before(scan: Scan, first: int) -> Iterator[Number]:
    at = first - 1
    while (
        scan.at(at).low == ","
        or scan.is_dash(at)
        or scan.lexicon.has("reference_joins", scan.at(at).low)
    ):
        if not scan.is_digits(at - 1) or len(scan.at(at - 1).low) > _LONGEST:
            return
        yield scan.number(Kind.REFERENCE, Reference(scan.at(at - 1).low), at - 1, at)
        at -= 2
