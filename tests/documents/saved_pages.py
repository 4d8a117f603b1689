# ruff: noqa: E501  markup is broken where it is readable
"""Saved pages of many kinds of sites, invented, each with what a reader takes for the article.

The markup follows that of real sites: WordPress themes, content systems of newspapers, Drupal as UN
bodies use it, blogs, tables of the nineties; menus, banners, forms, comments, lists of other
stories. Each page says which paragraphs are the article and what it states of itself.
"""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Article:
    """What an invented article holds. `issued` is an ISO day."""

    lang: str
    title: str
    author: str
    issued: str
    paragraphs: tuple[str, ...]
    headings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Page:
    """A saved page: its bytes, the article's paragraphs (the title is either), what it states."""

    name: str
    data: bytes
    article: tuple[str, ...]
    stated: dict[str, str] = field(default_factory=dict)


MARCH = Article(
    "en",
    "Marchers held for nine hours in Olmar",
    "Anna Berg",
    "2021-03-04",
    (
        "Police in Olmar kept more than 40 people standing in the rain for nine hours on Wednesday "
        "after a march for clean water, the mayor’s office said.",
        "“Nobody was allowed to call a lawyer,” said Ida Holm, a teacher who was among them.",
        "No one was charged.",
        "The Ombudsman of the province called on the police to publish the order that was given, "
        "and to compensate those who fell ill afterwards.",
        "“We will look into every complaint,” a spokesman for the police, Jon Vik, told reporters "
        "in Olmar on Thursday. He did not say who had given the order or how long it was to last.",
        "The march was the third in a month. At the second one, on 12 February, twelve people were "
        "injured, according to doctors at the town’s clinic.",
    ),
)
RAID = Article(
    "ru",
    "В Ольмаре задержаны участники марша",
    "Анна Берг",
    "2021-03-04",
    (
        "Полиция Ольмара в среду задержала более 40 участников марша за чистую воду, сообщили в "
        "мэрии города.",
        "«Нас девять часов держали под дождём», — рассказала учительница Ида Хольм.",
        "Обвинений никому не предъявили.",
        "Уполномоченный по правам человека призвал полицию опубликовать приказ и возместить вред "
        "тем, кто после этого заболел.",
        "Представитель полиции Йон Вик заявил, что каждая жалоба будет рассмотрена. Кто отдал "
        "приказ, он не уточнил.",
    ),
)
HELD = Article(
    "kk",
    "Ольмарда шеруге шыққандар ұсталды",
    "Анна Берг",
    "2021-03-04",
    (
        "Ольмар полициясы сәрсенбіде таза су үшін шеруге шыққан 40-тан астам адамды ұстады, деп "
        "хабарлады қала әкімдігі.",
        "«Бізді тоғыз сағат жаңбыр астында ұстады», – деді мұғалім Ида Хольм.",
        "Ешкімге айып тағылған жоқ.",
        "Адам құқықтары жөніндегі уәкіл полицияны бұйрықты жариялауға және зардап шеккендерге "
        "өтемақы төлеуге шақырды.",
        "Полиция өкілі Йон Вик әр арыз қаралады деп мәлімдеді. Бұйрықты кім бергенін ол айтқан жоқ.",
    ),
)
EXPERTS = Article(
    "en",
    "Olmar: UN experts call for inquiry into treatment of marchers",
    "",
    "2021-03-09",
    (
        "GENEVA (9 March 2021) – UN human rights experts today called on the authorities of Olmar "
        "to open an independent inquiry into the detention of more than 40 people after a march.",
        "“Peaceful assembly is not a crime,” the experts said. “Keeping people in the rain for nine "
        "hours may amount to ill-treatment.”",
        "The experts urged the police to publish all orders that were given on 3 March.",
        "They have written to the authorities, and have received no reply so far.",
        "*The experts: Ms. Lena Sand, Special Rapporteur on clean water; Mr. Omar Dahl, "
        "Independent Expert on assemblies.",
    ),
)


def _p(paragraphs: Sequence[str], **attributes: str) -> str:
    given = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return "\n".join(f"<p{given}>{html.escape(words, quote=False)}</p>" for words in paragraphs)


