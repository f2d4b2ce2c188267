"""Entering a registration: drafts that are never lost, checks, completing, finding."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from zjrc_desk.desk import find as search
from zjrc_desk.desk.find import Summary as Summary
from zjrc_desk.desk.session import Desk
from zjrc_desk.letters.texts import TEXT_VERSION as CONSENT_TEXT_VERSION
from zjrc_desk.registry import documents, regions
from zjrc_desk.registry import normalise as n
from zjrc_desk.registry.batch_tables import Certificate
from zjrc_desk.registry.compare import differences
from zjrc_desk.registry.errors import EntryError, StateError, ZjrcError
from zjrc_desk.registry.life import EDITABLE, State, advance
from zjrc_desk.registry.rules import Circumstances, Force, Problem, Step, problems
from zjrc_desk.registry.tables import (
    Executor,
    Kin,
    Override,
    Revision,
    Staff,
    Volunteer,
    Witness,
    WitnessStatement,
)
from zjrc_desk.registry.vocabulary import RESIDENT_ID
from zjrc_desk.store import attachments, papers, registrations
from zjrc_desk.store.audit import append, append_once


class IncompleteError(EntryError):
    """A step can't be taken yet; ``problems`` is everything found, ``open`` what stops it."""

    def __init__(self, found: Sequence[Problem], still_open: Sequence[Problem]) -> None:
        stops = [problem for problem in still_open if not problem.warning]
        codes = ",".join(sorted({problem.code for problem in still_open}))
        if stops:
            message, remedy = f"还有 {len(stops)} 处需要补填或更正。", "请按每一处旁边的提示修改。"
        else:
            message = f"还有 {len(still_open)} 处提示没有写明理由。"
            remedy = "请在每一处后面写明为什么可以继续。"
        super().__init__("F00", message, remedy, detail=codes)
        self.problems = list(found)
        self.open = list(still_open)


def new_draft() -> Revision:
    """An empty form; it becomes a registration with a serial when it is first saved."""
    return registrations.blank_revision()


def normalise(revision: Revision, today: date) -> None:
    """Bring numbers, phones, names, dates and times as typed into the form that is kept, in place.

    A time of day alone is one of the day of the declaration, ``today`` until that is known.
    """
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
    said = revision.statement
    day = n.parse_date(revision.declared_at) or today
    said.started_at = n.normalise_moment(said.started_at, day)
    said.ended_at = n.normalise_moment(said.ended_at, day)


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
    number, begun = revision.id, revision.record_id
    try:
        with desk.store.write() as session:
            if not begun:
                revision.record_id = registrations.start(session, now).record_id
                append(session, desk.staff.number, "start", now, revision.record_id)
            append_once(session, desk.staff.number, "save", now, revision.record_id, "start")
            leave_open(desk, session, revision.record_id)
            return registrations.keep_typed(session, revision)
    except ZjrcError:
        # What was begun is undone with the rest; the next try begins anew.
        revision.id, revision.record_id = number, begun
        raise


def left_open(desk: Desk) -> str:
    """The registration, or entry of the diary, this person had in a form last; empty where it was
    left for another page: after a power cut the same page opens again."""
    with desk.store.read() as session:
        return session.get_one(Staff, desk.staff.number).open_record


def close_form(desk: Desk) -> None:
    """The form was left for another page; nothing has to open again."""
    if left_open(desk):
        with desk.store.write() as session:
            leave_open(desk, session, "")


def leave_open(desk: Desk, session: Session, record_id: str) -> None:
    """The person has this registration, or entry of the diary, in a form; empty for none."""
    session.get_one(Staff, desk.staff.number).open_record = record_id


def check(desk: Desk, revision: Revision, step: Step) -> list[Problem]:
    """Every problem that bears on ``step``, whether it stops it or only warns."""
    with desk.store.read() as session:
        return problems(revision, step, circumstances(desk, session, revision))


