"""``zjrc-desk``: opens the window, and the same use cases for automation and support.

Exit codes: 0 done, 1 refused or failed (one Chinese line on standard error), 2 wrong usage,
3 some rows of a list were refused, or a paper is genuine and no longer counts, 4 it is not genuine.
"""

from __future__ import annotations

import errno
import json
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from zjrc_desk import cli_keys, cli_papers, cli_store
from zjrc_desk import cli_typed as typed
from zjrc_desk.desk.place import default_folder
from zjrc_desk.registry.errors import EntryError, ReceiptError, StoreError, ZjrcError
from zjrc_desk.registry.journal import crash, open_log

# What a command needs is loaded by the command: the window starts faster without it.
if TYPE_CHECKING:
    from zjrc_desk.desk.session import Desk
    from zjrc_desk.desk.take_receipt import TakenReceipt

log = logging.getLogger("zjrc_desk")
app = typer.Typer(
    help="遗体（器官、组织）捐献登记点工作台。不带命令时打开窗口。",
    add_completion=False,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
)


class Options:
    """What stands before the command."""

    data: Path


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    data: Annotated[Path | None, typer.Option(help="数据文件夹")] = None,
) -> None:
    Options.data = data or default_folder()
    open_log(Options.data)
    if context.invoked_subcommand is None:
        from zjrc_desk.window.app import run

        raise typer.Exit(run(Options.data))


@contextmanager
def _signed_in() -> Iterator[Desk]:
    from zjrc_desk.desk.session import sign_in

    desk = sign_in(Options.data, _staff(), _password())
    try:
        yield desk
        if warning := desk.take_clock_warning():
            typer.echo(warning, err=True)
    finally:
        desk.close()


def _staff() -> str:
    return os.environ.get("ZJRC_STAFF") or str(typer.prompt("工号"))


def _password(*, new: bool = False) -> str:
    given = os.environ.get("ZJRC_PASSWORD")
    return given or str(typer.prompt("密码", hide_input=True, confirmation_prompt=new))


@app.command()
def init(
    point_code: Annotated[str, typer.Option(help="登记点编号，如 ZJ-HZ-0001")],
    point_name: Annotated[str, typer.Option(help="登记点名称")],
    admin: Annotated[str, typer.Option(help="第一位管理员的工号")],
    address: Annotated[str, typer.Option(help="地址")] = "",
    phone: Annotated[str, typer.Option(help="电话")] = "",
    host: Annotated[str, typer.Option(help="所在机构")] = "",
    sheet: Annotated[Path | None, typer.Option(help="另存恢复码纸为 PDF，打印后请删除")] = None,
) -> None:
    """设立登记点的加密登记库；先显示一次恢复码，请输入一遍核对。"""
    from zjrc_desk.desk import recovery
    from zjrc_desk.desk.outside import write_outside
    from zjrc_desk.desk.session import check_set_up, local_now, set_up
    from zjrc_desk.registry.tables import Point

    point = Point(code=point_code, name=point_name, address=address, phone=phone, host=host)
    typer.echo("没有密码也没有恢复码，任何人都无法再打开登记库，登记也找不回来。")
    password = _password(new=True)
    check_set_up(Options.data, point, admin, password)
    code = recovery.new_recovery_code()
    if sheet is not None:
        write_outside(sheet, recovery.sheet(point, code, local_now().date()))
    typer.echo(f"恢复码（只显示这一次，请抄写并妥善保管）：{code}")
    cli_keys.typed_back(code, must=False)
    set_up(Options.data, point, admin, password, code=code)
    typer.echo(f"登记库已设立：{Options.data}")


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="CSV 或 XLSX 列表")],
    report: Annotated[Path | None, typer.Option(help="把结果另存为 JSON")] = None,
    columns: Annotated[
        Path | None, typer.Option(help='表头不同时：JSON 文件 {"文件的列名": "登记列表的列名"}')
    ] = None,
) -> None:
    """导入登记点自己的列表；有拒收的行时退出码为 3。"""
    from zjrc_desk.desk.import_list import IMPORTED, REFUSED, UNCHANGED, import_list
    from zjrc_desk.desk.list_columns import read_mapping
    from zjrc_desk.desk.outside import read_outside, write_outside

    if report is not None and not report.parent.is_dir():
        raise EntryError("F12", "放结果的文件夹不存在，没有导入。", "请更正 --report 的路径再试。")
    if report is not None and report.exists() and file.exists() and report.samefile(file):
        raise typer.BadParameter("--report 是列表自己的文件，会把它盖掉；请换一个文件名。")
    mapping = None if columns is None else read_mapping(read_outside(columns))
    with _signed_in() as desk:
        result = import_list(desk, file, mapping=mapping)
    for row in result.rows:
        for problem in row.problems:
            typer.echo(f"第 {row.line} 行 {problem.field}：{problem.message}（{problem.code}）")
    typer.echo(
        f"导入 {result.count(IMPORTED)} 行，拒收 {result.count(REFUSED)} 行，"
        f"已有 {result.count(UNCHANGED)} 行。"
    )
    if report is not None:
        write_outside(report, (result.to_json() + "\n").encode())
    if result.count(REFUSED):
        raise typer.Exit(typed.SOME_REFUSED)


