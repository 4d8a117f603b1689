"""A finished PDF and a key → the same PDF with a signature, as a further revision of the file.

PAdES baseline B-B, B-T with a timestamp (ETSI EN 319 142-1). The signature has no appearance and
its field lies outside the page, so the file stays PDF/A and PDF/UA. Every byte of what was printed
stays as it is. Keys come as bytes and are kept nowhere.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

FIELD = "Signature"
_SECONDS = 20


class KeyUnreadable(Exception):  # noqa: N818  the key or its passphrase is at fault
    """The key cannot be used; the message holds nothing of it."""


class TimestampRefused(Exception):  # noqa: N818  the server is at fault
    """The timestamp server gave none."""


@dataclass(frozen=True)
class Key:
    """A private key with its certificate: PKCS#12, or PEM with the certificates apart."""

    key: bytes
    certificates: bytes = b""
    passphrase: bytes | None = None


def sign_pdf(pdf: bytes, key: Key, timestamp_url: str = "") -> bytes:
    """Return the signed PDF; KeyUnreadable, TimestampRefused."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields, signers
    from pyhanko.sign.timestamps import TimestampRequestError

    signer = _signer(key)
    outside = fields.InvisSigSettings(set_print_flag=True, box_out_of_bounds=True)
    finisher = signers.PdfSigner(
        signers.PdfSignatureMetadata(
            field_name=FIELD, md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES
        ),
        signer,
        timestamper=_timestamper(timestamp_url) if timestamp_url else None,
        new_field_spec=fields.SigFieldSpec(FIELD, invis_sig_settings=outside),
    )
    output = io.BytesIO()
    try:
        finisher.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)), output=output)
    except TimestampRequestError as error:
        raise TimestampRefused(str(error)[:200]) from None
    return output.getvalue()


def _signer(key: Key) -> Any:
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.serialization import pkcs12
    from pyhanko.keys import load_certs_from_pemder_data, load_private_key_from_pemder_data
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    try:
        if key.certificates:
            private = load_private_key_from_pemder_data(key.key, key.passphrase)
            certificates = list(load_certs_from_pemder_data(key.certificates))
        else:
            opened, own, others = pkcs12.load_key_and_certificates(key.key, key.passphrase)
            if opened is None or own is None:
                raise KeyUnreadable("it holds no private key with a certificate")
            der, plain = serialization.Encoding.DER, serialization.NoEncryption()
            form = serialization.PrivateFormat.PKCS8
            private = load_private_key_from_pemder_data(
                opened.private_bytes(der, form, plain), None
            )
            chain = [one.public_bytes(der) for one in (own, *others)]
            certificates = [c for one in chain for c in load_certs_from_pemder_data(one)]
    except (ValueError, TypeError, OSError):
        why = "it is no PKCS#12 or PEM file with a private key, or the passphrase is another"
        raise KeyUnreadable(why) from None
    if not certificates:
        raise KeyUnreadable("there is no certificate with it")
    own_certificate = next((c for c in certificates if _belong(private, c)), None)
    if own_certificate is None:
        raise KeyUnreadable("the certificate is of another key")
    store = SimpleCertificateStore()
    store.register_multiple(certificates)
    return SimpleSigner(signing_cert=own_certificate, signing_key=private, cert_registry=store)


def _belong(private: Any, certificate: Any) -> bool:
    """Whether a certificate is of this key: a signature with another would be broken from birth."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives import serialization
    from cryptography.x509 import load_der_x509_certificate

    der, form = serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    try:
        key = serialization.load_der_private_key(private.dump(), None)
        public = load_der_x509_certificate(certificate.dump()).public_key()
    except (ValueError, TypeError, UnsupportedAlgorithm):
        return False
    return key.public_key().public_bytes(der, form) == public.public_bytes(der, form)


def _timestamper(url: str) -> Any:
    import requests
    from asn1crypto import tsp
    from pyhanko.sign.timestamps import TimeStamper, TimestampRequestError
    from pyhanko.sign.timestamps.common_utils import set_tsp_headers

    class Server(TimeStamper):
        """The one server that was named: no proxy of the environment, no redirect."""

        async def async_request_tsa_response(self, req: Any) -> Any:
            with requests.Session() as session:
                session.trust_env = False
                try:
                    told = session.post(
                        url,
                        req.dump(),
                        headers=set_tsp_headers({}),
                        timeout=_SECONDS,
                        allow_redirects=False,
                    )
                except requests.RequestException as error:
                    raise TimestampRequestError(type(error).__name__) from None
            if told.headers.get("Content-Type") != "application/timestamp-reply":
                raise TimestampRequestError("the answer is no timestamp")
            return tsp.TimeStampResp.load(told.content)

    return Server()  # type: ignore[no-untyped-call]


@dataclass(frozen=True)
class Signed:
    """What became of one signature: whole or not, what it covers, by whose certificate, when.

    `trusted`: the certificate leads to one that the verifier named. `time` is an ISO time, from a
    timestamp server where `stamped`, else what the signer's own clock said.
    """

    whole: bool
    covers_all: bool
    trusted: bool
    subject: str
    fingerprint: str
    time: str
    stamped: bool


def check_certificates(data: bytes) -> None:
    """KeyUnreadable where a file holds no certificates, PEM or DER."""
    from pyhanko.keys import load_certs_from_pemder_data

    try:
        if list(load_certs_from_pemder_data(data)):
            return
    except (ValueError, TypeError, OSError):
        pass
    raise KeyUnreadable("it holds no certificate")


def signatures_of(pdf: bytes, trusted: bytes = b"") -> list[Signed]:
    """Return what became of each signature of a PDF; `trusted` are certificates, PEM or DER."""
    from pyhanko.keys import load_certs_from_pemder_data
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko_certvalidator import ValidationContext

    roots = list(load_certs_from_pemder_data(trusted)) if trusted else []
    reader = PdfFileReader(io.BytesIO(pdf), strict=False)
    context = ValidationContext(trust_roots=roots, allow_fetching=False)
    return [_judged(one, context) for one in reader.embedded_signatures]


def _judged(one: Any, context: Any) -> Signed:
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    status = validate_pdf_signature(one, context)
    certificate = one.signer_cert
    stamp = status.timestamp_validity
    stamped = stamp is not None and bool(stamp.intact and stamp.valid)
    time = stamp.timestamp if stamp is not None and stamped else one.self_reported_timestamp
    return Signed(
        whole=bool(status.intact and status.valid),
        covers_all=status.coverage is SignatureCoverageLevel.ENTIRE_FILE,
        trusted=bool(status.trusted),
        subject=str(certificate.subject.human_friendly),
        fingerprint=certificate.sha256.hex(),
        time=time.isoformat() if time else "",
        stamped=stamped,
    )
