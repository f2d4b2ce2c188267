"""The small windows in which an act on a registration is confirmed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Qt, QThread
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from zjrc_desk.desk.erase import Naming
from zjrc_desk.desk.refusal import Ending
from zjrc_desk.desk.register import IncompleteError
from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.registry.journal import log
from zjrc_desk.registry.serial import normalise_serial
from zjrc_desk.registry.vocabulary import DOCUMENT_TYPE, ERASURE_GROUND, SEX
from zjrc_desk.window.controls import ChoiceField, LineField
from zjrc_desk.window.field import Field
from zjrc_desk.window.form import grid
from zjrc_desk.window.language import labelled, listed, said, tr
from zjrc_desk.window.page import BAD, WARN, Banner, button, line_after

_ERASED_NOT_REWRITTEN = "D13"
#: Of a list in a dialog; a common name may stand in hundreds of registrations.
_MOST_PLACES = 12


@dataclass(frozen=True)
class Origin:
    """What leads to a small window: on which page, of which record, which act.

    ``record``: a registration's record id, empty for a new one; of the diary the entry's number
    among those of its ``kind``.
    """

    REGISTRATION: ClassVar = "registration"
    DIARY: ClassVar = "diary"

    page: str
    record: str
    act: str
    kind: str = ""


class ActDialog(QDialog):
    """Says what will happen; what goes wrong is said here, and nothing typed is lost.

    ``help_section``: what F1 opens; empty: what belongs to where it was opened.  ``origin``: where
    it comes back with what was typed when the lock closed it; None: it is named, and no more.
    """

    help_section = ""
    origin: Origin | None = None

    def __init__(self, title: str, words: str, yes: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(640)
        self.perform: Callable[[], object] = lambda: None
        self.banner = Banner()
        said = QLabel(words)
        said.setWordWrap(True)
        self.body = QVBoxLayout()
        self.yes = button(yes, self.finish, primary=True)
        self.no = button(self.tr("取消"), self.reject, "Esc")
        self.yes.setDefault(True)
        self.no.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.no)
        foot.addWidget(self.yes)
        layout = self._whole = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(self.banner)
        layout.addWidget(said)
        layout.addLayout(self.body)
        layout.addLayout(foot)

    def working(self) -> bool:
        """Whether it is at work in the background, so that the store must stay open."""
        return False

    def cut_short(self) -> str:
        """What is to be known where the window is locked over it; nothing of what is in it."""
        if not self.half_typed():
            return ""
        text = self.tr("锁定时“{title}”还没有完成，里面填的没有保留，登录后请重新打开再填。")
        if self.origin is not None:
            text = self.tr(
                "锁定时“{title}”还没有完成。同一个人登录以后会再打开，接着填；"
                "关闭程序的话，里面填的就没有了。"
            )
        return text.format(title=self.windowTitle())

    def half_typed(self) -> bool:
        """Whether something was typed in it."""
        return any(one.isModified() and one.text() for one in self.findChildren(QLineEdit))

    def entered(self) -> dict[str, str]:
        """What comes back with it after the lock."""
        return {}

    def take_up(self, entered: Mapping[str, str]) -> None:
        """What was typed before the lock."""
        self.fill(entered)
        for one in self.findChildren(QLineEdit):
            # Typed by a person all the same: the next lock holds it again, and Esc spares it.
            one.setModified(True)
        self.banner.say(self.tr("锁定以前填的都在，请接着填；要确认的，请再勾选一次。"))
        self._fit()

    def fill(self, entered: Mapping[str, str]) -> None:
        """Put that into the lines, by their names."""

    def finish(self) -> None:
        """Do it; the window closes only when it is done."""
        try:
            self.perform()
        except ZjrcError as error:
            self.show_error(error)
        else:
            self.accept()

    def show_error(self, error: ZjrcError) -> None:
        """What went wrong, every open point of it."""
        log.warning("%s", error)
        text = said(error)
        if isinstance(error, IncompleteError):
            stops = [p for p in error.problems if not p.warning]
            text = "\n".join(labelled(tr(p.field), said(p)) for p in stops)
        self.banner.say(text, BAD)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter moves on from line to line; only at the last one it is the act."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (enter and self._moved_on()):
            super().keyPressEvent(event)

    def _moved_on(self) -> bool:
        after = line_after(self, self.focusWidget())
        if after is not None:
            after.setFocus()
        return after is not None

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Room for every line of the words and of the banner, or the fields would be cut off."""
        self._whole.activate()
        self.resize(self.width(), self._whole.totalHeightForWidth(self.width()))


