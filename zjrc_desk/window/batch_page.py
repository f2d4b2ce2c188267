"""批次: what will go, sealing it onto a stick, taking the centre's receipts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from zjrc_desk.desk import seal_batch
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.status import batches
from zjrc_desk.desk.take_receipt import TakenReceipt, take_receipt
from zjrc_desk.registry.vocabulary import KIND
from zjrc_desk.window.act_dialogs import ActDialog
from zjrc_desk.window.file_dialogs import ask_folder, ask_open_many
from zjrc_desk.window.language import labelled, tr
from zjrc_desk.window.long_work import LongWork, long_work
from zjrc_desk.window.page import WARN, Page, button
from zjrc_desk.window.paper_printer import PaperPrinter
from zjrc_desk.window.tables import Table
from zjrc_desk.window.this_pc import Place
from zjrc_desk.window.waiting import CancelledError

_STATES = {
    "sealing": "没有封完，再按一次“封批”",
    "sealed": "已封批，等回执",
    "accepted": "全部接收",
    "partly": "部分接收",
    "refused": "整批退回",
    "lost": "没有交到省中心，已并入后面的批次",
    "gone": "等回执，文件已丢失",
}


class BatchPage(Page):
    """Above what waits, below all batches.  ``sealed``: a batch was; ``opened`` gives the record id
    of a registration that waits and was chosen."""

    help_section = "batches"
    sealed = Signal()
    opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("批次"))
        self.printer = PaperPrinter(self)
        self.heading = QLabel()
        self.heading.setObjectName("section")
        self.seal_button = button(self.tr("封批到文件夹…"), self.choose_folder, primary=True)
        self.receipt_button = button(self.tr("接收回执…"), self.choose_receipts)
        self.lost_button = button(
            self.tr("文件丢失，重新报送…"),
            self.ask_about_lost,
            self.tr("文件在本机和 U 盘上都没有了：其中的登记随下一批上交"),
        )
        if desk.records:
            self.row(
                self.seal_button,
                self.receipt_button,
                button(self.tr("再次交出所选批次…"), self.choose_again),
                button(self.tr("打印所选批次的移交单"), self.print_slip),
                self.lost_button,
            )
        if desk.practising:
            self._say_practice()
        self.body.addWidget(self.heading)
        self.waiting = Table(
            self.tr("将要封批的登记"),
            [self.tr(text) for text in ("编号", "姓名", "种类", "登记日期")],
            1,
        )
        self.waiting.activated.connect(lambda _index: self._open())
        self.waiting.doubleClicked.connect(lambda _index: self._open())
        self.body.addWidget(self.waiting, 1)
        label = QLabel(self.tr("已有的批次"))
        label.setObjectName("section")
        self.body.addWidget(label)
        self.table = Table(
            self.tr("批次列表"),
            [self.tr(text) for text in ("文件", "封批时间", "记录数", "状态")],
            0,
        )
        self.body.addWidget(self.table, 1)

    def _say_practice(self) -> None:
        """A button that could only refuse is not offered, and whoever looks for it reads why."""
        words = self.tr("练习的登记不能备案，也不能封批给省中心，所以没有回执可以接收。")
        for one in (self.seal_button, self.receipt_button):
            one.setToolTip(words)
        self.receipt_button.setEnabled(False)
        shown = QLabel(words)
        shown.setObjectName("quiet")
        shown.setWordWrap(True)
        self.body.addWidget(shown)

    def _open(self) -> None:
        if record_id := self.waiting.chosen():
            self.opened.emit(record_id)

    def refresh(self) -> None:
        with self.acting():
            self._fill()

    def _fill(self) -> None:
        waiting = seal_batch.waiting(self.desk)
        entries = seal_batch.diary_waiting(self.desk)
        text = self.tr("将要封批的登记：{n} 份").format(n=waiting.total)
        self.heading.setText(text + (self.tr("，日志 {n} 条").format(n=entries) if entries else ""))
        self.waiting.rows.fill(
            [
                (one.record_id, (one.serial, one.name, tr(KIND.label(one.kind)), one.detail))
                for one in waiting.first
            ]
        )
        found = batches(self.desk)
        gone = {b.batch_id for b in seal_batch.lost_batches(self.desk)}
        self.lost_button.setVisible(self.desk.records and bool(gone))
        self.table.rows.fill(
            [
                (
                    b.batch_id,
                    (
                        b.file_name,
                        b.sealed_at[:16].replace("T", " "),
                        str(b.records),
                        tr(_STATES["gone" if b.batch_id in gone else b.state]),
                    ),
                )
                for b in found
            ]
        )
        # What is sealed and reached no stick goes by the same button.
        begun = any(b.state == "sealing" for b in found)
        unsent = any(
            b.state == "sealed" and not b.handed_over_at and b.batch_id not in gone for b in found
        )
        something = waiting.total > 0 or entries > 0 or begun or unsent
        self.seal_button.setEnabled(something and not self.desk.practising)

    def choose_folder(self) -> None:
        """Ask for the stick and seal onto it."""
        folder = ask_folder(self, self.tr("选择 U 盘或文件夹"), Place.STICK)
        if folder is not None:
            self.seal(folder)

    def seal(self, folder: Path) -> None:
        """Seal all that waits into one batch in ``folder``; can be stopped and gone on with."""
        done = ""
        with self.acting():
            try:
                handed = self._seal(folder)
            except CancelledError:
                self._finish("")
                self.banner.say(
                    self.tr("已停止，这一批还没有封好。再按一次“封批”，就接着封同一批。"), WARN
                )
                return
            done = self.tr("已封好 {n} 条记录：{file}。请交给省中心。").format(
                n=handed.batch.records, file=handed.path.name
            )
            self.sealed.emit()
        self._finish(done)

    def _seal(self, folder: Path) -> seal_batch.HandOver:
        title = self.tr("正在封批")
        # Counted in bytes.
        with long_work(self, title, title, self.tr("停止封批"), counts=False) as work:
            return work.run(partial(seal_batch.seal_batch, self.desk, folder, work.or_cancelled))

    def ask_about_lost(self) -> None:
        """The file of the chosen batch is lost: asked what the centre says."""
        chosen = self.table.chosen()
        if chosen is None:
            self.banner.say(self.tr("请先在下面的列表里选一个批次。"), WARN)
            return
        question = self.tr(
            "请先打电话问省中心：确认没有收到这个批次吗？"
            "确认以后，其中的登记随下一批上交，不用重新签名；这个编号不再使用。"
        )
        self.dialog = ActDialog(
            self.tr("文件丢失，重新报送"), question, self.tr("没有收到，重新报送"), self
        )
        self.dialog.help_section = "lost-batch"
        # It can't be undone: not by one Enter too many.
        self.dialog.yes.setDefault(False)
        self.dialog.yes.setAutoDefault(False)
        self.dialog.no.setFocus()
        self.dialog.accepted.connect(partial(self.give_up, chosen))
        self.dialog.open()

    def give_up(self, batch_id: str) -> None:
        """What was in a batch whose file is lost goes with the next one."""
        done = ""
        with self.acting():
            seal_batch.give_up_batch(self.desk, batch_id)
            done = self.tr("其中的登记已放回待封批，请再封一次批。")
        self._finish(done)

    def choose_again(self) -> None:
        """Put the chosen batch's file onto a stick once more."""
        chosen = self.table.chosen()
        if chosen is None:
            self.banner.say(self.tr("请先在下面的列表里选一个批次。"), WARN)
            return
        folder = ask_folder(self, self.tr("选择 U 盘或文件夹"), Place.STICK)
        if folder is not None:
            self.hand_over(chosen, folder)

    def hand_over(self, batch_id: str, folder: Path) -> None:
        """Put the file of a sealed batch into ``folder`` once more."""
        title, done = self.tr("正在交出批次文件"), ""
        with self.acting(), long_work(self, title, title) as work:
            work.run(partial(seal_batch.hand_over, self.desk, batch_id, folder))
            done = self.tr("批次文件已再次交出。")
        self._finish(done)

    def print_slip(self) -> None:
        """The 移交单 of the chosen batch, or of the only one."""
        rows = self.table.rows
        chosen = self.table.currentIndex()
        row = chosen.row() if chosen.isValid() else 0
        if not rows.count() or (not chosen.isValid() and rows.count() > 1):
            self.banner.say(self.tr("请先在下面的列表里选一个批次。"), WARN)
            return
        self.printer.print_paper("handover", rows.line(row)[1][0])

    def choose_receipts(self) -> None:
        """Ask for the receipts and take them."""
        kinds = self.tr("回执 (*.receipt)")
        files = ask_open_many(self, self.tr("接收回执"), kinds, Place.STICK)
        if files:
            self.take(files)

    def take(self, files: Sequence[Path]) -> None:
        """Take receipts; says what each brought."""
        said = []
        title = self.tr("正在接收回执")
        with self.acting(), long_work(self, title, title) as work:
            for taken in work.run(partial(self._take_all, files, work)):
                words = tr(_STATES[taken.receipt.verdict])
                again = self.tr("（此前已接收过）") if taken.again else ""
                said.append(labelled(taken.batch.file_name, words + again))
                said += map(tr, taken.receipt.notes)
                said += [self.tr("还没有回执：{name}").format(name=n) for n in taken.unanswered]
        self._finish("\n".join(said))

    def _take_all(self, files: Sequence[Path], work: LongWork) -> list[TakenReceipt]:
        taken = []
        for number, file in enumerate(files):
            work.progress(number, len(files))
            taken.append(take_receipt(self.desk, file.read_bytes()))
        return taken

    def _finish(self, done: str) -> None:
        mood, text = str(self.banner.property("mood")), self.banner.text()
        failed = mood == "bad" and bool(text)
        self._fill()
        if done and not failed:
            self.banner.say(done)
        self.changed.emit()
