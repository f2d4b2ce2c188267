"""验证 of a file: a paper's PDF by its signature, a picture of a paper by the QR on it."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from dataclasses import replace

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from PIL import Image, ImageFilter, UnidentifiedImageError

from zjrc_desk.desk import identity
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.verify import GENUINE, Verdict, Verified, verify_token
from zjrc_desk.registry.errors import EnrolmentError, EntryError
from zjrc_desk.registry.vocabulary import PAPER
from zjrc_desk.store import papers

#: The first page of a PDF as a picture, in a format of pictures; the window can do that.
Draw = Callable[[bytes], bytes]
_MOST_PIXELS = 100_000_000
#: An A4 page at 200 dpi.
_ENLARGED_UNDER = 2400


def verify_file(desk: Desk, content: bytes, draw: Draw | None = None) -> Verified:
    """A PDF, or a picture with one QR on it; a scan that was kept as PDF where there is a ``draw``.

    Raises LetterError T07 for a PDF that is no signed paper, or what is neither PDF nor picture,
    EntryError T08 for a picture without a QR, BatchError T02 for a QR that is not ours.
    """
    if not content[:1024].lstrip().startswith(b"%PDF-"):
        return verify_token(desk, _qr_of(content))
    from zjrc_desk.letters.seal import is_scan

    if draw is not None and is_scan(content):
        return verify_token(desk, _qr_of(draw(content)))
    return _verify_pdf(desk, content)


def _verify_pdf(desk: Desk, pdf: bytes) -> Verified:
    from zjrc_desk.letters.seal import read_seal

    seal = read_seal(pdf)
    if not seal.intact:
        return Verified(Verdict.ALTERED)
    if not _believed(desk, seal.certificate):
        return Verified(Verdict.UNKNOWN_KEY)
    verified = verify_token(desk, seal.token, [seal.certificate])
    with desk.store.read() as session:
        printed = papers.by_digest(session, hashlib.sha256(pdf).hexdigest())
    if printed is None or verified.verdict not in GENUINE:
        return verified
    return replace(verified, paper=PAPER.label(printed.kind), reprint=printed.reprint)


def _believed(desk: Desk, certificate: x509.Certificate) -> bool:
    """Whether it is whole, and of a key of this point or issued by the centre's CA.

    Of the point's own keys the first certificate, by themselves, is not kept after enrolment.
    """
    with desk.store.read() as session:
        mine = identity.every(session)
    own = [x509.load_der_x509_certificate(one.certificate) for one in mine]
    if any(one.public_key() == certificate.public_key() for one in own):
        return certificate in own or _issued(certificate, certificate)
    for one in mine:
        try:
            authority = identity.authority(one)
        except EnrolmentError:
            continue
        if _issued(certificate, authority):
            return True
    return False


def _issued(certificate: x509.Certificate, by: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(by)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def _qr_of(content: bytes) -> str:
    """The text of the one QR in a picture."""
    try:
        with Image.open(io.BytesIO(content)) as image:
            if image.width * image.height > _MOST_PIXELS:
                raise _no_qr("picture too large")
            grey = image.convert("L")
    except UnidentifiedImageError as error:
        from zjrc_desk.letters.seal import no_paper

        raise no_paper("neither PDF nor picture") from error
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        raise _no_qr("damaged picture") from error
    texts = _texts_on(grey)
    if not texts and max(grey.size) < _ENLARGED_UNDER:
        # A coarse scan in black and white, at an angle: its steps are smoothed away.
        larger = grey.resize((3 * grey.width, 3 * grey.height), Image.Resampling.BICUBIC)
        texts = _texts_on(larger.filter(ImageFilter.GaussianBlur(1.5)))
    if len(texts) != 1:
        raise _no_qr(f"{len(texts)} codes")
    return texts.pop()


def _texts_on(image: Image.Image) -> set[str]:
    import zxingcpp

    only_qr = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    return {one.text for one in zxingcpp.read_barcodes(image, formats=only_qr) if one.text}


def _no_qr(detail: str) -> EntryError:
    return EntryError(
        "T08",
        "这张图片里没有能读出的二维码，或者不止一个。",
        "请把纸放平，以 150 dpi 以上重新扫描，一次一页。",
        detail=detail,
    )
