"""诊断包: what technical support needs, and nothing that tells of a person.

Log and crash reports never name anybody (:mod:`zjrc_desk.registry.journal`).  On the way into the
bundle they are masked all the same: whatever is not ASCII, serials and ids, long numbers, dates
inside a line, and the user's own folder, so that a fault in one place gives nobody away.
"""

from __future__ import annotations

import io
import json
import platform
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from zjrc_desk.desk.check import Progress, Report, check, inspect
from zjrc_desk.desk.outside import write_outside
from zjrc_desk.desk.place import is_set_up
from zjrc_desk.desk.session import Clock, Desk, local_now, sign_in
from zjrc_desk.desk.status import status
from zjrc_desk.registry.errors import StoreError
from zjrc_desk.registry.journal import FILE_NAME
from zjrc_desk.store.audit import append
from zjrc_desk.store.outline import outline
from zjrc_desk.store.store import Store

_DAMAGED = "D03"
_LIBRARIES = "PySide6-Essentials sqlcipher3 sqlmodel sqlalchemy cryptography reportlab pyrage"
_README = """诊断包 zjrc_desk
log、crash：程序的日志和意外错误的报告，只有代码和程序里的位置。
versions.json：程序、电脑系统和程序库的版本。
check.json：检查登记库的结果，只有代码和条数。
schema.json、counts.json：有哪些表、各有几行；各种状态的登记各有几份。
里面没有人的姓名、号码和填写的内容；编号、长的数字和中文都已换成 □。
"""
_MASKS = (
    re.compile(r"[A-Z]{2}-[A-Z]{2}-\d{4}-\d+-\d{6,}(-[0-9A-Z])?"),
    re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}"),
    re.compile(r"(?:[^\x00-\x7f]|\\u[0-9a-f]{4})+"),
    re.compile(r"\d{6,}[Xx]?"),
    re.compile(r"[0-9a-f]{16,}"),
    # A date, but that of the log's line or of the report itself.
    re.compile(r"""(?<!^)(?<!"at": ")\d{4}-\d\d-\d\d""", re.MULTILINE),
)
_MASK = "□"


def export_bundle(desk: Desk, out: Path, progress: Progress | None = None) -> Report:
    """Check the store and write the bundle (ZIP) to ``out``, an audited act; returns the check.

    ``progress`` may raise to stop it.  Raises StoreError D06, D07 where it can't be written.
    """
    report = check(desk, progress)
    parts = dict(_parts(desk.store.folder, report))
    if not report.damaged:
        parts |= _contents(desk)
        with desk.store.write() as session:
            append(session, desk.staff.number, "support-bundle", desk.now())
    _write(out, parts)
    return report


def export_bundle_of(
    folder: Path, out: Path, staff: str, password: str, clock: Clock = local_now
) -> Report | None:
    """As :func:`export_bundle`, also of a store too damaged to sign in to, or of none (None)."""
    if not is_set_up(folder):
        _write(out, dict(_parts(folder, None)))
        return None
    try:
        desk = sign_in(folder, staff, password, clock)
    except StoreError as error:
        if error.code != _DAMAGED:
            raise
        store = Store.open_damaged(folder, staff, password, clock())
        try:
            report = inspect(store)
        finally:
            store.close()
        _write(out, dict(_parts(folder, report)))
        return report
    try:
        return export_bundle(desk, out)
    finally:
        desk.close()


def masked(text: str) -> str:
    """The text without anything that could be a person's."""
    text = text.replace(str(Path.home()), "~")
    for pattern in _MASKS:
        text = pattern.sub(_MASK, text)
    return text


def _parts(folder: Path, report: Report | None) -> Iterator[tuple[str, str]]:
    """What can be said without the store being open."""
    yield "README.txt", _README
    yield "versions.json", _json(_versions())
    for kind, pattern in (("log", f"{FILE_NAME}*"), ("crash", "crash-*.json")):
        for path in sorted(folder.glob(pattern)):
            yield f"{kind}/{path.name}", masked(path.read_text("utf-8", errors="replace"))
    if report is not None:
        yield "check.json", _json(_checked(report))


def _contents(desk: Desk) -> dict[str, str]:
    with desk.store.read() as session:
        revision, tables = outline(session)
    schema = {"version": revision, "tables": [asdict(table) for table in tables]}
    now = status(desk)
    counts = {
        "enrolled": now.enrolled,
        "registrations": now.registrations,
        "batches": now.batches,
    }
    return {"schema.json": _json(schema), "counts.json": _json(counts)}


def _checked(report: Report) -> dict[str, object]:
    """Codes and places; the sentences name serials."""
    return {
        "sound": report.sound,
        "audit_entries": report.entries,
        "by_code": dict(Counter(finding.code for finding in report.findings)),
        "findings": [[one.code, masked(one.where)] for one in report.findings],
        "notes": len(report.notes),
    }


def _versions() -> dict[str, str]:
    found = {
        "program": version("zjrc-desk"),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
    }
    for name in _LIBRARIES.split():
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "-"
    return found


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _write(out: Path, parts: dict[str, str]) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in parts.items():
            bundle.writestr(name, content)
    write_outside(out, packed.getvalue())
