"""Makes the hyphenation patterns of the locale folders known to Pyphen, and so to the layout.

Pyphen ships patterns for many languages; a locale folder adds its own as `hyph_<lang>.dic`. Knows
neither words nor the layout.
"""

from __future__ import annotations

from pathlib import Path

from report.translation.language_data import locale_folder


def register_patterns(folder: Path | None = None) -> tuple[str, ...]:
    """Register the pattern file of every locale folder; return the languages that now have one.

    Must run before the first layout. A second call changes nothing.
    """
    import pyphen

    registered = []
    for path in sorted((folder or locale_folder()).glob("*/hyph_*.dic")):
        lang = path.stem.removeprefix("hyph_")
        pyphen.LANGUAGES[lang] = path
        pyphen.LANGUAGES_LOWERCASE[lang.lower()] = lang
        registered.append(lang)
    return tuple(registered)
