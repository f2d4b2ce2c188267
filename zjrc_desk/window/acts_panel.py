"""变更、更正、撤销、明确不捐献、重新登记、历史、删除: what can be done with a registration."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from zjrc_desk.desk import change, erase, refusal, register
from zjrc_desk.desk.history import history
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.succession import possible
from zjrc_desk.registry.life import EDITABLE, ENDING_KINDS, Act
from zjrc_desk.registry.tables import Revision
from zjrc_desk.window.act_dialogs import (
    ActDialog,
    EndingDialog,
    EraseDialog,
    Origin,
    ReasonDialog,
    WithdrawalDialog,
)
from zjrc_desk.window.compare_dialog import CompareDialog
from zjrc_desk.window.flow import Flow
from zjrc_desk.window.page import Page, button


class ActsPanel(QWidget):
    """Only what may be done now is shown; each act asks before it records anything.

    ``recorded``: record id and what to say; no record id: the person was erased.
    """

    help_section = "acts"

    recorded = Signal(str, str)

    def __init__(self, desk: Desk, page: Page, save: Callable[[], bool]) -> None:
        super().__init__()
        self._desk = desk
        self._page = page
        self._save = save
        self._revision: Revision = register.new_draft()
        self.dialog: QDialog | None = None
        self.buttons = {
            Act.CHANGE: button(self.tr("变更…"), self.change, self.tr("本人的意愿变了")),
            Act.CORRECT: button(self.tr("更正…"), self.correct, self.tr("抄错了，或被省中心退回")),
            Act.WITHDRAW: button(
                self.tr("撤销…"), self.withdraw, self.tr("立即生效，不必说明原因")
            ),
            Act.REFUSE: button(self.tr("明确不捐献…"), self.refuse),
            Act.ABANDON: button(self.tr("放弃这次填写…"), self.abandon, self.tr("恢复原来的版本")),
            Act.RENEW: button(self.tr("重新登记"), self.renew, self.tr("撤销以后又愿意捐献")),
            Act.ERASE: button(self.tr("删除个人信息…"), self.erase, self.tr("只有管理员可以办理")),
        }
        self.history_button = button(
            self.tr("历史…"), self.show_history, self.tr("全部版本和不同之处")
        )
        layout = Flow(self)
        left = (Act.CHANGE, Act.CORRECT, Act.ABANDON, Act.WITHDRAW, Act.REFUSE, Act.RENEW)
        for act in left:
            layout.addWidget(self.buttons[act])
        layout.addWidget(self.history_button)
        layout.addWidget(self.buttons[Act.ERASE])

    def show_revision(self, revision: Revision) -> None:
        """Offer what may be done with it."""
        self._revision = revision
        change_ = revision.kind == "change"
        words = self.tr("放弃这次变更…") if change_ else self.tr("放弃这次填写…")
        self.buttons[Act.ABANDON].setText(words)
        self.buttons[Act.ABANDON].setAccessibleName(words)
        offered = possible(self._desk, revision)
        for act, one in self.buttons.items():
            one.setVisible(act in offered)
        begun = revision.number > 1 or revision.state not in EDITABLE
        self.history_button.setVisible(begun)

    def change(self) -> None:
        """The wish changes."""
        words = self.tr(
            "从现在的内容另立一个新版本，改好以后要重新见证、打印和签名。"
            "新版本签署以前，原来的意愿仍然有效。"
        )
        dialog = ReasonDialog(self.tr("变更"), words, self.tr("开始变更"), self)
        record_id = self._revision.record_id
        dialog.perform = lambda: change.change(self._desk, record_id, dialog.reason.text())
        said = self.tr("已另立一个新版本，请改好后重新见证；原来的版本保留。")
        self._ask(dialog, lambda: self.recorded.emit(record_id, said), Act.CHANGE)

    def correct(self) -> None:
        """What was recorded is wrong."""
        if self._revision.kind in ENDING_KINDS:
            self._correct_ending()
            return
        words = self.tr(
            "本人的意愿没有变，只是记录有错。内容、见证和登记日期都带到新版本；"
            "改好以后要重新打印、签名，纸面和记录才一致。"
        )
        dialog = ReasonDialog(self.tr("更正"), words, self.tr("开始更正"), self)
        record_id = self._revision.record_id
        dialog.perform = lambda: change.correct(self._desk, record_id, dialog.reason.text())
        said = self.tr("已另立一个新版本，请更正后按“填写和见证完成”。")
        self._ask(dialog, lambda: self.recorded.emit(record_id, said), Act.CORRECT)

    def _correct_ending(self) -> None:
        revision = self._revision
        known = refusal.ending_of(revision, revision.declared_at)
        words = self.tr("请改正姓名、证件或日期，并写明原因。更正立即生效，随下一批次上报。")
        dialog = EndingDialog(self.tr("更正"), words, known, self, must=True)
        # It was signed when it was first recorded.
        dialog.signed.setChecked(True)
        dialog.signed.hide()
        dialog.perform = lambda: refusal.correct_ending(
            self._desk, revision.record_id, dialog.ending(), dialog.reason.text()
        )
        self._ask(dialog, lambda: self._end(revision.record_id, self.tr("已更正。")), Act.CORRECT)

    def withdraw(self) -> None:
        """The volunteer takes the wish back."""
        dialog = WithdrawalDialog(self)
        revision = self._revision
        serial = revision.registration.serial
        dialog.perform = lambda: change.withdraw(self._desk, [serial], dialog.reason.text())
        self._ask(
            dialog, lambda: self._end(revision.record_id, self.tr("已登记撤销。")), Act.WITHDRAW
        )

    def refuse(self) -> None:
        """The person does not want to donate, registered before or not."""
        if not self._save():
            return
        revision = self._revision
        known = refusal.ending_of(revision, self._desk.today().isoformat())
        words = self.tr(
            "本人明确不捐献的，身后任何人不得捐献其遗体、器官和组织。"
            "立即生效，随下一批次上报。不需要说明原因。"
        )
        dialog = EndingDialog(self.tr("明确不捐献"), words, known, self)
        made: list[Revision] = []

        def perform() -> None:
            entered, reason = dialog.ending(), dialog.reason.text()
            if revision.record_id:
                made.append(refusal.refuse(self._desk, revision.record_id, entered, reason))
            else:
                made.append(refusal.refuse_new(self._desk, entered, reason))

        dialog.perform = perform
        said = self.tr("已登记明确不捐献。")
        self._ask(dialog, lambda: self._end(made[0].record_id, said), Act.REFUSE)

    def renew(self) -> None:
        """Who withdrew or refused declares anew."""
        said = self.tr("已为本人开始新的登记，以前的意愿没有带过来。")
        record_id = self._revision.record_id
        with self._page.acting():
            change.renew(self._desk, record_id)
            self.recorded.emit(record_id, said)

    def erase(self) -> None:
        """Remove the person (administrators)."""
        if not self._save():
            return
        record_id = self._revision.record_id
        with self._page.acting():
            drafts = erase.also_erased(self._desk, record_id)
            namings = erase.named_elsewhere(self._desk, record_id)
            dialog = EraseDialog(self._revision.registration.serial, drafts, namings, self)
            ground = dialog.ground
            dialog.perform = lambda: erase.erase(self._desk, record_id, ground.currentData())
            self._ask(dialog, lambda: self.recorded.emit("", dialog.said))

    def abandon(self) -> None:
        """A change that was begun is given up; what was before is in force as it was."""
        if not self._save():
            return
        record_id = self._revision.record_id
        title = self.buttons[Act.ABANDON].text().removesuffix("…")
        words = self.tr(
            "这次填写的内容不再继续，原来的版本恢复为现在的版本，状态不变。"
            "填写的内容留在“历史”里，可以查看；以后又要改的，从原来的版本重新开始。"
        )
        dialog = ActDialog(title, words, self.tr("放弃"), self)
        # Enter keeps what was typed.
        dialog.yes.setDefault(False)
        dialog.yes.setAutoDefault(False)
        dialog.perform = lambda: change.abandon(self._desk, record_id)
        said = self.tr("已放弃，原来的版本恢复为现在的版本；填写的内容在“历史”里。")
        self._ask(dialog, lambda: self.recorded.emit(record_id, said))

    def show_history(self) -> None:
        """All revisions, side by side with the one before."""
        if not self._save():
            return
        with self._page.acting():
            self._compare(self._revision.record_id, self._revision.registration.serial)

    def compare_if_changed(self) -> None:
        """What the revision that was just finished changes, for those at the desk to look at."""
        if self._revision.number > 1:
            self.show_history()

    def _end(self, record_id: str, said: str) -> None:
        self.recorded.emit(record_id, said)
        if self._revision.number > 1:
            self._compare(record_id, self._revision.registration.serial)

    def _compare(self, record_id: str, serial: str) -> None:
        self.dialog = CompareDialog(serial, history(self._desk, record_id), self)
        self.dialog.open()

    def open_again(self, act: Act) -> ActDialog | None:
        """The small window of an act, as by its button; None where it can't be done any more."""
        begin = {
            Act.CHANGE: self.change,
            Act.CORRECT: self.correct,
            Act.WITHDRAW: self.withdraw,
            Act.REFUSE: self.refuse,
        }[act]
        self.dialog = None
        if act in possible(self._desk, self._revision):
            begin()
        return self.dialog

    def _ask(self, dialog: ActDialog, then: Callable[[], None], act: Act | None = None) -> None:
        """``act``: what brings it back after a lock."""
        self.dialog = dialog
        if act is not None:
            dialog.origin = Origin(Origin.REGISTRATION, self._revision.record_id, act)
        dialog.accepted.connect(then)
        dialog.open()
