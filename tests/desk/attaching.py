"""Attaching made-up files to made-up registrations."""

from __future__ import annotations

import io

from sqlalchemy import text

from tests.people import revision
from zjrc_desk.desk import register
from zjrc_desk.desk.attach import Attached, attach
from zjrc_desk.desk.print_letter import print_letters, record_signed
from zjrc_desk.desk.session import Desk

MIB = 1 << 20


def add(desk: Desk, record_id: str, role: str, content: bytes) -> Attached:
    return attach(desk, record_id, role, io.BytesIO(content))


def in_state(desk: Desk, state: str) -> str:
    """A registration in that state, by its first letter; its record id."""
    one = register.save_draft(desk, revision())
    if state != "d":
        one = register.complete(desk, one)
    if state in "wps":
        one = register.witness(desk, one)
    if state in "ps":
        list(print_letters(desk, [one.registration.serial]))
    if state == "s":
        record_signed(desk, [one.registration.serial])
    return one.record_id


def serial_of(desk: Desk, record_id: str) -> str:
    return register.open_registration(desk, record_id).registration.serial


def stored_bytes(desk: Desk) -> int:
    """Of all attachments, each content once."""
    with desk.store.read() as session:
        query = text("SELECT coalesce(sum(length(data)), 0) FROM attachmentchunk")
        return int(session.execute(query).scalar_one())