class ReasonDialog(ActDialog):
    """An act of which only the reason is asked."""

    def __init__(
        self, title: str, words: str, yes: str, parent: QWidget | None = None, *, must: bool = True
    ) -> None:
        super().__init__(title, words, yes, parent)
        self.reason = _reason(self, self.body, must=must)
        self.reason.setFocus()

    def entered(self) -> dict[str, str]:
        return {"reason": self.reason.text()}

    def fill(self, entered: Mapping[str, str]) -> None:
        self.reason.setText(entered["reason"])


class WithdrawalDialog(ReasonDialog):
    """撤销: works at once and without a reason, and is the volunteer's alone (民法典 1006, 1142):
    that it is the volunteer who asks for it is ticked, so that one Enter too many withdraws
    nothing."""

    help_section = "acts"

    def __init__(self, parent: QWidget | None = None) -> None:
        words = tr(
            "撤销立即生效，并随下一批次上报省中心。只有志愿者本人可以撤销，亲属和执行人不能代办。"
            "不需要说明原因；本人愿意说的可以记下。",
        )
        title = tr("撤销")
        super().__init__(title, words, title, parent, must=False)
        self.asked_for = QCheckBox(self.tr("志愿者本人要求撤销"))
        self.asked_for.setAccessibleName(self.asked_for.text())
        self.body.addWidget(self.asked_for)
        self.yes.setDefault(False)
        self.yes.setAutoDefault(False)
        self.yes.setEnabled(False)
        self.asked_for.toggled.connect(self.yes.setEnabled)
        self.reason.returnPressed.connect(self.asked_for.setFocus)


class EndingDialog(ActDialog):
    """明确不捐献, and putting a withdrawal or refusal right: who, which day, signed."""

    help_section = "acts"

    def __init__(
        self,
        title: str,
        words: str,
        known: Ending,
        parent: QWidget | None = None,
        *,
        must: bool = False,
    ) -> None:
        super().__init__(title, words, self.tr("登记"), parent)
        self._fields: dict[str, Field] = {
            "document_type": ChoiceField(
                "ending.document_type", self.tr("证件类型"), DOCUMENT_TYPE
            ),
            "document_number": LineField("ending.document_number", self.tr("证件号码")),
            "name": LineField("ending.name", self.tr("姓名"), self.tr("与证件一致")),
            "declared_at": LineField("ending.declared_at", self.tr("声明日期")),
            "birth_date": LineField(
                "ending.birth_date", self.tr("出生日期"), self.tr("号码里有的不用填")
            ),
            "sex": ChoiceField("ending.sex", self.tr("性别"), SEX),
        }
        for name, one in self._fields.items():
            one.set_value(getattr(known, name))
            one.entered.connect(Field.go_on)
        self.body.addLayout(grid(list(self._fields.values())))
        self.signed = QCheckBox(self.tr("书面声明已由本人签署"))
        self.signed.setAccessibleName(self.signed.text())
        self.body.addWidget(self.signed)
        self.reason = _reason(self, self.body, must=must)
        self._fields["document_number"].take_focus()

    def entered(self) -> dict[str, str]:
        values = {name: str(one.value()) for name, one in self._fields.items()}
        return values | {"reason": self.reason.text()}

    def fill(self, entered: Mapping[str, str]) -> None:
        for name, one in self._fields.items():
            one.set_value(entered[name])
        self.reason.setText(entered["reason"])

    def ending(self) -> Ending:
        """What was entered."""
        values = {name: one.value() for name, one in self._fields.items()}
        return Ending(**values, statement_signed=self.signed.isChecked())