def wordpress(one: Article) -> tuple[str, dict[str, str]]:
    """A classic theme: by-line in the markup, shares, a box of other posts, comments, widgets."""
    first, rest = one.paragraphs[:3], one.paragraphs[3:]
    body = f"""<!DOCTYPE html><html lang="en-US"><head><meta charset="UTF-8">
<title>{one.title} &#8211; The Olmar Observer</title>
<link rel="canonical" href="https://observer.example/2021/03/marchers-held/">
<meta name="generator" content="WordPress 5.6"></head>
<body class="post-template-default single single-post wp-custom-logo">
<a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<header id="masthead" class="site-header"><div class="site-branding"><p class="site-title">
<a href="/">The Olmar Observer</a></p><p class="site-description">News from the valley since 1998</p>
</div><nav id="site-navigation"><button>Menu</button><ul><li><a href="/">Home</a></li>
<li><a href="/politics">Politics</a></li><li><a href="/about">About us</a></li></ul></nav></header>
<div id="content" class="site-content"><div id="primary"><main id="main" class="site-main">
<article id="post-4711" class="post-4711 post type-post status-publish hentry category-politics">
<header class="entry-header"><h1 class="entry-title">{one.title}</h1><div class="entry-meta">
<span class="posted-on">Posted on <a href="#"><time class="entry-date published"
datetime="{one.issued}T18:20:11+01:00">March 4, 2021</time><time class="updated"
datetime="2021-03-20T09:00:00+01:00">March 20, 2021</time></a></span>
<span class="byline"> by <span class="author vcard"><a class="url fn n" href="/author/anna">
{one.author}</a></span></span></div></header>
<figure class="post-thumbnail wp-caption"><img src="a_files/1.jpg"><figcaption
class="wp-caption-text">The square in Olmar on Wednesday. Photo: O. Lind</figcaption></figure>
<div class="entry-content">{_p(first)}
<div class="wp-block-group related-inline"><h4>You may also like</h4><ul>
<li><a href="/x">Water prices rise again in the valley</a></li>
<li><a href="/y">Council to vote on new pipeline next week</a></li></ul></div>
{_p(rest)}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul>
<li>Facebook</li><li>X</li><li>Print</li></ul></div></div>
<footer class="entry-footer"><span class="cat-links">Posted in <a href="/politics">Politics</a>
</span><span class="tags-links">Tagged <a href="/t/w">water</a>, <a href="/t/p">police</a></span>
</footer></article>
<nav class="navigation post-navigation"><h2>Post navigation</h2><div><a href="/p">Previous: School
reopens after flood</a><a href="/n">Next: Weather for the weekend</a></div></nav>
<div id="comments" class="comments-area"><h2 class="comments-title">2 thoughts on “{one.title}”</h2>
<ol class="comment-list"><li id="comment-1"><article class="comment-body"><footer
class="comment-meta"><b class="fn">hansi54</b> says:</footer><div class="comment-content"><p>I was
there and it was far worse than you write, at least 200 people were kept in the rain for the whole
night, and nobody has said sorry to any of us.</p></div></article></li><li><article
class="comment-body"><div class="comment-content"><p>They should have stayed at home.</p></div>
</article></li></ol><div id="respond"><h3>Leave a Reply</h3><form><p>Your email address will not be
published. Required fields are marked *</p></form></div></div></main></div>
<aside id="secondary" class="widget-area"><section class="widget"><h2>Recent Posts</h2><ul>
<li><a href="/a">Bridge closed until May</a></li><li><a href="/b">Ten dead in bus crash abroad</a>
</li></ul></section><section class="widget"><h2>Archives</h2><ul><li><a href="/c">March 2021</a>
</li><li><a href="/d">February 2021</a></li></ul></section></aside></div>
<footer id="colophon" class="site-footer"><div class="site-info">Proudly powered by WordPress |
Copyright © 2019–2024 The Olmar Observer. All rights reserved.</div></footer></body></html>"""
    url = "https://observer.example/2021/03/marchers-held/"
    return body, {"author": one.author, "issued": one.issued, "URL": url}


