"""Whether a translation uses the words of the glossary, and none that it forbids."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report.model.problem import Problem
from report.translation.checks.pair import Pair, quotations
from report.translation.checks.term_table import Span


def check_terms(pair: Pair) -> Iterator[Problem]:
    """Yield forbidden-term, and glossary-term where a term of the source is said otherwise."""
    yield from _forbidden(pair)
    for row in pair.terms.in_source(pair.folded_source):
        if not row.rendered.search(pair.folded):
            yield pair.found("glossary-term", term=row.term.words, said=row.said)


def _forbidden(pair: Pair) -> Iterator[Problem]:
    """Yield forbidden-term but for quoted words, which are the speaker's, and parts of terms."""
    for row in pair.terms.rows:
        for match in row.forbidden.finditer(pair.folded) if row.forbidden else ():
            allowed = [*quotations(pair.plain), *pair.rendered_spans]
            if not any(_inside(match, span) for span in allowed):
                words = pair.target[match.start() : match.end()]
                yield pair.found("forbidden-term", match.start(), words=words, said=row.said)


def _inside(match: re.Match[str], span: Span) -> bool:
    return span[0] <= match.start() and match.end() <= span[1]