class Work(QThread):
    """One use case beside the window; its error is kept for the window to say."""

    def __init__(self, act: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._act = act
        self.error: ZjrcError | None = None
        self.through = False

    def run(self) -> None:
        try:
            self._act()
        except ZjrcError as error:
            self.error = error
        self.through = True


class EraseDialog(ActDialog):
    """删除个人信息: can't be taken back, so the serial is typed."""

    help_section = "acts"

    def __init__(
        self,
        serial: str,
        drafts: Sequence[str],
        namings: Sequence[Naming],
        parent: QWidget | None = None,
    ) -> None:
        words = self.tr(
            "这份登记的个人信息将从本机永久删除，不能恢复：姓名、证件、电话、意愿、家书、亲属、执行人、"
            "见证人、备注、意愿书和扫描件，所有版本，以及走访记录里的文字。"
            "只留下编号、日期、种类、原因和经办人，走访次数照样计算。"
            "意愿也随之不再有效，下一批次会请省中心同样删除。\n"
            "这里删不到的，请另行处理：以前做的备份、签了名的纸张、导出过的表格，"
            "以及别人的登记里写到这位本人的地方。"
        )
        if drafts:
            also = self.tr("同一人没有填完的草稿一并删除：{list}。")
            words += "\n" + also.format(list=listed(drafts))
        elsewhere = self._elsewhere(namings)
        words += "\n" + elsewhere if elsewhere else ""
        super().__init__(self.tr("删除个人信息"), words, self.tr("永久删除"), parent)
        self.said = self.tr("个人信息已经删除。") + elsewhere
        self._serial = serial
        self._work: Work | None = None
        self.ground = QComboBox()
        self.ground.setAccessibleName(self.tr("删除的原因"))
        for value, label in ERASURE_GROUND.labels.items():
            self.ground.addItem(tr(label), value)
        self.typed = QLineEdit()
        self.typed.setAccessibleName(self.tr("编号"))
        self.typed.setPlaceholderText(serial)
        self.typed.textChanged.connect(lambda _text: self._ready())
        for caption, control in (
            (self.tr("删除的原因（个人信息保护法第四十七条）"), self.ground),
            (self.tr("请输入这份登记的编号 {serial} 确认").format(serial=serial), self.typed),
        ):
            named = QLabel(caption)
            named.setWordWrap(True)
            named.setBuddy(control)
            self.body.addWidget(named)
            self.body.addWidget(control)
        # Nothing is erased by one Enter too many.
        self.yes.setDefault(False)
        self.yes.setAutoDefault(False)
        self.typed.setFocus()
        self._ready()

    def _elsewhere(self, namings: Sequence[Naming]) -> str:
        """Where the person is named besides, to be corrected one by one."""
        as_what = {
            "kin": self.tr("亲属"),
            "executor": self.tr("执行人"),
            "witness": self.tr("见证人"),
            "member": self.tr("生命之约队员名单"),
        }
        places = [
            f"{one.serial} {as_what[one.role]}".strip()
            + ("" if one.sure else self.tr("（同名，请先核对是不是本人）"))
            for one in namings
        ]
        if not places:
            return ""
        shown, more = places[:_MOST_PLACES], len(places) - _MOST_PLACES
        text = self.tr("仍写着这位本人的：{list}").format(list=listed(shown))
        text += self.tr("，等 {n} 处").format(n=len(places)) if more > 0 else ""
        return text + self.tr("。请记下，逐份打开更正。")

    def _ready(self) -> None:
        working = self._work is not None
        self.yes.setEnabled(not working and normalise_serial(self.typed.text()) == self._serial)
        self.no.setEnabled(not working)

    def finish(self) -> None:
        """Erase beside the window, which says so meanwhile."""
        self.banner.say(self.tr("正在删除并整理登记库文件，请不要关机…"), WARN)
        self._work = Work(self.perform, self)
        self._work.finished.connect(self._finished)
        self._ready()
        self._work.start()

    def _finished(self) -> None:
        work, self._work = self._work, None
        self._ready()
        if work is None or not work.through:
            return
        if work.error is None or work.error.code == _ERASED_NOT_REWRITTEN:
            self.said = self.said if work.error is None else said(work.error)
            self.accept()
        else:
            self.show_error(work.error)

    def working(self) -> bool:
        return self._work is not None

    def reject(self) -> None:
        """Not while it is at work."""
        if self._work is None:
            super().reject()


def _reason(dialog: QDialog, layout: QVBoxLayout, *, must: bool) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName("reason")
    line.setAccessibleName(dialog.tr("原因"))
    label = QLabel(dialog.tr("原因") if must else dialog.tr("原因（可以不写）"))
    label.setBuddy(line)
    layout.addWidget(label)
    layout.addWidget(line)
    return line
