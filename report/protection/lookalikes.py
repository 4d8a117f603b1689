"""One character → the plain letter that it is, and the letters of other alphabets it looks like.

A word typed with a Greek or Cyrillic letter among Latin ones, in small capitals, with accents or
in a mathematical face looks the same to a reader; here it becomes the same. Knows single characters
only.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# What prints nothing or only marks a letter: controls, soft hyphen, joiners, bidi, tags, accents.
IGNORED = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\uffff"
    "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    "\U000e0000-\U000e0fff"
)
_IGNORED = re.compile(f"[{IGNORED}]")
# Marks that stand within a transliterated word: soft signs, glottal stops, apostrophes.
APOSTROPHES = "'’‘ʼʹʺʻ`´′″ˈ"


def _pairs(rows: str) -> dict[str, str]:
    """Read pairs of a character and the letter that it looks like."""
    return {pair[0]: pair[1:] for pair in rows.split()}


# Letters with strokes, small capitals, Kazakh letters of other fonts.
_PLAIN = _pairs(
    "ıi øo łl đd ħh ŧt ɑa ɡg əa þth ðd œoe æae ßss ѵv ӏl ԑe "
    "ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz "
    "ҡқ ӊң ҥң ӈң ҕғ ӷғ ҙз ҫс ҳһ"
)
_AS_LATIN = _pairs(
    "аa Аa Вb вb сc Сc еe Еe Нh нh һh Һh іi Іi јj Јj Кk кk Мm мm оo Оo пn рp Рp ѕs Ѕs Тt тt "
    "уy Уy үy Үy ұy Ұy хx Хx ԁd Ԁd ԛq ԝw Ԝw ьb гr иu Ӏl "
    "Αa Βb Εe Ζz Ηh Ιi Κk Μm Νn Οo Ρp Τt Υy Χx αa βb γy εe ηn ιi κk νv οo ρp τt υu χx ωw ϲc Ϲc ϳj"
)
_AS_CYRILLIC = _pairs(
    "aа Aа bь Bв cс Cс eе Eе hһ Hн iі Iі jј kк Kк mм Mм nп oо Oо pр Pр rг tт Tт uи xх Xх yу Yу "
    "Αа Βв Γг Εе Ηн Ιі Κк Λл Μм Οо Πп Ρр Τт Υу Φф Χх αа γу εе ιі κк νу οо πп ρр τт υу φф χх"
)


def script_of(letter: str) -> str:
    """Return `latin`, `cyrillic` or `other` for a plain letter."""
    if letter.isascii():
        return "latin"
    return "cyrillic" if "\u0400" <= letter <= "\u052f" else "other"


@lru_cache(maxsize=20_000)
def _bare(character: str) -> str:
    """Return a character without accents and compatibility forms, its case kept."""
    if _IGNORED.fullmatch(character):
        return ""
    decomposed = unicodedata.normalize("NFKD", character)
    return "".join(one for one in decomposed if not unicodedata.combining(one))


@lru_cache(maxsize=20_000)
def plain(character: str) -> str:
    """Return the plain small letters of a character; й becomes и, ё becomes е."""
    lowered = _bare(character).casefold()
    lowered = "".join(one for one in _bare(lowered) if not unicodedata.combining(one))
    return "".join(_PLAIN.get(one, one) for one in lowered)


@lru_cache(maxsize=20_000)
def looks(character: str, script: str) -> str:
    """Return the letters of `script` that a character is or looks like; empty where there are none.

    >>> looks("С", "latin"), looks("H", "cyrillic"), looks("ж", "latin")
    ('c', 'н', '')
    """
    letters = plain(character)
    if letters and all(script_of(one) == script for one in letters):
        return letters
    table = _AS_LATIN if script == "latin" else _AS_CYRILLIC
    return "".join(table.get(one, "") for one in _bare(character))
