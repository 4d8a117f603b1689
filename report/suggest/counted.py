"""The words round a number → what it counts: “security force personnel … killed”.

The noun is taken from what follows; what befell those counted from the verb behind it, or from
the one before the number; where nothing is counted there, from the noun whose measure the number
is: the toll rose to 31. Every word of it stands in the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from report.evidence.lexicon import lexicon_of
from report.suggest.ages import is_age
from report.suggest.article import Article, Word
from report.suggest.measured import measured, put_at
from report.suggest.nouns import noun_behind, opens_noun
from report.suggest.words import Words

_REACH = 9
_ABLATIVE = ("дан", "ден", "тан", "тен", "нан", "нен")
_DIGITS = 3  # of a number that is no year
_SUPPOSED = frozenset(
    ["estimated", "reported", "thought", "known", "believed", "confirmed", "feared", "presumed"]
)
_OPENING = frozenset('“«„"')
_TIMES = ("days", "hours", "years")
_NOT_BEFALLING = frozenset((*_TIMES, "members", "homes"))


@dataclass(frozen=True)
class Counted:
    """What is counted, in words of the sentence, and the measure that they name."""

    text: str
    measure: str


def counted_at(words: Sequence[Word], start: int, end: int, article: Article) -> Counted | None:
    """Return what the number at [start, end) counts; None where no noun is found."""
    tables = article.words
    behind = [word for word in words if word.start >= end and word.low not in '“”«»"']
    before = [word for word in words if word.end <= start]
    behind = _without_bound(behind, article.lang)
    compound = next((w for w in words if w.start <= start and w.end > end and "-" in w.text), None)
    named = bool(before) and tables.any_has(("labels", "every"), before[-1].low)
    compared = _is_compared(before, behind, tables) or _is_offset(before, behind, tables)
    if compared or compound is not None or named or is_age(before, behind, tables):
        return None  # 16-year, Flight 447: it describes or names, it does not count
    if tables.lang == "kk" and _is_from_to(before, behind):
        return None  # үш жылдан жеті жылға дейін: a range of which neither end is counted
    behind = _without_more(behind, tables)
    noun, rest = ([], behind) if _is_of_them(words, start, tables) else noun_behind(behind, tables)
    toll = bool(rest[1:2]) and tables.has("bare_tolls", rest[1].low) and not noun
    put = [] if noun else put_at(before, tables)
    if put:
        return Counted(_text(put, article), _measure(put, [], tables))
    within = bool(noun) and _is_within(before, article)
    outcome = [] if toll else _outcome(noun, _cut_off(rest) if within else rest, before, article)
    if not noun and not outcome:
        noun = measured(before, rest, tables)
    if not noun and not outcome:
        return None
    measure = _measure(noun, outcome, tables)
    noun = [*noun, *_of_what(noun, rest, tables)]
    text = " ".join(
        part for part in (_text(noun, article), *(word.text for word in outcome)) if part
    )
    return Counted(text, measure)


def _without_bound(behind: list[Word], lang: str) -> list[Word]:
    """Drop the bound that follows a number: «300-ден астам», “200 or more”."""
    phrases = lexicon_of(lang).behind.get(behind[0].low, ()) if behind else ()
    for phrase, _ in phrases:
        if tuple(word.low for word in behind[: len(phrase)]) == phrase:
            return behind[len(phrase) :]
    return behind


def _is_within(before: Sequence[Word], article: Article) -> bool:
    """Whether a number stands behind a preposition: rations for 60,000 people were looted."""
    bounds = _bound_words(article.lang)
    near = before[-5:]
    for k in range(len(near) - 1, -1, -1):
        word = near[k]
        if word.low == "of" and k:
            head = near[k - 1].low
            return not article.words.any_has(("measures", "quantities"), head)
        if word.low in ("for", "with", "by", "to", "from", "against", "holding"):
            return True
        if word.low not in bounds:
            return False
    return False


def _cut_off(rest: Sequence[Word]) -> Sequence[Word]:
    """Return what describes those counted, without the verb of the clause: behind “were”."""
    helped = (k for k, word in enumerate(rest) if word.low in ("was", "were", "is", "are", "has"))
    return rest[: next(helped, len(rest))]


def _is_compared(before: Sequence[Word], behind: Sequence[Word], tables: Words) -> bool:
    """Whether a number is but a part: three times as many, one in five, three or four."""
    times = bool(behind) and behind[0].low == "times" and [w.low for w in behind[1:2]] == ["as"]
    among = bool(behind) and behind[0].low == "in" and _is_number(behind[1:2], tables)
    among = among and not (behind[1].text.isdigit() and len(behind[1].text) > _DIGITS)
    within = len(before) > 1 and before[-1].low == "in" and _is_number(before[-2:-1], tables)
    either = _is_number(before[-2:-1], tables) and before[-1].low == "or"
    either = either or (bool(behind) and behind[0].low == "or" and _is_number(behind[1:2], tables))
    return times or among or within or either


def _is_number(row: Sequence[Word], tables: Words) -> bool:
    return any(word.text[0].isdigit() or tables.has("numerals", word.low) for word in row)


def _is_offset(before: Sequence[Word], behind: Sequence[Word], tables: Words) -> bool:
    """Whether a number only says when: two days later, ten days before, the past two decades.

    “For 40 days before” says how long.
    """
    if len(behind) < 2 or not tables.has("time_units", behind[0].low):
        return False
    lasting = any(word.low in ("for", "spent", "held") for word in before[-3:])
    if before and tables.has("past", before[-1].low):
        return True  # over the past two decades
    apart = tables.has("apart", behind[1].low) or [w.low for w in behind[1:3]] == ["on", ","]
    return apart and not lasting


def _without_more(behind: list[Word], tables: Words) -> list[Word]:
    """“Three more were convicted”: three were."""
    more = len(behind) > 1 and behind[0].low == "more"
    return behind[1:] if more and tables.has("passive", behind[1].low) else behind


def _is_from_to(before: Sequence[Word], behind: Sequence[Word]) -> bool:
    """Whether a Kazakh number is one end of a range whose unit stands with both."""
    from_here = len(behind) > 2 and behind[0].low.endswith(_ABLATIVE)
    to_here = bool(before) and before[-1].low.endswith(_ABLATIVE)
    until = any(word.low == "дейін" for word in behind[:6])
    return until and (from_here or to_here)


def _is_of_them(words: Sequence[Word], start: int, tables: Words) -> bool:
    """Whether the number itself says of whom: Kazakh «үшеуі», three of them."""
    number = next((word.low for word in words if word.start == start), "")
    return number.endswith(tables.ordered.get("of_them_ends", ()) or ("\n",))


def _measure(noun: Sequence[Word], outcome: Sequence[Word], tables: Words) -> str:
    named = [word.low for word in (*outcome, *noun)]
    measure = tables.kind_in("outcomes", [word.low for word in outcome])
    return measure or tables.kind_in("outcomes", list(reversed(named))) or ""


def _of_what(noun: Sequence[Word], rest: Sequence[Word], tables: Words) -> Sequence[Word]:
    """“20 days of administrative arrest”, “six years in prison”: of what the days are."""
    times = tables.tables.get("outcomes", {})
    timed = bool(noun) and any(noun[-1].low in times.get(t, ()) for t in _TIMES)
    if not timed or not rest or rest[0].low not in ("of", "in"):
        return ()
    row = [rest[0]]
    for word in rest[1:4]:
        if not word.is_word or tables.any_has(("stop", "clause", "auxiliary"), word.low):
            break
        row.append(word)
    if rest[0].low == "in" and not any(tables.has("held_in", word.low) for word in row):
        return ()
    return row if len(row) > 1 else ()


def _text(row: Sequence[Word], article: Article) -> str:
    if not row:
        return ""
    text = article.text[row[0].start : row[-1].end].replace("\n", " ")
    before = article.text[row[0].start - 1 : row[0].start]
    closed = any(sign in text for sign in '”»"')
    return before + text if closed and before and before in _OPENING else text


# What befell those counted


def _outcome(
    noun: Sequence[Word], rest: Sequence[Word], before: Sequence[Word], article: Article
) -> list[Word]:
    """Return the word that says what befell those counted, if one stands near."""
    tables = article.words
    named = _befalling(tables)
    if any(word.low in named and not tables.has("persons", word.low) for word in noun):
        return []
    for k, word in enumerate(rest[:_REACH]):
        if (not word.is_word and not (k == 0 and word.text == ",")) or word.text[:1].isdigit():
            break
        if word.low in named and (k == 0 or _passive(rest[:k], tables)):
            return [word] if k or not _has_object(rest, tables) else []
    if rest and rest[0].low in ("who", "that", "it", "they", "which"):
        for word in rest[1:5]:
            if word.low in named or not word.is_word or tables.has("negation", word.low):
                return [word] if word.low in named else []
    done = (_passive_participle(rest, tables) or _described(rest, tables)) if noun else []
    if done:
        return done
    told = _left_outcome(before, named, article)
    return told or (_elided(rest, tables) if not noun else [])


def _behind_helpers(rest: Sequence[Word], tables: Words) -> int:
    helping = ("passive", "auxiliary", "adverbs")
    k = 0
    while k < min(len(rest), 5) and tables.any_has(helping, rest[k].low):
        k += 1
    return k


def _passive_participle(rest: Sequence[Word], tables: Words) -> list[Word]:
    """“seven people were later fined”: what was done to them."""
    k = _behind_helpers(rest, tables)
    if not any(tables.has("passive", word.low) for word in rest[:k]) or k >= len(rest):
        return []
    to_have = [word.low for word in rest[k + 1 : k + 4]]
    if to_have[:2] == ["to", "have"] and rest[k].low in _SUPPOSED:
        return _passive_participle(rest[k + 3 :], tables)  # are estimated to have been arrested
    word = rest[k]
    done = word.low.endswith("ed") or tables.has("participles", word.low)
    return [word] if done and not tables.has("negation", rest[k - 1].low) else []


def _described(rest: Sequence[Word], tables: Words) -> list[Word]:
    """“320 journalists jailed worldwide”, “the 86 people charged in the case”."""
    if len(rest) > 2 and rest[0].low in _SUPPOSED and tables.has("done_to", rest[1].low):
        return [rest[1]]  # 326 people reported killed
    if len(rest) < 2 or not tables.has("done_to", rest[0].low):
        return []
    behind = rest[1]
    plain = not behind.is_word or tables.any_has(("stop", "adverbs"), behind.low)
    return [rest[0]] if plain else []


def _befalling(tables: Words) -> frozenset[str]:
    listed = tables.tables.get("outcomes", {})
    return frozenset(w for name, ws in listed.items() if name not in _NOT_BEFALLING for w in ws)


def _left_outcome(before: Sequence[Word], named: frozenset[str], article: Article) -> list[Word]:
    """“arrested at least 12 more”: the verb before, with nothing but a bound between."""
    tables = article.words
    bounds = _bound_words(article.lang)
    for word in reversed(before[-5:]):
        if tables.has("left_outcomes", word.low) or (tables.lang != "en" and word.low in named):
            return [word]
        bound = word.low in bounds or tables.any_has(("adverbs", "determiners"), word.low)
        if not bound and not (tables.lang != "en" and word.is_word):
            break
    return []


@cache
def _bound_words(lang: str) -> frozenset[str]:
    phrases = (phrase for listed in lexicon_of(lang).before.values() for phrase, _ in listed)
    return frozenset(word for phrase in phrases for word in phrase)


def _passive(between: Sequence[Word], tables: Words) -> bool:
    """Whether only helping words stand between the noun and its verb, at most a place besides."""
    helped = any(tables.any_has(("passive", "auxiliary"), word.low) for word in between)
    negated = any(tables.has("negation", word.low) for word in between)
    clause = any(tables.any_has(("clause", "say"), word.low) for word in between)
    return helped and not negated and not clause


def _has_object(rest: Sequence[Word], tables: Words) -> bool:
    """“20 officers arrested the men”: they did it, it did not befall them."""
    if len(rest) < 2 or not rest[0].low.endswith("ed") or tables.has("without_object", rest[0].low):
        return False
    following = rest[1]
    plain = not following.is_word or tables.any_has(("stop", "clause", "adverbs"), following.low)
    return not plain and following.low not in ("and", "or", "last", "this")


def _elided(rest: Sequence[Word], tables: Words) -> list[Word]:
    """“184 voted in favor”, “fifteen were freed”, “57 are women”: what is said of them."""
    k = _behind_helpers(rest, tables)
    if k >= len(rest) or not rest[k].is_word:
        return []
    word = rest[k]
    if k and rest[k - 1].low.startswith("remain") and tables.has("stop", word.low):
        return [rest[k - 1]]  # five of them remain in detention
    if k + 1 < len(rest) and rest[k + 1].low == "to" and k == 0:
        return []  # the 2,383 needed to win
    done = word.low.endswith("ed") or tables.has("participles", word.low)
    kind = k > 0 and opens_noun(word, tables)
    return [word] if done or kind else []
