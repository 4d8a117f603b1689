import pytest

from report.evidence.quotation import is_fit_insertion, parse_quotation
from report.evidence.source import Source
from report.evidence.verify import verify

DOCUMENT = Source(
    "speech",
    "He said that “[t]he label [of terror]” was wrong. The ministry answered late. Rusian troops "
    "came in. It was a well-\nknown fact that the army and the police of the region had met there.",
)

EDITED = (
    "[t]he ministry answered late",
    "The ministry [of justice] answered late",
    "[Then] The ministry answered late",
    "The ministry answered [very] late.",
    "The ministry answered late [on the day].",
    "Rusian [sic] troops came in",
    "Rusian[sic] troops came in",
    "[i]t was a well-known fact […] the region had met there",
    "It was a wellknown fact […] the region had met there",
    "[…] the army and the police of the region",
)

LITERAL = (
    "“[t]he label [of terror]” was wrong",
    "[t]he label [of terror]",
)


@pytest.mark.parametrize("quote", EDITED)
def test_declared_edits_are_accepted_as_edits(quote):
    """Omission, change of case, [sic] and a short insertion are accepted and named edits."""
    assert verify(quote, DOCUMENT).kind == "edited"


@pytest.mark.parametrize("quote", LITERAL)
def test_brackets_of_the_document_are_words_of_it(quote):
    """Brackets that stand in the document are quoted as they stand."""
    assert verify(quote, DOCUMENT).kind in {"exact", "typographic"}


def test_brackets_of_the_document_stand_beside_declared_edits():
    """A document's own brackets and a declared edit may stand in one quotation."""
    assert verify("that “[t]he label [of terror]” was wrong. [t]he ministry", DOCUMENT).accepted


@pytest.mark.parametrize(
    "inside",
    ["Kazakh", "the Government of Kazakhstan", "Верховный суд", "әділет министрлігі", "the"],
)
def test_short_plain_words_may_be_inserted(inside):
    """A few words that name or join may be added in brackets."""
    assert is_fit_insertion(inside)


@pytest.mark.parametrize(
    "inside",
    [
        "200",
        "two",
        "not",
        "never",
        "no",
        "without",
        "allegedly",
        "so-called",
        "more than",
        "at least",
        "only",
        "if",
        "не",
        "более",
        "якобы",
        "емес",
        "жоқ",
        "кемінде",
        "мыс",
        "бармады",
        "½",
        "5 %",
        "hundreds",
        "one two three four five six seven",
        "",
    ],
)
def test_numbers_and_turning_words_may_not_be_inserted(inside):
    """No insertion adds a number, a negation, a doubt, a bound, or a whole sentence."""
    assert not is_fit_insertion(inside)


def test_parts_and_omissions_are_counted():
    """Omissions part the quotation; too many, or too short parts, are named."""
    parsed = parse_quotation("one two three […] four five six [...] seven eight nine")
    assert [part.text for part in parsed.parts] == [
        "one two three",
        "four five six",
        "seven eight nine",
    ]
    assert parsed.omissions == 2
    assert not parsed.wrong_omission
    assert parse_quotation("one two […] four five six").wrong_omission
    assert parse_quotation(" […] ".join(["a b c"] * 5)).wrong_omission


@pytest.mark.parametrize(
    "quote", ["[" * 50_000, "[a]" * 20_000, "[…]" * 5_000, "]" * 5, "[]", "[[a]]"]
)
def test_brackets_without_sense_are_refused_quickly(quote):
    """Any number of brackets gets a verdict at once."""
    assert not verify(quote, DOCUMENT).accepted
