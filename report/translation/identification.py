"""Which of the project's languages a text is written in: py3langid, limited to them.

Its model takes longer to load than a whole dossier to be checked, so it is asked only where letters
leave a doubt.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier


def identify(text: str, langs: tuple[str, ...]) -> tuple[str, float]:
    """Return the likeliest of some languages, and how likely it is (0 to 1)."""
    lang, likely = _identifier(langs).classify(text)
    return str(lang), float(likely)


@cache
def _identifier(langs: tuple[str, ...]) -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier: LanguageIdentifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(langs)
    return identifier