def newspaper(one: Article) -> tuple[str, dict[str, str]]:
    """A newspaper's system: JSON-LD, a banner for consent, inline promotions, headlines below."""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": one.title,
        "datePublished": f"{one.issued}T17:05:00Z",
        "dateModified": "2021-03-06T08:00:00Z",
        "author": [{"@type": "Person", "name": one.author}],
        "publisher": {"@type": "Organization", "name": "Valley News"},
    }
    body = f"""<!DOCTYPE html><html lang="{one.lang}"><head><meta charset="utf-8"/>
<title>{one.title} | Valley News</title><meta property="og:site_name" content="Valley News"/>
<meta property="og:title" content="{one.title}"/><meta property="og:type" content="article"/>
<meta property="og:url" content="https://valley.example/world/marchers-held-1.4711"/>
<script type="application/ld+json">{json.dumps(data)}</script></head><body>
<div id="onetrust-consent-sdk"><div class="ot-banner" role="dialog"><p>We and our 723 partners store
and access personal data on your device. You may accept or manage your choices at any time.</p>
<button>Accept all</button></div></div>
<header class="c-header"><a href="/">Valley News</a><ul class="c-header__links"><li><a
href="/signin">Sign in</a></li><li><a href="/subscribe">Subscribe</a></li></ul></header>
<main><article class="c-article"><div class="c-article__kicker"><a href="/world">World</a></div>
<h1 class="c-article__headline">{one.title}</h1><div class="c-article__byline"><span>By <a
rel="author" href="/a/berg">{one.author}</a></span><span>4 March 2021 • 5:05pm</span></div>
<div class="c-article__body">{_p(one.paragraphs[:2], **{"class": "c-article__p"})}
<div class="c-newsletter"><h3>Mornings with Valley News</h3><p>Get the five stories that matter, every
day at seven.</p><input placeholder="Email"><button>Sign up</button></div>
{_p(one.paragraphs[2:4], **{"class": "c-article__p"})}
<aside class="c-pullquote"><p>“Nobody was allowed to call a lawyer”</p></aside>
<p class="c-article__p"><strong>Read more:</strong> <a href="/x">How the valley lost its water</a></p>
{_p(one.paragraphs[4:], **{"class": "c-article__p"})}</div>
<div class="c-topics"><span>Topics</span><a href="/t/1">Olmar</a><a href="/t/2">Police</a></div>
</article><section class="c-more"><h2>More on this story</h2><div class="c-card"><h3><a href="/m1">
Minister denies that force was used</a></h3><p>The minister told parliament that no force had been
used against anyone who marched.</p></div><div class="c-card"><h3><a href="/m2">In pictures: the
march in Olmar</a></h3></div></section><section class="c-most-read"><h2>Most read</h2><ol><li><a
href="/r1">Storm warning for the coast</a></li><li><a href="/r2">Cup final: what you need to know</a>
</li></ol></section></main><footer class="c-footer"><p>Valley News is published by Valley Media Ltd,
registered in Olmar, number 1234567.</p><p>© 2024 Valley Media</p></footer></body></html>"""
    url = "https://valley.example/world/marchers-held-1.4711"
    site = {"container-title": "Valley News", "publisher": "Valley News"}
    return body, {"author": one.author, "issued": one.issued, "URL": url, **site}


def un_drupal(one: Article) -> tuple[str, dict[str, str]]:
    """A press release of a UN body: Drupal's fields, a language menu, contacts at the end."""
    body = f"""<!DOCTYPE html><html lang="en" dir="ltr" prefix="og: https://ogp.me/ns#"><head>
<meta charset="utf-8" /><link rel="canonical" href="https://www.unbody.example/en/press/2021/03/olmar" />
<meta property="og:site_name" content="UN Body" /><meta property="og:title" content="{one.title}" />
<meta name="MobileOptimized" content="width" /><title>{one.title} | UN Body</title></head>
<body class="path-node page-node-type-press-release"><a href="#main-content" class="visually-hidden
focusable">Skip to main content</a><div class="dialog-off-canvas-main-canvas"><header role="banner">
<div class="region region-language"><ul class="links"><li><a href="/ar">العربية</a></li><li><a
href="/zh">中文</a></li><li><a href="/fr">Français</a></li><li><a href="/ru">Русский</a></li></ul></div>
<nav role="navigation"><ul><li><a href="/what">What we do</a></li><li><a href="/get">Get involved</a>
</li></ul></nav></header><main role="main"><div class="breadcrumb-wrapper"><a href="/">Home</a><a
href="/l">Latest</a></div><div class="region-content"><article role="article"
class="node node--type-press-release node--view-mode-full"><div class="field field--name-field-type">
Press releases | Special Procedures</div><h1 class="page-header"><span class="field--name-title">
{one.title}</span></h1><div class="field field--name-field-date field--type-datetime"><time
datetime="{one.issued}T12:00:00Z">09 March 2021</time></div>
<div class="field field--name-body field--type-text-with-summary">{_p(one.paragraphs[:-1])}
<p>ENDS</p>{_p(one.paragraphs[-1:])}</div>
<div class="field field--name-field-contact"><p>For more information and media requests, please
contact: Press Office (+41 22 000 00 00 / press@unbody.example)</p><p>Follow news related to the
experts on X @experts.</p></div><div class="field field--name-field-tags"><div
class="field__label">Tags</div><a href="/t">assembly</a></div></article></div><section
class="view-related"><h2>Related</h2><div class="views-row"><span>Press releases</span><a href="/1">
Water: experts welcome new law</a><span>22 February 2021</span></div></section></main><footer
role="contentinfo"><div>UN Body headquarters, Geneva</div></footer></div></body></html>"""
    url = "https://www.unbody.example/en/press/2021/03/olmar"
    return body, {"issued": one.issued, "URL": url, "container-title": "UN Body"}


