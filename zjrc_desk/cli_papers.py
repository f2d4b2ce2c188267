"""The commands for papers: letters, paper, verify, signed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from zjrc_desk import cli_typed as typed
from zjrc_desk.cli_keys import Program
from zjrc_desk.registry.errors import BatchError, LetterError, StateError
from zjrc_desk.registry.journal import log

if TYPE_CHECKING:
    from zjrc_desk.desk.papers import PrintedPaper
    from zjrc_desk.desk.print_letter import PrintedLetter
    from zjrc_desk.desk.session import Desk
    from zjrc_desk.desk.verify import Verified

_LONGEST_NAME, _DOTS = 250, 2


def add_to(app: typer.Typer, program: Program) -> None:
    """Add all commands of this module."""

    @app.command()
    def letters(
        out: Annotated[Path, typer.Option(help="放 PDF 的文件夹")],
        serials: Annotated[
            list[str] | None, typer.Argument(help="编号；不写则打印全部待打印的")
        ] = None,
    ) -> None:
        """打印意愿书（家书）为已签名的 PDF；有不能打印的时退出码为 3。"""
        _letters(program, out, serials)

    @app.command()
    def paper(
        kind: Annotated[str, typer.Argument(help="文书种类；写 ? 列出全部种类")],
        subject: Annotated[
            str, typer.Argument(help="编号；移交单写批次文件名，月报写 2026-11")
        ] = "",
        out: Annotated[Path | None, typer.Option(help="放 PDF 的文件夹")] = None,
        large: Annotated[bool, typer.Option("--large", help="大字阅读本")] = False,
        reason: Annotated[str, typer.Option(help="重印的原因")] = "",
    ) -> None:
        """打印一份文书为已签名的 PDF。"""
        from zjrc_desk.registry.vocabulary import PAPER

        if kind == "?":
            typer.echo("\n".join(f"{one}\t{label}" for one, label in PAPER.labels.items()))
            return
        typed.one_of("文书种类", kind, PAPER.labels)
        if not subject or out is None:
            raise typer.BadParameter("请写编号（移交单：批次文件名，月报：2026-11）和 --out。")
        _paper(program, kind, subject, out, large=large, reason=reason)

    @app.command()
    def verify(
        what: Annotated[str, typer.Argument(help="PDF、图片，或二维码的内容")],
    ) -> None:
        """核对一份文书的真伪和是否有效，不需要网络；有效 0，真但不再有效 3，不能相信 4。"""
        _verify(program, what)

    @app.command()
    def signed(
        serials: Annotated[list[str] | None, typer.Argument(help="编号")] = None,
        every: Annotated[bool, typer.Option("--all", help="全部已打印的")] = False,
        on: Annotated[str | None, typer.Option(help="签署日期，如 2026-11-24；不写为今天")] = None,
    ) -> None:
        """登记纸质意愿书已签署并归档。"""
        if every == bool(serials):
            raise typer.BadParameter("请写编号，或写 --all，二者选一。")
        _signed(program, serials, on)


def _letters(program: Program, out: Path, serials: list[str] | None) -> None:
    from zjrc_desk.desk.outside import make_folder, write_outside
    from zjrc_desk.desk.print_letter import print_letters, waiting

    def keep(letter: PrintedLetter) -> None:
        write_outside(out / f"{letter.serial}.pdf", letter.pdf)

    with program.signed_in() as desk:
        # Also where nothing waits.
        desk.require_entry()
        make_folder(out)
        chosen = typed.serials(serials) or waiting(desk)
        refused = 0
        for serial in chosen:
            try:
                list(print_letters(desk, [serial], deliver=keep))
            except (LetterError, StateError) as error:
                # The others do not wait for the one that has to be corrected first, or that needs a
                # reason: ``paper letter SERIAL --reason``.
                refused += 1
                log.warning("%s", error)
                typer.echo(f"{serial}：{error.sentence()}", err=True)
    typer.echo(f"打印了 {len(chosen) - refused} 份意愿书。")
    if refused:
        raise typer.Exit(typed.SOME_REFUSED)


def _paper(
    program: Program, kind: str, subject: str, out: Path, *, large: bool, reason: str
) -> None:
    from zjrc_desk.desk.outside import make_folder, write_outside
    from zjrc_desk.desk.papers import BY_SERIAL, print_paper

    def keep(made: PrintedPaper) -> None:
        write_outside(out / made.file_name, made.pdf)

    with program.signed_in() as desk:
        # The role before the serial and the folder.
        desk.require_entry()
        make_folder(out)
        of = typed.serials([subject])[0] if kind in BY_SERIAL else subject
        made = print_paper(desk, kind, of, large=large, reason=reason, deliver=keep)
    typer.echo(f"打印了{made.title}：{out / made.file_name}")


def _verify(program: Program, what: str) -> None:
    from zjrc_desk.desk.outside import read_outside
    from zjrc_desk.desk.verify import GENUINE, Verdict
    from zjrc_desk.desk.verify_file import verify_file

    # A token, also a cut or mistyped one, begins as every JWS does; no file's name is that long.
    file = Path(what) if len(what) < _LONGEST_NAME else None
    typed_token = what.startswith("eyJ") or what.count(".") >= _DOTS
    with program.signed_in() as desk:
        if file is not None and (file.exists() or not typed_token):
            found = verify_file(desk, read_outside(file))
        else:
            found = _by_token(desk, what)
    typer.echo(found.sentence())
    if found.verdict not in GENUINE:
        raise typer.Exit(typed.NOT_BELIEVED)
    if found.verdict not in (Verdict.IN_FORCE, Verdict.GENUINE):
        raise typer.Exit(typed.SOME_REFUSED)


def _by_token(desk: Desk, token: str) -> Verified:
    from zjrc_desk.desk.verify import verify_token

    try:
        return verify_token(desk, token)
    except BatchError as error:
        # Cut or mistyped: no paper of anybody's, which is an answer too.
        typer.echo(error.sentence(), err=True)
        raise typer.Exit(typed.NOT_BELIEVED) from error


def _signed(program: Program, serials: list[str] | None, on: str | None) -> None:
    """``serials``: None for all that are printed."""
    from zjrc_desk.desk.attach import without_scan
    from zjrc_desk.desk.print_letter import record_signed

    day = None if on is None else typed.day(on, "签署日期")
    with program.signed_in() as desk:
        desk.require_entry()
        done = record_signed(desk, typed.serials(serials) if serials else None, day)
        bare = len(without_scan(desk, done))
    typer.echo(f"登记了 {len(done)} 份已签署的意愿书。")
    if bare:
        typer.echo(f"其中 {bare} 份没有签名件扫描；纸质件已归档的可以不添加。")
