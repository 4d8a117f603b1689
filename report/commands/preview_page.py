"""A view → the HTML of the preview page. What comes from a dossier is text here, never markup."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from report.commands.preview_board import View
from report.commands.preview_news import Told
from report.commands.telling import MOST_SHOWN, counted
from report.press.rasters import Picture

_DOING = {
    "starting": "Getting ready.",
    "checking": "Checking.",
    "printing": "Printing. The pages that are marked are as the files are now.",
    "ended": "The preview has ended. Start report watch again.",
    "failed": "The process that prints ended. It is started again at the next change.",
}


def page_html(view: View, title: str) -> str:
    """Return the page."""
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>{escape(_mark(view))}{escape(title)}</title>
<link rel="stylesheet" href="preview.css">
<script src="preview.js" defer></script>
</head>
<body data-version="{view.version}">
<header>
<h1>{escape(title)}</h1>
<p id="state" role="status" class="{escape(view.doing)}">{escape(_state(view))}</p>
{'<a href="#problems">Show the problems</a>' if view.problems else ""}
<noscript><p>Scripts are off: reload the page to see what changed.</p></noscript>
</header>
<main>
{"".join(_problems(view))}
{"".join(_files(view))}
<div id="pages">{"".join(_pages(view))}</div>
</main>
</body>
</html>
"""


def _mark(view: View) -> str:
    return f"({len(view.problems)}) " if view.problems else ""


def _state(view: View) -> str:
    found = counted(len(view.problems), "problem")
    if view.doing == "problems":
        kept = "; the pages are those of the last time that it could" if view.pages else ""
        return f"{found}: it cannot be printed{kept}."
    if view.doing == "done":
        pages = f": {counted(len(view.pages), 'page')}" if view.pages else ""
        if view.draft:
            return f"{found}: printed as a draft{pages}."
        return f"Checked and printed{pages}{f', {found}' if view.problems else ''}."
    return _DOING[view.doing]


def _problems(view: View) -> Iterator[str]:
    if not view.problems:
        yield '<section id="problems" hidden></section>'
        return
    yield '<section id="problems" aria-label="Problems"><ol>'
    for told in view.problems[:MOST_SHOWN]:
        yield _problem(told)
    yield "</ol>"
    if len(view.problems) > MOST_SHOWN:
        yield f"<p>… and {len(view.problems) - MOST_SHOWN} more</p>"
    yield "</section>"


def _problem(told: Told) -> str:
    found = told.problem
    lines = "".join(
        f'<span class="line{" at" if line.number == found.place.line else ""}">'
        f'<span class="no">{line.number}</span> {escape(line.text)}\n</span>'
        for line in told.lines
    )
    excerpt = f"<pre>{lines}</pre>" if lines else ""
    hint = f'<p class="hint">{escape(found.hint)}</p>' if found.hint else ""
    return (
        f'<li class="{escape(found.severity)}"><p><code>{escape(str(found.place))}</code> '
        f"<b>{escape(found.severity)} {escape(found.code)}</b></p>"
        f"<p>{escape(found.message)}</p>{excerpt}{hint}</li>"
    )


def _files(view: View) -> Iterator[str]:
    if not view.files:
        yield '<section id="files" hidden></section>'
        return
    stale = "" if view.whole else " (as they were)"
    yield f'<section id="files"><h2>Files{stale}</h2><ul>'
    for number, file in enumerate(view.files):
        link = f'<a href="file/{number}/{escape(file.name)}">{escape(file.name)}</a>'
        length = f" · {escape(file.length)}" if file.length else ""
        yield f"<li>{link}{length} <code>{escape(file.path)}</code></li>"
    yield "</ul>"
    for number, file in enumerate(view.files):
        if file.name.endswith(".html"):
            source = f"file/{number}/{escape(file.name)}"
            yield f'<iframe sandbox title="{escape(file.name)}" src="{source}"></iframe>'
    yield "</section>"


def _pages(view: View) -> Iterator[str]:
    for number, picture in enumerate(view.pages, 1):
        yield _page(number, picture, view)


def _page(number: int, picture: Picture, view: View) -> str:
    marks = [
        word
        for word, numbers in (("changed", view.changed), ("sketched", view.sketched))
        if number in numbers
    ]
    told = {"changed": "changed", "sketched": "not yet printed"}
    note = "".join(f" · {told[mark]}" for mark in marks)
    return (
        f'<figure id="page-{number}" class="{" ".join(marks)}" data-picture="{picture.name}">'
        f'<img src="page/{picture.name}.png" width="{picture.width}" height="{picture.height}" '
        f'alt="Page {number}"><figcaption>{number}{note}</figcaption></figure>'
    )
