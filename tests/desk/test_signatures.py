"""Signatures drawn on the screen: whose they are, and that they belong to one revision."""

from __future__ import annotations

import io
import json

import pytest

from tests import pictures
from tests.desk.conftest import Office
from zjrc_desk.centre.tables import ReceivedRecord
from zjrc_desk.desk import change, register
from zjrc_desk.desk.attach import Attached, attach, attachments_of, detach
from zjrc_desk.registry.attachments import signers
from zjrc_desk.registry.errors import StateError
from zjrc_desk.registry.tables import Revision


def sign(office: Office, kept: Revision, signer: str, shade: int = 0) -> Attached:
    png = pictures.picture("PNG", shade=shade)
    return attach(office.desk, kept.record_id, "signature", io.BytesIO(png), signer=signer)


def signed_by(office: Office, kept: Revision) -> list[str]:
    return [one.signer for one in attachments_of(office.desk, kept.record_id)]


def test_each_signature_says_whose_it_is_here_and_at_the_centre(office: Office) -> None:
    kept = office.witnessed()
    assert list(signers(kept).values()) == ["志愿者 余淑福", "见证人 孙静福", "见证人 周庆"]
    for number, signer in enumerate(signers(kept)):
        sign(office, kept, signer, 40 * number)
    assert signed_by(office, kept) == ["volunteer", "witnesses.0", "witnesses.1"]
    office.sign(kept.record_id)
    assert office.answer(office.seal()).receipt.verdict == "accepted"
    with office.centre.register.read() as session:
        body = session.get_one(ReceivedRecord, (kept.record_id, 1)).body
    listed = json.loads(body) if isinstance(body, str | bytes) else body
    there = {one.get("signer") for one in listed["attachments"] if one["role"] == "signature"}
    assert there == {"volunteer", "witnesses.0", "witnesses.1"}


def test_who_signed_signs_again_only_after_the_first_one_was_taken_away(office: Office) -> None:
    kept = office.witnessed()
    first = sign(office, kept, "witnesses.0")
    with pytest.raises(StateError, match="L14"):
        sign(office, kept, "witnesses.0", 90)
    detach(office.desk, kept.record_id, first.sha256)
    sign(office, kept, "witnesses.0", 90)
    assert signed_by(office, kept) == ["witnesses.0"]


@pytest.mark.parametrize("act", [change.change, change.correct])
def test_a_signature_stays_with_its_revision_and_the_next_one_needs_another(
    office: Office, act: object
) -> None:
    kept = office.witnessed()
    sign(office, kept, "witnesses.0")
    new = act(office.desk, kept.record_id, "原因")  # type: ignore[operator]
    assert signed_by(office, new) == []
    with pytest.raises(StateError, match="L51"):
        sign(office, new, "witnesses.0", 90)
    old = register.revisions(office.desk, kept.record_id)[0]
    assert [link.signer for link in old.attachments] == ["witnesses.0"]
