"""A note at the foot of the page: the markup that templates, style sheets and the press agree on.

The press proves every note in the finished file by the two ids, so nothing else may write them.
"""

from __future__ import annotations

from markupsafe import Markup


def note_call(word_html: Markup, number: int, note_html: Markup) -> Markup:
    """Return the word that note `number` (from 1) is called at, with its call and the note.

    `word_html` is the last word before the call with its punctuation: the call never begins a
    line. It may be empty. A plain `str` in place of Markup is escaped.
    """
    return Markup(
        '<span class="fc" id="fc-{0}">{1}<span class="fn" id="fn-{0}">{2}</span></span>'
    ).format(number, word_html, note_html)