def radio(one: Article) -> tuple[str, dict[str, str]]:
    """A broadcaster's site in Russian: a time with pubdate, a caption, “Читайте также” within."""
    body = f"""<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>{one.title}</title>
<meta property="og:site_name" content="Радио Долина"><meta name="Author" content="Радио Долина">
<meta property="og:url" content="https://radio.example/a/31130000.html"></head><body
class="nojs pg pg--article"><div class="hdr"><nav><ul><li><a href="/">Главная</a></li><li><a
href="/n">Новости</a></li></ul></nav></div><div class="body-container"><div class="hdr-container">
<div class="category"><a href="/z">Общество</a></div><h1 class="title pg-title">{one.title}</h1>
<div class="publishing-details"><div class="published"><span class="date"><time pubdate="pubdate"
datetime="{one.issued}T12:30:00+06:00">4 марта 2021</time></span></div><div class="links"><ul
class="links__list"><li><a class="links__item-link" href="/author/1" rel="author">{one.author}</a>
</li></ul></div></div></div><div class="media-image"><figure><img src="1.jpg"><div class="caption">
<span>Площадь в Ольмаре, иллюстративное фото.</span></div></figure></div><div id="article-content"
class="content-floated-wrap"><div class="wsw">{_p(one.paragraphs[:3])}
<div class="wsw__embed"><div class="media-block"><span class="label">ЧИТАЙТЕ ТАКЖЕ:</span><h4>
<a href="/q">Мэр отвечает на вопросы</a></h4></div></div>{_p(one.paragraphs[3:])}</div></div>
<div class="pg-share"><span>Поделиться в Facebook</span></div><div class="comments"><h2>Форум</h2><p>
Мы не несём ответственности за содержание комментариев.</p></div></div><div class="ftr"><p>Радио
Долина © 2024 Все права защищены.</p></div></body></html>"""
    stated = {"issued": one.issued, "URL": "https://radio.example/a/31130000.html"}
    return body, {**stated, "author": one.author, "container-title": "Радио Долина"}


def portal(one: Article) -> tuple[str, dict[str, str]]:
    """A portal in Kazakh: microdata, a counter of readers, “Тағы оқыңыз” and tags."""
    body = f"""<!DOCTYPE html><html lang="kk"><head><meta charset="utf-8"><title>{one.title} - Dala
</title><meta property="og:title" content="{one.title}"><meta property="og:site_name"
content="Dala"></head><body><div class="top-menu"><a href="/">Басты бет</a><a href="/q">Қоғам</a><a
href="/s">Спорт</a></div><div class="content" itemscope itemtype="http://schema.org/NewsArticle">
<h1 itemprop="headline">{one.title}</h1><div class="content_info"><meta itemprop="datePublished"
content="{one.issued}T10:12:00+06:00"><span>04 наурыз 2021, 10:12</span><span class="views">1204
</span><span itemprop="author" itemscope><span itemprop="name">{one.author}</span></span></div>
<div class="content_main_text" itemprop="articleBody">{_p(one.paragraphs[:2])}<div class="read_too">
<b>Тағы оқыңыз:</b> <a href="/z">Су бағасы өсті</a></div>{_p(one.paragraphs[2:])}</div>
<div class="tags"><a href="/t">Ольмар</a><a href="/u">полиция</a></div><div class="comment_block">
<span>Пікір қалдыру</span></div></div><div class="right_news"><h3>Соңғы жаңалықтар</h3><div
class="item"><a href="/1">Көпір мамырға дейін жабық</a><time>11:40</time></div></div><footer><span>©
Dala. Барлық құқықтар қорғалған.</span></footer></body></html>"""
    stated = {"issued": one.issued, "author": one.author, "container-title": "Dala"}
    return body, stated


