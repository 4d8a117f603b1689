"""Whether a translation uses the words of the glossary, and none that it forbids."""

from __future__ import annotations

from collections.abc import Iterator

from report.model.problem import Problem
from report.translation.checks.pair import Pair, quotations


def check_terms(pair: Pair) -> Iterator[Problem]:
    """Yield forbidden-term, and glossary-term where a term of the source is said otherwise."""
    yield from _forbidden(pair)
    for row in pair.terms.in_source(pair.folded_source):
        if not row.rendered.stands_in(pair.folded):
            yield pair.found("glossary-term", term=row.term.words, said=row.said)


def _forbidden(pair: Pair) -> Iterator[Problem]:
    """Yield forbidden-term but for quoted words, which are the speaker's, and parts of terms."""
    for row in pair.terms.rows:
        for start, end in row.forbidden.spans(pair.folded):
            allowed = [*quotations(pair.plain), *pair.rendered_spans]
            if not any(a <= start and end <= b for a, b in allowed):
                words = pair.target[start:end]
                yield pair.found("forbidden-term", start, words=words, said=row.said)
