"""What is read of saved pages, against what they state and hold: a score for each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from saved_pages import Page

from report.documents.parsed import Parsed
from report.documents.reference import Reference, reference_of

FIELDS = ("title", "author", "issued", "URL", "container-title")
Parser = Callable[[bytes], Parsed]


@dataclass
class Score:
    """Paragraphs kept rightly, kept wrongly, lost; fields right, wrong, missing."""

    kept: int = 0
    furniture: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    right: int = 0
    wrong: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Of the paragraphs kept, how many are the article's."""
        return self.kept / max(1, self.kept + len(self.furniture))

    @property
    def recall(self) -> float:
        """Of the article's paragraphs, how many were kept."""
        return self.kept / max(1, self.kept + len(self.lost))


def measure(pages: list[Page], parse: Parser) -> Score:
    """Return the score of a way to read pages."""
    score = Score()
    for page in pages:
        parsed = parse(page.data)
        _paragraphs(page, parsed, score)
        _fields(page, reference_of(parsed, ".html"), score)
    return score


def _paragraphs(page: Page, parsed: Parsed, score: Score) -> None:
    text = parsed.text
    numbers = range(1, len(text.paragraphs) + 1)
    told = [_line(text.words_of(n)) for n in numbers if n not in text.boilerplate]
    article = [_line(words) for words in page.article]
    title = _line(page.stated["title"])
    score.kept += sum(words in article for words in told)
    score.furniture += [f"{page.name}: {w}" for w in told if w not in article and w != title]
    score.lost += [f"{page.name}: {words}" for words in article if words not in told]


def _fields(page: Page, reference: Reference, score: Score) -> None:
    found = stated(reference)
    for name in FIELDS:
        wanted, got = page.stated.get(name, ""), found[name]
        if got == wanted:
            score.right += bool(wanted)
        elif got:
            score.wrong.append(f"{page.name}: {name}: {got}, not {wanted or 'stated'}")
        else:
            score.missing.append(f"{page.name}: {name}: {wanted}")


def stated(reference: Reference) -> dict[str, str]:
    """Return the fields of a reference as plain text."""
    names = (name.literal or f"{name.given} {name.family}" for name in reference.author)
    return {
        "title": reference.title,
        "author": "; ".join(names),
        "issued": str(reference.issued or ""),
        "URL": reference.url,
        "container-title": reference.container_title,
    }


def _line(words: str) -> str:
    return " ".join(words.split())
