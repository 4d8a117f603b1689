"""Machine drafts: what is asked, of whom, and that nothing wrong in an answer survives."""

from __future__ import annotations

import http.server
import json
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.__main__ import main
from report.dossier.folder import MemoryFolder
from report.model.problem import Problems, Stop
from report.model.prose import CITE_MARK
from report.translation.endpoint import MAX_ANSWER, EndpointFault, open_endpoint
from report.translation.locales import load_language
from report.translation.masking import mask, unmask
from report.translation.sensitive import SENSITIVE_FILE, sensitive_keys

SMALL = Path(__file__).parents[1] / "problems" / "base"
Answer = Callable[["Handler", dict[str, Any]], None]


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers as the test says and keeps what it was asked."""

    answer: Answer
    asked: list[dict[str, Any]]

    def do_POST(self) -> None:
        size = int(self.headers["Content-Length"])
        wanted = json.loads(self.rfile.read(size))
        self.asked.append({"path": self.path, **wanted})
        type(self).answer(self, wanted)

    def do_GET(self) -> None:
        self.asked.append({"path": self.path, "q": "GET"})
        self.send({"translatedText": "followed"})

    def send(self, data: object, code: int = 200, **headers: str) -> None:
        body = data if isinstance(data, bytes) else json.dumps(data).encode()
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing on the terminal."""


