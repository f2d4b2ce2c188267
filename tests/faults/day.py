"""A day at a point that does not end by itself: every act is told once it is acknowledged."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from tests.conftest import ADMIN, PASSWORD, TestClock
from tests.people import citizen_number, revision, volunteer
from zjrc_desk.centre.centre import approve, create, open_centre
from zjrc_desk.desk import enrol, register
from zjrc_desk.desk.back_up import back_up
from zjrc_desk.desk.print_letter import print_letters, record_signed
from zjrc_desk.desk.seal_batch import seal_batch
from zjrc_desk.desk.session import Desk, sign_in
from zjrc_desk.registry.tables import Revision

#: Registrations between one batch and the next.
PER_BATCH = 3


@dataclass(frozen=True)
class Told:
    """An act that was acknowledged: ``key`` is what it was done to, ``value`` what came of it."""

    act: str
    key: str
    value: str = ""


def signed_in(folder: Path) -> Desk:
    """The administrator at the store; the clock stands still, so that any hour will do."""
    return sign_in(folder, ADMIN, PASSWORD, TestClock())


def enrolled_store(new_store: Path, folder: Path) -> None:
    """A copy of a new store in ``folder``, enrolled at a centre beside it."""
    shutil.copytree(new_store, folder)
    clock = TestClock()
    create(folder.parent / "centre", clock=clock)
    centre = open_centre(folder.parent / "centre", clock=clock)
    desk = signed_in(folder)
    enrol.enrol(desk, approve(centre, enrol.request(desk)[0])[2])
    desk.close()
    centre.close()


def person(number: int) -> Revision:
    """A registration in which all is right, of another person for each number (to 324,000)."""
    born = f"19{40 + number // 900 % 30:02}{1 + number // 27_000 % 12:02}05"
    name = f"余{chr(0x4E00 + number % 20_000)}福"
    identity = citizen_number(born, 100 + number % 900)
    sex = "1" if (100 + number % 900) % 2 else "2"
    return revision(
        declared_at="2026-11-24",
        volunteer=volunteer(
            name=name,
            document_number=identity,
            birth_date=f"{born[:4]}-{born[4:6]}-{born[6:]}",
            sex=sex,
        ),
        statement=_statement(),
    )


def _statement() -> object:
    # The clock stands at 9:30.
    statement = revision(declared_at="2026-11-24").statement
    statement.started_at, statement.ended_at = "2026-11-24 09:00", "2026-11-24 09:20"
    return statement


def one_batch(folder: Path, stick: Path) -> None:
    """A few registrations, sealed; then the store is closed."""
    desk = signed_in(folder)
    for number in range(PER_BATCH):
        kept = register.witness(desk, register.save_draft(desk, person(number)))
        list(print_letters(desk, [kept.registration.serial]))
        record_signed(desk, [kept.registration.serial])
    seal_batch(desk, stick)
    desk.close()


def work(folder: Path, stick: Path, first: int, tell: Callable[[Told], object]) -> None:
    """Register people from number ``first`` on and seal them, until somebody stops it."""
    desk = signed_in(folder)
    stick.mkdir(exist_ok=True)
    tell(Told("sign in", ADMIN))
    for number in count(first):
        draft = register.save_draft(desk, person(number))
        tell(Told("draft", draft.record_id, draft.volunteer.name))
        kept = register.witness(desk, draft)
        serial = kept.registration.serial
        tell(Told("witness", kept.record_id, serial))
        (letter,) = print_letters(desk, [serial])
        tell(Told("print", kept.record_id, letter.sha256))
        record_signed(desk, [serial])
        tell(Told("sign", kept.record_id))
        if number % PER_BATCH == PER_BATCH - 1:
            handed = seal_batch(desk, stick)
            tell(Told("seal", handed.batch.batch_id, handed.path.name))
            made = back_up(desk, stick)
            tell(Told("back up", made.file_name))