def tables(one: Article) -> tuple[str, dict[str, str]]:
    """A site of the nineties: layout by tables, no meta elements, the day as text above."""
    menu = "".join(f'<tr><td><a href="{n}.htm">Раздел {n}</a></td></tr>' for n in range(1, 6))
    text = "<br><br>\n".join(html.escape(words, quote=False) for words in one.paragraphs)
    body = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">
<title>Вестник Ольмара: {one.title}</title></head><body bgcolor="#ffffff"><table width="100%"><tr>
<td colspan="3" align="center"><font size="5"><b>ВЕСТНИК ОЛЬМАРА</b></font></td></tr><tr><td
width="150" valign="top"><table>{menu}</table></td><td valign="top"><font size="2">04 марта 2021
</font><h2>{one.title}</h2><font size="3">{text}</font><p align="right"><i>{one.author}</i></p></td>
<td width="120"><a href="http://counter.example"><img src="c.gif"></a><br>Реклама</td></tr></table>
<center><font size="1">© Вестник Ольмара, 1999–2021. Все права защищены. При перепечатке ссылка
обязательна.</font></center></body></html>"""
    return body, {"issued": one.issued}


def blog(one: Article) -> tuple[str, dict[str, str]]:
    """A blog: text between line breaks, the day in a heading, a foot with the author's name."""
    text = "<br /><br />".join(html.escape(words, quote=False) for words in one.paragraphs)
    body = f"""<html lang="en"><head><meta charset="utf-8"><title>Notes from the valley: {one.title}
</title><meta content='blogger' name='generator'/></head><body><div class="header"><h1
class="title"><a href="/">Notes from the valley</a></h1><p class="description">What I see from my
window.</p></div><div class="main"><div class="date-outer"><h2 class="date-header"><span>Thursday, 4
March 2021</span></h2><div class="post hentry"><h3 class="post-title entry-title">{one.title}</h3>
<div class="post-body entry-content">{text}</div><div class="post-footer"><span
class="post-author vcard">Posted by <span class="fn">{one.author}</span></span> <span>at 6:02 PM
</span></div></div></div><div class="comments" id="comments"><h4>1 comment:</h4><dl><dt>Anonymous
said...</dt><dd><p>Thank you for writing this down while the papers keep silent about what the police
did to us.</p></dd></dl></div></div><div class="sidebar"><div class="widget"><h2>About Me</h2><p>I
teach, and I write.</p></div><div class="widget"><h2>Blog Archive</h2><ul><li>2021 (7)</li></ul></div>
</div></body></html>"""
    return body, {"author": one.author, "issued": one.issued}


def letter(one: Article) -> tuple[str, dict[str, str]]:
    """A newsletter's site: nested divisions with names that say nothing, one by-line."""
    paragraphs = "".join(
        f'<div class="x1a2 y{n}"><p><span>{html.escape(words, quote=False)}</span></p></div>'
        for n, words in enumerate(one.paragraphs)
    )
    body = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{one.title}</title>