def circumstances(desk: Desk, session: Session, revision: Revision) -> Circumstances:
    """What the rules may know besides the revision: the time, whose house this is, namesakes."""
    return Circumstances(
        now=desk.now(),
        organisations=(desk.point.name, desk.point.host),
        registered=_registered(session, revision) is not None,
    )


def _registered(session: Session, revision: Revision) -> str | None:
    number = n.normalise_number(revision.volunteer.document_number)
    if not number:
        return None
    others = registrations.by_person(session, revision.volunteer.document_type, number)
    return next((o.record_id for o in others if o.record_id != revision.record_id), None)


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

    A new draft that says nothing which is not said there, and of which nothing was printed, is
    discarded; any other is kept, marked as a duplicate.  Returns whether it was kept.
    """
    desk.require_entry()
    if draft.state not in EDITABLE or draft.number > 1:
        return True
    now = desk.now()
    with desk.store.read() as session:
        printed = bool(draft.record_id and papers.of_record(session, draft.record_id))
        more = printed or _says_more(
            desk, draft, registrations.revision_of(session, known.record_id)
        )
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


def _says_more(desk: Desk, draft: Revision, known: Revision) -> bool:
    said = {(one.path, one.after) for one in differences(new_draft(), known)}
    # What the form and the number themselves fill in was not typed.
    filled = new_draft()
    filled.volunteer.document_type = draft.volunteer.document_type
    filled.volunteer.document_number = draft.volunteer.document_number
    filled.statement.place = default_place(desk)
    paths = {*fill_from_number(filled), "statement.place"}
    said |= {(one.path, one.after) for one in differences(new_draft(), filled) if one.path in paths}
    typed = {(one.path, one.after) for one in differences(new_draft(), draft)}
    return bool(draft.attachments or draft.staff_notes or typed - said)


def complete(desk: Desk, revision: Revision) -> Revision:
    """All is entered: draft -> complete.  Raises IncompleteError with every problem."""
    return _complete(desk, revision, Step.COMPLETE)


def _complete(desk: Desk, revision: Revision, wanted: Step) -> Revision:
    """As :func:`complete`, on the way to the step that is wanted: what it wants is told as well."""
    desk.require_entry()
    normalise(revision, desk.today())
    if not revision.declared_at:
        revision.declared_at = desk.today().isoformat()
    saved = save_draft(desk, revision)
    if _still_open(saved, check(desk, saved, Step.COMPLETE)):
        found = check(desk, saved, wanted)
        raise IncompleteError(found, _still_open(saved, found))
    with desk.store.write() as session:
        kept = registrations.revision_of(session, saved.record_id)
        kept.state = advance(kept.state, State.COMPLETE)
        append(session, desk.staff.number, "complete", desk.now(), kept.record_id)
        return kept


def witness(desk: Desk, revision: Revision) -> Revision:
    """The witnesses' statement is recorded: complete -> witnessed, and the content is frozen.

    What was typed is saved and completed first.  Raises IncompleteError with every problem of the
    statement and of all before it, and while a warning that wants a reason has none.
    """
    revision = _complete(desk, revision, Step.WITNESS)
    found = check(desk, revision, Step.WITNESS)
    if still_open := _still_open(revision, found):
        raise IncompleteError(found, still_open)
    with desk.store.write() as session:
        kept = registrations.revision_of(session, revision.record_id)
        # A reason for a warning that is gone would say what is not so.
        asked = {problem.key for problem in found if problem.force is Force.REASON}
        kept.overrides = [row for row in kept.overrides if (row.code, row.path) in asked]
        session.flush()  # before the triggers close the revision
        kept.state, kept.frozen = advance(kept.state, State.WITNESSED), True
        append(session, desk.staff.number, "witness", desk.now(), kept.record_id)
        return kept


def _still_open(revision: Revision, found: Sequence[Problem]) -> list[Problem]:
    """Those of the problems that stop the step."""
    return [problem for problem in found if not problem.warning] + unanswered(revision, found)


def unanswered(revision: Revision, found: Iterable[Problem]) -> list[Problem]:
    """Those of the problems that want a reason and have none yet."""
    given = {(row.code, row.path) for row in revision.overrides if row.reason.strip()}
    return [p for p in found if p.force is Force.REASON and p.key not in given]


def give_reason(desk: Desk, revision: Revision, code: str, path: str, reason: str) -> None:
    """Why one may go on although the rule ``code`` warned about ``path``; empty takes it back.

    Who gave it and when is noted with each change of its text; saving the draft keeps it.
    """
    for row in revision.overrides:
        if (row.code, row.path) == (code, path):
            if row.reason == reason:
                return
            revision.overrides.remove(row)
            break
    if reason:
        now = desk.now().isoformat(timespec="seconds")
        by = desk.staff.number
        revision.overrides.append(
            Override(code=code, path=path, reason=reason, given_by=by, given_at=now)
        )


def default_place(desk: Desk) -> str:
    """Where witnesses state unless it is said otherwise: at the point."""
    return " ".join(part for part in (desk.point.name, desk.point.address) if part)


def fill_in_place(desk: Desk, revision: Revision) -> None:
    """Witnesses state at the point unless it is said otherwise, but where anything was recorded of
    their statement already, the place was left empty by somebody."""
    said, nothing = (
        one.model_dump(exclude={"revision_id"}) for one in (revision.statement, WitnessStatement())
    )
    if said == nothing:
        revision.statement.place = default_place(desk)


def moved_on(desk: Desk, revision: Revision) -> bool:
    """Whether a registration is not in the store as it was read: changed, sealed, signed, erased
    or deleted since."""
    with desk.store.read() as session:
        now = registrations.newest(session, revision.record_id)
    return now != (revision.id, revision.state)


def open_registration(desk: Desk, record_id: str) -> Revision:
    """The newest revision of a registration, to look at or go on with; an audited act."""
    with desk.store.write() as session:
        revision = registrations.revision_of(session, record_id)
        append(session, desk.staff.number, "read", desk.now(), record_id)
        return revision


def warm_up(desk: Desk) -> None:
    """Put together the statements by which a registration is opened, for which the first opening
    would wait; any thread may do it.

    One registration is read for it and shown to nobody: no entry in the audit trail.
    """
    with desk.store.read() as session:
        record_id = registrations.any_record(session)
        if record_id is None:
            return
        revision = registrations.revision_of(session, record_id)
        attachments.of_revision(session, revision.id)
        papers.of_record(session, record_id)
        session.get(Certificate, record_id)


def find(
    desk: Desk, words: str = "", states: Sequence[str] = (), limit: int = 200
) -> Sequence[Summary]:
    """The newest registrations by name, pinyin, initials, number, phone, serial or room."""
    return search.find(desk, search.Query(words, tuple(states)), most=limit).lines


def revisions(desk: Desk, record_id: str) -> Sequence[Revision]:
    """All revisions of a registration, oldest first; an audited act."""
    with desk.store.write() as session:
        append(session, desk.staff.number, "read-history", desk.now(), record_id)
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
    """Fill sex and birth date from a document number where they are empty (GB 11643: digits 7 to
    14 and 17).  Returns the paths that were filled.
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


def suggested_household_region(revision: Revision) -> str:
    """What the household region may be, for a person to confirm; empty where nothing is to be said.

    The first six digits (GB 11643, GB/T 2260) are the division that first gave out the number.  Who
    moved since keeps them, so this is never kept as a fact: not before somebody confirmed it.
    """
    volunteer = revision.volunteer
    number = n.normalise_number(volunteer.document_number)
    kind = volunteer.document_type
    if volunteer.household_region or kind != RESIDENT_ID or not documents.birth_date(kind, number):
        return ""
    return regions.region_of(number)
