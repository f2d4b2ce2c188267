"""The centre's keys on disk: CA, certificate for receipts, age identity.

In the data folder (0700, files 0600):

- ``centre-ca.pem``: the CA's certificate, public (0644); whoever checks a batch needs it;
- ``centre-ca.key``: the CA's key, PKCS#8 PEM;
- ``centre-signing.pem``: key (PKCS#8) and certificate for receipts and 证明, in one file so that
  they can't come apart when they are renewed;
- ``centre.agekey``: the age X25519 identity, in the form ``age -d -i`` reads.

With a passphrase the PEM keys are encrypted by PKCS#8 (PBES2) and the identity file by age's own
passphrase form (scrypt), which ``age -d -i`` asks for.  Without one, only the permissions of the
folder and the encryption of the disk protect them: whoever can read the folder, or an old backup
of it, can read every batch, sign receipts and enrol points.  Then the folder belongs on an
encrypted disk of a machine that nobody else signs in to.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pyrage
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from zjrc_desk.batches.certificates import (
    Signer,
    certificate_pem,
    is_p256,
    issue_centre,
    new_authority,
    new_key,
)
from zjrc_desk.batches.recipients import Identity, identity_file, new_identity, read_identities
from zjrc_desk.centre.files import make_folder, write_private
from zjrc_desk.registry.errors import BatchError, StoreError

CA_CERTIFICATE, CA_KEY = "centre-ca.pem", "centre-ca.key"
SIGNING, AGE_IDENTITY = "centre-signing.pem", "centre.agekey"
#: The certificate for receipts is renewed this long before it ends.
RENEWED_BEFORE = timedelta(days=60)
_AGE_HEADER = b"age-encryption.org/v1"


@dataclass(frozen=True)
class Authority:
    """All keys of the centre, in memory."""

    ca: Signer
    signing: Signer
    identities: tuple[Identity, ...]

    @property
    def recipients(self) -> tuple[str, ...]:
        """The age recipients that points encrypt to."""
        return tuple(identity.recipient for identity in self.identities)


def exists(folder: Path) -> bool:
    """Whether a centre was set up there: the CA's certificate is written last."""
    return (folder / CA_CERTIFICATE).exists()


def create(folder: Path, name: str, now: datetime, passphrase: str | None) -> Authority:
    """Make all keys of a new centre; OSError.  What a create that was cut left is replaced."""
    make_folder(folder)
    folder.chmod(0o700)
    ca = new_authority(name, now)
    signing = _new_signing(ca, name, now)
    identity = new_identity()
    write_private(folder / CA_KEY, _key_pem(ca.key, passphrase))
    _write_signing(folder, signing, passphrase)
    content = identity_file(identity, now.isoformat(timespec="seconds"))
    if passphrase is not None:
        content = pyrage.passphrase.encrypt(content, passphrase)
    write_private(folder / AGE_IDENTITY, content)
    write_private(folder / CA_CERTIFICATE, certificate_pem(ca.certificate), mode=0o644)
    return Authority(ca, signing, (identity,))


def load(folder: Path, passphrase: str | None) -> Authority:
    """The keys of a centre.

    StoreError C02 where none was set up there, C03 passphrase missing or wrong, C04 a key file
    missing, damaged or not the certificate's.
    """
    if not exists(folder):
        raise StoreError(
            "C02", "这个文件夹里没有省中心的数据。", "请核对文件夹，或先用“init”设立省中心。"
        )
    try:
        authority = x509.load_pem_x509_certificate((folder / CA_CERTIFICATE).read_bytes())
        ca = Signer(_load_key((folder / CA_KEY).read_bytes(), passphrase), authority)
        pair = (folder / SIGNING).read_bytes()
        signing = Signer(_load_key(pair, passphrase), x509.load_pem_x509_certificate(pair))
        identities = _load_identities((folder / AGE_IDENTITY).read_bytes(), passphrase)
    except (ValueError, UnsupportedAlgorithm, FileNotFoundError, BatchError) as error:
        raise _damaged(type(error).__name__) from error
    for signer in (ca, signing):
        if signer.certificate.public_key() != signer.key.public_key():
            raise _damaged("key is not the certificate's")
    return Authority(ca, signing, identities)


def is_due(authority: Authority, now: datetime) -> bool:
    """Whether the certificate for receipts ends soon, so that a new one is to be made."""
    return now > authority.signing.certificate.not_valid_after_utc - RENEWED_BEFORE


def renew_signing(
    folder: Path, authority: Authority, name: str, now: datetime, passphrase: str | None
) -> Authority:
    """A new key and certificate for receipts; points believe it because the CA signed it."""
    signing = _new_signing(authority.ca, name, now)
    _write_signing(folder, signing, passphrase)
    return Authority(authority.ca, signing, authority.identities)


def _new_signing(ca: Signer, name: str, now: datetime) -> Signer:
    key = new_key()
    return Signer(key, issue_centre(ca, key, name, now), (ca.certificate,))


def _write_signing(folder: Path, signing: Signer, passphrase: str | None) -> None:
    pair = _key_pem(signing.key, passphrase) + certificate_pem(signing.certificate)
    write_private(folder / SIGNING, pair)


def _key_pem(key: ec.EllipticCurvePrivateKey, passphrase: str | None) -> bytes:
    encryption: serialization.KeySerializationEncryption = serialization.NoEncryption()
    if passphrase is not None:
        encryption = serialization.BestAvailableEncryption(passphrase.encode())
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, encryption
    )


def _load_key(pem: bytes, passphrase: str | None) -> ec.EllipticCurvePrivateKey:
    encrypted = b"-----BEGIN ENCRYPTED PRIVATE KEY-----" in pem
    if encrypted and passphrase is None:
        raise _wrong_passphrase("missing")
    try:
        key = serialization.load_pem_private_key(
            pem, passphrase.encode() if encrypted and passphrase is not None else None
        )
    except ValueError as error:
        if encrypted:
            raise _wrong_passphrase("wrong") from error
        raise
    if not isinstance(key, ec.EllipticCurvePrivateKey) or not is_p256(key.public_key()):
        raise ValueError("not a P-256 key")
    return key


def _load_identities(data: bytes, passphrase: str | None) -> tuple[Identity, ...]:
    if data.startswith(_AGE_HEADER):
        if passphrase is None:
            raise _wrong_passphrase("missing")
        try:
            data = pyrage.passphrase.decrypt(data, passphrase)
        except pyrage.DecryptError as error:
            raise _wrong_passphrase("wrong") from error
    return read_identities(data)


def _wrong_passphrase(detail: str) -> StoreError:
    return StoreError(
        "C03",
        "省中心密钥的口令没有给出或不对。",
        "请在环境变量 ZJRC_CENTRE_PASSPHRASE 里写正确的口令。",
        detail=detail,
    )


def _damaged(detail: str) -> StoreError:
    return StoreError(
        "C04",
        "省中心的密钥文件缺失或已损坏。",
        "请不要改动任何文件，用备份恢复数据文件夹。",
        detail=detail,
    )