@app.command("export")
def export_(
    file: Annotated[Path, typer.Argument(help="要写的 XLSX 文件")],
    words: Annotated[
        str,
        typer.Option(help="只导出查到的：姓名、拼音、号码、房间……；写 - 就另外问，不留在命令行里"),
    ] = "",
    state: Annotated[list[str] | None, typer.Option(help="只导出这些状态，如 signed")] = None,
    force: Annotated[bool, typer.Option("--force", help="文件已经有了也覆盖")] = False,
) -> None:
    """把登记导出为 XLSX；文件没有加密，用完请删除。"""
    from zjrc_desk.desk.export_list import export_list
    from zjrc_desk.desk.find import Query
    from zjrc_desk.registry.life import STATE_LABEL

    for one in state or ():
        typed.one_of("--state", one, STATE_LABEL)
    typed.new_file(file, (".xlsx",), force=force)
    with _signed_in() as desk:
        if words == "-":
            # Every user of the PC can read the process list, and the shell keeps a history.
            words = str(typer.prompt("查找"))
        count = export_list(desk, file, Query(words, tuple(state or ())))
    typer.echo(f"导出了 {count} 份登记：{file}")
    typer.echo("注意：这个文件没有加密，里面有个人信息，用完请删除。", err=True)


@app.command()
def request(out: Annotated[Path, typer.Argument(help="申请文件 .csr")]) -> None:
    """导出交给省中心的备案申请。"""
    from zjrc_desk.desk import enrol as enrolment
    from zjrc_desk.desk.outside import write_outside

    with _signed_in() as desk:
        pem, fingerprint = enrolment.request(desk)
    write_outside(out, pem)
    typer.echo(f"备案申请已导出：{out}")
    typer.echo(f"请在电话里与省中心核对指纹：{fingerprint}")


@app.command()
def enrol(file: Annotated[Path, typer.Argument(help="省中心发回的 .enrolment")]) -> None:
    """导入省中心发回的备案文件。"""
    from zjrc_desk.desk import enrol as enrolment
    from zjrc_desk.desk.outside import read_outside
    from zjrc_desk.registry.vocabulary import ADMINISTRATOR

    with _signed_in() as desk:
        # The role before the file.
        desk.require(ADMINISTRATOR)
        enrolment.enrol(desk, read_outside(file))
    typer.echo("备案完成，可以封批。")


@app.command()
def seal(out: Annotated[Path, typer.Option(help="放批次文件的文件夹（可以是 U 盘）")]) -> None:
    """把全部已签署的登记封成一个批次。"""
    from zjrc_desk.desk.seal_batch import seal_batch

    with _signed_in() as desk:
        handed = seal_batch(desk, out)
        cli_store.back_up_after_sealing(desk)
    for path in handed.earlier:
        typer.echo(f"以前没有交出的批次也已拷贝：{path}")
    typer.echo(f"批次已封好：{handed.path}（{handed.batch.records} 条记录）")


@app.command()
def lost(
    batch: Annotated[str, typer.Argument(help="批次文件名")],
    yes: Annotated[bool, typer.Option("--yes", help="省中心确认没有收到")] = False,
) -> None:
    """登记一个批次的文件已丢失，省中心没有收到；登记随下一批次上交。"""
    from zjrc_desk.desk import seal_batch as sealing
    from zjrc_desk.desk.status import batches

    with _signed_in() as desk:
        desk.require_entry()
        known = {one.file_name: one.batch_id for one in batches(desk)}
        if batch not in known:
            raise typer.BadParameter(f"没有批次“{batch}”，文件名请照“批次”页。")
        if not yes:
            typer.confirm("省中心确认没有收到这个批次？", abort=True)
        sealing.give_up_batch(desk, known[batch])
    typer.echo("已登记丢失，登记将随下一批次上交。")


