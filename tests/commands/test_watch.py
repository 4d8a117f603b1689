"""The preview: it shows what is written in a browser, tells every problem, and leaves no trace."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from small_builds import EXAMPLES

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked at in /proc")
WAIT = 90_000  # milliseconds, on a machine that does much else
HELD = "The people held could not call a lawyer."


Answer = tuple[int, dict[str, str], str]  # status, headers, body


@dataclass
class Watched:
    """A dossier that is watched by a process of its own, and the address of the preview."""

    dossier: Path
    process: subprocess.Popen[str]
    address: str
    files: Path
    texts: dict[str, str] = field(default_factory=dict)

    @property
    def port(self) -> int:
        return int(self.address.split(":")[2].split("/")[0])

    @property
    def secret(self) -> str:
        return self.address.split("/")[3]

    def edit(self, name: str, old: str, new: str) -> None:
        """Change a file as an editor does that writes beside it and renames."""
        path = self.dossier / name
        text = path.read_text(encoding="utf-8")
        self.texts.setdefault(name, text)
        assert old in text
        beside = path.with_name(f".{path.name}.swp")
        beside.write_text(text.replace(old, new, 1), encoding="utf-8")
        version, _ = self.shown()
        beside.replace(path)
        wait_for(lambda: self.shown()[0] > version)

    def restore(self) -> None:
        """Write the files as they were."""
        for name, text in self.texts.items():
            version, _ = self.shown()
            (self.dossier / name).write_text(text, encoding="utf-8")
            wait_for(lambda version=version: self.shown()[0] > version)  # type: ignore[misc]
        self.texts.clear()

    def shown(self) -> tuple[int, str]:
        """Return the version and the state of the page that is served now."""
        html = self.get(f"/{self.secret}/")[2]
        version = re.search(r'data-version="(\d+)"', html)
        state = re.search(r'role="status" class="(\w+)"', html)
        assert version
        assert state
        return int(version[1]), state[1]

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask the server as any program of the machine could."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        line.putrequest(method, path, skip_host="Host" in headers)
        for name, value in headers.items():
            line.putheader(name.replace("_", "-"), value)
        line.endheaders()
        answer = line.getresponse()
        body = answer.read().decode("utf-8", "replace")
        line.close()
        return answer.status, dict(answer.getheaders()), body


def begin(dossier: Path, *more: object) -> Watched:
    """Start `report watch` in a process group of its own."""
    words = [sys.executable, "-m", "report", "watch", *map(str, (dossier, *more))]
    process = subprocess.Popen(
        words, stdout=subprocess.PIPE, text=True, encoding="utf-8", start_new_session=True
    )
    assert process.stdout is not None
    address, files = (process.stdout.readline().split(": ", 1)[1].strip() for _ in range(2))
    return Watched(dossier, process, address, Path(files))


def end(watched: Watched, by: signal.Signals = signal.SIGINT) -> int:
    """Interrupt it as Ctrl-C does, all its processes at once; return its exit code."""
    os.killpg(watched.process.pid, by)
    assert watched.process.stdout is not None
    watched.process.stdout.read()
    return watched.process.wait(60)


def processes(group: int) -> list[str]:
    """Return the processes of a group that still live."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            _, _, rest = path.read_text().rpartition(")")
        except OSError:
            continue
        state, _, owner = rest.split()[:3]
        if int(owner) == group and state != "Z":
            found.append(path.parent.name)
    return found


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    folder = tmp_path_factory.mktemp("watched")
    begun = begin(Path(shutil.copytree(EXAMPLES / "base", folder / "dossier")))
    try:
        yield begun
    finally:
        if begun.process.poll() is None:
            end(begun)


@pytest.fixture
def page(browser: Browser, watched: Watched) -> Iterator[Page]:
    """Return the preview in a browser, at rest, with the dossier as it was at the beginning."""
    watched.restore()
    context = browser.new_context()
    shown = context.new_page()
    shown.set_default_timeout(WAIT)
    shown.goto(watched.address)
    settled(shown, watched)
    yield shown
    context.close()


def settled(page: Page, watched: Watched, state: str = "done") -> None:
    """Wait until the preview has come to an end with the files as they are, and shows it."""
    wait_for(lambda: watched.shown()[1] == state)
    version, _ = watched.shown()
    page.wait_for_selector(f'body[data-version="{version}"]')


def sources(page: Page) -> list[str]:
    """Return the pictures of the pages."""
    return [str(one.get_attribute("src")) for one in page.query_selector_all("figure img")]


