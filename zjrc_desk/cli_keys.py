"""The commands for accounts, passwords and keys; :func:`add_to` gives them to ``zjrc-desk``.

What is secret comes from the environment or is asked for, never from the command line, where the
process list would show it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from zjrc_desk.registry.errors import AccessError

if TYPE_CHECKING:
    from zjrc_desk.desk.session import Desk

_ASKED = 3
Number = Annotated[str, typer.Argument(help="工号")]
Role = Annotated[str, typer.Argument(help="registrar、administrator 或 auditor")]


@dataclass(frozen=True)
class Program:
    """What the commands need of the program they are added to."""

    folder: Callable[[], Path]
    signed_in: Callable[[], AbstractContextManager[Desk]]
    staff: Callable[[], str]
    password: Callable[[], str]


def new_password() -> str:
    """``ZJRC_NEW_PASSWORD``, or asked for twice."""
    given = os.environ.get("ZJRC_NEW_PASSWORD")
    return given or str(typer.prompt("新密码", hide_input=True, confirmation_prompt="再输一遍"))


def typed_back(code: str, *, must: bool) -> None:
    """Ask for the code that was just shown until it is right; raises AccessError A11 after three.

    Without anybody to type (standard input at its end): an error too where it ``must`` be typed,
    else a word of warning.
    """
    from zjrc_desk.desk import recovery

    for left in reversed(range(_ASKED)):
        typer.echo("请看着纸上的恢复码，再输入一遍：", nl=False)
        try:
            typed = input()
        except EOFError:
            typer.echo()
            if must:
                raise AccessError("A11", "没有输入恢复码。", "请在终端里运行这个命令。") from None
            typer.echo("没有人输入：请务必把上面的恢复码抄在纸上。", err=True)
            return
        try:
            recovery.typed_back(code, typed)
        except AccessError as error:
            if not left:
                raise
            typer.echo(error.sentence(), err=True)
        else:
            return


def add_to(app: typer.Typer, program: Program) -> None:
    """Add all commands of this module."""
    app.add_typer(_staff_commands(program), name="staff")

    @app.command()
    def password() -> None:
        """更改自己的密码；用临时密码登录的也在这里换。"""
        _change_password(program.folder(), program.staff(), program.password())
        typer.echo("密码已更改。")

    @app.command()
    def recover(
        number: Annotated[str, typer.Argument(help="管理员工号；没有用过的会成为新的管理员")],
    ) -> None:
        """用恢复码打开登记库，为管理员设置新密码。"""
        from zjrc_desk.desk import recovery

        code = os.environ.get("ZJRC_RECOVERY_CODE") or str(typer.prompt("恢复码"))
        recovery.recover(program.folder(), code, number, new_password()).close()
        typer.echo(f"{number} 的新密码已设置。请登录后换一个新的恢复码。")

    @app.command("recovery-code")
    def recovery_code(
        sheet: Annotated[Path | None, typer.Option(help="另存恢复码纸为 PDF，打印后请删除")] = None,
    ) -> None:
        """换一个恢复码，原来的作废。"""
        from zjrc_desk.desk import keys, recovery
        from zjrc_desk.desk.outside import write_outside

        own = program.password()
        with program.signed_in() as desk:
            code = recovery.code_for(desk)
            if sheet is not None:
                write_outside(sheet, recovery.sheet(desk.point, code, desk.today()))
            typer.echo(f"恢复码（只显示这一次，请抄写并妥善保管）：{code}")
            typed_back(code, must=True)
            keys.replace_recovery_code(desk, own, code)
        typer.echo("新的恢复码已启用，原来的已作废。")

    @app.command()
    def rekey() -> None:
        """更换登记库密钥：整个登记库重新加密，密码都不变。"""
        from zjrc_desk.desk import keys

        own = program.password()
        with program.signed_in() as desk:
            keys.change_store_key(desk, own)
        typer.echo("登记库密钥已更换。")

    @app.command()
    def idle(minutes: Annotated[int, typer.Argument(help="1 到 30 分钟")]) -> None:
        """窗口无人操作多久后自动锁定。"""
        from zjrc_desk.desk import staff

        with program.signed_in() as desk:
            staff.set_idle(desk, minutes)
        typer.echo(f"无人操作 {minutes} 分钟后自动锁定。")


def _change_password(folder: Path, number: str, present: str) -> None:
    from zjrc_desk.desk import keys
    from zjrc_desk.desk.session import sign_in

    try:
        desk = sign_in(folder, number, present)
    except AccessError as error:
        if error.code != "A05":
            raise
        keys.first_password(folder, number, present, new_password()).close()
        return
    try:
        keys.change_password(desk, present, new_password())
    finally:
        desk.close()


def _staff_commands(program: Program) -> typer.Typer:
    commands = typer.Typer(help="人员（管理员）", no_args_is_help=True)

    @commands.command("list")
    def list_(as_json: Annotated[bool, typer.Option("--json", help="输出 JSON")] = False) -> None:
        """列出全部账号。"""
        from zjrc_desk.desk import staff
        from zjrc_desk.registry.vocabulary import ROLE

        with program.signed_in() as desk:
            found = staff.everybody(desk)
        fields = ("number", "name", "role", "disabled", "temporary")
        if as_json:
            rows = [{name: getattr(one, name) for name in fields} for one in found]
            typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
            return
        for one in found:
            state = "停用" if one.disabled else "临时密码" if one.temporary else "可以登录"
            typer.echo(f"{one.number}\t{one.name}\t{ROLE.label(one.role)}\t{state}")

    @commands.command()
    def add(
        number: Number,
        name: Annotated[str, typer.Option(help="姓名")],
        role: Annotated[
            str, typer.Option(help="registrar、administrator 或 auditor")
        ] = "registrar",
    ) -> None:
        """添加账号，显示一次临时密码。"""
        from zjrc_desk.desk import staff

        with program.signed_in() as desk:
            _tell(number, staff.add(desk, number, name, role))

    @commands.command()
    def disable(number: Number) -> None:
        """停用账号。"""
        from zjrc_desk.desk import staff

        with program.signed_in() as desk:
            staff.disable(desk, number)
        typer.echo(f"{number} 已停用。")

    @commands.command()
    def enable(number: Number) -> None:
        """启用账号，显示一次临时密码。"""
        from zjrc_desk.desk import staff

        with program.signed_in() as desk:
            _tell(number, staff.enable(desk, number))

    @commands.command()
    def reset(number: Number) -> None:
        """重设密码，显示一次临时密码。"""
        from zjrc_desk.desk import staff

        with program.signed_in() as desk:
            _tell(number, staff.reset_password(desk, number))

    @commands.command()
    def rename(number: Number, name: Annotated[str, typer.Argument(help="姓名")]) -> None:
        """改姓名。"""
        from zjrc_desk.desk import staff

        with program.signed_in() as desk:
            staff.rename(desk, number, name)

    @commands.command()
    def role(
        number: Number,
        role: Role,
    ) -> None:
        """改角色。"""
        from zjrc_desk.desk import staff

        with program.signed_in() as desk:
            staff.change_role(desk, number, role)

    return commands


def _tell(number: str, temporary: str) -> None:
    typer.echo(f"{number} 的临时密码（只能登录一次，登录时要更改）：{temporary}")
