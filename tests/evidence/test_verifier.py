import time

import pytest

from report.evidence.source import Source
from report.evidence.verify import verify
from report.model.place import Place

TEXT = (
    "The sirens were heard.\n\nThe mayor said little. He did not say the sirens were heard.\n\n"
    "Then the sirens were heard. Nobody else spoke."
)


def test_a_repeated_quotation_is_taken_from_its_recorded_passage():
    """Of several places the recorded one counts, not a lookalike."""
    source = Source("diary", TEXT)
    last = TEXT.rindex("the sirens")
    verdict = verify("the sirens were heard", source, near=(last, last + 21))
    assert (verdict.start, verdict.end, verdict.paragraph) == (last, last + 21, 3)
    assert verify("the sirens were heard", source).start == last


def test_a_recorded_passage_that_denies_the_words_is_refused_there():
    """A right place elsewhere does not save a quotation whose own passage denies it."""
    source = Source("diary", TEXT)
    denied = TEXT.index("the sirens")
    assert (
        verify("the sirens were heard", source, near=(denied, denied + 21)).kind == "cut-negation"
    )


def test_a_quotation_outside_its_passage_is_misplaced():
    """Words that stand in the document, but not in the recorded passage, are refused."""
    verdict = verify("Nobody else spoke", Source("diary", TEXT), near=(0, 22))
    assert verdict.kind == "misplaced"
    assert verdict.problem(Place("findings.yaml")).code == "misplaced"


def test_words_of_another_document_are_misattributed():
    """Words that stand in another document name that document."""
    other = Source("letter", "We ask the court to free him.")
    verdict = verify("ask the court to free him", Source("diary", TEXT), others=[other])
    assert verdict.kind == "misattributed"
    assert verdict.elsewhere == "letter"


def test_hidden_characters_in_the_document_are_named():
    """A document that hides a character among the quoted words is suspect, and says where."""
    verdict = verify("said little", Source("diary", "The mayor said \u202elittle."))
    assert verdict.kind == "forbidden-in-document"
    assert "U+202E" in verdict.problem(Place("findings.yaml")).message


def test_an_icon_elsewhere_in_the_document_does_not_matter():
    """A private character far from the quoted words hides nothing in them."""
    assert verify("The mayor said little", Source("diary", f"\ue000 Menu. {TEXT}")).accepted


def test_a_passage_stands_for_the_document():
    """Offsets and paragraphs of a recorded passage are those of the document."""
    source = Source("diary", "The mayor said little.", start=24, paragraph=2)
    verdict = verify("mayor said little", source)
    assert (verdict.start, verdict.end, verdict.paragraph) == (28, 45, 2)
    assert TEXT[28:45] == "mayor said little"


def test_each_part_of_a_shortened_quotation_has_its_place():
    """A quotation with omissions gives the span of each part."""
    verdict = verify("Then the sirens […] Nobody else spoke", Source("diary", TEXT))
    assert [TEXT[start:end] for start, end in verdict.spans] == [
        "Then the sirens",
        "Nobody else spoke",
    ]


def test_a_refusal_shows_the_nearest_words_and_what_differs():
    """The hint quotes the document, the message names the changed words."""
    problem = verify("The mayor said nothing at all", Source("d", TEXT)).problem(Place("f.yaml"))
    assert "The mayor said little" in problem.hint
    changed = verify("Then the syrens were heard", Source("d", TEXT)).problem(Place("f.yaml"))
    assert changed.code == "altered"
    assert "“syrens” for “sirens”" in changed.message


def test_letters_of_another_alphabet_are_named():
    """A Cyrillic letter in an English word is told, since nobody can see it."""
    problem = verify("The mаyor said little", Source("d", TEXT)).problem(Place("f.yaml"))
    assert "another alphabet" in problem.message


def test_case_is_not_folded_and_the_hint_shows_how_to_declare_it():
    """A changed capital is refused, and the message shows the brackets that declare it."""
    problem = verify("the mayor said little", Source("d", TEXT)).problem(Place("f.yaml"))
    assert "[t]he" in problem.message


def test_gap_of_eighty_words_is_the_longest():
    """An omission of 80 words is accepted, one of 81 is not."""
    for gap, kind in ((80, "edited"), (81, "gap-too-long")):
        text = f"Here it began {'word ' * gap}and there it ended."
        assert verify("Here it began […] and there it ended", Source("d", text)).kind == kind


HOSTILE = {
    "a quotation of ten million letters": ("x" * 10_000_000, TEXT),
    "brackets without end": ("[t]he " * 500_000, TEXT),
    "omissions without end": ("a b c […] " * 200_000, TEXT),
    "a document of one letter": ("the e of e in e", "e " * 1_000_000),
    "one long word": ("x" * 3_000_000 + "y", "x" * 3_000_000),
    "marks upon marks": ("a" + "\u0301\u0327" * 500_000, "a" + "\u0327\u0301" * 500_000),
    "a common word": ("not the", "not the " * 200_000),
    "parts found everywhere": ("a b c […] a b c […] a b c […] a b d", "a b c " * 200_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_sizes_are_refused_in_bounded_time(name):
    """No quotation and no document makes the verifier hang."""
    quote, text = HOSTILE[name]
    began = time.process_time()
    assert verify(quote, Source("d", text)).kind
    assert time.process_time() - began < 20
