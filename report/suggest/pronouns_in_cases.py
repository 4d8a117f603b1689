"""«Она», «он», «ол» in a clause of reporting → who spoke, or was named, before it.

In Russian the verb or the name tells a woman from a man: somebody of the other sex is passed over,
and so is a paper or a body. Kazakh does not tell them apart.
"""

from __future__ import annotations

from report.suggest import morphology
from report.suggest.article import Word
from report.suggest.clause import Clause
from report.suggest.looking_back import NOBODY, LookingBack, Meant
from report.suggest.names_in_cases import is_person
from report.suggest.people import Person, bare

_SHE = frozenset(["она", "ее"])


def who_spoke(back: LookingBack, clause: Clause) -> Meant:
    """Return whom the pronoun means that is the subject of a clause; nobody where two may be."""
    if back.article.words.lang == "ru":
        return _who_spoke_russian(back, clause)
    for paragraph, sentence in back.sentences(clause.start):
        for one in reversed(back.reading(sentence).clauses):
            if _told_before(back, one, clause):
                return Meant(clause=one, paragraph=paragraph)
    for _, sentence in back.sentences(clause.start):
        named = back.cast.mentions(sentence, clause.start)
        if named:
            alone = len({person.surname for person in named}) == 1
            return Meant(named[0]) if alone else NOBODY
    return NOBODY


def _told_before(back: LookingBack, one: Clause, clause: Clause) -> bool:
    return one.end < clause.start and bool(one.subject) and not back.is_pronoun(one)


def _who_spoke_russian(back: LookingBack, clause: Clause) -> Meant:
    """Return the nearest person who spoke or was named."""
    she = clause.subject[0].low in _SHE
    for paragraph, sentence in back.sentences(clause.start):
        for one in reversed(back.reading(sentence).clauses):
            if _told_before(back, one, clause) and is_person(one.subject, back.article.words):
                woman = _is_woman(one)
                other = woman is not None and woman is not she
                return NOBODY if other else Meant(clause=one, paragraph=paragraph)
        named = back.cast.mentions(sentence, clause.start)
        if named and _is_one(named, she=she):
            return Meant(named[0])
    return NOBODY


def _is_one(named: list[Person], *, she: bool) -> bool:
    """Whether but one person is named, and none of the other sex."""
    told = [morphology.is_feminine(part.lower()) for part in named[0].name.split()]
    woman = next((one for one in told if one is not None), None)
    alone = len({person.surname for person in named}) == 1
    return alone and (woman is None or woman is she)


def _is_woman(clause: Clause) -> bool | None:
    """Whether who speaks is a woman, by the verb or the name; None: it does not tell."""
    if _is_feminine(clause.verb):
        return True
    if clause.verb.low.endswith("л"):
        return False
    named = " ".join(bare(word) for word in clause.subject if word.capital)
    if clause.rule == "according-to":
        named = morphology.nominative(named)
    told = [morphology.is_feminine(part.lower()) for part in named.split()]
    return next((one for one in told if one is not None), None)


def _is_feminine(verb: Word) -> bool:
    """Whether a Russian verb of the past is of the feminine."""
    return verb.low.endswith("ла")
