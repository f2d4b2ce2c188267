"""What is left to do until a new point is whole; told from what is recorded, not from a list.

Six steps in all: point, first administrator and recovery code make the store
(:func:`zjrc_desk.desk.session.set_up`); the other three can be done later, in any order.
"""

from __future__ import annotations

from collections.abc import Mapping

from zjrc_desk.desk import identity
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.tables import Point
from zjrc_desk.store import trail
from zjrc_desk.store.trail import TrailFilter

STEPS = 6
FOLDER, REQUEST, ENROLMENT = "backup-folder", "request-enrolment", "enrol"
#: Which of the six, and what it is called.
NUMBERS: Mapping[str, int] = {FOLDER: 4, REQUEST: 5, ENROLMENT: 6}
NAMES: Mapping[str, str] = {FOLDER: "备份文件夹", REQUEST: "备案申请", ENROLMENT: "备案文件"}


def unfinished(desk: Desk) -> list[str]:
    """The steps that are left, in order; none for who may not do them, or in practice."""
    if desk.practising or not desk.administers:
        return []
    left = []
    with desk.store.read() as session:
        if not session.get_one(Point, desk.point.code).backup_folder:
            left.append(FOLDER)
        if identity.current(session).ca_certificate is None:
            if not trail.count(session, TrailFilter(actions=(REQUEST,))):
                left.append(REQUEST)
            left.append(ENROLMENT)
    return left
