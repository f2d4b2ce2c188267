"""A centre that is set up and open: its keys, its register, its folder; approving points."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from sqlalchemy import select

from zjrc_desk.batches.certificates import (
    Trust,
    certificate_digest,
    certificate_pem,
    issue_point,
    revocation_list,
)
from zjrc_desk.batches.enrolment import Enrolment, write_enrolment
from zjrc_desk.batches.request import read_request
from zjrc_desk.centre import authority as keys
from zjrc_desk.centre.files import plain_errors
from zjrc_desk.centre.register import Register
from zjrc_desk.centre.tables import EnrolledPoint, IssuedCertificate, Setting
from zjrc_desk.registry.errors import EnrolmentError, StoreError
from zjrc_desk.registry.serial import PRACTICE_CODE

DEFAULT_NAME = "浙江省人体器官捐献管理中心"


def local_now() -> datetime:
    """The computer's time with its offset from UTC."""
    return datetime.now().astimezone()


@dataclass
class Centre:
    """Everything an act of the centre needs; ``close`` it."""

    folder: Path
    authority: keys.Authority
    register: Register
    name: str
    phone: str
    person_key: bytes
    clock: Callable[[], datetime] = local_now

    def close(self) -> None:
        """Close the register."""
        self.register.close()

    def trust(self) -> Trust:
        """Whom the centre believes: what its CA signed and did not revoke."""
        return Trust((self.authority.ca.certificate,), crl(self))


def create(
    folder: Path,
    name: str = DEFAULT_NAME,
    phone: str = "",
    passphrase: str | None = None,
    clock: Callable[[], datetime] = local_now,
) -> None:
    """Set up a new centre; StoreError C01 where there is one already, D06, D07."""
    if keys.exists(folder):
        raise StoreError("C01", "这个文件夹里已经有省中心的数据。", "请直接使用，或另选文件夹。")
    settings = {"name": name, "phone": phone, "person_key": secrets.token_hex(32)}
    with plain_errors():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        # The register first: the CA's certificate is what says that the set-up was finished.
        Register.create(folder, settings).close()
        keys.create(folder, name, clock(), passphrase)


def open_centre(
    folder: Path, passphrase: str | None = None, clock: Callable[[], datetime] = local_now
) -> Centre:
    """Open a centre; StoreError C02-C04, D03, D04.  A certificate that ends soon is renewed."""
    authority = keys.load(folder, passphrase)
    register = Register.open(folder)
    with register.read() as session:
        settings = {row.name: row.value for row in session.scalars(select(Setting))}
    now = clock()
    if keys.is_due(authority, now):
        with plain_errors():
            authority = keys.renew_signing(folder, authority, settings["name"], now, passphrase)
    return Centre(
        folder,
        authority,
        register,
        settings["name"],
        settings["phone"],
        bytes.fromhex(settings["person_key"]),
        clock,
    )


def approve(centre: Centre, request_pem: bytes, upload_url: str = "") -> tuple[str, str, bytes]:
    """Answer a point's request; returns its code, the request's fingerprint and the enrolment.

    The fingerprint is compared over the phone before the enrolment is handed out.  EnrolmentError
    E04 for a request that is cut or changed, W16 for one of a practice point.
    """
    request = read_request(request_pem)
    if request.point_code == PRACTICE_CODE:
        raise EnrolmentError(
            "W16", "这是练习登记点的申请，不能备案。", "请登记点用真的登记库重新导出申请。"
        )
    now = centre.clock()
    certificate = issue_point(centre.authority.ca, request, now)
    enrolment = Enrolment(
        point={
            "code": request.point_code,
            "name": request.point_name,
            "centre_name": centre.name,
            "centre_phone": centre.phone,
        },
        certificate=certificate,
        ca_certificate=centre.authority.ca.certificate,
        recipients=centre.authority.recipients,
        upload_url=upload_url,
        centre_certificates=(centre.authority.signing.certificate,),
    )
    with centre.register.write() as session:
        stamp = now.isoformat(timespec="seconds")
        point = session.get(EnrolledPoint, request.point_code)
        if point is None:
            point = EnrolledPoint(
                code=request.point_code, name=request.point_name, enrolled_at=stamp
            )
            session.add(point)
            session.flush()
        session.add(
            IssuedCertificate(
                serial=f"{certificate.serial_number:x}",
                point=point.code,
                fingerprint=certificate_digest(certificate),
                pem=certificate_pem(certificate).decode(),
                issued_at=stamp,
                not_after=certificate.not_valid_after_utc.isoformat(),
            )
        )
    return request.point_code, request.fingerprint, write_enrolment(enrolment, centre.authority.ca)


def revoke(centre: Centre, point: str) -> int:
    """Revoke all certificates of a point; returns how many.  EnrolmentError E06 if it has none."""
    now = centre.clock().isoformat(timespec="seconds")
    with centre.register.write() as session:
        query = select(IssuedCertificate).where(
            IssuedCertificate.point == point, IssuedCertificate.revoked_at.is_(None)
        )
        rows = session.scalars(query).all()
        if not rows:
            raise EnrolmentError(
                "E06", "这个登记点没有有效的证书。", "请核对登记点编号。", detail=point
            )
        for row in rows:
            row.revoked_at = now
    return len(rows)


def crl(centre: Centre) -> bytes:
    """The revocation list, PEM, as of now; ``openssl verify -crl_check`` reads it."""
    with centre.register.read() as session:
        query = select(IssuedCertificate).where(IssuedCertificate.revoked_at.is_not(None))
        revoked = {
            int(row.serial, 16): datetime.fromisoformat(row.revoked_at).astimezone(UTC)
            for row in session.scalars(query)
            if row.revoked_at
        }
    return revocation_list(centre.authority.ca, revoked, centre.clock())


def certificates(centre: Centre) -> list[x509.Certificate]:
    """Every point's certificate the centre has issued."""
    with centre.register.read() as session:
        query = select(IssuedCertificate.pem).order_by(IssuedCertificate.issued_at)
        return [x509.load_pem_x509_certificate(pem.encode()) for pem in session.scalars(query)]
