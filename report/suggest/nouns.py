"""The words behind a number → the noun phrase that it counts, in the grammar of each language.

English: the run of words up to its last noun of number. Russian: what describes, the noun, and
the genitives that follow it. Kazakh: what describes and the first noun.
"""

from __future__ import annotations

from collections.abc import Sequence

from report.suggest import morphology
from report.suggest.article import Word
from report.suggest.words import Words

_REACH = 9
_NOUN_AND_GENITIVES = 3
_THEM = frozenset(["them", "us", "whom", "which"])


def noun_behind(behind: Sequence[Word], tables: Words) -> tuple[list[Word], list[Word]]:
    """Return the noun phrase behind a number, and what follows it."""
    if tables.lang == "ru":
        return _russian(behind, tables)
    if tables.lang == "kk":
        return _kazakh(behind, tables)
    return _english(behind, tables)


def opens_noun(word: Word, tables: Words) -> bool:
    """Whether a word can be the noun of what is counted."""
    if tables.lang == "ru":
        return morphology.is_noun(word.low)
    return _plural(word, tables)


def _english(behind: Sequence[Word], tables: Words) -> tuple[list[Word], list[Word]]:
    row: list[Word] = []
    at = 0
    while at < len(behind) and at < _REACH:
        word = behind[at]
        if word.low == "of" and not row and at == 0:
            at += 1
            continue
        if not row and tables.has("determiners", word.low):
            at += 1
            continue
        if not row and word.low in _THEM:
            return [], list(behind[at + 1 :])
        following = behind[at + 1] if at + 1 < len(behind) else None
        told = tables.any_has(("say", "done_to"), word.low)
        described = not row and word.low.endswith("ed") and told
        if described and following is not None and _plural(following, tables):
            row.append(word)  # 20 pledged delegates, 12,000 displaced people
        elif not row and at == 0 and _plural(word, tables) and tables.has("also_nouns", word.low):
            row.append(word)  # 417 reports
        elif not row and following is not None and _is_first_part(word, following, tables):
            row.append(word)  # five death threats
        elif _joins_nouns(row, behind[at : at + 3], tables):
            row.append(word)  # 26 journalists and bloggers
        elif _ends(word, tables, filled=bool(row)):
            break
        else:
            row.append(word)
        at += 1
    size = _size(row, tables)
    return row[:size], list(behind[at - len(row) + size :])


def _is_first_part(word: Word, following: Word, tables: Words) -> bool:
    """Whether a noun of an outcome is but the first part of what is counted: death threats."""
    named = any(word.low in listed for listed in tables.tables.get("outcomes", {}).values())
    plain = not word.low.endswith("ed") and not _plural(word, tables)
    counted = _plural(following, tables) and not tables.any_has(("say", "passive"), following.low)
    return named and plain and counted


def _joins_nouns(row: Sequence[Word], rest: Sequence[Word], tables: Words) -> bool:
    """Whether “and” joins a second noun of what is counted, and no clause or other number."""
    if len(rest) < 3 or rest[0].low not in ("and", "or") or not row or not _plural(row[-1], tables):
        return False
    second, behind = rest[1], rest[2]
    plain = _plural(second, tables) and not second.capital and second.is_word
    told = tables.any_has(("say", "persons_too", "numerals"), second.low)
    closed = not behind.is_word or tables.any_has(("passive", "auxiliary", "stop"), behind.low)
    return plain and not told and closed


def _ends(word: Word, tables: Words, *, filled: bool) -> bool:
    lists = ("stop", "clause", "auxiliary", "say", "contrast", "determiners", "passive", "adverbs")
    if not word.is_word or word.low in ("and", "or", "own"):
        return True
    if any(word.low in named for named in tables.tables.get("outcomes", {}).values()):
        if filled:
            return not _plural(word, tables) or word.low.endswith("ed")
        return not _plural(word, tables)
    return tables.any_has(lists, word.low)


def _size(row: Sequence[Word], tables: Words) -> int:
    """Return how many words of a run are the noun phrase: to its last noun of number."""
    last = 0
    for k, word in enumerate(row, 1):
        if _plural(word, tables):
            last = k
        elif word.low in ("and", "or"):
            continue
        elif last and not word.capital and not row[last - 1].capital:
            break
    return last


def _plural(word: Word, tables: Words) -> bool:
    low = word.low.removesuffix("'")
    ends = low.endswith("s") and not low.endswith(("'s", "ss"))
    men = low.endswith(("men", "people", "children")) and not tables.has("not_men", low)
    return men or tables.has("nouns", low) or (ends and not tables.has("not_plural", low))


def _russian(behind: Sequence[Word], tables: Words) -> tuple[list[Word], list[Word]]:
    """Read «мирных участников митинга», «пострадавших», «нарушений прав осуждённых»."""
    row: list[Word] = []
    nouns = 0
    rest = list(behind)
    if rest and tables.has("among", rest[0].low):
        numbered = len(rest) > 2 and rest[1].text[0].isdigit()
        return _russian(rest[2:], tables) if numbered else ([], rest)
    for word in rest[:_REACH]:
        if not word.is_word or tables.any_has(("stop", "clause", "say"), word.low):
            break
        if morphology.is_verb(word.low):
            break
        if morphology.is_noun(word.low):
            if nouns and not morphology.is_genitive(word.low):
                break
            nouns += 1
        elif not morphology.is_described(word.low):
            break
        row.append(word)
        if nouns == _NOUN_AND_GENITIVES:
            break
    while nouns and row and not morphology.is_noun(row[-1].low):
        row.pop()
    return row, rest[len(row) :]


def _kazakh(behind: Sequence[Word], tables: Words) -> tuple[list[Word], list[Word]]:
    """Read «азаматтық белсендіні»: adjectives end as the language's do, the noun follows."""
    row: list[Word] = []
    rest = list(behind)
    for word in rest[:4]:
        ends = not word.is_word or tables.any_has(("stop", "clause", "say"), word.low)
        named = any(word.low in listed for listed in tables.tables.get("outcomes", {}).values())
        timed = named and tables.kind_in("outcomes", [word.low]) in ("days", "hours", "troops")
        if ends or (named and not timed):
            break
        row.append(word)
        if not word.low.endswith(tables.ordered.get("adjective_ends", ()) or ("-",)):
            break
    else:
        return row, rest[len(row) :]
    if row and tables.has("verbs_too", row[-1].low):
        return [], rest  # төрт болған: nothing is counted
    return row, rest[len(row) :]
