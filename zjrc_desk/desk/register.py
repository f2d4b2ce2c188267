"""Entering a registration: drafts that are never lost, checks, completing, finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zjrc_desk.desk.session import Desk
from zjrc_desk.letters.texts import TEXT_VERSION as CONSENT_TEXT_VERSION
from zjrc_desk.registry import documents
from zjrc_desk.registry import normalise as n
from zjrc_desk.registry.compare import differences
from zjrc_desk.registry.errors import EntryError, StateError
from zjrc_desk.registry.life import EDITABLE, State, advance
from zjrc_desk.registry.rules import Problem, Step, problems
from zjrc_desk.registry.tables import Executor, Kin, Revision, Volunteer, Witness
from zjrc_desk.store import registrations
from zjrc_desk.store.audit import append
from zjrc_desk.store.registrations import Summary as Summary


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
        return registrations.keep(session, revision)


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


@dataclass(frozen=True)
class Known:
    """Another registration that is of the same person: certainly (``same_document``), or perhaps,
    by name and birth date."""

    record_id: str
    serial: str
    same_document: bool


def registered_as(desk: Desk, revision: Revision) -> Known | None:
    """Another registration of the same person at this point, while typing.

    By document, else by name and birth date: somebody may come with a passport this time.
    """
    volunteer = revision.volunteer
    number = n.normalise_number(volunteer.document_number)
    name, born = n.normalise_name(volunteer.name), n.normalise_date(volunteer.birth_date)
    with desk.store.read() as session:
        if number:
            for other in registrations.by_person(session, volunteer.document_type, number):
                if other.record_id != revision.record_id:
                    return Known(other.record_id, other.serial, same_document=True)
        if name and born:
            for other in registrations.by_name(session, name, born):
                if other.record_id != revision.record_id:
                    return Known(other.record_id, other.serial, same_document=False)
    return None


def set_aside(desk: Desk, draft: Revision, known: Known) -> bool:
    """The person's other registration is opened instead of going on with ``draft``.

    A new draft that says nothing which is not said there is discarded; any other is kept, marked
    as a duplicate.  Returns whether it was kept.
    """
    desk.require_entry()
    if draft.state not in EDITABLE or draft.number > 1:
        return True
    now = desk.now()
    with desk.store.read() as session:
        more = _says_more(draft, registrations.revision_of(session, known.record_id))
    if more:
        draft = save_draft(desk, draft)
    with desk.store.write() as session:
        if more:
            registrations.mark_duplicate(session, draft.record_id, known.record_id)
            append(session, desk.staff.number, "mark-duplicate", now, draft.record_id)
        elif draft.record_id:
            registrations.discard(session, draft.record_id)
            append(session, desk.staff.number, "discard", now, draft.record_id)
    return more


def _says_more(draft: Revision, known: Revision) -> bool:
    blank = new_draft()
    said = {one.path: one.after for one in differences(blank, known)}
    typed = differences(blank, draft)
    return bool(draft.attachments or draft.staff_notes) or any(
        said.get(one.path) != one.after for one in typed
    )


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
) -> list[Summary]:
    """Registrations by name, part of a name, pinyin, initials, number, phone, serial or room."""
    with desk.store.read() as session:
        return registrations.summaries(session, words, states, limit)


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
    """Fill sex and birth date from a valid document number where they are empty.

    Returns the paths that were filled.  GB 11643: digits 7 to 14 and 17.
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
    return filled
