"""Reading a printed paper's PDF back: is the signature whole, by which key, which token."""

from __future__ import annotations

import io
import logging
import struct
from dataclasses import dataclass

from asn1crypto.cms import ContentInfo
from asn1crypto.x509 import Certificate as Asn1Certificate
from cryptography import x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation import EmbeddedPdfSignature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import validate_sig_integrity
from pyhanko.sign.validation.status import SignatureCoverageLevel

from zjrc_desk.letters.signature import complete_names
from zjrc_desk.registry.errors import LetterError

#: Far above any paper: 40 pages of rare characters are under 3 MB.
MOST_BYTES = 64 << 20
# It would write to the terminal what it stumbles over; the person gets one sentence instead.
logging.getLogger("pyhanko").addHandler(logging.NullHandler())
#: What can be seen on a page comes of one of these.
_DRAWN = {"/Font", "/XObject", "/Pattern", "/Shading"}
#: What pyHanko was seen to raise, or may, on a file made to be read wrongly.
_STUMBLED = (
    *(PdfError, SigningError, SignatureValidationError, ValueError, KeyError, TypeError),
    *(AttributeError, IndexError, AssertionError, RecursionError, OverflowError, struct.error),
)


@dataclass(frozen=True)
class Seal:
    """``intact``: no byte changed since ``certificate``'s key signed it.  ``token``: of its QR,
    as the file says it."""

    intact: bool
    certificate: x509.Certificate
    token: str


def read_seal(pdf: bytes) -> Seal:
    """The seal of a signed PDF; whether the certificate is to be believed is not asked here.

    Raises LetterError T07 for what is no PDF, or one without exactly one signature.
    """
    complete_names()
    try:
        reader = PdfFileReader(io.BytesIO(pdf[:MOST_BYTES]), strict=False)
        signatures = reader.embedded_signatures
        info = reader.trailer_view["/Info"]
        token = str(info["/Keywords"])
    except _STUMBLED as error:
        raise no_paper("not a PDF that can be read") from error
    if len(signatures) != 1:
        raise no_paper(f"{len(signatures)} signatures")
    return _checked(pdf, signatures[0], token)


def is_scan(pdf: bytes) -> bool:
    """Whether a PDF is what an office scanner makes: unsigned, its first page pictures and no word.

    A paper of ours whose signature was taken off is none.
    """
    try:
        reader = PdfFileReader(io.BytesIO(pdf[:MOST_BYTES]), strict=False)
        _, resources = reader.find_page_for_modification(0)  # type: ignore[no-untyped-call]
        return not reader.embedded_signatures and set(resources) & _DRAWN == {"/XObject"}
    except _STUMBLED:
        return False


def _checked(pdf: bytes, signature: EmbeddedPdfSignature, token: str) -> Seal:
    try:
        signer: Asn1Certificate = signature.signer_cert
        certificate = x509.load_der_x509_certificate(signer.dump())
    except _STUMBLED as error:
        raise no_paper("signature can't be read") from error
    try:
        # Only the arithmetic: pyHanko's validation would look for a path to a root, and log that
        # there is none.
        same, valid = validate_sig_integrity(
            signature.signer_info, signer, "data", signature.compute_digest()
        )
        whole = signature.evaluate_signature_coverage() == SignatureCoverageLevel.ENTIRE_FILE
    except _STUMBLED:
        return Seal(False, certificate, token)
    intact = bool(same and valid and whole) and _holds_only(pdf, signature)
    return Seal(intact, certificate, token)


def _holds_only(pdf: bytes, signature: EmbeddedPdfSignature) -> bool:
    """Whether the gap that the signature leaves out holds it and zeros, and nothing else."""
    start, length, end = (int(number) for number in list(signature.byte_range)[:3])
    gap = pdf[start + length : end]
    cms: bytes = ContentInfo.load(signature.pkcs7_content).dump()
    written = cms.hex().upper().encode("ascii")
    expected = b"<" + written.ljust(len(gap) - 2, b"0") + b">"
    return bool(gap == expected)


def no_paper(detail: str) -> LetterError:
    """LetterError T07: a file that no point printed."""
    return LetterError(
        "T07",
        "这不是登记点打印的文书：没有登记点的电子签名，或者文件已经损坏。",
        "请选择打印时生成的 PDF 文件，或扫描纸上的二维码。",
        detail=detail,
    )
