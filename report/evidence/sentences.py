"""Where a sentence begins round a cut, whether it goes on, and in which language it is written."""

from __future__ import annotations

import re

from report.evidence import turning_words as words

_SENTENCE_END = re.compile(r"[.!?…]['\")\]]* ?")
_LONGEST_WORD, _FOLLOWING = 200, 200  # characters looked at on either side of a stop
_KAZAKH = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
_CYRILLIC_WORD = re.compile("[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]+")


def is_kazakh(text: str) -> bool:
    """Whether the text is Kazakh: a quarter of its Cyrillic words have letters of its own."""
    cyrillic = _CYRILLIC_WORD.findall(text)
    return sum(bool(_KAZAKH.search(word)) for word in cyrillic) * 4 >= max(len(cyrillic), 1)


def is_kazakh_word(phrase: str, behind: str, around: str) -> bool:
    """Whether a phrase that may be a Russian negation is the Kazakh word spelt so (не: what, or).

    A third of the words around it and one of the three behind it must have letters of Kazakh
    alone: a Kazakh name in a Russian sentence proves nothing.
    """
    if phrase not in words.RUSSIAN_ONLY:
        return False
    cyrillic = _CYRILLIC_WORD.findall(around)
    kazakh = sum(bool(_KAZAKH.search(word)) for word in cyrillic)
    if kazakh < 3 or kazakh * 3 < len(cyrillic):
        return False
    return any(_KAZAKH.search(word) for word in _CYRILLIC_WORD.findall(behind)[:3])


def sentence_start(before: str, quoted: str) -> int:
    """Return where in `before` the sentence begins that goes on in the quotation."""
    last = 0
    whole = before + quoted[:3]
    for end in _SENTENCE_END.finditer(whole):
        if end.end() <= len(before) and _ends_sentence(whole, end):
            last = end.end()
    semicolon = before.rfind("; ")
    return max(last, semicolon + 2 if semicolon >= 0 else 0)


def _ends_sentence(text: str, end: re.Match[str]) -> bool:
    following = text[end.end() : end.end() + _FOLLOWING].lstrip("'\"([ ")[:1]
    if not (following.isupper() or (following.isdigit() and end[0].endswith(" "))):
        return False
    near = text[max(end.start() - _LONGEST_WORD, 0) : end.start()]
    word = re.search(r"[^\W_]*\Z", near.rstrip("'\")]"))  # “without delay”. It
    token = word[0].lower() if word else ""
    if end[0][0] != ".":
        return True
    numbered = token in ("no", "nos") and following.isdigit()
    short = len(token) == 1 and token.isalpha()
    return bool(token) and not (short or numbered or token in words.ABBREVIATIONS)


def goes_on(behind: str) -> bool:
    """Whether the sentence goes on: `the U.N. | did not`."""
    return behind.lstrip(" ')]")[:1].islower()


def is_asked(before: str, quoted: str, behind: str) -> bool:
    """Whether a quotation leaves out that its sentence asks: `Did | they shoot him | ?`."""
    stop = re.search(r"[.!?;]", behind)
    if stop is None or stop[0] != "?" or re.search(r"[.!?;]", quoted):
        return False
    if not behind[: stop.start()].strip(" ')"):
        return True
    opening = re.search(r"[^\W\d_]+", before[sentence_start(before, quoted) :])
    return opening is not None and opening[0].lower() in words.ASKING
