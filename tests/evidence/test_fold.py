import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.evidence.fold import fold

SAME = (
    ("“a” ‘b’ «c» „d“", '"a" \'b\' "c" "d"'),
    ("don’t", "don't"),
    ("a\u00a0b\u202fc\td\r\ne", "a b c d e"),
    ("well\u2011known\u2010fact", "well-known-fact"),
    ("a – b", "a — b"),
    ("a – b", "a—b"),
    ("a – b", "a -- b"),
    ("a – b", "a--b"),
    ("a – b", "a - b"),
    ("2014–15", "2014-15"),
    ("so...", "so…"),
    ("so. . .", "so…"),
    ("soft\u00adly", "softly"),
    ("ze\u200dro\u200b\ufeff", "zero"),
    ("ﬁnal ofﬂoad eﬃcient", "final offload efficient"),
    ("e\u0301te\u0301", "été"),
    ("Ё ё й", "Е\u0308 е\u0308 и\u0306"),
    ("inter-\nnational", "international"),
    ("inter-\r\n  national", "international"),
    ("INTER-\nNATIONAL", "INTERNATIONAL"),
    ("inter\u00ad\nnational", "international"),
    ("Nur-\nSultan", "Nur-Sultan"),
    ("COVID-\n19", "COVID-19"),
    ("9900-\nге", "9900-ге"),
    ("one -\ntwo", "one – two"),
)

DIFFERENT = (
    ("10²", "102"),
    ("½", "1/2"),
    ("№ 5", "No 5"),
    ("ａ", "a"),
    ("①", "1"),
    ("Ab", "ab"),
    ("е", "e"),
    ("ё", "е"),
    ("қ", "к"),
    ("a, b", "a b"),
    ("a.", "a"),
    ("a b", "ab"),
    ("well-known", "wellknown"),
    ("well-known", "well known"),
    ("Nur–Sultan", "Nur-Sultan"),
    ("5′", "5″"),
    ("a..", "a…"),
    ("ǆ", "dž"),
)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_typography_folds_to_one_form(one, other):
    """White space, marks, hyphens, dashes, dots, ligatures, compositions and line ends fold."""
    assert fold(one).text == fold(other).text


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_what_carries_meaning_is_not_folded(one, other):
    """Letters, case, digits, powers, punctuation and alphabets never fold."""
    assert fold(one).text != fold(other).text


def test_offsets_lead_back_to_the_original():
    """A stretch of the folded text names the characters of the original it was made of."""
    text = "A  “quoted”\r\ninter-\nnational ﬁeld — e\u0301te\u0301\u00ad..."
    folded = fold(text)

    def original(words):
        start = folded.text.index(words)
        begin, end = folded.original(start, start + len(words))
        return text[begin:end]

    assert original("A") == "A"
    assert original("'quoted'") == "“quoted”"
    assert original("international") == "inter-\nnational"
    assert original("field") == "ﬁeld"
    assert original("été…") == "e\u0301te\u0301\u00ad..."
    assert original("–").strip() == "—"


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=80))
def test_folding_twice_changes_nothing(text):
    """Folded text is its own fold, but for hyphens that only then meet."""
    once = fold(text).text
    assert fold(fold(once).text).text == fold(once).text


TYPOGRAPHIC = st.text(
    st.sampled_from('aB é1,.-–—"’“«\u00ad\u200d \n\r\u00a0ﬁ…e\u0301ёқ'), max_size=60
)


@settings(max_examples=400, deadline=None)
@given(st.one_of(TYPOGRAPHIC, st.text(max_size=80)))
def test_offsets_stay_in_order_and_inside(text):
    """Each folded character comes from a stretch of the original, in order and not empty."""
    folded = fold(text)
    last = 0
    for place in range(len(folded.text)):
        start, end = folded.original(place, place + 1)
        assert 0 <= start < end <= len(text)
        assert start >= last or folded.text[place] in " –"
        last = max(last, start)
    if folded.text:
        start, end = folded.original(0, len(folded.text))
        assert start < end


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_composition_does_not_matter(text):
    """Composed and decomposed text fold to the same."""
    assert fold(unicodedata.normalize("NFD", text)).text == fold(text).text


def test_long_runs_take_linear_time():
    """Ten million characters of one kind are folded, not chewed."""
    for run in ("a" + "\u0301\u0323" * 100_000, " " * 1_000_000, "-" * 1_000_000, "\n-" * 100_000):
        assert fold(run).text is not None
