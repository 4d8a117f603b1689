"""What the preview shows: the last good pages, the problems of now, and what is being done.

Written by the thread that hears the news, read by those that serve the page. Pictures are kept as
long as a page shows them.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from report.commands.preview_news import Judged, Looking, Made, MadeFile, News, Sketched, Told
from report.press.rasters import Picture


@dataclass(frozen=True)
class View:
    """All that a look at the page needs. Pages are numbered from 1 in their order.

    `changed` are the pages that the last change touched, `sketched` those that are newer than the
    edition; `whole` whether the edition is as the files are, `draft` whether it is a draft.
    """

    version: int = 0
    doing: str = "starting"
    pages: tuple[Picture, ...] = ()
    changed: frozenset[int] = frozenset()
    sketched: frozenset[int] = frozenset()
    problems: tuple[Told, ...] = ()
    draft: bool = False
    whole: bool = False
    files: tuple[MadeFile, ...] = ()


@dataclass
class Board:
    """The view of now, and the pictures of its pages by name."""

    view: View = field(default_factory=View)
    closed: bool = False

    def __post_init__(self) -> None:
        self._changed = threading.Condition()
        self._pictures: dict[str, bytes] = {}

    def picture(self, name: str) -> bytes | None:
        """Return the PNG of a page; None where no page has that name."""
        with self._changed:
            return self._pictures.get(name)

    def wait(self, version: int, seconds: float) -> int:
        """Wait for a view newer than `version`, so long at most; return the version of now."""
        with self._changed:
            self._changed.wait_for(lambda: self.closed or self.view.version > version, seconds)
            return self.view.version

    def close(self) -> None:
        """Let nobody wait any longer."""
        with self._changed:
            self.closed = True
            self._changed.notify_all()

    def say(self, doing: str) -> None:
        """Say what is being done."""
        self._show(doing=doing)

    def hear(self, news: News) -> None:
        """Take in what came of a look at the files."""
        if isinstance(news, Looking):
            self._show(doing="checking", whole=False)
        elif isinstance(news, Judged):
            doing = "printing" if news.printed else "problems"
            self._show(doing=doing, problems=news.problems, changed=frozenset())
        elif isinstance(news, Sketched):
            self._sketched(news)
        elif isinstance(news, Made):
            self._made(news)

    def _sketched(self, news: Sketched) -> None:
        pages = list(self.view.pages)
        same = news.number <= len(pages) and pages[news.number - 1].name == news.picture.name
        pages[news.number - 1 : news.number] = [self._kept(news.picture)]
        fresh = frozenset[int]() if same else frozenset({news.number})
        self._show(
            pages=tuple(pages),
            changed=self.view.changed | fresh,
            sketched=self.view.sketched | fresh,
        )

    def _made(self, news: Made) -> None:
        before, now = self.view.pages, tuple(map(self._kept, news.pages))
        # The word that is printed across a draft touches every page, and no page is meant by it.
        same_kind = bool(before) and news.draft == self.view.draft
        fresh = _differing(before, now) if same_kind else frozenset[int]()
        with self._changed:
            names = {picture.name for picture in now}
            self._pictures = {n: png for n, png in self._pictures.items() if n in names}
        self._show(
            doing="done",
            pages=now,
            changed=self.view.changed | fresh,
            sketched=frozenset(),
            problems=news.problems,
            draft=news.draft,
            whole=True,
            files=news.files,
        )

    def _kept(self, picture: Picture) -> Picture:
        with self._changed:
            if picture.png:
                self._pictures[picture.name] = picture.png
        return replace(picture, png=b"")

    def _show(self, **changes: object) -> None:
        with self._changed:
            self.view = replace(self.view, version=self.view.version + 1, **changes)  # type: ignore[arg-type]
            self._changed.notify_all()


def _differing(before: Sequence[Picture], now: Sequence[Picture]) -> frozenset[int]:
    return frozenset(
        number
        for number, picture in enumerate(now, 1)
        if number > len(before) or before[number - 1].name != picture.name
    )