<meta name="author" content="{one.author}"><meta property="og:url"
content="https://letters.example/p/marchers"></head><body><div id="root"><div class="a1"><div
class="b2"><div class="c3">The Valley Letter</div><button>Subscribe</button><button>Sign in</button>
</div></div><div class="d4"><h1 class="e5">{one.title}</h1><div class="f6">{one.author}</div><div
class="f6">Mar 04, 2021</div><div class="g7"><div>12</div><div>3</div><div>Share</div></div>
<div class="h8">{paragraphs}</div><div class="i9"><p>Thanks for reading The Valley Letter! Subscribe
for free to receive new posts and support my work.</p></div></div><div class="j0"><div>Discussion
about this post</div><div>Top</div><div>Latest</div><div>No posts</div></div><div class="k1">© 2024
The Valley Letter</div></div></body></html>"""
    url = "https://letters.example/p/marchers"
    return body, {"author": one.author, "issued": one.issued, "URL": url}


def undated(one: Article) -> tuple[str, dict[str, str]]:
    """A page that states neither day nor author: years of copyright and of an update alone."""
    body = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{one.title}</title>
<meta property="article:modified_time" content="2023-05-01T00:00:00Z"></head><body><div
class="nav-bar"><a href="/">Home</a> | <a href="/l">Links</a></div><h1>{one.title}</h1>
{_p(one.paragraphs)}<hr><p>Last updated: May 1, 2023</p><p>Copyright 2015-2023 Clean Water Watch. All
rights reserved.</p></body></html>"""
    return body, {}


def report(one: Article) -> tuple[str, dict[str, str]]:
    """A report of an organisation: headings, a list, a block of words, a table, notes."""
    first, said, short, *rest = one.paragraphs
    body = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{one.title} - Clean
Water Watch</title><meta property="og:site_name" content="Clean Water Watch"><meta
name="dcterms.created" content="{one.issued}"></head><body class="single-publication"><div
class="sticky-nav"><ul><li><a href="/">Home</a></li><li><a href="/donate">Donate</a></li></ul></div>
<div class="container"><h1>{one.title}</h1><p class="lead">{first}</p><h2>What happened</h2>
<blockquote><p>{html.escape(said, quote=False)}</p></blockquote><ul><li>{short}</li><li>The station
had two cells.</li><li>One doctor came, at midnight.</li></ul><h2>What must be done</h2>{_p(rest)}
<table><tr><th>Day</th><th>People held</th></tr><tr><td>3 March</td><td>40</td></tr></table>
<p><sup>1</sup> Letter of the mayor’s office, on file.</p></div><div class="donate-box"><p>Your gift
keeps our work going. Give ten crowns today.</p></div><div id="footer"><p>Clean Water Watch is a
registered charity.</p></div></body></html>"""
    return body, {"issued": one.issued, "container-title": "Clean Water Watch"}


def brief_note(one: Article) -> tuple[str, dict[str, str]]:
    """A page with two sentences of its own and much around them."""
    links = "".join(f'<li><a href="/{n}">Story number {n} of today</a></li>' for n in range(30))
    body = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{one.title}</title>
<meta property="og:title" content="{one.title}"><meta property="article:published_time"
content="{one.issued}"></head><body><ul class="menu">{links}</ul><div id="story"><h1>{one.title}</h1>
<p>{one.paragraphs[0]}</p><p>{one.paragraphs[2]}</p></div><ul>{links}</ul></body></html>"""
    return body, {"issued": one.issued}


SITES: tuple[tuple[Callable[[Article], tuple[str, dict[str, str]]], Article, str], ...] = (
    (wordpress, MARCH, "utf-8"),
    (newspaper, MARCH, "utf-8"),
    (un_drupal, EXPERTS, "utf-8"),
    (radio, RAID, "utf-8"),
    (portal, HELD, "utf-8"),
    (tables, RAID, "cp1251"),
    (blog, MARCH, "utf-8"),
    (letter, MARCH, "utf-8"),
    (undated, MARCH, "utf-8"),
    (newspaper, RAID, "utf-8"),
    (report, MARCH, "utf-8"),
    (brief_note, MARCH, "utf-8"),
)
_FURTHER = {  # what the template itself adds to the article
    "report": (
        "What happened",
        "What must be done",
        "The station had two cells.",
        "One doctor came, at midnight.",
        "Day\tPeople held",
        "3 March\t40",
        "¹ Letter of the mayor’s office, on file.",
    )
}


def saved_pages() -> list[Page]:
    """Return all pages."""
    pages = []
    for site, article, encoding in SITES:
        source, stated = site(article)
        data = source.encode(encoding, "xmlcharrefreplace")
        name = f"{site.__name__}-{article.lang}"
        stated = {"title": article.title, **{n: v for n, v in stated.items() if v}}
        paragraphs = (*article.paragraphs, *_FURTHER.get(site.__name__, ()))
        if site is brief_note:
            paragraphs = (article.paragraphs[0], article.paragraphs[2])
        pages.append(Page(name, data, paragraphs, stated))
    return pages
