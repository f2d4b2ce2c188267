"""``zjrc-desk demo``: the whole job once, with people that exist nowhere.

Real parts throughout: the encrypted store, the window (offscreen where there is no display), the
signed letters, the sealed batches, the centre with its keys and register, the receipts.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from zjrc_desk.centre import authority
from zjrc_desk.centre.centre import Centre, approve, create, open_centre
from zjrc_desk.centre.intake import take_in
from zjrc_desk.centre.status import status as centre_status
from zjrc_desk.desk import change, diary, enrol, register
from zjrc_desk.desk.back_up import back_up
from zjrc_desk.desk.check import check
from zjrc_desk.desk.import_list import IMPORTED, REFUSED, import_list
from zjrc_desk.desk.papers import print_paper
from zjrc_desk.desk.print_letter import print_letters, record_signed, waiting
from zjrc_desk.desk.restore import Credentials, restore
from zjrc_desk.desk.seal_batch import HandOver, seal_batch
from zjrc_desk.desk.session import Desk, set_up, sign_in
from zjrc_desk.desk.status import batches, status
from zjrc_desk.desk.take_receipt import take_receipt
from zjrc_desk.registry.diary_tables import Event, Visit
from zjrc_desk.registry.errors import EntryError
from zjrc_desk.registry.resources import resource
from zjrc_desk.registry.tables import Point
from zjrc_desk.registry.vocabulary import ITEM, WITNESS_CHECK

MARK = "zjrc-demo"
BY_SERIAL_KINDS = ("certificate", "card", "card-sheet", "witness", "consent", "confirmation")
ADMIN = "A001"
Echo = Callable[[str], object]

#: One volunteer, step by step, as typed.  The numbers are valid in form and made up.
VOLUNTEER: Sequence[Mapping[str, str | Sequence[str] | bool]] = (
    {
        "volunteer.document_number": "330106194107041063",
        "volunteer.name": "𬭚建华",
        "volunteer.ethnicity": "汉族",
        "volunteer.mobile": "13805710001",
        "volunteer.room": "3 楼 306-2",
        "volunteer.residence_region": "浙江省杭州市上城区",
        "volunteer.residence_address": "样例路 1 号",
    },
    {
        "intention.items": ["whole_body", "cornea"],
        "intention.uses": ["transplant", "teaching", "research"],
        "intention.capacity_declared": True,
        "intention.voluntary_declared": True,
        "consent.given_at": True,
    },
    {
        "kin.0.name": "样例一",
        "kin.0.relation": "子女",
        "kin.0.phone": "13805710002",
        "kin.0.opinion": "同意",
        "executor.name": "样例一",
        "executor.relation": "子女",
        "executor.phone": "13805710002",
    },
    {
        "intention.family_letter": "孩子们：\n我这一辈子过得很好。身后把身体留给医学，"
        "是我自己的决定，请你们不要难过，也请尊重它。\n一切从简。",
    },
    {
        "witnesses.0.name": "样例二",
        "witnesses.0.document_number": "330502197201099210",
        "witnesses.0.relation": "无亲属关系",
        "witnesses.1.name": "样例三",
        "witnesses.1.document_number": "330106196203164505",
        "witnesses.1.relation": "无亲属关系",
        "statement.place": "一楼登记室",
        "statement.checks": list(WITNESS_CHECK.labels),
        "statement.volunteer_words": "我走了以后，身体交给医学院用。",
    },
)


@dataclass
class Summary:
    """What is left in summary.json."""

    seconds: dict[str, float] = field(default_factory=dict)
    counts: dict[str, object] = field(default_factory=dict)


def run_demo(folder: Path, echo: Echo) -> None:
    """Do it all in ``folder``, which may hold an earlier demonstration and nothing else.

    Raises EntryError F20 where the folder holds anything but a demonstration.
    """
    if sys.platform == "linux" and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _clear(folder)
    summary = Summary()
    begun = time.perf_counter()
    password = secrets.token_urlsafe(12)
    with _step(summary, echo, "set_up", "设立登记点和省中心"):
        desk, centre = _set_up(folder, password)
    try:
        record_id = _first_batch(folder, desk, centre, summary, echo)
        _second_batch(folder, desk, centre, summary, echo)
        with _step(summary, echo, "papers", "打印其他文书"):
            summary.counts["papers"] = _papers(folder / "papers", desk)
        _look_after(folder, desk, password, summary, echo)
        with _step(summary, echo, "screens", "拍下每一页"):
            _screens(folder, desk, record_id, summary)
        summary.counts["desk"] = status(desk).to_dict()
        summary.counts["centre"] = centre_status(centre).to_dict()
    finally:
        desk.close()
        centre.close()
    shutil.copyfile(centre.folder / authority.CA_CERTIFICATE, folder / "centre-ca.pem")
    shutil.copyfile(centre.folder / authority.AGE_IDENTITY, folder / "centre.agekey")
    summary.seconds["total"] = round(time.perf_counter() - begun, 3)
    content = {"seconds": summary.seconds, "counts": summary.counts}
    (folder / "summary.json").write_text(
        json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    echo(f"完成，用时 {summary.seconds['total']:.1f} 秒；文件在 {folder}")


@contextmanager
def _step(summary: Summary, echo: Echo, name: str, words: str) -> Iterator[None]:
    echo(f"· {words} …")
    start = time.perf_counter()
    yield
    summary.seconds[name] = round(time.perf_counter() - start, 3)
    echo(f"  {summary.seconds[name]:.1f} 秒")


def _clear(folder: Path) -> None:
    mark = folder / MARK
    if folder.exists() and any(folder.iterdir()) and not mark.exists():
        raise EntryError("F20", "这个文件夹里有别的文件，没有开始演示。", "请另选一个空文件夹。")
    if mark.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    mark.write_text("made by zjrc-desk demo; the next demo replaces this folder\n", "utf-8")


def _set_up(folder: Path, password: str) -> tuple[Desk, Centre]:
    point = Point(
        code="ZJ-HZ-0001",
        name="浙江民生社会养老服务中心遗体捐献宣传登记点",
        host="浙江民生社会养老服务中心",
        phone="0571-87000001",
    )
    set_up(folder / "desk", point, ADMIN, password)
    create(folder / "centre", phone="0571-87000002")
    return sign_in(folder / "desk", ADMIN, password), open_centre(folder / "centre")


def _first_batch(folder: Path, desk: Desk, centre: Centre, summary: Summary, echo: Echo) -> str:
    with _step(summary, echo, "import", "导入 120 行的名单"):
        report = import_list(desk, resource("demo", "registrations.csv"))
        (folder / "import-report.json").write_text(report.to_json() + "\n", encoding="utf-8")
    summary.counts["imported"] = report.count(IMPORTED)
    summary.counts["refused"] = report.count(REFUSED)
    echo(f"  导入 {report.count(IMPORTED)} 行，拒收 {report.count(REFUSED)} 行")
    with _step(summary, echo, "window", "在窗口里登记一位志愿者"):
        record_id = _in_the_window(desk, summary)
    with _step(summary, echo, "letters", "打印全部意愿书"):
        summary.counts["letters"] = _print_all(desk, folder / "letters", echo)
        record_signed(desk, None)
    with _step(summary, echo, "enrol", "向省中心备案"):
        pem, fingerprint = enrol.request(desk)
        _, heard, content = approve(centre, pem)
        assert heard == fingerprint, "the fingerprint read over the phone"
        enrol.enrol(desk, content)
    with _step(summary, echo, "diary", "记一次宣传、一次走访"):
        _diary(desk, record_id)
    _hand_over(folder, desk, centre, summary, echo, "1")
    return record_id


def _diary(desk: Desk, record_id: str) -> None:
    """An event, and a visit to the volunteer who registered in the window."""
    today = desk.today().isoformat()
    event = Event(day=today, category="publicity", place="一楼大厅", reached="36", people="样例二")
    event.topics = "捐献的流程、家书和见证"
    diary.record(desk, event)
    serial = register.revisions(desk, record_id)[0].registration.serial
    visit = Visit(day=today, serial=serial, people="样例二、样例三", given="慰问品一份")
    diary.record(desk, visit)


def _second_batch(folder: Path, desk: Desk, centre: Centre, summary: Summary, echo: Echo) -> None:
    with _step(summary, echo, "change", "一份变更、一份撤销"):
        first, second = sorted(register.find(desk), key=lambda one: one.serial)[:2]
        _change(desk, first.record_id)
        change.withdraw(desk, [second.serial], "本人要求")
        summary.counts["letters"] = _print_all(desk, folder / "letters", echo, done=summary)
        record_signed(desk, None)
    _hand_over(folder, desk, centre, summary, echo, "2")


def _change(desk: Desk, record_id: str) -> None:
    """The same person gives the skin as well; the witnesses state it anew."""
    before = register.revisions(desk, record_id)[-1]
    revision = change.change(desk, record_id, "增加捐献项目")
    wish = revision.intention
    wish.items = [one for one in ITEM.labels if one in {*wish.items, "skin"}]
    wish.capacity_declared = wish.voluntary_declared = True
    revision.witnesses = [
        type(row)(**row.model_dump(exclude={"id", "revision_id"})) for row in before.witnesses
    ]
    now = desk.now().strftime("%Y-%m-%d %H:%M")
    revision.statement.place = "一楼登记室"
    revision.statement.started_at = revision.statement.ended_at = now
    revision.statement.checks = list(WITNESS_CHECK.labels)
    revision.statement.second_staff = "王样例"
    revision.statement.volunteer_words = "皮肤也可以捐。"
    register.give_consent(desk, revision, True)
    register.witness(desk, revision)


def _in_the_window(desk: Desk, summary: Summary) -> str:
    """Type one registration into the real window; returns its record id."""
    from zjrc_desk.window import rehearsal

    now = desk.now().strftime("%Y-%m-%d %H:%M")
    steps = [dict(step) for step in VOLUNTEER]
    steps[-1] |= {"statement.started_at": now, "statement.ended_at": now}
    with rehearsal.opened_window(desk) as window:
        assert window.workspace is not None, "somebody is signed in"
        summary.counts["registered_in_window"] = rehearsal.register_one(window.workspace, steps)
        return window.workspace.registration.revision.record_id


def _papers(folder: Path, desk: Desk) -> int:
    """One of each: of a changed wish that the centre accepted, of a withdrawal, of the point."""
    first, second = sorted(register.find(desk), key=lambda one: one.serial)[:2]
    files = ",".join(batch.file_name for batch in reversed(batches(desk)))
    wanted = [
        *((kind, first.serial, False) for kind in BY_SERIAL_KINDS),
        *((kind, first.serial, True) for kind in ("letter", "witness", "consent")),
        ("confirmation", second.serial, False),
        ("handover", files, False),
        ("monthly", f"{desk.today():%Y-%m}", False),
    ]
    folder.mkdir(exist_ok=True)
    for kind, subject, large in wanted:
        made = print_paper(desk, kind, subject, large=large)
        (folder / made.file_name).write_bytes(made.pdf)
    return len(wanted)


def _look_after(folder: Path, desk: Desk, password: str, summary: Summary, echo: Echo) -> None:
    """Check the store, back it up, and restore it as on a new PC."""
    with _step(summary, echo, "check", "检查登记库"):
        report = check(desk)
        summary.counts["findings"] = len(report.findings)
        echo(f"  {report.summary()}")
    with _step(summary, echo, "backup", "备份，读回核对"):
        (folder / "backups").mkdir()
        made = back_up(desk, folder / "backups")
    with _step(summary, echo, "restore", "在新电脑上恢复"):
        who = Credentials(ADMIN, password)
        done = restore(folder / "backups" / made.file_name, folder / "new-pc", who)
        restored = sign_in(folder / "new-pc", ADMIN, password)
        same = status(restored).to_dict() == status(desk).to_dict()
        restored.close()
    assert same, "everything is there"
    summary.counts["restored"] = {"generation": done.generation, "bytes": made.size}


def _screens(folder: Path, desk: Desk, record_id: str, summary: Summary) -> None:
    from zjrc_desk.desk.print_letter import preview
    from zjrc_desk.window import rehearsal

    pdf = preview(desk, register.open_registration(desk, record_id))
    with rehearsal.opened_window(desk) as window:
        pictures = rehearsal.take_screens(window, folder / "screens", record_id, pdf)
    summary.counts["screens"] = len(pictures)


def _print_all(desk: Desk, folder: Path, echo: Echo, done: Summary | None = None) -> int:
    folder.mkdir(exist_ok=True)
    count = int(str(done.counts["letters"])) if done else 0
    for letter in print_letters(desk, waiting(desk)):
        path = folder / f"{letter.serial}.pdf"
        if path.exists():
            path = folder / f"{letter.serial}-change.pdf"
        path.write_bytes(letter.pdf)
        count += 1
        if count % 20 == 0:
            echo(f"  {count} 份")
    return count


def _hand_over(
    folder: Path, desk: Desk, centre: Centre, summary: Summary, echo: Echo, number: str
) -> None:
    with _step(summary, echo, f"seal_{number}", f"封第 {number} 批"):
        handed: HandOver = seal_batch(desk, folder / "batches")
    with _step(summary, echo, f"intake_{number}", "省中心接收"):
        answer = take_in(centre, handed.path)
        receipts = folder / "receipts"
        receipts.mkdir(exist_ok=True)
        (receipts / answer.name).write_bytes(answer.content)
    with _step(summary, echo, f"receipt_{number}", "登记点接收回执"):
        taken = take_receipt(desk, answer.content)
    statuses: dict[str, int] = {}
    for record in taken.receipt.records:
        statuses[record.status] = statuses.get(record.status, 0) + 1
    summary.counts[f"batch_{number}"] = {
        "file": handed.path.name,
        "records": handed.batch.records,
        "verdict": taken.receipt.verdict,
        "statuses": statuses,
    }
    echo(f"  {handed.path.name}：{taken.receipt.verdict}，{handed.batch.records} 条记录")
