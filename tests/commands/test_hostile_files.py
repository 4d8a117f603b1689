"""Any file that comes in from anywhere may attack: a problem says so, and nothing else happens."""

from __future__ import annotations

import re
import resource
import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hostile_files import ALL, HOW, pdf
from small_builds import EXAMPLES

from report.__main__ import main

SECONDS = 45
MORE_MEMORY = 1200 * 1024 * 1024  # bytes of address space beyond what the tests have taken already
LIST = "- {id: w1, names: [Jonathan Smithson], pseudonym: {en: Witness 1}}\n"
SIGNED_WITH = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgAAAAAAAAAAAAAAAA
-----END PRIVATE KEY-----
"""


def _too_long(*_: object) -> None:
    raise TimeoutError(f"it takes more than {SECONDS} seconds")


@contextmanager
def _bound() -> Iterator[None]:
    """Bound the time and the memory of this process, and so of those that it starts."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    most = pages * resource.getpagesize() + MORE_MEMORY
    before = resource.getrlimit(resource.RLIMIT_AS)
    handler = signal.signal(signal.SIGALRM, _too_long)
    signal.alarm(SECONDS)
    resource.setrlimit(resource.RLIMIT_AS, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)
        signal.alarm(0)
        signal.signal(signal.SIGALRM, handler)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as an officer may have it: a dossier, a brief, a list of protected persons."""
    folder = tmp_path_factory.mktemp("office") / "in"
    shutil.copytree(EXAMPLES / "base", folder / "dossier")
    (folder / "brief.pdf").write_bytes(pdf())
    (folder / "key.pem").write_text(SIGNED_WITH)
    protected = folder / "list.yaml"
    protected.write_text(LIST)
    protected.chmod(0o600)
    return folder


def _state(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder and of all within it."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def _put(at: Path, kind: str, name: str, data: bytes) -> Path:
    """Put the file where its command finds it."""
    inside = kind in ("dossier", "catalogue", "logo")
    path = at / "dossier" / name if inside else at / "given" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    path.chmod(0o600)
    dossier = at / "dossier" / "dossier.yaml"
    if kind == "logo":
        text = dossier.read_text()
        dossier.write_text(text.replace("organisation:", "organisation:\n  logo: logo.png"))
    if name.startswith("profiles/"):
        dossier.write_text(f"{dossier.read_text()}session: {{profile: own}}\n")
    return path


@pytest.mark.parametrize("name", ALL)
def test_a_hostile_file_is_told(
    name: str,
    prepared: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Its own code, no traceback, within time and memory; no file is made, changed or removed."""
    kind, file, make, code = ALL[name]
    at = tmp_path / "deep" / "in" / "a" / "folder"
    shutil.copytree(prepared, at)
    path = _put(at, kind, file, make())
    temporary = tmp_path / "deep" / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.chdir(at)
    words = [word.replace("FILE", str(path)).replace("IN/", f"{at}/") for word in HOW[kind]]
    before, outside = _state(tmp_path), set(Path("/tmp").iterdir())
    begun = time.monotonic()
    with _bound():
        ended = main(words)
    seconds = time.monotonic() - begun
    told = capsys.readouterr()
    said = told.out + told.err
    errors = set(re.findall(r"error ([a-z-]+): ", told.err))
    assert "Traceback" not in said
    assert "root:" not in said
    assert ended in ((1, 2, 3) if code else (0, 1)), said
    assert code in errors or not code, said
    assert not code or len(errors) == 1 or kind in ("dossier", "catalogue", "profile"), said
    assert seconds < SECONDS
    after = _state(tmp_path)
    if code:
        assert after == before
    else:  # it is read: what is added lies in the dossier, and all that was there is as it was
        added = [one for one in after if one not in before]
        assert all("/dossier/documents/" in f"/{one}" for one in added if kind == "document"), added
        changed = {one for one in after if one in before and after[one] != before[one]}
        assert kind in ("document", "returned", "references", "annotations") or not added, added
        assert kind in ("returned", "references") or not changed, changed
    assert not [one for one in set(Path("/tmp").iterdir()) - outside if "climbed" in one.name]
