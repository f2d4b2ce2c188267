"""Entering a registration: drafts that are never lost, checks, completing, finding."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session

from zjrc_desk.desk import find as search
from zjrc_desk.desk.find import Summary as Summary
from zjrc_desk.desk.session import Desk
from zjrc_desk.letters.texts import TEXT_VERSION as CONSENT_TEXT_VERSION
from zjrc_desk.registry import documents, regions
from zjrc_desk.registry import normalise as n
from zjrc_desk.registry.errors import EntryError, StateError
from zjrc_desk.registry.life import EDITABLE, State, advance
from zjrc_desk.registry.rules import Problem, Step, problems
from zjrc_desk.registry.tables import Executor, Kin, Revision, Staff, Volunteer, Witness
from zjrc_desk.registry.vocabulary import RESIDENT_ID
from zjrc_desk.store import registrations
from zjrc_desk.store.audit import append


class IncompleteError(EntryError):
    """A step can't be taken yet; ``problems`` says everything that stops it."""

    def __init__(self, found: Sequence[Problem]) -> None:
        stops = [problem for problem in found if not problem.warning]
        codes = ",".join(sorted({problem.code for problem in stops}))
        super().__init__(
            "F00",
            f"还有 {len(stops)} 处需要补填或更正。",
            "请按每一处旁边的提示修改。",
            detail=codes,
        )
        self.problems = list(found)


def new_draft() -> Revision:
    """An empty form; it becomes a registration with a serial when it is first saved."""
    return registrations.blank_revision()


def normalise(revision: Revision) -> None:
    """Bring numbers, phones, names and dates as typed into the form that is kept, in place."""
    volunteer = revision.volunteer
    volunteer.name = n.normalise_name(volunteer.name)
    volunteer.former_name = n.normalise_name(volunteer.former_name)
    volunteer.birth_date = n.normalise_date(volunteer.birth_date)
    if volunteer.document_expires != n.LONG_TERM:
        volunteer.document_expires = n.normalise_date(volunteer.document_expires)
    volunteer.mobile = n.normalise_phone(volunteer.mobile)
    volunteer.landline = n.normalise_phone(volunteer.landline)
    identified: list[Volunteer | Executor | Witness] = [volunteer, revision.executor]
    for person in identified + list(revision.witnesses):
        person.document_number = n.normalise_number(person.document_number)
    others: list[Executor | Kin | Witness] = [revision.executor]
    for other in others + list(revision.kin) + list(revision.witnesses):
        other.name = n.normalise_name(other.name)
        other.phone = n.normalise_phone(other.phone)
    revision.declared_at = n.normalise_date(revision.declared_at)


def save_draft(desk: Desk, revision: Revision) -> Revision:
    """Save what is typed so far, valid or not; returns the revision to go on with.

    A complete registration that is edited becomes a draft again.  Raises StateError L02 once it
    is witnessed: then a change is a new revision.
    """
    desk.require_entry()
    if revision.state not in EDITABLE:
        # The database would refuse it too; here the person gets the better sentence.
        raise StateError("L02", "这份登记已经见证，内容不能再改。", "请用“变更”另立一个新版本。")
    if revision.state == State.COMPLETE:
        revision.state = advance(revision.state, State.DRAFT)
    now = desk.now()
    revision.recorded_at = now.isoformat(timespec="seconds")
    revision.recorded_by = desk.staff.number
    with desk.store.write() as session:
        if not revision.record_id:
            revision.record_id = registrations.start(session, now).record_id
            append(session, desk.staff.number, "start", now, revision.record_id)
        _leave_open(desk, session, revision.record_id)
        return registrations.keep(session, revision)


def left_open(desk: Desk) -> str:
    """The registration whose form this person had open last, empty where it was left for another
    page: after a power cut the same page opens again."""
    with desk.store.read() as session:
        return session.get_one(Staff, desk.staff.number).open_record


def close_form(desk: Desk) -> None:
    """The form was left for another page; nothing has to open again."""
    if left_open(desk):
        with desk.store.write() as session:
            _leave_open(desk, session, "")


def _leave_open(desk: Desk, session: Session, record_id: str) -> None:
    session.get_one(Staff, desk.staff.number).open_record = record_id


