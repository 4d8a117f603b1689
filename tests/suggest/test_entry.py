"""A suggestion that is taken reads as a sentence: closed by a full stop, its marks within marks."""

from __future__ import annotations

import pytest

from report.evidence.marks import find_quoted
from report.model.document import Custody, Document
from report.model.place import Place
from report.suggest.entry import Manner, paragraph_of
from report.suggest.suggestion import Suggestion, SuggestionKind

DOCUMENT = Document("gazette", Place("documents/gazette.yaml"), "article", "en", Custody(""))
ENGLISH = Manner([("“", "”"), ("‘", "’")], "", "")
RUSSIAN = Manner([("«", "»"), ("„", "“")], "", "")
SAID = [
    ("nobody came", "The mayor: “nobody came”.[@gazette]"),
    ("Nobody came.", "The mayor: “Nobody came.”[@gazette]"),
    ("Who came?", "The mayor: “Who came?”[@gazette]"),
    ("called for “an inquiry” now", "The mayor: “called for ‘an inquiry’ now”.[@gazette]"),
    ("he called it “an inquiry.”", "The mayor: “he called it ‘an inquiry.’”[@gazette]"),
]


def _taken(words: str, manner: Manner = ENGLISH) -> str:
    fields = {"attributed_to": "the mayor", "wording": "direct"}
    found = Suggestion(
        "q1", "gazette", SuggestionKind.QUOTATION, 1, 0, 9, words, (0, 9), "said-after", 0.9, fields
    )
    return paragraph_of(found, DOCUMENT, manner)


@pytest.mark.parametrize(("words", "paragraph"), SAID)
def test_a_taken_quotation_is_a_sentence(words: str, paragraph: str) -> None:
    """It ends once, with or without the document's own sign."""
    assert _taken(words) == paragraph


def test_marks_are_those_of_the_dossiers_language() -> None:
    """Whatever the document's language, the statement quotes as its own does."""
    taken = _taken("группа «Мост» не пришла", RUSSIAN)
    assert taken == "The mayor: «группа „Мост“ не пришла».[@gazette]"


@pytest.mark.parametrize("words", ["the “officers’ ” words", "“ ’tis ‘so ” they said", "a ” b “ c"])
def test_marks_are_never_left_open_by_turning_them(words: str) -> None:
    """Where an apostrophe could be taken for a mark the document's own marks stay."""
    before = find_quoted(f"“{words}”").unbalanced
    assert len(find_quoted(_taken(words)).unbalanced) <= len(before)
