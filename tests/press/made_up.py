"""Briefs made up at random, of any length, with notes wherever notes can be called."""

import datetime
import random
from dataclasses import dataclass, field

from report.press.job import Metadata, PrintJob

TEXT = """
the of people human rights office reported authorities detention protest security forces January
said that were not without access lawyers family information internet shutdown emergency commission
council special procedures statement government regional arbitrary investigation independent
impartial torture treatment
"""
WORDS = TEXT.split()

CSS = """
@page { size: A4; margin: 29mm 22mm 25mm 24mm;
  @footnote { margin: 5mm 0 0 30mm; padding-top: 2mm; border-top: .5pt solid #999 }
  @bottom-right { content: counter(page) " / " counter(pages); font: 600 8pt "Report Sans" } }
code { font-family: "Report Sans" }
html { font: 400 10.2pt/1.47 "Report Serif"; hyphenate-character: "-" }
body { margin: 0 }
p { margin: 0 0 2.9mm; orphans: 2; widows: 2; hyphens: auto }
h2, h3 { font-family: "Report Sans"; break-after: avoid; margin: 6mm 0 3mm }
.body { margin-left: 30mm }
p.n { counter-increment: para }
p.n::before { content: counter(para); float: left; margin-left: -12mm; width: 8.5mm;
  text-align: right; font: 600 8.6pt/1 "Report Sans"; margin-top: 1.15mm }
.fn { float: footnote; font: 400 8.05pt/1.36 "Report Serif" }
::footnote-call { content: counter(footnote); font: 600 6.4pt/0 "Report Sans";
  vertical-align: super }
::footnote-marker { content: counter(footnote); padding-right: 1.6mm }
aside, li, tr { break-inside: avoid }
table { border-collapse: collapse; width: 100%; table-layout: fixed; font: 8.7pt "Report Sans" }
td { vertical-align: top; padding: 2mm }
.toc a::after { content: leader(". ") target-counter(attr(href url), page) }
"""

METADATA = Metadata("A brief", "An organisation", ("en",), datetime.date(2026, 11, 22))


@dataclass
class MadeUp:
    """A brief being made: its random choices and the notes it has so far."""

    choice: random.Random
    density: float
    notes: dict[int, str] = field(default_factory=dict)

    def words(self, count: int) -> str:
        return " ".join(self.choice.choice(WORDS) for _ in range(count))

    def called(self) -> str:
        number = len(self.notes) + 1
        length = self.choice.choice((3, 5, 8, 12, 20, 30, 45))
        self.notes[number] = f"Note {number} {self.words(length)} end{number}."
        word = self.choice.choice(WORDS)
        note = f'<span class="fn" id="fn-{number}">{self.notes[number]}</span>'
        return f'<span class="fc" id="fc-{number}">{word}{note}</span>'

    def sentence(self) -> str:
        call = f" {self.called()}" if self.choice.random() < self.density else ""
        return f"{self.words(self.choice.randint(8, 22)).capitalize()}{call}. "

    def sentences(self, most: int) -> str:
        return "".join(self.sentence() for _ in range(self.choice.randint(1, most)))

    def block(self) -> str:
        kind = self.choice.random()
        if kind < 0.6:
            return f'<p class="n">{self.sentences(7)}</p>'
        if kind < 0.7:
            return f"<aside><p>{self.sentences(3)}</p></aside>"
        if kind < 0.8:
            return f"<ul>{''.join(f'<li>{self.sentences(2)}</li>' for _ in range(4))}</ul>"
        if kind < 0.9:
            return f"<table>{''.join(self.row() for _ in range(5))}</table>"
        return f"<h3>{self.words(4)}</h3><p>{self.sentences(3)}</p>"

    def row(self) -> str:
        return f"<tr>{''.join(f'<td>{self.sentences(2)}</td>' for _ in range(3))}</tr>"


def made_up(sections: int, seed: int, density: float = 0.5) -> tuple[str, dict[int, str]]:
    """Return the HTML of a brief of so many sections (some two pages each), and its notes."""
    brief = MadeUp(random.Random(seed), density)
    contents, body = [], []
    for section in range(1, sections + 1):
        title = brief.words(4)
        contents.append(f'<li><a href="#s{section}">{title}</a></li>')
        inner = "".join(brief.block() for _ in range(6))
        body.append(
            f'<section id="s{section}"><h2>{title}</h2><div class="body">{inner}</div></section>'
        )
    html = (
        '<!doctype html><html lang="en"><head><title>A brief</title></head><body>'
        f'<nav class="toc"><ol>{"".join(contents)}</ol></nav>{"".join(body)}</body></html>'
    )
    return html, brief.notes


def job(body_html: str, css: str = "", **rest: object) -> PrintJob:
    """Return a job with a page that holds `body_html`."""
    html = f'<!doctype html><html lang="en"><head><title>A</title></head><body>{body_html}</body>'
    return PrintJob("brief.pdf", html, (CSS, css), METADATA, **rest)  # type: ignore[arg-type]
