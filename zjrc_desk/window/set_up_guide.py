"""The steps of setting up that can wait: backup folder, request, enrolment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from zjrc_desk.desk import back_up
from zjrc_desk.desk import set_up_steps as steps
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.registry.journal import log
from zjrc_desk.window import enrolment_files
from zjrc_desk.window.file_dialogs import ask_folder
from zjrc_desk.window.language import said
from zjrc_desk.window.page import BAD, GOOD, WARN, Banner, button
from zjrc_desk.window.store_care import disk_words


class SetUpGuide(QDialog):
    """One step after the other; each can be left, and waits on 今日.  ``changed``: one was done."""

    help_section = "set-up"
    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._skipped: set[str] = set()
        self.step = ""
        self.setWindowTitle(self.tr("设立登记点"))
        self.setMinimumWidth(640)
        self.title, self.words = QLabel(), QLabel()
        self.title.setObjectName("section")
        self.words.setWordWrap(True)
        self.fingerprint = enrolment_files.Fingerprint()
        self.banner = Banner()
        self.acts = {
            steps.FOLDER: [
                button(self.tr("选择 U 盘或文件夹…"), self.choose_folder, primary=True),
                button(self.tr("先放在这台电脑上"), self.keep_here),
            ],
            steps.REQUEST: [
                button(self.tr("导出备案申请…"), self.choose_request, primary=True),
            ],
            steps.ENROLMENT: [
                button(self.tr("导入备案文件…"), self.choose_enrolment, primary=True),
            ],
        }
        row = QHBoxLayout()
        for one in (one for group in self.acts.values() for one in group):
            row.addWidget(one)
        row.addStretch(1)
        self.next = button(self.tr("跳过这一步"), self.go_on)
        self.later = button(
            self.tr("先用起来，以后再设置"),
            self.reject,
            self.tr("Esc：没有做的，“今日”会提醒，按“继续设置”就接着做"),
        )
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.next)
        foot.addWidget(self.later)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        for widget in (self.title, self.words, self.fingerprint, self.banner):
            layout.addWidget(widget)
        layout.addLayout(row)
        layout.addLayout(foot)
        self._show()

    def cut_short(self) -> str:
        """What is to be known where the window is locked over it; nothing at its end."""
        if not self.step:
            return ""
        text = self.tr(
            "锁定时“{title}”关上了。做完的都在，其余的登录后在“今日”按“继续设置”接着做。"
        )
        return text.format(title=self.windowTitle())

    def go_on(self) -> None:
        """The next step that is left; this one waits if it was not done."""
        self._skipped.add(self.step)
        self.banner.say("")
        self._show()

    def _show(self) -> None:
        left = [one for one in steps.unfinished(self._desk) if one not in self._skipped]
        self.step = left[0] if left else ""
        words = {
            steps.FOLDER: self.tr(
                "备份是一个加密的文件，每天自动做。请插上 U 盘或另一块硬盘，选它上面的一个文件夹："
                "电脑坏了，靠它恢复。"
            ),
            steps.REQUEST: self.tr(
                "导出一个文件，交给省中心（可以用邮件），并在电话里核对指纹。没有备案不能封批，"
                "但可以先登记、打印。"
            ),
            steps.ENROLMENT: self.tr(
                "省中心发回的备案文件（.enrolment），在这里导入。还没有收到的，收到以后再做。"
            ),
        }
        self.fingerprint.hide()
        if self.step in (steps.REQUEST, steps.ENROLMENT):
            self.fingerprint.show_now(self._desk)
        for step, buttons in self.acts.items():
            for one in buttons:
                one.setVisible(step == self.step)
        if self.step:
            self._call_next(self.tr("跳过这一步"), self.tr("这一步以后再做，“今日”会提醒"))
            text = self.tr("第 {n} 步，共 {of} 步：{title}")
            name = self.tr(steps.NAMES[self.step])
            number = steps.NUMBERS[self.step]
            self.title.setText(text.format(n=number, of=steps.STEPS, title=name))
            self.words.setText(words[self.step])
            self.acts[self.step][0].setFocus()
        else:
            self._end()

    def _call_next(self, text: str, tip: str) -> None:
        """A step that is done is not skipped."""
        self.next.setText(text)
        self.next.setAccessibleName(text)
        self.next.setToolTip(tip)
        self.next.setAccessibleDescription(self.next.toolTip())

    def _end(self) -> None:
        done = not steps.unfinished(self._desk)
        self.title.setText(self.tr("设置都完成了") if done else self.tr("其余的以后再做"))
        self.words.setText("" if done else self.tr("“今日”会提醒，按“继续设置”就接着做。"))
        self.next.hide()
        self.later.setText(self.tr("开始使用"))
        self.later.setAccessibleName(self.later.text())
        self.later.setToolTip("Esc")
        self.later.setFocus()

    def choose_folder(self) -> None:
        """Ask where backups go."""
        folder = ask_folder(self, self.tr("选择放备份的 U 盘或文件夹"))
        if folder is not None:
            self.use_folder(folder)

    def use_folder(self, folder: Path) -> None:
        """Backups go there."""
        with self._acting():
            back_up.set_folder(self._desk, folder)
            warning = disk_words(self._desk, folder)
            said = self.tr("以后每天备份到那里。")
            self._done(said + warning, WARN if warning else GOOD)

    def keep_here(self) -> None:
        """Backups stay on this PC for now."""
        with self._acting():
            back_up.keep_beside(self._desk)
            self._done(self.tr("备份先放在这台电脑上；有了 U 盘请在“设置”里换。"))

    def choose_request(self) -> None:
        """Ask where the request goes."""
        path = enrolment_files.ask_where_to(self._desk, self)
        if path is not None:
            self.write_request(path)

    def write_request(self, path: Path) -> None:
        """Write the request; its fingerprint stays on the sheet until the next step."""
        with self._acting():
            self._done(enrolment_files.write_request(self._desk, path))

    def choose_enrolment(self) -> None:
        """Ask for the centre's answer."""
        path = enrolment_files.ask_for_answer(self)
        if path is not None:
            self.take_enrolment(path)

    def take_enrolment(self, path: Path) -> None:
        """Take the centre's answer."""
        with self._acting():
            self._done(enrolment_files.take_answer(self._desk, path))

    @contextmanager
    def _acting(self) -> Iterator[None]:
        try:
            yield
        except ZjrcError as error:
            log.warning("%s", error)
            self.banner.say(said(error), BAD)

    def _done(self, said: str, mood: str = GOOD) -> None:
        """Said until the next step, for a fingerprint has to be read out."""
        self.banner.say(said, mood)
        for one in self.acts[self.step]:
            one.hide()
        # Of a request it is in what is said; and an enrolment makes an end of it.
        self.fingerprint.hide()
        on = self.tr("下一步")
        self._call_next(on, on)
        self.next.setFocus()
        self.changed.emit()
