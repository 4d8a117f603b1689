"""A signed brief stays what it was, conforms as before, and shows what happened to it since."""

from __future__ import annotations

import datetime
import http.server
import json
import os
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from asn1crypto import tsp
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.keys import load_certs_from_pemder_data, load_private_key_from_pemder_data
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore
from small_builds import NAME, Built, Run

sys.path.insert(0, str(Path(__file__).parents[1] / "press"))
from verapdf import findings

PASSPHRASE = "correct horse"


@dataclass(frozen=True)
class Identity:
    """A made-up organisation's key and certificate."""

    key: rsa.RSAPrivateKey
    certificate: x509.Certificate

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    @property
    def der_key(self) -> bytes:
        form, plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        return self.key.private_bytes(serialization.Encoding.DER, form, plain)

    def pkcs12(self) -> bytes:
        locked = serialization.BestAvailableEncryption(PASSPHRASE.encode())
        return pkcs12.serialize_key_and_certificates(
            b"own", self.key, self.certificate, None, locked
        )


def identity(name: str, *, stamps: bool = False) -> Identity:
    key = rsa.generate_private_key(65537, 2048)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    day = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=1)
    usage = x509.KeyUsage(True, not stamps, False, False, False, False, False, False, False)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(day)
        .not_valid_after(day + datetime.timedelta(days=400))
        .add_extension(usage, critical=True)
    )
    if stamps:
        purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        builder = builder.add_extension(purpose, critical=True)
    return Identity(key, builder.sign(key, hashes.SHA256()))


@dataclass(frozen=True)
class Desk:
    """Where the key lies, and the brief that was signed with it."""

    folder: Path
    brief: Path
    signed: Path
    office: Identity