class Service:
    """A real server on a port of this machine."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.handler = type("Told", (Handler,), {"asked": self.asked})
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self.handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def says(self, change: Callable[[str], str]) -> None:
        """Answer each text with what `change` makes of it."""
        self.answers(lambda handler, wanted: handler.send({"translatedText": change(wanted["q"])}))

    def answers(self, answer: Answer) -> None:
        self.handler.answer = answer  # type: ignore[attr-defined]


@pytest.fixture
def service() -> Iterator[Service]:
    one = Service()
    yield one
    one.server.shutdown()
    one.server.server_close()


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """The small dossier, with French to be drafted."""
    copy = Path(shutil.copytree(SMALL, tmp_path / "olmar"))
    path = copy / "dossier.yaml"
    path.write_text(path.read_text("utf-8").replace("[en, ru, kk]", "[en, fr]"), "utf-8")
    return copy


def french(text: str) -> str:
    """Translate as a good service would: every mask where it was, quotation marks its own."""
    words = {
        "Police detained more than": "La police a arrêté plus de",
        "The mayor’s office spoke of more than": "La mairie a parlé de plus de",
        "people detained on": "personnes arrêtées le",
        "people at a march in Olmar on": "personnes lors d’une marche à Olmar le",
        "the mayor’s office said": "a dit la mairie",
        "The people held could not call a lawyer": "Les détenus n’ont pas pu appeler d’avocat",
        "The Ombudsman found that": "Le Médiateur a constaté que",
        "people were detained": "personnes avaient été arrêtées",
        "March": "mars",
        "A teacher said": "Une enseignante a dit",
        "We were held for nine hours and could not call a lawyer": (
            "Nous avons été retenus neuf heures et nous n’avons pas pu appeler d’avocat"
        ),
        "The march in Olmar": "La marche à Olmar",
        "The march": "La marche",
        "People detained at a march": "Personnes arrêtées lors d’une marche",
        "No call to a lawyer": "Aucun appel à un avocat",
        "Keep a record of each call to a lawyer.": "Consigner chaque appel à un avocat.",
        "Police of Olmar": "Police d’Olmar à Olmar",
        "people detained": "personnes arrêtées",
        "People detained": "Personnes arrêtées",
        "Mayor’s office of Olmar": "Mairie d’Olmar à Olmar",
        "Ombudsman of Olmar": "Médiateur d’Olmar à Olmar",
        "a teacher": "une enseignante",
        "“": "« ",
        "”": " »",
        ": ": " : ",
    }
    text = text.replace("\u00a0", " ")
    for english in sorted(words, key=len, reverse=True):
        text = text.replace(english, words[english])
    return text


def run(dossier: Path, service: Service, *more: str) -> int:
    command = ["translate", "draft", str(dossier), "-l", "fr", "--endpoint", service.url]
    return main([*command, *more])


def entries(dossier: Path, lang: str = "fr") -> dict[str, polib.POEntry]:
    path = dossier / "translations" / f"{lang}.po"
    return {e.msgctxt: e for e in polib.pofile(str(path)) if e.msgstr} if path.exists() else {}


def test_drafts_are_kept_as_drafts(
    dossier: Path, service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    """A good answer becomes a fuzzy unit with its remark, marks and numbers as they were."""
    service.says(french)
    assert run(dossier, service) == 0
    drafted = entries(dossier)
    assert len(drafted) > 10
    assert all(e.fuzzy and "machine draft" in e.tcomment for e in drafted.values())
    assert drafted["summary/1"].msgstr == (
        "La police a arrêté plus de 40 personnes lors d’une marche à Olmar le 3 mars 2021, a dit "
        "la mairie.[@olmar-gazette] Les détenus n’ont pas pu appeler d’avocat.[@lawyers]"
    )
    assert "drafted of" in capsys.readouterr().out


def test_nothing_that_must_stay_is_sent(dossier: Path, service: Service) -> None:
    """Neither a citation mark nor a digit leaves: the service sees masks in their place."""
    service.says(french)
    run(dossier, service)
    sent = " ".join(one["q"] for one in service.asked)
    assert "[@" not in sent
    assert not any(sign.isdigit() for sign in sent)
    assert {(one["path"], one["source"], one["target"]) for one in service.asked} == {
        ("/translate", "en", "fr")
    }


def test_a_persons_translation_is_never_replaced(dossier: Path, service: Service) -> None:
    """What a person has translated, stale or not, is neither sent nor changed."""
    shutil.copyfile(SMALL / "translations" / "ru.po", dossier / "translations" / "ru.po")
    before = entries(dossier, "ru")
    stale = dossier / "translations" / "ru.po"
    stale.write_text(stale.read_text("utf-8").replace("The march in Olmar", "A march"), "utf-8")
    service.says(lambda _text: "Это черновик машины.")
    main(["translate", "draft", str(dossier), "-l", "ru", "--endpoint", service.url])
    after = entries(dossier, "ru")
    assert {key: after[key].msgstr for key in before} == {k: e.msgstr for k, e in before.items()}
    assert not any("machine draft" in after[key].tcomment for key in before)
    assert "Police detained" not in " ".join(one["q"] for one in service.asked)


def test_the_dossiers_own_language_is_not_drafted(dossier: Path, service: Service) -> None:
    """There is nothing to translate into the language that the dossier is written in."""
    service.says(french)
    command = ["translate", "draft", str(dossier), "-l", "en", "--endpoint", service.url]
    assert main(command) == 0
    assert service.asked == []
    assert not (dossier / "translations" / "en.po").exists()


LIES: dict[str, Callable[[str], str]] = {
    "a mark dropped": lambda text: french(text).replace("QXBXQ", ""),
    "marks swapped for others": lambda text: french(text).replace("QXAXQ", "QXBXQ"),
    "a mark doubled": lambda text: f"{french(text)} QXAXQ",
    "a mark made up": lambda text: f"{french(text)} [@made-up]",
    "a mark mangled": lambda text: french(text).replace("QXA", "QX A"),
    "digits added": lambda text: f"{french(text)} 17",
    "digits of another script": lambda text: f"{french(text)} ١٧",
    "the number for another": lambda text: french(text).replace("plus de QXAXQ", "plus de trente"),
    "a bound lost": lambda text: french(text).replace("plus de ", ""),
    "a number in words added": lambda text: f"Vingt personnes. {french(text)}",
    "HTML": lambda text: f"<b>{french(text)}</b>",
    "a script": lambda text: f"{french(text)}<script>alert(1)</script>",
    "a figure mark": lambda text: f"{french(text)} {{held-gazette}}",
    "bidi controls": lambda text: f"\u202e{french(text)}",
    "a zero-width space": lambda text: f"{french(text)}\u200b",
    "the source itself": lambda text: text,
    "another script": lambda text: f"Полиция {french(text)} задержала людей на марше",
    "a bracket": lambda text: f"({french(text)}",
    "emphasis": lambda text: f"**{french(text)}",
    "a novel": lambda text: french(text) * 2000,
}


@pytest.mark.parametrize("lie", LIES)
def test_no_lie_survives(
    dossier: Path, service: Service, lie: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """An answer that drops, adds or changes what is checked is not kept, and is told."""
    service.says(LIES[lie])
    assert run(dossier, service) == 0
    assert "summary/1" not in entries(dossier)
    said = capsys.readouterr().err
    assert "draft-refused" in said
    assert "summary/1" in said


def send_redirect(handler: Handler, _wanted: dict[str, Any]) -> None:
    handler.send(b"", 307, Location=f"http://127.0.0.1:{handler.server.server_port}/other")  # type: ignore[attr-defined]


def send_large(handler: Handler, wanted: dict[str, Any]) -> None:
    handler.send({"translatedText": wanted["q"] + "a" * 10 * MAX_ANSWER})


def send_nothing(_handler: Handler, _wanted: dict[str, Any]) -> None:
    time.sleep(3)


def send_slowly(handler: Handler, _wanted: dict[str, Any]) -> None:
    handler.send_response(200)
    try:
        for _ in range(100):
            handler.wfile.write(b"X")
            handler.wfile.flush()
            time.sleep(0.03)
    except OSError:
        handler.close_connection = True


FAULTS: dict[str, tuple[Answer, str]] = {
    "redirect": (send_redirect, "another address"),
    "ten megabytes": (send_large, "longer than a megabyte"),
    "silence": (send_nothing, "did not answer within"),
    "a byte now and then": (send_slowly, "did not answer within"),
    "an HTML page": (lambda h, _w: h.send(b"<html><h1>Welcome</h1></html>"), "not the JSON"),
    "not UTF-8": (lambda h, _w: h.send(b'{"translatedText": "\xff"}'), "not the JSON"),
    "deep JSON": (lambda h, _w: h.send(b"[" * 100_000), "not the JSON"),
    "a list": (lambda h, _w: h.send(["text"]), "not the JSON"),
    "a number": (lambda h, _w: h.send({"translatedText": 7}), "no text"),
    "an empty text": (lambda h, _w: h.send({"translatedText": " "}), "no text"),
    "an error": (lambda h, _w: h.send({"error": "no"}, 500), "the error 500"),
    "a closed connection": (lambda h, _w: h.connection.close(), "broke"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_faults_of_the_service_are_told(service: Service, fault: str) -> None:
    """A service that answers anything else than a text in JSON, in time, is a fault."""
    answer, said = FAULTS[fault]
    service.answers(answer)
    endpoint = open_endpoint(service.url, (), seconds=0.6)
    start = time.monotonic()
    with pytest.raises(EndpointFault, match=said):
        endpoint.translate("text", "en", "fr")
    assert time.monotonic() - start < 2.5
    assert len(service.asked) == 1


def test_a_fault_ends_the_asking(
    dossier: Path, service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    """After a fault nothing more is sent; what was drafted before is kept."""
    count = iter(range(100))
    service.answers(
        lambda h, w: (
            h.send({"translatedText": french(w["q"])}) if next(count) < 2 else h.send(b"gone", 503)
        )
    )
    assert run(dossier, service) == 1
    assert len(service.asked) == 3
    assert len(entries(dossier)) == 2
    assert "endpoint-fault" in capsys.readouterr().err


# Where texts may go


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://translate.example.org", "endpoint-refused"),
        ("https://libretranslate.com/", "endpoint-refused"),
        ("http://127.0.0.1.example.org", "endpoint-refused"),
        ("http://192.168.0.7:5000", "endpoint-refused"),
        ("http://0.0.0.0:5000", "endpoint-refused"),
        ("http://2130706433:5000", "endpoint-refused"),
        ("http://[::ffff:8.8.8.8]:5000", "endpoint-refused"),
        ("http://localhost.example.org", "endpoint-refused"),
        ("http://127.0.0.1@example.org/", "endpoint-url"),
        ("http://user:secret@127.0.0.1:5000", "endpoint-url"),
        ("http://127.0.0.1:5000/?to=example.org", "endpoint-url"),
        ("http://127.0.0.1:5000/#x", "endpoint-url"),
        ("http://127.0.0.1:port", "endpoint-url"),
        ("file:///etc/passwd", "endpoint-url"),
        ("ftp://127.0.0.1/", "endpoint-url"),
        ("127.0.0.1:5000", "endpoint-url"),
        ("", "endpoint-url"),
        ("http://[", "endpoint-url"),
        ("http://127.0.0.1:5000/a b", "endpoint-url"),
        ("http://lоcalhost:5000", "endpoint-url"),
        ("http://named.example.org", "endpoint-plain"),
    ],
)
def test_other_addresses_are_refused(url: str, code: str) -> None:
    """Texts go to this machine only, beyond it to a named host and encrypted."""
    with pytest.raises(Stop) as stop:
        open_endpoint(url, ("named.example.org",))
    assert [p.code for p in stop.value.problems] == [code]
    assert stop.value.exit_code == 2


@pytest.mark.parametrize(
    ("url", "sent_to"),
    [
        ("http://127.0.0.1:5000", "http://127.0.0.1:5000/translate"),
        ("http://127.0.0.1:5000/", "http://127.0.0.1:5000/translate"),
        ("http://127.0.0.1:5000/translate", "http://127.0.0.1:5000/translate"),
        ("http://[::1]:5000/lt", "http://[::1]:5000/lt/translate"),
        ("https://Named.Example.org", "https://Named.Example.org/translate"),
    ],
)
def test_addresses_that_may_be_used(url: str, sent_to: str) -> None:
    """Texts may go to this machine, and over https to a host that the user has named."""
    assert open_endpoint(url, ("named.example.org",)).url == sent_to


@pytest.fixture
def canary(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Note every connection and every name that is looked up."""
    noted: list[Any] = []
    connect, lookup = socket.socket.connect, socket.getaddrinfo

    def connecting(own: socket.socket, address: Any) -> None:
        noted.append(address[0])
        connect(own, address)

    def looking(host: Any, *more: Any, **rest: Any) -> Any:
        noted.append(host)
        return lookup(host, *more, **rest)

    monkeypatch.setattr(socket.socket, "connect", connecting)
    monkeypatch.setattr(socket, "getaddrinfo", looking)
    return noted


