"""Whether a translation is written in the letters and words of its language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from report.model.problem import Problem
from report.translation.checks.pair import Pair, quotations
from report.translation.identification import identify
from report.translation.words import Words, languages_with_words, load_words

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u00ad])*")
_GLUED = re.compile(r"\d[оОoOзЗlIІ]+\d|(?<!\w)[оОoOзЗ]\d|(?<![\w-])\d+[оОoO](?!\w)")
_SENTENCE = re.compile(r"[^.!?;]+[.!?;]?")
_ROMAN = re.compile(r"[IVXLCDM]+")
# Latin (and Greek) letters that look like Cyrillic ones.
TWINS = str.maketrans(
    "aceiopxyhABCEHIKMOPTXYsjαεορυΑΒΕΗΙΚΜΝΟΡΤΧ", "асеіорхуһАВСЕНІКМОРТХҮѕјаеору" + "АВЕНІКМНОРТХ"
)
_IDENTIFIER = re.compile(r"(?<![\w.-])\w+(?:[./-]\w+)+")
_CITING = ("/note", "/issued_basis")  # units that speak of the printed words of a document
_FEW_CITED = 4  # words that a note cites without quotation marks
_TITLE_WORD = 4  # letters of a word that a title has with a capital
_ALONE = frozenset("acoyikABCOKYHI")
_FEW_WORDS = 3  # of a sentence in which its language can be told
_LIKELY = 0.8


def check_script(pair: Pair) -> Iterator[Problem]:
    """Yield look-alike and wrong-script: foreign letters, words, and text of another language."""
    script = _script(min(pair.words.alphabet))
    for match in _GLUED.finditer(pair.plain):
        yield pair.found("look-alike", match.start(), word=match.group())
    foreign: list[re.Match[str]] = []
    for match in _WORD.finditer(pair.plain):
        scripts = {_script(letter) for letter in match.group()} - {""}
        if len(scripts) > 1:
            yield pair.found("look-alike", match.start(), word=match.group())
        elif scripts and scripts != {script}:
            foreign.append(match)
        elif strange := set(match.group().lower()) - pair.words.alphabet - set("\u00ad"):
            yield from _strange(pair, match, strange)
    yield from _foreign(pair, foreign)
    yield from _other_language(pair)


def _script(letter: str) -> str:
    code = ord(letter)
    if 0x400 <= code <= 0x52F or 0x1C80 <= code <= 0x1C8F or 0xA640 <= code <= 0xA69F:
        return "Cyrillic"
    if 0x370 <= code <= 0x3FF or 0x1F00 <= code <= 0x1FFF:
        return "Greek"
    if 0x300 <= code <= 0x36F or code == 0xAD:
        return ""
    return "Latin" if code < 0x250 or 0x1E00 <= code <= 0x1EFF else "other"


def _strange(pair: Pair, match: re.Match[str], letters: set[str]) -> Iterator[Problem]:
    """Yield wrong-script for letters that the language does not write, but in given names."""
    if match.group() not in pair.source and not _within(match, pair.rendered_spans):
        offset = next(i for i, sign in enumerate(match.group()) if sign.lower() in letters)
        what = f"the letter “{match.group()[offset]}” in “{match.group()}”"
        yield pair.found("wrong-script", match.start() + offset, what=what)


def _within(match: re.Match[str], spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= match.start() and match.end() <= end for start, end in spans)


# Words in another script


def _foreign(pair: Pair, words: list[re.Match[str]]) -> Iterator[Problem]:
    """Yield problems for words in another script that are no names of the source.

    Outside quotations only names stay as they are: words that the source has, with a capital.
    """
    if not words:
        return
    known = pair.rendered_spans
    names = set(_WORD.findall(pair.source))
    kept = [span for span in quotations(pair.plain) if _stays(pair, span)]
    kept += [m.span() for m in _IDENTIFIER.finditer(pair.plain) if m.group() in pair.source]
    left = [word for word in words if word.group()[0].islower() and not _within(word, kept)]
    few = bool(kept) and pair.key.endswith(_CITING) and len(left) <= _FEW_CITED
    for word in words:
        text = word.group()
        if _within(word, known) or _within(word, kept) or _ROMAN.fullmatch(text):
            continue
        if text in names and (few or not text[0].islower()):
            continue
        if text in _ALONE or text.translate(TWINS).lower() in pair.words.common:
            yield pair.found("look-alike", word.start(), word=text)
        else:
            yield pair.found("wrong-script", word.start(), what=f"“{text}”")
            return


def _stays(pair: Pair, span: tuple[int, int]) -> bool:
    """Whether quoted words may stay as the source quotes them: a title, or what a note cites."""
    words = pair.plain[slice(*span)]
    if words not in pair.source:
        return False
    title = all(word[0].isupper() for word in _WORD.findall(words) if len(word) >= _TITLE_WORD)
    return pair.key.endswith(_CITING) or (title and words[:1].isupper())


# Text of another language in the same script


def _other_language(pair: Pair) -> Iterator[Problem]:
    """Yield wrong-script for the first sentence that is written in another language."""
    lang, known = pair.words.lang, languages_with_words()
    for sentence in _SENTENCE.finditer(pair.plain):
        text = sentence.group()
        if not _doubtful(text, pair.words):
            continue
        found, likely = identify(text, known)
        if found != lang and likely >= _LIKELY:
            start = sentence.start() + len(text) - len(text.lstrip())
            yield pair.found("wrong-script", start, what=f"“{' '.join(text.split()[:4])} …”")
            return


def _doubtful(text: str, words: Words) -> bool:
    """Whether the letters of a sentence leave open which of the project's languages it is in.

    Names tell nothing. A language with letters of its own shows one of them in any sentence: with
    them there is no doubt, and without them no other text can be in it.
    """
    found = _WORD.findall(text)
    said = [word.lower() for at, word in enumerate(found) if not at or word.islower()]
    said = [word for word in said if set(word) <= words.alphabet]
    letters = set("".join(said))
    return (
        len(said) >= _FEW_WORDS
        and not words.own_letters & letters
        and any(
            letters <= other.alphabet and (not other.own_letters or other.own_letters & letters)
            for other in _other_languages(words.lang)
        )
    )


@cache
def _other_languages(lang: str) -> tuple[Words, ...]:
    return tuple(load_words(other) for other in languages_with_words() if other != lang)
