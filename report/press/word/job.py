"""What a Word file is made of. Plain data: nothing here loads pandoc."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup


class Style(StrEnum):
    """The styles of paragraphs, by the names that `templates/word/styles.xml` gives them."""

    SUBMITTERS = "Submitters"
    TITLE = "Title"
    SUBTITLE = "Subtitle"
    KEY_WORDS = "Key Words"
    NOTICE = "Notice"
    HEADING_1 = "heading 1"
    HEADING_2 = "heading 2"
    BODY = "Body Text"
    NUMBERED = "Numbered Paragraph"


@dataclass(frozen=True)
class Block:
    """One paragraph: inline Markup in the conventions of a `PrintJob`, notes within it."""

    style: Style
    html: Markup


@dataclass(frozen=True)
class Letters:
    """How letters look: family, sizes in points, whether bold and italics are used."""

    family: str = "Times New Roman"
    points: float = 11
    note_points: float = 9
    emphasis: bool = True
    justified: bool = False


@dataclass(frozen=True)
class WordJob:
    """A Word file to make. `head` is printed at the top of every page, such as DRAFT."""

    name: str
    lang: str
    title: str
    blocks: tuple[Block, ...]
    date: datetime.date
    letters: Letters = Letters()
    page_numbers: bool = True
    head: str = ""
