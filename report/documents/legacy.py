"""Bytes that are no UTF-8 → the old encoding that they are plainly in, and their text.

Told by what letters of a language look like: in Russian nearly all are beyond ASCII and most are
small; in English and French few are, and each stands alone. What is neither is not guessed.
"""

from __future__ import annotations

import codecs
import re

_HIGH = re.compile(rb"[\x80-\xff]")
_LETTER = re.compile(rb"[A-Za-z\x80-\xff]")
_RUSSIAN = ("windows-1251", "koi8-r")
_WESTERN = "windows-1252"
_SMALL = re.compile("[а-яё]")
_CAPITAL = re.compile("[А-ЯЁ]")
_FOREIGN = re.compile("[^\x00-\x7fА-Яа-яЁё‘’“”„–—…«»°§©®№\u00a0•]")
_SMALL_WORDS = "в и на не что с по за о из от для как к его они был были это при до"
_COMMON = frozenset(_SMALL_WORDS.split())
_MARKS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def decode_legacy(data: bytes) -> tuple[str, str] | None:
    """Return the text and the name of its encoding; None where it is not plain which it is."""
    for mark, name in _MARKS.items():
        if data.startswith(mark):
            return _by(data, name)
    letters = len(_LETTER.findall(data))
    share = len(_HIGH.findall(data)) / letters if letters else 0
    if share > 0.5:
        return _russian(data)
    if 0 < share < 0.15 and not re.search(rb"[\x80-\xff]{4}", data):
        return _western(data)
    return None


def _russian(data: bytes) -> tuple[str, str] | None:
    """Return the reading that is Russian: its letters alone, most of them small, its small words.

    The two encodings swap small letters and capitals; other languages in them have further letters.
    """
    found = []
    for name in _RUSSIAN:
        read = _by(data, name)
        if read is not None and _is_russian(read[0]):
            found.append(read)
    return found[0] if len(found) == 1 else None


def _is_russian(text: str) -> bool:
    small, capital = len(_SMALL.findall(text)), len(_CAPITAL.findall(text))
    words = re.findall(r"[^\W\d_]+", text)
    common = sum(word in _COMMON for word in words)
    return (
        small > 4 * capital
        and not _FOREIGN.search(text)
        and common >= 2
        and common >= 0.04 * len(words)
    )


def _western(data: bytes) -> tuple[str, str] | None:
    """Return the text where the signs beyond ASCII are those of western texts."""
    read = _by(data, _WESTERN)
    if read is None or re.search("[\x80-\x9f]", read[0]):
        return None
    beyond = re.findall(r"[^\x00-\x7f]", read[0])
    usual = re.findall("[‘’“”–—…«»°§©®€£•\u00a0à-öø-ÿÀ-ÖØ-Þœß]", read[0])
    return read if len(usual) == len(beyond) else None


def _by(data: bytes, name: str) -> tuple[str, str] | None:
    try:
        return data.decode(name), name
    except UnicodeError:
        return None