def test_no_request_leaves_otherwise(
    dossier: Path, service: Service, canary: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Proxies of the environment are not used; nothing but this machine is ever addressed."""
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://proxy.example.org:3128")
    monkeypatch.delenv("no_proxy", raising=False)
    service.says(french)
    assert run(dossier, service) == 0
    assert service.asked
    assert set(canary) == {"127.0.0.1"}
    canary.clear()
    outside = Service()
    outside.url = "http://translate.example.org"
    assert run(dossier, outside) == 2
    assert canary == []


def test_sensitive_units_are_never_sent(
    dossier: Path, service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    """A key or a pattern of the list keeps its units here, whatever else is sent."""
    (dossier / "translations" / "sensitive.yaml").write_text("- findings/lawyers/*\n- speakers/*\n")
    service.says(french)
    assert run(dossier, service) == 0
    sent = " ".join(one["q"] for one in service.asked)
    assert "teacher" not in sent
    assert "held for nine hours" not in sent
    assert not [key for key in entries(dossier) if key.startswith(("findings/lawyers", "speakers"))]
    assert "sensitive, never sent" in capsys.readouterr().out


@pytest.mark.parametrize("content", ["- findings/lawers/*\n", "findings: x\n", "- [\n", "- 7:\n"])
def test_a_faulty_list_sends_nothing(
    dossier: Path, service: Service, content: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A list that cannot be read, or that names no unit, stops before anything is sent."""
    (dossier / "translations" / "sensitive.yaml").write_text(content)
    service.says(french)
    assert run(dossier, service) == 1
    assert service.asked == []
    assert "sensitive.yaml" in capsys.readouterr().err


def test_patterns_of_the_list() -> None:
    """A pattern is taken for the whole key; `*` stands for anything."""
    keys = ("summary/1", "summary/10", "findings/a/statement/1", "places/a")
    for pattern, named in {
        "summary/1": {"summary/1"},
        "summary/*": {"summary/1", "summary/10"},
        "findings/*": {"findings/a/statement/1"},
        "*/1": {"summary/1", "findings/a/statement/1"},
    }.items():
        problems = Problems()
        folder = MemoryFolder({SENSITIVE_FILE: f'- "{pattern}"\n'})
        assert sensitive_keys(folder, keys, problems) == named
        assert not problems.errors


# Masks

SAMPLE = """
police 2,500 34.5 3 March 2021 [@a-b] [@a-b, para. 3] A/HRC/49/2 COVID-19 https://x.org/7 21st
10,000,000 (2) **bold** 2014–15 7:30 a@b.org said. “no” [link](https://x.org/1)
"""
TEXTS = st.lists(
    st.sampled_from(SAMPLE.split()) | st.text(alphabet="abc XQ?!é", max_size=5), max_size=12
).map(" ".join)


@given(TEXTS)
def test_a_mask_gives_back_what_it_took(text: str) -> None:
    """In its own language a text comes back as it was, and no digit or mark stands in the mask."""
    english = load_language("en")
    try:
        masked = mask(text, "en", english)
    except ValueError:
        assert "QX" in text or "XQ" in text or text.count("[@") > 1
        return
    assert not any(sign.isdigit() for sign in masked.text)
    assert not CITE_MARK.search(masked.text)
    assert unmask(masked.text, masked) == text


def test_numbers_come_back_in_the_language() -> None:
    """2,500 is put back as the language prints it; dates and symbols stay as they are."""
    text = "2,500 people on 3 March 2021, 34.5 of A/HRC/49/2, article 19"
    masked = mask(text, "en", load_language("fr"))
    back = unmask(masked.text, masked).replace("\u00a0", "_")
    assert back == "2_500 people on 3 March 2021, 34,5 of A/HRC/49/2, article 19"


def test_many_masks_are_told_apart() -> None:
    """Hundreds of masks, side by side, are each their own."""
    text = "".join(f"[@c{chr(97 + n % 26)}-{n}]" for n in range(700))
    masked = mask(text, "en", load_language("kk"))
    assert len(masked.kept) == 700
    assert unmask(masked.text, masked) == text
