"""The commands that look after the store: check, support, backup, restore, audit."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from zjrc_desk import cli_typed as typed
from zjrc_desk.cli_keys import Program
from zjrc_desk.registry.errors import StoreError
from zjrc_desk.registry.journal import log, open_log

if TYPE_CHECKING:
    from zjrc_desk.desk.audit_trail import TrailFilter
    from zjrc_desk.desk.session import Desk


def add_to(app: typer.Typer, program: Program) -> None:
    """Add all commands of this module."""

    @app.command()
    def check(
        as_json: Annotated[bool, typer.Option("--json", help="输出 JSON")] = False,
    ) -> None:
        """检查登记库是否完好；有不对的地方逐条说明，退出码为 1。"""
        _check(program, as_json=as_json)

    @app.command()
    def support(out: Annotated[Path, typer.Argument(help="要写的 ZIP 文件")]) -> None:
        """导出给技术支持的诊断包，里面没有任何人的信息；登记库有问题时退出码为 1。"""
        from zjrc_desk.desk.place import is_set_up
        from zjrc_desk.desk.support import export_bundle_of

        known = is_set_up(program.folder())
        who = (program.staff(), program.password()) if known else ("", "")
        report = export_bundle_of(program.folder(), out, *who)
        typer.echo(f"诊断包已导出：{out}")
        if report is not None and not report.sound:
            typer.echo(report.summary(), err=True)
            raise typer.Exit(1)

    @app.command()
    def backup(
        to: Annotated[Path | None, typer.Option(help="放备份的文件夹；不写则用设置的")] = None,
        remember: Annotated[
            bool, typer.Option("--remember", help="以后都备份到这个文件夹")
        ] = False,
    ) -> None:
        """备份登记库：加密的一个文件，写好后读回核对。"""
        from zjrc_desk.desk import back_up

        if remember and to is None:
            raise typer.BadParameter("--remember 要与 --to 一起写。")
        with program.signed_in() as desk:
            if remember and to is not None:
                back_up.set_folder(desk, to)
            made = back_up.back_up(desk, to)
        path = Path(made.folder) / made.file_name
        typer.echo(f"备份完成，已读回核对：{path}（{made.size} 字节）")

    @app.command()
    def restore(
        file: Annotated[Path, typer.Argument(help="备份文件 .zjrc-backup")],
        recovery: Annotated[bool, typer.Option("--recovery", help="用恢复码，不用密码")] = False,
        replace: Annotated[
            bool, typer.Option("--replace", help="替换现有的、更新的登记库；它会另存在旁边")
        ] = False,
    ) -> None:
        """从备份恢复登记库（可以在新电脑上），批次从下一代起编号。"""
        _restore(program, file, recovery=recovery, replace=replace)

    @app.command()
    def audit(
        out: Annotated[Path | None, typer.Option(help="导出为 XLSX 或 CSV")] = None,
        since: Annotated[str, typer.Option(help="从哪天，如 2026-11-24")] = "",
        until: Annotated[str, typer.Option(help="到哪天")] = "",
        staff: Annotated[str, typer.Option(help="工号")] = "",
        action: Annotated[list[str] | None, typer.Option(help="操作，如 sign-in-failed")] = None,
        record: Annotated[str, typer.Option(help="登记编号")] = "",
        most: Annotated[int, typer.Option(help="最多显示几条")] = 100,
        as_json: Annotated[bool, typer.Option("--json", help="输出 JSON")] = False,
        force: Annotated[bool, typer.Option("--force", help="文件已经有了也覆盖")] = False,
    ) -> None:
        """查看或导出审计记录（管理员、审计员），最新的在前。"""
        from zjrc_desk.desk.audit_trail import TrailFilter

        if out is not None:
            typed.new_file(out, (".xlsx", ".csv"), force=force)
        days = (
            typed.day(since, "--since ").isoformat() if since else "",
            typed.day(until, "--until ").isoformat() if until else "",
        )
        wanted = TrailFilter(*days, staff, tuple(action or ()), record)
        _audit(program, wanted, out, most, as_json=as_json)


def back_up_after_sealing(desk: Desk) -> None:
    """The backup that follows every batch; a failure is said and undoes nothing."""
    from zjrc_desk.desk.back_up import back_up

    try:
        back_up(desk)
    except StoreError as error:
        log.warning("%s", error)
        typer.echo(error.sentence(), err=True)


def _check(program: Program, *, as_json: bool) -> None:
    from zjrc_desk.desk.check import check_folder

    report = check_folder(program.folder(), program.staff(), program.password())
    if as_json:
        typer.echo(json.dumps(report.to_dict(), ensure_ascii=False, indent=1))
    else:
        for note in report.notes:
            typer.echo(note)
        for finding in report.findings:
            typer.echo(f"{finding.message}（{finding.code}）", err=True)
        typer.echo(report.summary(), err=not report.sound)
    if not report.sound:
        raise typer.Exit(1)


def _restore(program: Program, file: Path, *, recovery: bool, replace: bool) -> None:
    from zjrc_desk.desk.restore import Credentials, require_there, restore

    # Before anything is asked for.
    require_there(file)
    if recovery:
        code = os.environ.get("ZJRC_RECOVERY_CODE")
        code = code or str(typer.prompt("恢复码", hide_input=True))
        who = Credentials(recovery_code=code)
    else:
        who = Credentials(program.staff(), program.password())
    try:
        done = restore(file, program.folder(), who, replace=replace)
    except StoreError as error:
        if error.code in ("D17", "D18"):
            error.remedy += "确认替换就是加上 --replace。"
        raise
    open_log(program.folder())
    typer.echo(f"已恢复 {done.point} 在 {done.made_at} 的备份，从第 {done.generation} 代继续。")
    if done.lost.disabled:
        typer.echo(f"备份以后停用的账号仍然停用：{'、'.join(done.lost.disabled)}")
    if done.aside is not None:
        typer.echo(f"原来的数据文件夹另存在：{done.aside}")


def _require_known(desk: Desk, wanted: TrailFilter) -> None:
    """Wrong usage (exit code 2) rather than no entries without a word."""
    from zjrc_desk.desk import audit_trail

    part, value = audit_trail.unknown(desk, wanted)
    if part == "actions":
        typed.one_of("--action", value, audit_trail.ACTIONS)
    said = {
        "since": f"--since {value} 晚于 --until {wanted.until}。",
        "staff": f"--staff：没有工号“{value}”，请核对大小写。",
        "record": f"--record：没有“{value}”的记录，请对照纸面逐位核对。",
    }
    if part:
        raise typer.BadParameter(said[part])


def _audit(
    program: Program, wanted: TrailFilter, out: Path | None, most: int, *, as_json: bool
) -> None:
    from zjrc_desk.desk import audit_trail

    with program.signed_in() as desk:
        _require_known(desk, wanted)
        if out is not None:
            typer.echo(f"导出了 {audit_trail.export(desk, out, wanted)} 条：{out}")
            return
        total, found = audit_trail.entries(desk, wanted, most=most)
    if as_json:
        content = [audit_trail.to_dict(entry) for entry in found]
        typer.echo(json.dumps({"total": total, "entries": content}, ensure_ascii=False, indent=1))
        return
    for entry in found:
        typer.echo("  ".join(audit_trail.cells(entry)).rstrip())
    typer.echo(f"共 {total} 条。")
