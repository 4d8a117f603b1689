"""Documents that the tests make themselves: a saved page, a PDF, Word's XML."""

from __future__ import annotations

import io
import zipfile

PAGE = """<!DOCTYPE html>
<!-- saved from url=(0029)https://gazette.example/march -->
<html lang="en"><head><meta charset="utf-8"><title>March in Olmar | Olmar Gazette</title>
<meta property="og:title" content="March in Olmar">
<meta property="og:site_name" content="Olmar Gazette">
<meta property="article:published_time" content="2021-03-04T23:30:00-05:00">
<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"},
{"@type": "NewsArticle", "headline": "March in Olmar",
 "author": [{"@type": "Person", "name": "Anna Berg"}, {"name": "Ola Nordmann Vik"}],
 "publisher": {"name": "Gazette Press"}, "datePublished": "2021-03-04T23:30:00-05:00"}]}</script>
<style>p { color: red }</style></head>
<body class="has-sidebar no-comments">
<header><nav><ul><li><a href="/">Home page</a></li>
<li><a href="/w">World</a></li></ul></nav></header>
<main><article><h1>March in Olmar</h1>
<figure><img src="x.png" alt="x"><figcaption>Marchers in Olmar.</figcaption></figure>
<p>Police detained more than <b>40</b> people<sup>1</sup> in&nbsp;Olmar, <q>a great many</q>.</p>
<p>First line<br>second line. The area is 10<sup>2</sup> metres.</p>
<table><tr><td>Detained</td><td>40</td></tr></table>
<pre>as  typed</pre><script>var hidden = 1;</script>
<p style="display: none">Nobody sees this.</p>
<p>They were released on Monday.</p></article></main>
<div id="respond" class="comment-respond"><h3>Leave a Reply</h3>
<form><p>Your email address will not be published.</p><textarea>draft</textarea></form></div>
<footer><p>The Gazette, Olmar</p></footer></body></html>
"""


def word_document(body: str, **parts: str) -> bytes:
    """Return a Word document whose body is the given XML; `parts` replace parts of the archive."""
    import docx

    written = io.BytesIO()
    docx.Document().save(written)
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    files = {
        "word/document.xml": f'<?xml version="1.0"?><w:document xmlns:w="{w}"><w:body>{body}'
        "</w:body></w:document>",
        **parts,
    }
    made = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, files.pop(name, None) or old.read(name))
        for name, content in files.items():
            new.writestr(name, content)
    return made.getvalue()


def paragraph(words: str, style: str = "") -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{look}<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def paged_pdf() -> bytes:
    """Four small pages with hyphens, page numbers and a paragraph over two pages."""
    import weasyprint

    source = """<html lang="en"><title>On the march</title><style>
    @page { size: A6; margin: 15mm; @bottom-center { content: "Page " counter(page) } }
    p { hyphens: auto; text-align: justify }</style><h1>On the march</h1>"""
    source += "<p>Representatives of nongovernmental organisations were detained.</p>"
    source += f"<p>{'Officials said that 120 people were held unconditionally. ' * 30}</p>"
    return bytes(weasyprint.HTML(string=source).write_pdf())
