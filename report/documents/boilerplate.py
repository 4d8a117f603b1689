"""Paragraphs of a text → the numbers of those that belong to the page, not to what it says.

Judges by words alone, in English, Russian and Kazakh; what a page's own markup says is for its
reader to add. Whatever is doubtful is text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_SHORT = 300  # a longer paragraph is no furniture of a page, and seldom printed twice
_NOTICE = 1_000  # the longest notice of a republisher

# Whole paragraphs.
_FURNITURE = re.compile(
    r"(?:leave a (?:reply|comment)|(?:post|add) (?:a )?comment|comments?(?: \(?\d+\)?)?"
    r"|your email address will not be published.*|required fields are marked.*"
    r"|you must be logged in.*|(?:log|sign) in(?: to .*)?|share(?: (?:this|on)\b.*)?|print|tweet"
    r"|follow us(?: on)?.*|read (?:more|also|next)\b.*|related (?:articles|stories|posts|news).*"
    r"|recent (?:features|posts|comments|articles)|most (?:read|popular)|trending(?: now)?"
    r"|advertisement|sponsored(?: content)?|subscribe\b.*|sign up for\b.*|skip to .*|font size"
    r"|text audio|text size|[\d:]+ [\d:]+|menu|search|home|cookie (?:policy|settings).*"
    r"|we use cookies.*|privacy policy|terms of (?:use|service)|back to top|view in full here\.?"
    r"|(?:добавить|оставить) комментарий|комментари(?:и|ев)(?: \(?\d+\)?)?|поделиться.*"
    r"|ваш (?:адрес )?e-?mail не будет опубликован.*|обязательные поля помечены.*"
    r"|читайте также.*|подпис(?:аться|ывайтесь)\b.*|реклама|на главную|похожие (?:новости|статьи)"
    r"|пікір (?:қалдыру|қосу)|пікірлер(?: \(?\d+\)?)?|бөлісу.*|жазылу\b.*|жарнама"
    r"|тағы оқыңыз.*|оқи отырыңыз.*|басты бет)",
    re.IGNORECASE | re.DOTALL,
)
# Anywhere in a paragraph.
_DISCLAIMER = re.compile(
    r"originating organi[sz]ation|does not take institutional positions"
    r"|opinions expressed .{0,60} (?:do not|are (?:solely )?those)|all rights reserved"
    r"|views expressed .{0,60} (?:do not|are (?:solely )?those)|this (?:article|story) was "
    r"(?:originally|first) published|(?:re-?published|reposted) (?:from|with permission)"
    r"|все права защищены|мнение редакции может не совпадать|перепечатка .{0,60}разреш"
    r"|барлық құқықтар? қорғалған|редакция .{0,40}көзқарасы",
    re.IGNORECASE | re.DOTALL,
)
_CAPTION = re.compile(
    r"(?:^|\n|\()\s*(?:photo|image|picture|credit|фото|иллюстрация|сурет)\b\s*(?:credit|by|:|courtesy)"
    r"|\((?:photo|image|фото|сурет)\b[^)]*\)\s*$|getty images|shutterstock",
    re.IGNORECASE,
)


def boilerplate_of(text: str, paragraphs: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Return the numbers, from 1, of the paragraphs that are the page's own.

    Of a short paragraph that stands several times in one text all but the first are.
    """
    words = [text[start:end] for start, end in paragraphs]
    shapes = [" ".join(paragraph.split()).casefold() for paragraph in words]
    seen: Counter[str] = Counter()
    found = set()
    for number, (paragraph, shape) in enumerate(zip(words, shapes, strict=True), 1):
        again = len(shape) <= _SHORT and seen[shape] > 0
        seen[shape] += 1
        if again or is_furniture(paragraph):
            found.add(number)
    return frozenset(found) if len(found) < len(words) else frozenset()


def is_furniture(paragraph: str) -> bool:
    """Say whether a paragraph is a caption, a form, a call to share or a republisher's notice."""
    line = " ".join(paragraph.split())
    if len(line) <= _NOTICE and _DISCLAIMER.search(line):
        return True
    return len(line) <= _SHORT and bool(_FURNITURE.fullmatch(line) or _CAPTION.search(paragraph))
