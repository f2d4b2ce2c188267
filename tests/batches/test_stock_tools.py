"""A batch can be checked and read without this program, by the tools every system has."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.batches.samples import NOW, PDF, World
from zjrc_desk.batches import certificates as c
from zjrc_desk.batches.recipients import identity_file
from zjrc_desk.batches.seal import SealedBatch


def run(*command: str, cwd: Path) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command[0]}: {done.stderr}"
    return done.stdout + done.stderr


@pytest.fixture
def opened(world: World, sealed: SealedBatch, tmp_path: Path) -> Path:
    """The three members, the CA's certificate and the centre's key, as files."""
    with zipfile.ZipFile(sealed.path) as archive:
        assert archive.testzip() is None
        archive.extractall(tmp_path)
    (tmp_path / "centre-ca.pem").write_bytes(c.certificate_pem(world.ca.certificate))
    (tmp_path / "centre.key").write_bytes(identity_file(world.identity, NOW.isoformat()))
    return tmp_path


def test_openssl_verifies_the_signature(opened: Path) -> None:
    said = run(
        *"openssl cms -verify -binary -inform DER -in manifest.p7s -content manifest.json".split(),
        *"-CAfile centre-ca.pem -purpose any -out /dev/null".split(),
        cwd=opened,
    )
    assert "successful" in said


def test_openssl_refuses_a_manifest_with_one_byte_changed(opened: Path) -> None:
    text = (opened / "manifest.json").read_bytes()
    (opened / "manifest.json").write_bytes(text.replace(b"1", b"2", 1))
    done = subprocess.run(
        "openssl cms -verify -binary -inform DER -in manifest.p7s -content manifest.json "
        "-CAfile centre-ca.pem -purpose any -out /dev/null".split(),
        cwd=opened,
        capture_output=True,
        check=False,
    )
    assert done.returncode != 0


def test_sha256sum_gives_the_manifests_digest(opened: Path) -> None:
    manifest = json.loads((opened / "manifest.json").read_text())
    digest = run("sha256sum", "payload.age", cwd=opened).split()[0]
    assert digest == manifest["payload"]["sha256"]
    assert (opened / "payload.age").stat().st_size == manifest["payload"]["size"]


def test_age_zstd_tar_and_bagit_open_and_validate_the_bag(
    sealed: SealedBatch, opened: Path
) -> None:
    run("age", "-d", "-i", "centre.key", "-o", "bag.tar.zst", "payload.age", cwd=opened)
    run("zstd", "-q", "-d", "bag.tar.zst", cwd=opened)
    run("tar", "xf", "bag.tar", cwd=opened)
    bag = opened / sealed.path.stem
    run(sys.executable, "-m", "bagit", "--validate", str(bag), cwd=opened)
    lines = (bag / "data/records.ndjson").read_text("utf-8").splitlines()
    assert [json.loads(line)["kind"] for line in lines] == ["intention", "withdrawal"]
    digest = hashlib.sha256(PDF).hexdigest()
    assert (bag / f"data/attachments/{digest}.pdf").read_bytes() == PDF
    with tarfile.open(opened / "bag.tar") as tar:
        assert all(member.isfile() for member in tar)


def test_openssl_reads_the_revocation_list(world: World, opened: Path) -> None:
    (opened / "point.pem").write_bytes(c.certificate_pem(world.point.certificate))
    crl = c.revocation_list(world.ca, {world.point.certificate.serial_number: NOW}, NOW)
    (opened / "crl.pem").write_bytes(crl)
    said = run("openssl", "crl", "-in", "crl.pem", "-noout", "-text", cwd=opened)
    assert f"{world.point.certificate.serial_number:X}" in said.replace(":", "")
