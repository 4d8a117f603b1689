"""Lines are filled: no line ends early because a note is called behind it."""

from __future__ import annotations

import random
from typing import Any

from weasyprint import HTML
from weasyprint.formatting_structure import boxes

from report.press import weasyprint_70

WORDS = "no member of the Council has asked for a special session its spokesperson says".split()  # noqa: SIM905
STYLE = (
    "@page { size: A4; margin: 20mm } p { margin: 0; width: 110mm; font: 10pt/14pt serif }"
    ".fn { float: footnote } .fc { white-space: nowrap }"
)


def _pages(chance: random.Random, paragraphs: int) -> str:
    made = []
    for number in range(paragraphs):
        words = chance.choices(WORDS, k=30)
        place = chance.randrange(3, 29)
        called = f'<span class="fc">{words[place]}<span class="fn">{number}</span></span>'
        made.append("<p>" + " ".join([*words[:place], called, *words[place + 1 :]]) + "</p>")
    return f"<style>{STYLE}</style>{''.join(made)}"


def _one_word_lines(document: Any) -> list[str]:
    found = []
    for page in document.pages:
        for box in page._page_box.descendants():
            if isinstance(box, boxes.BlockBox) and box.element_tag == "p":
                lines = [line for line in box.children if isinstance(line, boxes.LineBox)]
                texts = [
                    "".join(t.text for t in line.descendants() if isinstance(t, boxes.TextBox))
                    for line in lines[:-1]
                ]
                found += [text for text in texts if len(text.split()) < 3]
    return found


def test_no_line_in_mid_paragraph_holds_one_word() -> None:
    """A text that fits but for the space behind it is kept whole."""
    weasyprint_70.apply()
    document = HTML(string=_pages(random.Random(3), 150)).render()
    assert _one_word_lines(document) == []
