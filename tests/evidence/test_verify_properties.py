import random
import re
import unicodedata
from itertools import islice
from pathlib import Path

import pytest
from alterations import altered, typographic
from hypothesis import example, given, settings
from hypothesis import strategies as st
from verify_cases import ENGLISH, KAZAKH, RUSSIAN

from report.evidence.source import Source
from report.evidence.verify import verify

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
INVENTED = {
    name: Source(name, text)
    for name, text in (("english", ENGLISH), ("russian", RUSSIAN), ("kazakh", KAZAKH))
}
ALTERATIONS = 1_000  # of each set of documents
BEFORE = r"(?:not|never|no|without|более|не|менее|more than|at least|nearly|some|кемінде|шамамен)"


def real_documents():
    """The published documents, where they are at hand."""
    paths = sorted(SEEDS.glob("*.txt"))
    return {path.stem: Source(path.stem, path.read_text(encoding="utf-8")) for path in paths}


@pytest.fixture(scope="module", params=["invented", "published"])
def sources(request):
    """A set of documents: invented ones, and published ones where they are at hand."""
    found = INVENTED if request.param == "invented" else real_documents()
    if not found:
        pytest.skip("the published documents are not beside the repository (../shared/seeds)")
    return list(found.values())


def passage(rng, source, least=4, most=30):
    """A random stretch of whole words of a document."""
    words = list(re.finditer(r"\S+", source.text))
    first = rng.randrange(len(words) - least)
    last = min(first + rng.randint(least, most), len(words)) - 1
    return source.text[words[first].start() : words[last].end()]


def accepted_passages(sources, seed):
    """Random passages that are accepted as they stand, for ever."""
    rng = random.Random(seed)
    while True:
        source = rng.choice(sources)
        quote = passage(rng, source)
        if verify(quote, source).accepted:
            yield rng, quote, source


def plain(text):
    """The text as an independent eye reads it: no invisible characters, marks, spaces, dashes."""
    text = unicodedata.normalize("NFC", re.sub("[\u00ad\u200b-\u200d\u2060\ufeff]", "", text))
    text = re.sub("[\"“”„«»‹›‘’‚']", "'", text)
    text = text.replace("...", "…")
    text = " ".join(re.sub("[–—]|--", " – ", text).split())
    return re.sub("–(?: –)+", "–", text)


def test_no_alteration_is_ever_accepted(sources):
    """No single changed letter, digit, sign, word, negation or qualifier is accepted."""
    tried = 0
    for rng, quote, source in accepted_passages(sources, 20220105):
        changed = altered(rng, quote)
        if not changed or plain(changed) in plain(source.text):
            continue
        verdict = verify(changed, source)
        assert not verdict.accepted, (quote, changed)
        tried += 1
        if tried == ALTERATIONS:
            break


def test_no_edge_inside_a_word_or_number_is_accepted(sources):
    """A quotation whose edge is moved into a word or a number is refused."""
    tried = 0
    for rng, quote, source in accepted_passages(sources, 7):
        places = [m.start() for m in re.finditer(r"(?<=\w)(?=\w)|(?<=\d)(?=[.,]\d)", quote)]
        if not places:
            continue
        place = rng.choice(places)
        cut = rng.choice([quote[:place], quote[place:]])
        alone = rf"(?<!\w){re.escape(plain(cut))}(?!\w)"
        if re.search(alone, plain(source.text)):
            continue
        assert not verify(cut, source).accepted, cut
        tried += 1
        if tried == ALTERATIONS // 2:
            break


def test_no_edge_behind_a_negation_or_qualifier_is_accepted(sources):
    """A quotation that begins right behind a negation or a bound of its number is refused."""
    tried = 0
    for source in sources:
        for found in re.finditer(rf"(?<!\w){BEFORE} (?=\w)", source.text):
            number = source.text[found.end()].isdigit()
            if not number and not re.match(r"(?:not|never|no|without|не) ", found[0]):
                continue
            if found[0] == "no " and source.text[found.end() :].startswith("matter"):
                continue
            if re.match(r"(?:only|менее|более|только)\b", source.text[found.end() :]):
                continue
            stretch = source.text[found.end() :].split(".")[0]
            words = stretch.split()
            for length in range(2, min(len(words), 12)):
                cut = " ".join(words[:length])
                if source.folded.text.count(cut) == 1:
                    assert not verify(cut, source).accepted, (found[0], cut)
                    tried += 1
    assert tried > 20


def test_typography_alone_is_never_refused(sources):
    """The same words in other typography are accepted, in the quotation and in the document."""
    passages = islice(accepted_passages(sources, 11), ALTERATIONS // 2)
    for tried, (rng, quote, source) in enumerate(passages):
        changed = typographic(rng, quote)
        assert verify(changed, source).accepted, (quote, changed)
        if tried % 10 == 0:
            other = Source("set otherwise", typographic(rng, source.text))
            assert verify(quote, other).accepted, (quote, other.text)


def test_the_place_is_the_passage_itself(sources):
    """The offsets of a verdict name the very characters that were quoted."""
    for _, quote, source in islice(accepted_passages(sources, 13), 200):
        verdict = verify(quote, source)
        assert source.text[verdict.start : verdict.end] == verdict.passage == quote
        assert verdict.kind == "exact"


VOCABULARY = """
the army said that more than 200 people were not seen near at least 12 houses and no one
без не менее 40 человек полиция жоқ емес адам кемінде 2,600 “quoted” well-known U.N. – …
"""
WORDS = st.sampled_from(VOCABULARY.split())


@settings(deadline=None, max_examples=200)
@given(st.lists(WORDS, min_size=8, max_size=40), st.data())
def test_generated_text_keeps_the_rules(words, data):
    """In any text whole words are found where they stand, and a changed digit never is."""
    text = " ".join(words)
    source = Source("generated", text)
    first = data.draw(st.integers(0, len(words) - 2))
    last = data.draw(st.integers(first + 1, len(words) - 1))
    quote = " ".join(words[first : last + 1])
    verdict = verify(quote, source)
    if re.search(r"\w", quote):
        assert verdict.kind not in {"altered", "not-found", "number", "polarity", "misattributed"}
    if verdict.accepted:
        assert plain(source.text[verdict.start : verdict.end]) in plain(quote)
    changed = quote.replace("2", "3").replace("4", "5")
    if plain(changed) not in plain(text):
        assert not verify(changed, source).accepted


@settings(deadline=None, max_examples=300)
@example("[:A]", "")
@example("[so]", "They left the square.")
@given(st.text(max_size=60), st.text(max_size=200))
def test_anything_gets_a_verdict(quote, text):
    """Any quotation and any document get a verdict, never an exception."""
    verdict = verify(quote, Source("any", text), others=[Source("other", quote)])
    if verdict.accepted:
        assert text[verdict.start : verdict.end].strip()
