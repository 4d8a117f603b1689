"""A text → its language, among English, Russian and Kazakh, by letters and common words."""

from __future__ import annotations

import re

UNDETERMINED = "und"  # ISO 639-2: the language could not be told
_SAMPLE = 20_000  # characters
_KAZAKH = re.compile("[әғқңөұүһ]")
_RUSSIAN = re.compile("[ыэъё]")
_OTHER_CYRILLIC = re.compile("[їєґўјљњћџ]")
_COMMON = "the of and to in that is was for on with by has have are were at from"
_ENGLISH = frozenset(_COMMON.split())


def language_of(text: str) -> str:
    """Return `en`, `ru`, `kk`, or `und` where the text is none of them or too short to tell."""
    sample = text[:_SAMPLE].casefold()
    cyrillic = len(re.findall("[\u0400-\u04ff]", sample))
    latin = len(re.findall("[a-z]", sample))
    if max(cyrillic, latin) < 20:
        return UNDETERMINED
    if cyrillic > latin:
        return _cyrillic(sample, cyrillic)
    words = re.findall(r"[^\W\d_]+", sample)
    return "en" if sum(word in _ENGLISH for word in words) >= 0.12 * len(words) else UNDETERMINED


def _cyrillic(sample: str, letters: int) -> str:
    def share(pattern: re.Pattern[str]) -> float:
        return len(pattern.findall(sample)) / letters

    if share(_OTHER_CYRILLIC) > 0.003:
        return UNDETERMINED
    if share(_KAZAKH) > 0.03:
        return "kk"
    return "ru" if share(_RUSSIAN) > 0.008 else UNDETERMINED
