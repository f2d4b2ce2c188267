"""``zjrc-centre``: the provincial centre's commands.

Exit codes: 0 done (``intake``: all accepted), 1 failed, 2 wrong usage, 3 partly accepted,
4 refused.  One Chinese line on standard error says why.  ``ZJRC_CENTRE_PASSPHRASE`` protects the
keys where it is set.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from zjrc_desk.centre.centre import DEFAULT_NAME, Centre, open_centre
from zjrc_desk.centre.files import write_private
from zjrc_desk.registry.errors import BatchError, ZjrcError
from zjrc_desk.registry.journal import crash, open_log

log = logging.getLogger("zjrc_desk.centre")
app = typer.Typer(
    help="省人体器官捐献管理中心：备案、接收批次、出具回执。",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
EXIT = {"accepted": 0, "partly": 3, "refused": 4}
_WORDS = {"accepted": "全部接收", "partly": "部分接收", "refused": "整批退回"}


class Options:
    """What stands before the command."""

    data: Path


@app.callback()
def _root(data: Annotated[Path, typer.Option(help="省中心的数据文件夹")]) -> None:
    Options.data = data
    open_log(data)


def _passphrase() -> str | None:
    return os.environ.get("ZJRC_CENTRE_PASSPHRASE") or None


@contextmanager
def _opened() -> Iterator[Centre]:
    centre = open_centre(Options.data, _passphrase())
    try:
        yield centre
    finally:
        centre.close()


@app.command()
def init(
    name: Annotated[str, typer.Option(help="省中心名称")] = DEFAULT_NAME,
    phone: Annotated[str, typer.Option(help="省中心电话")] = "",
) -> None:
    """设立省中心：密钥和登记库。"""
    from zjrc_desk.centre.centre import create

    create(Options.data, name, phone, _passphrase())
    typer.echo(f"省中心已设立：{Options.data}")
    if _passphrase() is None:
        typer.echo("没有设口令：请把这个文件夹放在加密的磁盘上，并限制谁能登录这台电脑。")


@app.command()
def approve(
    request: Annotated[Path, typer.Argument(help="登记点的备案申请 .csr")],
    out: Annotated[Path, typer.Option(help="写出的 .enrolment")],
    upload_url: Annotated[str, typer.Option(help="上传地址")] = "",
) -> None:
    """同意登记点的备案申请。"""
    from zjrc_desk.centre.centre import approve as answer

    with _opened() as centre:
        code, fingerprint, content = answer(centre, request.read_bytes(), upload_url)
    write_private(out, content)
    typer.echo(f"{code} 已备案：{out}")
    typer.echo(f"交出文件以前，请在电话里与登记点核对指纹：{fingerprint}")


@app.command()
def intake(
    files: Annotated[list[Path], typer.Argument(help="批次文件 .zjrc")],
    receipts: Annotated[Path, typer.Option(help="放回执的文件夹")],
) -> None:
    """接收批次并写出回执；退出码 0 全部接收，3 部分接收，4 退回。"""
    receipts.mkdir(parents=True, exist_ok=True)
    with _opened() as centre:
        worst = max(_intake_one(centre, file, receipts) for file in files)
    raise typer.Exit(worst)


def _intake_one(centre: Centre, file: Path, receipts: Path) -> int:
    from zjrc_desk.centre.intake import take_in

    try:
        answer = take_in(centre, file)
    except BatchError as error:
        log.warning("%s: %s", file.name, error)
        typer.echo(f"{file.name}：{error.sentence()}", err=True)
        return EXIT["refused"]
    write_private(receipts / answer.name, answer.content, mode=0o644)
    again = "（此前已接收过，回执相同）" if answer.again else ""
    typer.echo(f"{file.name}：{_WORDS[answer.verdict]}{again} → {receipts / answer.name}")
    if answer.error is not None:
        log.warning("%s: %s", file.name, answer.error)
        typer.echo(f"{file.name}：{answer.error.sentence()}", err=True)
    return EXIT[answer.verdict]


@app.command()
def revoke(point: Annotated[str, typer.Argument(help="登记点编号")]) -> None:
    """吊销登记点的全部证书。"""
    from zjrc_desk.centre.centre import revoke as act

    with _opened() as centre:
        number = act(centre, point)
    typer.echo(f"已吊销 {number} 张证书；此后该登记点的批次不再接收。")


@app.command()
def crl(out: Annotated[Path, typer.Argument(help="写出的吊销列表 PEM")]) -> None:
    """写出证书吊销列表。"""
    from zjrc_desk.centre.centre import crl as current

    with _opened() as centre:
        write_private(out, current(centre), mode=0o644)
    typer.echo(f"吊销列表已写出：{out}")


@app.command()
def status(
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON")] = False,
) -> None:
    """显示登记点、批次和登记的数目。"""
    from zjrc_desk.centre.status import status as figures

    with _opened() as centre:
        now = figures(centre)
    if as_json:
        typer.echo(json.dumps(now.to_dict(), ensure_ascii=False, indent=1))
        return
    typer.echo(f"登记点 {len(now.points)} 个，现行有效的意愿 {now.declarations_in_force} 份。")
    typer.echo("宣传咨询 {event} 次、{reached} 人次，走访 {visit} 次。".format(**now.diary))
    for verdict, number in now.batches.items():
        typer.echo(f"批次{_WORDS.get(verdict, verdict)}：{number}")
    for point, missing in now.gaps.items():
        typer.echo(f"{point} 缺少批次：{'、'.join(missing)}")
    for point, where in now.audit_shrunk.items():
        typer.echo(f"{point} 的审计记录变短或被换过：{'、'.join(where)}")


def main() -> None:
    """Run the command line; an error is one line of Chinese, never a traceback."""
    try:
        app(prog_name="zjrc-centre", standalone_mode=True)
    except ZjrcError as error:
        log.warning("%s", error)
        _fail(error.sentence())
    except OSError as error:
        crash(error)
        reason = error.strerror or type(error).__name__
        _fail(f"读写文件时出错：{reason}。请检查路径、权限和磁盘空间。（D07）")
    except Exception as error:  # noqa: BLE001 - the last one to know: no traceback for a person
        crash(error)
        _fail("程序出现意外的错误，这一步没有完成。请把数据文件夹里的日志交给技术支持。（X00）")


def _fail(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    sys.exit(1)