@pytest.fixture(scope="module")
def desk(printed: Built, run: Run, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("desk")
    office = identity("Olmar Rights Office")
    (folder / "own.p12").write_bytes(office.pkcs12())
    (folder / "own.pem").write_bytes(office.pem)
    brief, signed = printed.folder / f"{NAME}-brief.en.pdf", folder / "signed.pdf"
    done = _sign(run, brief, "--key", folder / "own.p12", "-o", signed)
    assert done.returncode == 0, done.stderr
    return Desk(folder, brief, signed, office)


def _sign(run: Run, *arguments: object, passphrase: str = PASSPHRASE):  # type: ignore[no-untyped-def]
    environment = {**os.environ, "REPORT_KEY_PASSPHRASE": passphrase}
    return run("sign", *arguments, env=environment, stdin=-3)


def test_what_was_printed_is_unchanged_within(desk: Desk) -> None:
    """The signature is added behind the last byte of the brief."""
    assert desk.signed.read_bytes().startswith(desk.brief.read_bytes())


def test_a_signed_brief_conforms_as_before(desk: Desk) -> None:
    """The reference validator finds no fault in the signed file either."""
    assert findings([desk.signed], ("3a", "ua1")) == []


def test_a_signature_is_verified(desk: Desk, run: Run) -> None:
    """It holds; without the certificate at hand it is said that nobody vouches for the signer."""
    alone = run("verify", desk.signed)
    assert alone.returncode == 0, alone.stderr
    assert "holds     signature: by Common Name: Olmar Rights Office" in alone.stdout
    assert "not done  signer: " in alone.stdout
    trusting = run("verify", desk.signed, "--trust", desk.folder / "own.pem")
    assert trusting.returncode == 0
    assert "not done  signer: " not in trusting.stdout
    assert "Traceback" not in trusting.stderr + alone.stderr


def test_the_manifest_still_names_what_was_signed(desk: Desk, run: Run) -> None:
    """What stands before the signature is the file that was published."""
    manifest = desk.brief.parent / "manifest.json"
    done = run("verify", desk.signed, "--manifest", manifest)
    assert f"holds     manifest: {manifest}" in done.stdout


def test_a_changed_byte_breaks_the_signature(desk: Desk, run: Run, tmp_path: Path) -> None:
    """signature-broken: a byte of the brief was altered after signing."""
    data = bytearray(desk.signed.read_bytes())
    at = data.index(b"/Producer")
    data[at + 12] ^= 1
    (tmp_path / "altered.pdf").write_bytes(data)
    done = run("verify", tmp_path / "altered.pdf")
    assert done.returncode == 1
    assert "error signature-broken: " in done.stderr


def test_what_is_added_behind_is_told(desk: Desk, run: Run, tmp_path: Path) -> None:
    """signature-partly: a further revision stands behind the signature."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    with desk.signed.open("rb") as file:
        writer = IncrementalPdfFileWriter(file)
        writer.root["/Lang"] = writer.root["/Lang"]
        writer.update_root()
        with (tmp_path / "more.pdf").open("wb") as out:
            writer.write(out)
    done = run("verify", tmp_path / "more.pdf")
    assert done.returncode == 1
    assert "error signature-partly: " in done.stderr


@pytest.mark.parametrize(
    ("key", "passphrase"),
    [("own.p12", "another"), ("own.pem", ""), ("nonsense", ""), ("own.p12", "")],
)
def test_a_key_that_cannot_be_used(
    desk: Desk, run: Run, tmp_path: Path, key: str, passphrase: str
) -> None:
    """key-unreadable: a wrong passphrase, a file without a key; nothing of either is told."""
    (desk.folder / "nonsense").write_bytes(b"\x30\x82nonsense")
    out = tmp_path / "out.pdf"
    done = _sign(run, desk.brief, "--key", desk.folder / key, "-o", out, passphrase=passphrase)
    assert done.returncode == 1
    assert "error key-unreadable: " in done.stderr
    assert "Traceback" not in done.stderr
    if passphrase:
        assert passphrase not in done.stderr.replace("the passphrase is another", "")
    assert not out.exists()


def test_a_certificate_of_another_key(desk: Desk, run: Run, tmp_path: Path) -> None:
    """key-unreadable: no file is written whose signature would be broken from its birth."""
    out = tmp_path / "out.pdf"
    (tmp_path / "key.der").write_bytes(identity("Another").der_key)
    words = ("--key", tmp_path / "key.der", "--certificate", desk.folder / "own.pem", "-o", out)
    done = _sign(run, desk.brief, *words)
    assert done.returncode == 1
    assert "error key-unreadable: " in done.stderr
    assert "the certificate is of another key" in done.stderr
    assert not out.exists()


def test_a_key_in_a_dossier_is_refused(desk: Desk, run: Run, built: Built, tmp_path: Path) -> None:
    """key-in-dossier: a key within a dossier would travel with it."""
    key = built.dossier / "documents" / "own.p12"
    key.write_bytes(desk.office.pkcs12())
    done = _sign(run, desk.brief, "--key", key, "-o", tmp_path / "out.pdf")
    assert done.returncode == 1
    assert "error key-in-dossier: " in done.stderr


def test_nothing_is_overwritten(desk: Desk, run: Run) -> None:
    """file-exists: the file to be written is there already."""
    done = _sign(run, desk.brief, "--key", desk.folder / "own.p12", "-o", desk.signed)
    assert done.returncode == 2
    assert "error file-exists: " in done.stderr


def test_what_is_no_pdf_is_not_signed(desk: Desk, run: Run, tmp_path: Path) -> None:
    """not-a-brief: a text, or a PDF that breaks off."""
    for name, data in (("a.pdf", b"text"), ("b.pdf", b"%PDF-1.7\n" + b"\x00" * 999)):
        (tmp_path / name).write_bytes(data)
        done = _sign(run, tmp_path / name, "--key", desk.folder / "own.p12")
        assert done.returncode == 1
        assert "error not-a-brief: " in done.stderr
        assert "Traceback" not in done.stderr


class _Stamps(http.server.BaseHTTPRequestHandler):
    """An RFC 3161 server on this machine."""

    stamper: DummyTimeStamper
    lies = False

    def do_POST(self) -> None:
        request = tsp.TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
        answer = self.stamper.request_tsa_response(request).dump()
        self.send_response(200)
        kind = "text/html" if self.lies else "application/timestamp-reply"
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, format: str, *args: object) -> None:
        return


@pytest.fixture
def stamps() -> Iterator[str]:
    authority = identity("Time of Olmar", stamps=True)
    store = SimpleCertificateStore()
    certificate = next(iter(load_certs_from_pemder_data(authority.pem)))
    store.register(certificate)
    key = load_private_key_from_pemder_data(authority.der_key, None)
    _Stamps.stamper = DummyTimeStamper(certificate, key, certs_to_embed=store)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Stamps)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    _Stamps.lies = False
    server.shutdown()
    server.server_close()


def test_a_timestamp_is_asked_of_the_server_named(
    desk: Desk, run: Run, tmp_path: Path, stamps: str
) -> None:
    """The time is the server's, and the file conforms with it."""
    out = tmp_path / "stamped.pdf"
    key = desk.folder / "own.p12"
    done = _sign(run, desk.brief, "--key", key, "--timestamp", stamps, "-o", out)
    assert done.returncode == 0, done.stderr
    said = run("verify", out).stdout
    assert "by a timestamp server" in said
    assert findings([out], ("3a", "ua1")) == []


def test_a_server_that_stamps_nothing(desk: Desk, run: Run, tmp_path: Path, stamps: str) -> None:
    """timestamp-refused: an answer of another kind, or none; nothing is written."""
    out = tmp_path / "out.pdf"
    _Stamps.lies = True
    for url in (stamps, "http://127.0.0.1:9/"):
        done = _sign(
            run, desk.brief, "--key", desk.folder / "own.p12", "--timestamp", url, "-o", out
        )
        assert done.returncode == 1
        assert "error timestamp-refused: " in done.stderr
        assert not out.exists()


def test_json_tells_the_signature(desk: Desk, run: Run) -> None:
    """Scripts read the step of the signature."""
    told = json.loads(run("verify", desk.signed, "--json").stdout)
    steps = {one["step"]: one["state"] for one in told["steps"]}
    assert steps["signature"] == "holds"
    assert steps["signer"] == "not-done"
