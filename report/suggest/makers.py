"""What an account is called → who made it: “the ministry’s version”, “data of the court”.

Knows no clauses.
"""

from __future__ import annotations

from report.suggest.article import Word
from report.suggest.people import bare, is_possessive
from report.suggest.speaking import Speaking


def maker(row: list[Word], speaking: Speaking) -> list[Word]:
    """“the government’s version of events” is the government’s."""
    for k, word in enumerate(row[:-1]):
        if is_possessive(word) and speaking.words.has("accounts", row[k + 1].low):
            text = bare(word)
            owner = Word(text, text.lower(), word.start, word.start + len(text))
            return [*row[:k], owner]
    return _maker_behind(row, speaking)


def _maker_behind(row: list[Word], speaking: Speaking) -> list[Word]:
    """“data of the Supreme Court”, “figures compiled by the Network”: who made them."""
    if not row or not speaking.words.has("accounts", row[0].low):
        return row
    for k, word in enumerate(row[1:4], 1):
        if word.low in ("of", "by", "from") and k + 1 < len(row):
            made = row[k + 1 :]
            named = any(one.capital for one in made)
            return made if named or speaking.speaks(made) else row
        if word.low != "the" and not word.low.endswith("ed"):
            return row
    return row
