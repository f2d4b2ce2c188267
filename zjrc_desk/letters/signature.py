"""The PAdES signature of a printed paper (ETSI EN 319 142-1, level B-B) by the point's key."""

from __future__ import annotations

import io
from collections.abc import Sequence

from asn1crypto.cms import CMSAttributeType
from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.x509 import Certificate as Asn1Certificate
from asn1crypto.x509 import ExtensionId
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko_certvalidator.registry import SimpleCertificateStore

#: Room for the CMS in the file: a P-256 signature with its certificates takes under 4 KiB.
_RESERVED_BYTES = 12_288


class _Writer(IncrementalPdfFileWriter):
    """Adds the signature and nothing else, so that a PDF/A-2 file stays one.

    pyHanko would raise the file to PDF 2.0, declare extensions, and write its name and the time
    into the information dictionary and, otherwise, into the XMP metadata.
    """

    def ensure_output_version(self, version: tuple[int, int]) -> None:
        """The file stays PDF 1.7; ETSI.CAdES.detached is what PAdES signs such files with."""

    def register_extension(self, ext: object) -> None:
        """None is declared."""

    def _update_meta(self) -> None:
        """The metadata stays the paper's."""


def sign_pdf(
    pdf: bytes,
    key: ec.EllipticCurvePrivateKey,
    certificate: x509.Certificate,
    chain: Sequence[x509.Certificate],
) -> bytes:
    """The PDF with an invisible signature over all of it, dated by the computer's clock.

    ECDSA P-256 with SHA-256; the signature holds the certificate and ``chain``.
    """
    complete_names()
    registry = SimpleCertificateStore.from_certs(  # type: ignore[no-untyped-call]
        [_asn1(other) for other in chain]
    )
    signer = SimpleSigner(
        signing_cert=_asn1(certificate),
        signing_key=PrivateKeyInfo.load(
            key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        ),
        cert_registry=registry,
    )
    metadata = PdfSignatureMetadata(
        field_name="Point",
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        app_build_props=None,
    )
    output = io.BytesIO()
    PdfSigner(metadata, signer).sign_pdf(
        _Writer(io.BytesIO(pdf)),
        output=output,
        bytes_reserved=_RESERVED_BYTES,
    )
    return output.getvalue()


def complete_names() -> None:
    """Let asn1crypto find every name that pyhanko uses.

    asn1crypto turns its table of names round once, at the first CMS it reads; pyhanko adds to the
    table later, when it is loaded.  So a receipt taken before the first letter of the day would
    leave signing without the names.
    """
    for names in (CMSAttributeType, ExtensionId):
        if names._reverse_map is not None:
            names._reverse_map.update({name: number for number, name in names._map.items()})


def _asn1(certificate: x509.Certificate) -> Asn1Certificate:
    return Asn1Certificate.load(certificate.public_bytes(Encoding.DER))
