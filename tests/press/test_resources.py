"""Resources: what is named or lies beneath a root is served, all else is refused and remembered."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.press.resources import RefusedError, Resources, shortened

SECRET = b"what must not be read"


@pytest.fixture
def resources(tmp_path: Path) -> Resources:
    """Return resources over a root with a file, a folder, links out of it and a pipe."""
    root = tmp_path / "root"
    (root / "images").mkdir(parents=True)
    (root / "logo.svg").write_bytes(b"<svg/>")
    (root / "images" / "a b%.png").write_bytes(b"png")
    (tmp_path / "secret.txt").write_bytes(SECRET)
    (root / "link.txt").symlink_to(tmp_path / "secret.txt")
    (root / "inside.svg").symlink_to(root / "logo.svg")
    (root / "out").symlink_to(tmp_path)
    os.mkfifo(root / "pipe")
    return Resources({"chart.svg": b"<svg>1</svg>"}, {"dossier": root})


@pytest.mark.parametrize(
    ("url", "content", "media_type"),
    [
        ("resource:chart.svg", b"<svg>1</svg>", "image/svg+xml"),
        ("dossier:logo.svg", b"<svg/>", "image/svg+xml"),
        ("dossier:images/a%20b%25.png", b"png", "image/png"),
    ],
)
def test_what_is_given_is_served(
    resources: Resources, url: str, content: bytes, media_type: str
) -> None:
    """A named resource and a file beneath a root come back byte by byte with their type."""
    resource = resources.read(url)
    assert (resource.content, resource.media_type) == (content, media_type)
    assert resources.refusals == []


@pytest.mark.parametrize(
    "url",
    [
        "",
        "logo.svg",
        "resource:",
        "resource:other.svg",
        "resource:../root/logo.svg",
        "dossier:",
        "dossier:/",
        "dossier:.",
        "dossier:..",
        "dossier:../secret.txt",
        "dossier:%2e%2e/secret.txt",
        "dossier:%2E%2E%2Fsecret.txt",
        "dossier:images/../../secret.txt",
        "dossier:images//../logo.svg",
        "dossier:/etc/passwd",
        "dossier://etc/passwd",
        "dossier:///etc/passwd",
        "dossier:..\\secret.txt",
        "dossier:logo.svg\0.png",
        "dossier:logo.svg%00.png",
        "dossier:%ff",
        "dossier:link.txt",
        "dossier:inside.svg",
        "dossier:out/secret.txt",
        "dossier:images",
        "dossier:logo.svg/more",
        "dossier:pipe",
        "dossier:missing.png",
        "dossier:logo.svg?x",
        "DOSSIER:logo.svg",
        "file:///etc/passwd",
        "file:/etc/passwd",
        "http://127.0.0.1/",
        "https://example.org/x.png",
        "ftp://example.org/x",
        "data:image/png;base64,AAAA",
        "data:,x",
        "javascript:alert(1)",
    ],
)
def test_everything_else_is_refused(resources: Resources, url: str) -> None:
    """No address leads out of what is given, and each attempt is kept with its reason."""
    with pytest.raises(RefusedError):
        resources.read(url)
    assert [refusal.url for refusal in resources.refusals] == [shortened(url)]
    assert SECRET.decode() not in resources.refusals[0].reason


def test_a_folder_put_in_place_of_another_is_not_followed(resources: Resources) -> None:
    """A folder that becomes a link between two reads is refused at the second."""
    images = resources.roots["dossier"] / "images"
    resources.read("dossier:images/a%20b%25.png")
    images.rename(images.with_name("old"))
    images.symlink_to(images.with_name("old"))
    with pytest.raises(RefusedError):
        resources.read("dossier:images/a%20b%25.png")


@given(st.text(st.sampled_from("./\\%2eE5cf\0 ~:linkoutsecr.x"), max_size=30))
def test_no_spelling_of_a_path_reaches_the_secret(
    tmp_path_factory: pytest.TempPathFactory, path: str
) -> None:
    """Whatever is made of dots, slashes and escapes, the file beside the root is never read."""
    base = tmp_path_factory.getbasetemp() / "spellings"
    root = base / "root"
    if not root.exists():
        root.mkdir(parents=True)
        (base / "secret").write_bytes(SECRET)
        (root / "link").symlink_to(base / "secret")
        (root / "out").symlink_to(base)
    try:
        content = Resources({}, {"dossier": root}).read(f"dossier:{path}").content
    except RefusedError:
        return
    assert content != SECRET


def test_a_message_shows_no_more_than_a_line_of_an_address() -> None:
    """An address of any length or with control characters is fit for a terminal."""
    assert shortened("data:" + "A" * 10_000) == "data:" + "A" * 114 + "…"
    assert shortened("x\x1b[31m\n") == "x\ufffd[31m\ufffd"
