"""Prose outside quotation marks → the words in it that judge instead of reporting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from report.evidence.lexicon import lexicon_of
from report.evidence.tokens import Token, tokenize


@dataclass(frozen=True)
class WatchWord:
    """One watch-word as it stands, its offsets, and what to write instead."""

    text: str
    start: int
    end: int
    instead: str


def find_watch_words(text: str, lang: str) -> Iterator[WatchWord]:
    """Yield the watch-words of `text`; what stands in quotation marks is the caller's to leave."""
    lexicon = lexicon_of(lang)
    entries = lexicon.watch_words
    tokens = tokenize(text) if entries else []
    for i, token in enumerate(tokens):
        if not lexicon.has("watch_first", token.low):
            continue
        for words, instead in entries:
            if _stands(tokens, i, words):
                start, end = token.start, tokens[i + len(words) - 1].end
                yield WatchWord(text[start:end], start, end, instead)
                break


def _stands(tokens: list[Token], i: int, words: tuple[str, ...]) -> bool:
    if i + len(words) > len(tokens):
        return False
    return all(
        tokens[i + k].low.startswith(word[:-1]) if word[-1] == "*" else tokens[i + k].low == word
        for k, word in enumerate(words)
    )