def test_the_page_renews_itself(page: Page, watched: Watched) -> None:
    """A change is shown without anybody reloading: the page is marked and brought into view."""
    before = sources(page)
    assert len(before) > 3
    page.evaluate("window.same = true")
    watched.edit("findings.yaml", "People detained at a march", "People held after a march")
    settled(page, watched)
    assert page.query_selector("figure.changed")
    assert page.evaluate("window.same")  # the page was never loaded again
    assert sources(page) != before
    assert page.query_selector("figure.sketched") is None
    shown = page.query_selector("figure.changed")
    assert shown is not None
    assert page.evaluate("f => f.getBoundingClientRect().top < innerHeight", shown)
    page.wait_for_function(
        "[...document.images].every(one => one.complete && one.naturalWidth > 500)"
    )


def test_only_what_changed_is_asked_for_again(page: Page, watched: Watched) -> None:
    """Pictures of pages that stay are kept; all that is asked for is asked of this machine."""
    asked: list[str] = []
    before = sources(page)
    page.on("request", lambda request: asked.append(request.url))
    watched.edit("dossier.yaml", "Keep a record of each call", "Keep a full record of each call")
    settled(page, watched)
    assert page.query_selector("figure.changed")
    pictures = {url.removeprefix(watched.address) for url in asked if url.endswith(".png")}
    assert pictures
    assert not pictures & set(before)
    assert all(url.startswith(watched.address) for url in asked)


def test_a_broken_file_is_shown_at_its_place(page: Page, watched: Watched) -> None:
    """The problem stands in the page with its file, line and hint; the last good pages stay."""
    before = sources(page)
    watched.edit("dossier.yaml", "measures:\n", "measures: [\n")
    settled(page, watched, "problems")
    problems = page.inner_text("#problems")
    place = re.search(r"dossier\.yaml:(\d+):(\d+)", problems)
    assert place
    assert "error yaml-syntax" in problems
    lines = (watched.dossier / "dossier.yaml").read_text(encoding="utf-8").splitlines()
    assert lines[int(place[1]) - 1].strip() in page.inner_text("#problems .line.at")
    assert page.query_selector("#problems .hint")
    assert sources(page) == before
    watched.restore()
    settled(page, watched)
    assert not page.is_visible("#problems")
    assert sources(page) == before


def test_a_draft_is_shown_with_its_problems(page: Page, watched: Watched) -> None:
    """What can be read but not passed on is shown as a draft: a translation that is behind."""
    final = (watched.files / "olmar-march" / "olmar-march-brief.en.pdf").read_bytes()
    watched.edit("dossier.yaml", HELD, "The people held were not able to call a lawyer.")
    settled(page, watched)
    assert page.query_selector("#problems li.error")
    assert "stale" in page.inner_text("#problems")
    assert "draft" in page.inner_text("#state")
    names = {path.name for path in (watched.files / "olmar-march").glob("*.pdf")}
    assert names == {"olmar-march-brief.en.pdf", "olmar-march-brief.en.draft.pdf"}
    kept = (watched.files / "olmar-march" / "olmar-march-brief.en.pdf").read_bytes()
    assert kept == final


def test_catalogues_and_themes_are_watched_too(page: Page, watched: Watched) -> None:
    """A translation that changes, and a theme, change the pages."""
    before = sources(page)
    watched.edit("translations/kk.po", "Олмардағы шеруде", "Олмар қаласындағы шеруде")
    settled(page, watched)
    assert page.query_selector("figure.changed")
    between = sources(page)
    assert between != before
    watched.edit("dossier.yaml", "summary: |", 'theme: {accent: "#0b3d66"}\nsummary: |')
    settled(page, watched)
    assert sum(old != new for old, new in zip(between, sources(page), strict=True)) > 2


def test_nobody_else_is_answered(watched: Watched) -> None:
    """Without the secret, by another name, from another site, with another verb: nothing."""
    own = f"/{watched.secret}/"
    assert watched.get(own)[0] == 200
    assert watched.get(own, Host=f"localhost:{watched.port}")[0] == 200
    for path in ("/", "/preview.css", f"/{watched.secret[:-1]}/", f"/{watched.secret}x/", "//"):
        assert watched.get(path)[::2] == (404, "")
    for host in ("evil.example", f"evil.example:{watched.port}", "127.0.0.1", "localhost:1"):
        assert watched.get(own, Host=host)[::2] == (403, "")
    for site in ("cross-site", "same-site"):
        assert watched.get(own, Sec_Fetch_Site=site)[::2] == (403, "")
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        assert watched.get(own, method)[0] == 501
    for inner in ("file/9/x", "file/-1/x", "file/../../etc/passwd", "page/../preview.css", "x"):
        assert watched.get(own + inner)[0] == 404
    assert watched.get(f"{own}page/{'0' * 32}.png")[0] == 404


def test_the_policy_is_strict(watched: Watched) -> None:
    """A page may use nothing but what this server gives, and nothing is kept or framed."""
    _, headers, body = watched.get(f"/{watched.secret}/")
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "http:" not in body
    assert "https:" not in body


