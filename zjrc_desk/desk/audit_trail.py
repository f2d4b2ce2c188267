"""审计: looking through who did what when, and taking a copy of it away."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, replace
from pathlib import Path

from zjrc_desk.desk.outside import write_outside
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.write_workbook import workbook
from zjrc_desk.registry.serial import normalise_serial
from zjrc_desk.registry.vocabulary import ADMINISTRATOR, AUDITOR, ROLE
from zjrc_desk.store import people, trail
from zjrc_desk.store.audit import append
from zjrc_desk.store.trail import TrailEntry as TrailEntry
from zjrc_desk.store.trail import TrailFilter as TrailFilter

HEADER = ("序号", "时间", "人员", "操作", "登记编号", "说明")
EVERYTHING = TrailFilter()
_AT_ONCE = 1000
#: What each action is called; one that is not here is shown as it is.
ACTIONS: Mapping[str, str] = {
    "set-up": "设立登记点",
    "signing-key": "生成签名钥匙",
    "sign-in": "登录",
    "sign-in-failed": "登录失败",
    "sign-in-refused": "登录被拒",
    "recovery": "用恢复码登录",
    "recovered": "恢复账号后登录",
    "recovery-code-new": "更换恢复码",
    "password-change": "修改自己的密码",
    "rekey-begin": "开始更换密钥",
    "rekey": "更换密钥",
    "staff-add": "新增人员",
    "staff-disable": "停用人员",
    "staff-enable": "启用人员",
    "staff-reset": "重设密码",
    "staff-rename": "更改姓名",
    "staff-role": "更改角色",
    "idle-minutes": "更改自动锁定时间",
    "print-paper": "打印其他文书",
    "paper-signed": "登记文书已签署",
    "clock-set-back": "电脑时间被调回",
    "start": "新建登记",
    "save": "填写、修改登记",
    "complete": "填写完成",
    "witness": "见证完成",
    "read": "打开登记",
    "read-history": "查看历次版本",
    "read-attachments": "查看附件列表",
    "read-attachment": "打开附件",
    "volunteer-agreed": "志愿者在屏幕上核对并同意",
    "preview": "预览意愿书",
    "print": "打印意愿书",
    "print-again": "再次打印意愿书",
    "signed": "登记已签署",
    "attach": "添加附件",
    "detach": "移除附件",
    "change": "变更",
    "correct": "更正",
    "renew": "重新登记",
    "withdraw": "撤销",
    "refuse": "登记明确不捐献",
    "erase": "删除个人信息",
    "discard": "放弃草稿",
    "delete-draft": "删除草稿",
    "undelete-draft": "恢复删除的草稿",
    "abandon": "放弃变更、更正或重新登记",
    "mark-duplicate": "标记为同一人",
    "import": "从列表导入",
    "list-columns": "对应列表的列",
    "export": "导出登记列表",
    "export-audit": "导出审计记录",
    "export-monthly": "导出月报",
    "request-enrolment": "导出备案申请",
    "enrol": "导入备案文件",
    "seal": "封批",
    "hand-over": "交出批次",
    "give-up-batch": "登记批次文件丢失",
    "take-receipt": "接收回执",
    "hand-over-certificate": "交付证明",
    "refer": "遗嘱服务转介",
    "check": "检查登记库",
    "support-bundle": "导出诊断包",
    "backup": "备份",
    "backup-folder": "更改备份文件夹",
    "restore": "从备份恢复",
    "start-event": "新建活动",
    "save-event": "填写活动",
    "read-event": "打开活动",
    "record-event": "记录活动",
    "correct-event": "更正活动",
    "void-event": "作废活动",
    "discard-event": "放弃活动",
    "start-visit": "新建走访",
    "save-visit": "填写走访",
    "read-visit": "打开走访",
    "record-visit": "记录走访",
    "correct-visit": "更正走访",
    "void-visit": "作废走访",
    "discard-visit": "放弃走访",
    "start-member": "新建队员",
    "save-member": "填写队员",
    "read-member": "打开队员",
    "record-member": "记录队员",
    "correct-member": "更正队员",
    "void-member": "作废队员",
    "discard-member": "放弃队员",
    "start-shift": "新建值班",
    "save-shift": "填写值班",
    "read-shift": "打开值班",
    "record-shift": "记录值班",
    "correct-shift": "更正值班",
    "void-shift": "作废值班",
    "discard-shift": "放弃值班",
}
#: What an entry of no registration is about: its kind before the colon, in words.
_SUBJECTS: Mapping[str, str] = {
    "sound": "完好",
    "findings": "发现 {} 处问题",
    "generation": "第 {} 代",
    "minutes": "{} 分钟",
    "month": "{}",
    "rows": "{} 行",
    "staff": "{}",
}


def label(action: str) -> str:
    """What an action is called in Chinese."""
    return ACTIONS.get(action, action)


def may_look(desk: Desk) -> bool:
    """Whether the trail is there for the signed-in person."""
    return desk.staff.role in (ADMINISTRATOR, AUDITOR)


def entries(
    desk: Desk, wanted: TrailFilter = EVERYTHING, first: int = 0, most: int = 500
) -> tuple[int, list[TrailEntry]]:
    """How many entries are wanted, and some of them, newest first.

    ``record`` may be a serial as typed.  Raises AccessError A01 but for auditor and administrator.
    """
    desk.require(ADMINISTRATOR, AUDITOR)
    wanted = _normal(wanted)
    with desk.store.read() as session:
        return trail.count(session, wanted), trail.look(session, wanted, first, most)


def choices(desk: Desk) -> tuple[list[str], list[str]]:
    """The staff numbers and actions to choose from; errors as for :func:`entries`."""
    desk.require(ADMINISTRATOR, AUDITOR)
    with desk.store.read() as session:
        return trail.staff_and_actions(session)


def export(
    desk: Desk,
    path: Path,
    wanted: TrailFilter = EVERYTHING,
    progress: Callable[[int, int], None] | None = None,
) -> int:
    """Write what is wanted to ``path``, as CSV (UTF-8 with BOM) where it ends so, else as XLSX;
    an audited act.  Returns the rows.

    The file names nobody, and is not encrypted.  Raises AccessError A01 as :func:`entries`,
    StoreError D06, D07.
    """
    desk.require(ADMINISTRATOR, AUDITOR)
    wanted = _normal(wanted)
    with desk.store.read() as session:
        total = trail.count(session, wanted)
    rows = _rows(desk, wanted, total, progress)
    if path.suffix.lower() == ".csv":
        content = _csv(rows)
    else:
        content = workbook(HEADER, rows, desk.marked("审计记录"))
    with desk.store.write() as session:
        append(session, desk.staff.number, "export-audit", desk.now(), f"rows:{total}")
    write_outside(path, content)
    return total


def to_dict(entry: TrailEntry) -> dict[str, object]:
    """For ``audit --json``."""
    return asdict(entry)


def cells(entry: TrailEntry) -> tuple[str, ...]:
    """An entry under the columns of ``HEADER``; the time is local, to the second."""
    at = entry.at[:19].replace("T", " ")
    about = "" if entry.serial else _about(entry.record_id)
    return (str(entry.number), at, entry.staff, label(entry.action), entry.serial, about)


def _about(record_id: str) -> str:
    """What is not about a registration with a serial; an id that nothing is known of stays."""
    kind, _, value = record_id.partition(":")
    if kind not in _SUBJECTS:
        return record_id
    value, _, role = value.partition(":")
    return " ".join([_SUBJECTS[kind].format(value), *([ROLE.label(role)] if role else [])])


def unknown(desk: Desk, wanted: TrailFilter) -> tuple[str, str]:
    """The first part of a filter that no entry can ever fit, and its value: ``staff``, ``actions``,
    ``record``, or ``since`` where it is after ``until``; twice empty where there is none.

    Raises AccessError A01 as :func:`entries`.
    """
    staff, actions = choices(desk)
    with desk.store.read() as session:
        numbers = {"", *staff, *(one.number for one in people.everybody(session))}
    if wanted.until and wanted.since > wanted.until:
        return "since", wanted.since
    if wanted.staff not in numbers:
        return "staff", wanted.staff
    for action in wanted.actions:
        if action not in ACTIONS and action not in actions:
            return "actions", action
    if wanted.record and not entries(desk, TrailFilter(record=wanted.record), most=1)[0]:
        return "record", wanted.record
    return "", ""


def _normal(wanted: TrailFilter) -> TrailFilter:
    record = wanted.record.strip()
    typed = record if ":" in record else record.lower()
    return replace(wanted, record=normalise_serial(record) or typed)


def _rows(
    desk: Desk,
    wanted: TrailFilter,
    total: int,
    progress: Callable[[int, int], None] | None,
) -> Iterator[tuple[str, ...]]:
    for first in range(0, total, _AT_ONCE):
        with desk.store.read() as session:
            some = trail.look(session, wanted, first, _AT_ONCE)
        yield from map(cells, some)
        if progress:
            progress(first + len(some), total)


def _csv(rows: Iterator[tuple[str, ...]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADER)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")
