"""The point's signing key in use, taken from the store for one act."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cryptography import x509
from sqlmodel import Session

from zjrc_desk.batches.certificates import Signer, certificate_pem, key_from_bytes
from zjrc_desk.registry.batch_tables import SigningIdentity
from zjrc_desk.registry.errors import EnrolmentError
from zjrc_desk.store import identities


def current(session: Session) -> SigningIdentity:
    """The newest key of the point, enrolled or not."""
    return identities.newest(session)


def every(session: Session) -> Sequence[SigningIdentity]:
    """Every key the point ever had, the oldest first."""
    return identities.every(session)


def believe(identity: SigningIdentity, certificates: Iterable[x509.Certificate]) -> None:
    """Keep certificates of the centre that were checked, for its 证明 to be verified offline."""
    pems = [certificate_pem(certificate).decode("ascii") for certificate in certificates]
    # Assigned anew, because a change inside a JSON column is not seen.
    identity.centre_certificates = list(dict.fromkeys([*identity.centre_certificates, *pems]))


def centre_certificates(identity: SigningIdentity) -> list[x509.Certificate]:
    """The centre's certificates that were ever checked here."""
    return [x509.load_pem_x509_certificate(pem.encode()) for pem in identity.centre_certificates]


def certificates(session: Session) -> list[x509.Certificate]:
    """The point's own certificates, of every key it ever had."""
    every = identities.every(session)
    return [x509.load_der_x509_certificate(one.certificate) for one in every]


def signer(identity: SigningIdentity) -> Signer:
    """Key and certificate to sign with; before enrolment the certificate is self-signed."""
    return Signer(
        key=key_from_bytes(identity.private_key),
        certificate=x509.load_der_x509_certificate(identity.certificate),
        chain=() if identity.ca_certificate is None else (authority(identity),),
    )


def authority(identity: SigningIdentity) -> x509.Certificate:
    """The centre's CA certificate; EnrolmentError E00 before the point is enrolled."""
    if identity.ca_certificate is None:
        raise EnrolmentError(
            "E00",
            "本登记点还没有向省中心备案。",
            "请先导出备案申请交给省中心，再导入省中心发回的备案文件。",
        )
    return x509.load_der_x509_certificate(identity.ca_certificate)