def test_it_listens_on_this_machine_alone(watched: Watched) -> None:
    """No other interface takes the port."""
    lines = Path("/proc/net/tcp").read_text().splitlines()[1:]
    port = f"{watched.port:04X}"
    listening = [line.split()[1] for line in lines if line.split()[3] == "0A"]
    assert [one for one in listening if one.endswith(f":{port}")] == [f"0100007F:{port}"]
    with socket.socket(socket.AF_INET6) as other, pytest.raises(OSError, match=r".+"):
        other.connect(("::1", watched.port))


def test_all_is_put_away_at_the_end(dossier: Path) -> None:
    """Ctrl-C ends all processes and removes the private folder; the dossier is as it was."""
    before = sorted(path.name for path in dossier.rglob("*"))
    begun = begin(dossier)
    assert begun.files.stat().st_mode & 0o777 == 0o700
    wait_for(lambda: len(processes(begun.process.pid)) > 4)  # one of them prints
    assert end(begun) == 0
    wait_for(lambda: not processes(begun.process.pid))
    assert not begun.files.exists()
    assert sorted(path.name for path in dossier.rglob("*")) == before


def test_what_is_asked_for_is_published(dossier: Path, tmp_path: Path) -> None:
    """With --output each good edition is put in place as by a build, and no draft ever."""
    output = tmp_path / "out"
    begun = begin(dossier, "-e", "factsheet", "-o", output)
    try:
        wait_for((output / "olmar-march" / "manifest.json").is_file)
        begun.edit("dossier.yaml", HELD, "They could not call a lawyer.")
        wait_for(lambda: "printed as a draft" in begun.get(f"/{begun.secret}/")[2])
    finally:
        assert end(begun, signal.SIGTERM) == 0
    names = {path.name for path in (output / "olmar-march").iterdir()}
    assert "olmar-march-factsheet.en.pdf" in names
    assert not any("draft" in name for name in names)


def test_no_protected_name_is_shown(dossier: Path) -> None:
    """A name is told by its id, also in the line of a file; of the list no line is shown."""
    persons = dossier / "protected.yaml"
    persons.write_text("- id: w1\n  names: [Zarina Quelte]\n", encoding="utf-8")
    persons.chmod(0o600)
    begun = begin(dossier)
    try:
        wait_for(lambda: begun.shown()[1] == "done")
        begun.edit("dossier.yaml", "measures:", "nonsense: Zarina Quelte\nmeasures:")
        wait_for(lambda: begun.shown()[1] == "problems")
        shown = begun.get(f"/{begun.secret}/")[2]
        assert "unknown-key" in shown
        assert "nonsense: [w1]" in shown
        assert "Quelte" not in shown
        begun.edit("protected.yaml", "names:", "names: [")
        wait_for(lambda: "protected-unread" in begun.get(f"/{begun.secret}/")[2])
        assert "Quelte" not in begun.get(f"/{begun.secret}/")[2]
    finally:
        end(begun)


def wait_for(true: Callable[[], bool]) -> None:
    """Wait until something is so."""
    for _ in range(WAIT // 100):
        if true():
            return
        time.sleep(0.1)
    pytest.fail("it never came")


@pytest.mark.parametrize(
    ("edition", "lang", "told"),
    [
        ("handout", "en", r"olmar-march-handout\.en\.pdf, 2 pages"),
        ("web", "en", r"olmar-march-web\.en\.html"),
        ("submission", "en", r"olmar-march-submission\.en\.docx, [\d,]+ of 2,815 words \(\d+%\)"),
        ("statement", "en", r"olmar-march-statement\.en\.pdf, \d pages?; \d+ of 120 seconds"),
        ("handout", "kk", r"olmar-march-handout\.kk\.draft\.pdf, 2 pages"),
    ],
)
def test_each_edition_is_told_with_its_length_and_time(
    dossier: Path, edition: str, lang: str, told: str
) -> None:
    """Every edition can be watched; a file that no dossier is read from starts nothing."""
    text = (dossier / "dossier.yaml").read_text("utf-8")
    further = (
        "submission: {profile: upr-individual, keywords: [lawyers], introduction: A march.}\n"
        "statement: {profile: hrc-oral, text: Thank you.}\n"
    )
    (dossier / "dossier.yaml").write_text(text + further, "utf-8")
    begun = begin(dossier, "-e", edition, "-l", lang)
    try:
        wait_for(lambda: begun.shown()[1] == "done")
        version, _ = begun.shown()
        (dossier / "notes.log").write_text("a log\n")
        time.sleep(1.5)
        assert begun.shown() == (version, "done")
        os.killpg(begun.process.pid, signal.SIGINT)
        assert begun.process.stdout is not None
        said = begun.process.stdout.read()
    finally:
        begun.process.wait(60)
    assert re.search(rf"\d\d:\d\d:\d\d printed(?: as a draft)? in \d+\.\d s: {told}", said), said