@app.command()
def receipt(files: Annotated[list[Path], typer.Argument(help="省中心的回执")]) -> None:
    """接收省中心的回执。"""
    from zjrc_desk.desk.outside import read_outside
    from zjrc_desk.desk.take_receipt import take_receipt

    failed = 0
    with _signed_in() as desk:
        for file in files:
            try:
                taken = take_receipt(desk, read_outside(file))
            except (ReceiptError, StoreError) as error:
                failed += 1
                log.warning("receipt: %s", error)
                typer.echo(f"{file.name}：{error.sentence()}", err=True)
            else:
                _tell(taken)
    if failed:
        raise typer.Exit(1)


def _tell(taken: TakenReceipt) -> None:
    """What a receipt brought: the verdict, each record that is not simply accepted, the notes."""
    verdicts = {"accepted": "全部接收", "partly": "部分接收", "refused": "整批退回"}
    again = "（此前已接收过，没有变化）" if taken.again else ""
    typer.echo(f"{taken.batch.file_name}：{verdicts[taken.receipt.verdict]}{again}")
    kinds = {"duplicate": "重复登记", "conflict": "登记不一致", "returned": "退回"}
    for answer in taken.receipt.records:
        if answer.status in kinds:
            serial = taken.serials.get(answer.record_id, answer.record_id)
            typer.echo(f"  {serial} {kinds[answer.status]}：{' '.join(answer.reasons)}")
    for note in (*taken.receipt.notes, *(f"没有回执：{n}" for n in taken.unanswered)):
        typer.echo(f"  {note}")


@app.command()
def withdraw(
    serial: Annotated[str, typer.Argument(help="编号")],
    reason: Annotated[str, typer.Option(help="原因（可以不说明）")] = "",
) -> None:
    """登记志愿者撤销意愿；立即生效，随下一批次上报。"""
    from zjrc_desk.desk import change

    with _signed_in() as desk:
        # Who may not do it learns that, not whether the serial is right.
        desk.require_entry()
        change.withdraw(desk, typed.serials([serial]), reason)
    typer.echo("已登记撤销，将随下一批次上报省中心。")


@app.command()
def status(
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON")] = False,
) -> None:
    """显示各状态的登记数和批次数。"""
    from zjrc_desk.desk.status import status as figures
    from zjrc_desk.registry.life import STATE_LABEL

    with _signed_in() as desk:
        now = figures(desk)
    if as_json:
        typer.echo(json.dumps(now.to_dict(), ensure_ascii=False, indent=1))
        return
    labels = dict(STATE_LABEL) | {"withdrawn": "已撤销", "refused": "明确不捐献"}
    for state, number in now.registrations.items():
        typer.echo(f"{labels[state]}:{number}")
    for state, number in now.batches.items():
        typer.echo(f"批次 {state}:{number}")


@app.command()
def practice(
    reset: Annotated[bool, typer.Option("--reset", help="先清空，重新开始")] = False,
) -> None:
    """打开练习模式的窗口：虚构的人，和真的登记完全分开。"""
    from zjrc_desk.window.app import run

    if reset:
        from zjrc_desk.desk import practice as practising

        practising.reset(practising.open_practice(Options.data))
    raise typer.Exit(run(Options.data, practice=True))


@app.command()
def demo(folder: Annotated[Path, typer.Argument(help="放演示文件的文件夹")]) -> None:
    """用虚构人员把全部流程走一遍。"""
    from zjrc_desk.demo import run_demo

    run_demo(folder, typer.echo)


_program = cli_keys.Program(lambda: Options.data, _signed_in, _staff, lambda: _password())
cli_keys.add_to(app, _program)
cli_papers.add_to(app, _program)
cli_store.add_to(app, _program)


def main() -> None:
    """Run the command line; an error is one line of Chinese, never a traceback."""
    try:
        app(prog_name="zjrc-desk", standalone_mode=True)
    except Exception as error:  # noqa: BLE001 - the last one to know: no traceback for a person
        report(error)


def report(error: Exception) -> NoReturn:
    """Say one line on what went wrong, leave the rest to the log, and end with 1."""
    if isinstance(error, ZjrcError):
        log.warning("%s", error)
        _fail(error.sentence())
    crash(error)
    if isinstance(error, OSError):
        _fail(_sentence(error))
    _fail("程序出现意外的错误，这一步没有完成。请把数据文件夹里的日志交给技术支持。（X00）")


_REASONS = {
    errno.ENOENT: "找不到文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EISDIR: "这是一个文件夹",
    errno.ENOTDIR: "路径里有一段不是文件夹",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "这个位置只能读取",
}


def _sentence(error: ZjrcError | OSError) -> str:
    if isinstance(error, ZjrcError):
        return error.sentence()
    reason = _REASONS.get(error.errno or 0, "读不出或写不进")
    return f"读写文件时出错：{reason}。请检查路径、权限和磁盘空间。（D07）"


def _fail(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    sys.exit(1)
