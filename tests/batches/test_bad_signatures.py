"""S01 to S11: each signature that may not be believed is refused by its own code."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7

from tests.batches.forge import Forge
from tests.batches.samples import NOW, World
from tests.batches.taking import refused
from zjrc_desk.batches import certificates as c


def _signed_by_rsa(forge: Forge) -> bytes:
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "x")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(5)
        .not_valid_before(NOW)
        .not_valid_after(NOW + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    return _cms(forge, [(certificate, key, hashes.SHA256())])


def _cms(forge: Forge, signers: list[tuple[Any, Any, Any]]) -> bytes:
    builder = pkcs7.PKCS7SignatureBuilder().set_data(forge.manifest_bytes)
    for certificate, key, digest in signers:
        builder = builder.add_signer(certificate, key, digest)
    options = [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary]
    return forge.join(forge.manifest_bytes, builder.sign(Encoding.DER, options), forge.payload)


def _self(forge: Forge, digest: Any = None) -> tuple[Any, Any, Any]:
    point = forge.world.point
    return point.certificate, point.key, digest or hashes.SHA256()


def _as(signer: c.Signer) -> dict[str, object]:
    return {"signer": c.certificate_digest(signer.certificate)}


def _late(world: World, days: int) -> c.Signer:
    return world.enrol("ZJ-HZ-0001", NOW + timedelta(days=days))


def test_s01_no_cms(world: World, forge: Forge, tmp_path: Path) -> None:
    data = forge.join(forge.manifest_bytes, b"\x30\x03\x02\x01\x05", forge.payload)
    assert refused(world, data, tmp_path) == "S01"


def test_s02_o07_a_key_of_another_provinces_ca(world: World, tmp_path: Path) -> None:
    other = World()
    data = other.seal(tmp_path, recipients=[world.identity.recipient]).path.read_bytes()
    assert refused(world, data, tmp_path) == "S02"


@pytest.mark.parametrize(("days", "code"), [(-800, "S03"), (5, "S04")])
def test_s03_s04_a_certificate_that_was_not_valid_when_sealed(
    world: World, tmp_path: Path, days: int, code: str
) -> None:
    sealed = world.seal(tmp_path, signer=_late(world, days))
    assert refused(world, sealed.path.read_bytes(), tmp_path) == code


def test_s05_a_revoked_certificate(world: World, forge: Forge, tmp_path: Path) -> None:
    trust = world.trust((world.point.certificate,))
    assert refused(world, forge.data, tmp_path, trust=trust) == "S05"


def test_s06_another_points_certificate(world: World, forge: Forge, tmp_path: Path) -> None:
    other = world.enrol("ZJ-NB-0001")
    assert refused(world, forge.edited(other, **_as(other)), tmp_path) == "S06"


def test_s07_a_certificate_of_the_ca_for_another_use(
    world: World, forge: Forge, tmp_path: Path
) -> None:
    data = forge.edited(world.centre, **_as(world.centre))
    assert refused(world, data, tmp_path) == "S07"


def test_s08_rsa_and_other_digests(world: World, forge: Forge, tmp_path: Path) -> None:
    assert refused(world, _signed_by_rsa(forge), tmp_path) == "S08"
    other = _cms(forge, [_self(forge, hashes.SHA384())])
    assert refused(world, other, tmp_path) == "S08"


def test_s09_two_signers(world: World, forge: Forge, tmp_path: Path) -> None:
    other = world.enrol("ZJ-HZ-0001")
    two = _cms(forge, [_self(forge), (other.certificate, other.key, hashes.SHA256())])
    assert refused(world, two, tmp_path) == "S09"


def test_s10_a_manifest_changed_after_signing(world: World, forge: Forge, tmp_path: Path) -> None:
    changed = forge.manifest_bytes.replace(b'"software"', b'"softwary"')
    assert changed != forge.manifest_bytes
    data = forge.join(changed, forge.p7s, forge.payload)
    assert refused(world, data, tmp_path) == "S10"


def test_s11_the_payload_of_one_point_in_the_envelope_of_another(
    world: World, forge: Forge, tmp_path: Path
) -> None:
    other = world.enrol("ZJ-NB-0001")
    data = forge.edited(other, point="ZJ-NB-0001", **_as(other))
    assert refused(world, data, tmp_path) == "S11"
