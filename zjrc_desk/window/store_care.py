"""Backups and checks of the store, beside the window or while it closes."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from zjrc_desk.desk import back_up
from zjrc_desk.desk.check import Report, check
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.support import export_bundle
from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.registry.journal import crash, log
from zjrc_desk.window.background import Background
from zjrc_desk.window.language import said, tr
from zjrc_desk.window.long_work import long_work
from zjrc_desk.window.page import BAD, GOOD, WARN, Page
from zjrc_desk.window.waiting import CancelledError, Waiting

#: After signing in, the first seconds belong to whoever sits there.
_FIRST_AFTER_MS = 20_000


class StoreCare(QObject):
    """For one signed-in desk.  ``changed``: a backup was made, or could not be."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._background = Background(self)
        self._active = False
        self._daily = QTimer(self)
        self._daily.setSingleShot(True)
        self._daily.timeout.connect(self._day)
        #: Why the last backup was not made, be it when the window closed; empty where it was.
        self.fault = tr(back_up.fault(desk))

    def start(self) -> None:
        """Back up by itself from now on: the day's first in a while, and after every batch."""
        self._active = True
        self._daily.start(_FIRST_AFTER_MS)

    def _day(self) -> None:
        if back_up.due(self._desk):
            self.quietly()

    def after_sealing(self) -> None:
        """A batch was sealed."""
        if self._active:
            self.quietly()

    def quietly(self) -> None:
        """Back up without a word; what goes wrong is said on 今日."""
        self._background.start(partial(back_up.back_up, self._desk), self._quiet_end)

    def _quiet_end(self, outcome: Future[Any]) -> None:
        error = outcome.exception()
        self.fault = said(error) if isinstance(error, ZjrcError) else ""
        if isinstance(error, ZjrcError):
            log.warning("%s", error)
        elif error is not None:
            crash(error)
        self.changed.emit()

    def by_hand(self, page: Page, folder: Path | None = None) -> None:
        """Back up now; the page says how it went."""

        def done(outcome: Future[Any]) -> None:
            if _cancelled(outcome):
                page.banner.say(self.tr("已取消，没有备份。"), WARN)
                return
            with page.acting():
                made = outcome.result()
                self.fault = ""
                page.banner.say(
                    self.tr("备份完成，已读回核对：{file}").format(
                        file=Path(made.folder) / made.file_name
                    ),
                    GOOD,
                )
            self.changed.emit()

        self._waiting(
            page, self.tr("正在备份"), lambda tell: back_up.back_up(self._desk, folder, tell), done
        )

    def check(self, page: Page, then: Callable[[Report], object]) -> None:
        """Check the whole store; ``then`` gets the report."""

        def done(outcome: Future[Any]) -> None:
            if _cancelled(outcome):
                page.banner.say(self.tr("已取消，没有查完。"), WARN)
                return
            with page.acting():
                report = outcome.result()
                page.banner.say(tr(report.summary()), GOOD if report.sound else BAD)
                then(report)

        self._waiting(page, self.tr("正在检查登记库"), partial(check, self._desk), done)

    def bundle(self, page: Page, path: Path) -> None:
        """Write what technical support needs to ``path``."""

        def done(outcome: Future[Any]) -> None:
            if _cancelled(outcome):
                page.banner.say(self.tr("已取消，没有导出。"), WARN)
                return
            with page.acting():
                report = outcome.result()
                said = self.tr("诊断包已导出，里面没有任何人的信息：{file}").format(file=path)
                sound = "" if report.sound else report.summary()
                page.banner.say(said + sound, GOOD if report.sound else WARN)

        work = partial(export_bundle, self._desk, path)
        self._waiting(page, self.tr("正在检查登记库"), work, done)

    def _waiting(
        self,
        page: Page,
        text: str,
        work: Callable[[Callable[[int, int], None]], Any],
        done: Callable[[Future[Any]], None],
    ) -> None:
        dialog = Waiting(text, page, stop=self.tr("取消"))

        def ended(outcome: Future[Any]) -> None:
            dialog.end()
            done(outcome)

        self._background.start(partial(work, dialog.or_cancelled), ended)

    def finish(self) -> None:
        """Wait for what is going on; the store may be closed next."""
        self._daily.stop()
        self._background.finish()

    def on_leaving(self, parent: QWidget) -> None:
        """The backup before the window closes, if anything was done; it can be left out."""
        title = self.tr("正在备份，完成后自动关闭")
        with long_work(parent, title, title, self.tr("不备份了"), counts=False) as work:
            # What is going on already may take as long.
            work.run(self._background.settle)
            self.finish()
            if not back_up.worth_it(self._desk):
                return
            try:
                work.run(partial(back_up.back_up, self._desk, progress=work.or_cancelled))
            except CancelledError:
                log.info("backup left out")
            except ZjrcError as error:
                # The use case remembers it; it is said the next time somebody signs in.
                log.warning("%s", error)


def _cancelled(outcome: Future[Any]) -> bool:
    return isinstance(outcome.exception(), CancelledError)


def disk_words(desk: Desk, folder: Path) -> str:
    """A warning where backups lie on the disk they are to replace; else empty."""
    if not back_up.same_disk(desk, folder):
        return ""
    return tr(
        "这个文件夹和登记库在同一块硬盘上：硬盘坏了，两样一起没有。请尽量换成 U 盘或另一块硬盘。"
    )


def age_words(state: back_up.BackupState) -> str:
    """When the last good backup was made, in words."""
    if state.last is None:
        return tr("还没有备份。")
    days = state.age.days
    when = tr("不到一天前") if days < 1 else tr("{n} 天前").format(n=days)
    made = state.last.made_at[:16].replace("T", " ")
    return tr("最近一次核对过的备份：{when}（{made}）").format(when=when, made=made)
