"""``check``: whether the store is whole and what it holds agrees with itself.

Every question is asked for itself, so that a damaged page stops none but those it lies in.  What
is found wrong is a :class:`Finding`; which part can't be answered at all is one too (K08).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path

from cryptography import x509
from sqlmodel import Session

from zjrc_desk.batches.record import content_digest
from zjrc_desk.batches.token import read_token
from zjrc_desk.desk import identity, outbox
from zjrc_desk.desk.session import Clock, Desk, local_now, sign_in
from zjrc_desk.registry.errors import BatchError, StoreError
from zjrc_desk.registry.interchange import record_of
from zjrc_desk.registry.tables import Revision
from zjrc_desk.store import audit, contents, inspection, papers, registrations
from zjrc_desk.store.inspection import Finding as Finding
from zjrc_desk.store.store import Store

Progress = Callable[[int, int], None]
_STEP = 1000
#: The codes that mean: restore the newest backup.
DAMAGE = frozenset({"K01", "K08"})


@dataclass
class Report:
    """What was asked and found; ``entries``: the length of the audit chain, 0 if unreadable."""

    checked: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    entries: int = 0

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings

    @property
    def damaged(self) -> bool:
        """Whether the file itself is damaged, so that a backup has to be restored."""
        return any(finding.code in DAMAGE for finding in self.findings)

    def summary(self) -> str:
        """The outcome in one or two plain Chinese sentences."""
        if self.sound:
            return (
                f"检查完毕，没有发现问题：{'、'.join(self.checked)}（审计记录 {self.entries} 条）。"
            )
        todo = "请马上停止录入，用最近的备份恢复。" if self.damaged else "请联系管理员和省中心。"
        return f"检查完毕，发现 {len(self.findings)} 处问题。{todo}"

    def to_dict(self) -> dict[str, object]:
        """For ``check --json``."""
        return {"sound": self.sound, **asdict(self)}


def check(desk: Desk, progress: Progress | None = None) -> Report:
    """Check everything; an audited act.  Changes nothing, repairs nothing.

    ``progress`` may raise to stop it.
    """
    report = inspect(desk.store, progress)
    if not report.damaged:
        # Into a damaged file nothing more is written.
        with desk.store.write() as session:
            found = "sound" if report.sound else f"findings:{len(report.findings)}"
            audit.append(session, desk.staff.number, "check", desk.now(), found)
    return report


def check_folder(
    folder: Path,
    staff: str,
    password: str,
    clock: Clock = local_now,
    progress: Progress | None = None,
) -> Report:
    """As :func:`check`, also of a store too damaged to sign in to; errors as for ``sign_in``."""
    try:
        desk = sign_in(folder, staff, password, clock)
    except StoreError as error:
        if error.code != "D03":
            raise
        store = Store.open_damaged(folder, staff, password, clock())
        try:
            return inspect(store, progress)
        finally:
            store.close()
    try:
        return check(desk, progress)
    finally:
        desk.close()


def inspect(store: Store, progress: Progress | None = None) -> Report:
    """All questions to a store, with no act recorded."""
    report = Report()
    tell = progress or (lambda _done, _total: None)
    steps = _steps(store, report)
    for number, (name, ask) in enumerate(steps):
        done = partial(_part, tell, number, len(steps))
        done(0, 1)
        report.checked.append(name)
        report.findings += _answers(name, partial(ask, done))
    if report.damaged:
        report.findings += inspection.unreadable_tables(store)
    tell(1, 1)
    return report


def _part(tell: Progress, step: int, steps: int, done: int, total: int) -> None:
    tell(step * _STEP + _STEP * done // max(total, 1), steps * _STEP)


_Ask = Callable[[Progress], Iterator[Finding]]


def _steps(store: Store, report: Report) -> list[tuple[str, _Ask]]:
    def reading(ask: Callable[[Session], Iterator[Finding]]) -> _Ask:
        def asked(_progress: Progress) -> Iterator[Finding]:
            with store.read_anew() as session:
                yield from ask(session)

        return asked

    def attachments(progress: Progress) -> Iterator[Finding]:
        with store.read_anew() as session:
            yield from contents.attachments(session, progress)

    def batches(session: Session) -> Iterator[Finding]:
        sealed = contents.sealed(session)
        yield from contents.batch_chain(sealed)
        yield from _outbox_files(store.folder, registrations.point(session).generation, sealed)

    def chain(session: Session) -> Iterator[Finding]:
        yield from contents.chain(session)
        report.entries = audit.head(session).entries
        report.notes += _clock_notes(session)

    def structure(_progress: Progress) -> Iterator[Finding]:
        yield from inspection.structure(store)
        yield from inspection.guards(store)

    return [
        ("文件的每一页", lambda _progress: inspection.damaged_pages(store)),
        ("数据库结构", structure),
        ("钥匙文件", lambda _progress: _slots(store)),
        ("审计记录", reading(chain)),
        ("附件", attachments),
        ("意愿书", reading(_letters)),
        ("批次", reading(batches)),
        ("查询索引", reading(contents.search_rows)),
    ]


def _answers(name: str, ask: Callable[[], Iterator[Finding]]) -> list[Finding]:
    found: list[Finding] = []
    try:
        found.extend(ask())
    except (StoreError, ValueError) as error:
        # What was found before the damaged place stands beside it.
        where = error.code if isinstance(error, StoreError) else type(error).__name__
        found.append(Finding("K08", f"“{name}”没有查完：有内容读不出。", where))
    return found


def _slots(store: Store) -> Iterator[Finding]:
    try:
        store.keys_of()
    except StoreError as error:
        yield Finding("K01", error.message, "slots.json")


def _clock_notes(session: Session) -> Iterator[str]:
    for entry in audit.set_back(session):
        yield f"第 {entry.number} 条审计记录以前，电脑的时间被调回过（K09）。"


def _letters(session: Session) -> Iterator[Finding]:
    """K05 where a letter's PDF is not kept, or the paper does not say what the revision says."""
    known = identity.certificates(session)
    for revision in contents.printed(session):
        letter, serial = revision.letter, revision.registration.serial
        assert letter is not None, "only printed ones are asked for"
        printing = papers.by_digest(session, letter.pdf_sha256)
        linked = {(link.sha256, link.role) for link in revision.attachments}
        if (letter.pdf_sha256, "letter") not in linked or printing is None:
            yield Finding("K05", f"登记 {serial} 打印的意愿书不在了，或者被换过。", serial)
        elif printing.token and not _says_the_same(revision, printing.token, known):
            yield Finding("K05", f"登记 {serial} 的内容与打印的意愿书不一致。", serial)


def _says_the_same(revision: Revision, token: str, known: list[x509.Certificate]) -> bool:
    try:
        claims = read_token(token, known)
    except BatchError:
        return False
    same = (claims.record_id, claims.revision) == (revision.record_id, revision.number)
    record = record_of(revision.registration, revision)
    return same and claims.content_sha256 == content_digest(record)


def _outbox_files(
    folder: Path, generation: int, sealed: list[contents.Sealed]
) -> Iterator[Finding]:
    for batch in (one.batch for one in sealed):
        path = outbox.path_of(folder, batch)
        if not path.exists():
            # A restore leaves the outbox behind: of an older generation none is expected.
            gone = batch.state == "sealed" and batch.generation == generation
            if gone or (batch.state == "sealed" and not batch.handed_over_at):
                text = f"批次 {batch.file_name} 还没有回执，文件已不在待交文件夹。"
                yield Finding("K06", text, batch.file_name)
        elif not outbox.whole(path, batch):
            text = f"待交文件夹里的批次 {batch.file_name} 已损坏，或被改动过。"
            yield Finding("K06", text, batch.file_name)
