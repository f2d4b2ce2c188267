"""Entries of the diary as they are typed, and a volunteer to visit."""

from __future__ import annotations

from tests.people import citizen_number, revision
from zjrc_desk.desk import register
from zjrc_desk.desk.print_letter import print_letters, record_signed
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.diary_tables import Event, TeamMember, Visit

WITNESS = ("孙静福", citizen_number("19720109", 921, "330502"))


def event(**changes: str) -> Event:
    values = {
        "day": "20261103",
        "category": "publicity",
        "place": "一楼大厅",
        "reached": "36 人",
        "topics": "捐献的流程",
        "people": "样例二，样例三",
    }
    return Event(**(values | changes))


def visit(serial: str, **changes: str) -> Visit:
    values = {"day": "2026-11-20", "people": "样例二", "given": "米、油各一份"}
    return Visit(serial=serial, **(values | changes))


def member(**changes: str) -> TeamMember:
    name, number = WITNESS
    values = {"name": name, "document_number": number, "phone": "13805710009", "day": "2022-01-18"}
    return TeamMember(**(values | changes))


def registered(desk: Desk) -> str:
    """A volunteer whose paper is signed; the serial."""
    serial = register.witness(desk, revision()).registration.serial
    list(print_letters(desk, [serial]))
    record_signed(desk, [serial])
    return serial