def check(desk: Desk, revision: Revision, step: Step) -> list[Problem]:
    """Every problem that stops ``step``, the same person being registered already included."""
    found = problems(revision, step, desk.today())
    number = revision.volunteer.document_number
    if number:
        with desk.store.read() as session:
            others = registrations.by_person(session, revision.volunteer.document_type, number)
            if any(other.record_id != revision.record_id for other in others):
                found.append(same_person())
    return found


def same_person() -> Problem:
    """F03: the person is registered at this point already."""
    return Problem(
        "F03",
        "volunteer.document_number",
        "这位志愿者在本登记点已经登记过。",
        "请打开已有的登记，在那里办理变更或撤销。",
    )


def registered_as(desk: Desk, revision: Revision) -> str | None:
    """The record id of another registration of the same person at this point, while typing."""
    number = n.normalise_number(revision.volunteer.document_number)
    with desk.store.read() as session:
        others = registrations.by_person(session, revision.volunteer.document_type, number)
        ids = [other.record_id for other in others if other.record_id != revision.record_id]
    return ids[0] if number and ids else None


def complete(desk: Desk, revision: Revision) -> Revision:
    """All is entered: draft -> complete.  Raises IncompleteError with every problem."""
    normalise(revision)
    if not revision.declared_at:
        revision.declared_at = desk.today().isoformat()
    saved = save_draft(desk, revision)
    _stop(check(desk, saved, Step.COMPLETE))
    return _move(desk, saved.record_id, State.COMPLETE, "complete")


def witness(desk: Desk, revision: Revision) -> Revision:
    """The witnesses' statement is recorded: complete -> witnessed, and the content is frozen.

    Raises IncompleteError with every problem of the statement and of all before it.
    """
    if revision.state == State.DRAFT:
        revision = complete(desk, revision)
    _stop(check(desk, revision, Step.WITNESS))
    return _move(desk, revision.record_id, State.WITNESSED, "witness")


def _stop(found: list[Problem]) -> None:
    if any(not problem.warning for problem in found):
        raise IncompleteError(found)


def _move(desk: Desk, record_id: str, to: State, action: str) -> Revision:
    desk.require_entry()
    with desk.store.write() as session:
        revision = registrations.revision_of(session, record_id)
        revision.state = advance(revision.state, to)
        revision.frozen = revision.state not in EDITABLE
        append(session, desk.staff.number, action, desk.now(), record_id)
        return revision


def open_registration(desk: Desk, record_id: str) -> Revision:
    """The newest revision of a registration, to look at or go on with; an audited act."""
    with desk.store.write() as session:
        revision = registrations.revision_of(session, record_id)
        append(session, desk.staff.number, "read", desk.now(), record_id)
        return revision


def find(
    desk: Desk, words: str = "", states: Sequence[str] = (), limit: int = 200
) -> Sequence[Summary]:
    """The newest registrations by name, pinyin, initials, number, phone, serial or room."""
    return search.find(desk, search.Query(words, tuple(states)), most=limit).lines


def revisions(desk: Desk, record_id: str) -> Sequence[Revision]:
    """All revisions of a registration, oldest first."""
    with desk.store.read() as session:
        return registrations.revisions_of(session, record_id)


def give_consent(desk: Desk, revision: Revision, given: bool) -> None:
    """Record (or take back) the separate consent of 个人信息保护法 29, with the text's version.

    The moment it was first ticked stays.
    """
    if not given:
        revision.consent.given_at = revision.consent.text_version = ""
    elif not revision.consent.given_at:
        revision.consent.given_at = desk.now().isoformat(timespec="seconds")
        revision.consent.text_version = CONSENT_TEXT_VERSION


def fill_from_number(revision: Revision) -> list[str]:
    """Fill sex, birth date and household region from a document number where they are empty.

    Returns the paths that were filled.  GB 11643: digits 7 to 14 and 17; the first six are the
    division (GB/T 2260) that gave out the number, filled only where it still exists.
    """
    volunteer = revision.volunteer
    number = n.normalise_number(volunteer.document_number)
    filled = []
    born = documents.birth_date(volunteer.document_type, number)
    if born and not volunteer.birth_date:
        volunteer.birth_date = born.isoformat()
        filled.append("volunteer.birth_date")
    sex = documents.sex(volunteer.document_type, number)
    if sex and not volunteer.sex:
        volunteer.sex = sex
        filled.append("volunteer.sex")
    region = regions.region_of(number) if born and volunteer.document_type == RESIDENT_ID else ""
    if region and not volunteer.household_region:
        volunteer.household_region = region
        filled.append("volunteer.household_region")
    return filled
