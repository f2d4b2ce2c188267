"""今日: what waits for whom."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from zjrc_desk.desk import back_up
from zjrc_desk.desk import set_up_steps as steps
from zjrc_desk.desk.enrol import enrolled
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.status import Status, status
from zjrc_desk.desk.today import Heap, todo
from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.registry.journal import log
from zjrc_desk.registry.life import STATE_LABEL, State
from zjrc_desk.window.background import Background
from zjrc_desk.window.backup_panel import show_age
from zjrc_desk.window.batch_printing import print_waiting
from zjrc_desk.window.flow import Columns
from zjrc_desk.window.icons import state_icon
from zjrc_desk.window.language import listed, said
from zjrc_desk.window.page import BAD, WARN, Banner, Button, Page, button
from zjrc_desk.window.paper_printer import PaperPrinter
from zjrc_desk.window.set_up_guide import SetUpGuide
from zjrc_desk.window.store_care import StoreCare
from zjrc_desk.window.todo_list import TodoList

_WAITING = (
    (State.DRAFT, "没有填完，打开继续"),
    (State.COMPLETE, "等待见证"),
    (State.WITNESSED, "等待打印意愿书"),
    (State.PRINTED, "等待签名、归档"),
    (State.SIGNED, "等待封批上报"),
    (State.SEALED, "已封批，等待省中心回执"),
    (State.RETURNED, "省中心退回，需要更正"),
    (State.ACCEPTED, "省中心已接收"),
)
#: What is counted sooner is shown with the page, and nothing moves under the eye.
_PATIENCE = 0.03


class TodayPage(Page):
    """``wanted`` gives the state whose registrations the person wants to see, ``sealing`` says that
    it is those that go with the next batch; ``opened`` gives the record id of one that was chosen;
    ``verifying``: somebody shows a paper."""

    help_section = "today"
    wanted = Signal(str)
    sealing = Signal()
    start = Signal()
    opened = Signal(str)
    verifying = Signal()
    refusal = Signal()

    def __init__(self, desk: Desk, care: StoreCare) -> None:
        super().__init__(desk, self.tr("今日"))
        self._care = care
        self._background = Background(self)
        #: Whether it is being counted, and something changed meanwhile.
        self._counting = self._stale = False
        self._numbers: dict[State, QLabel] = {}
        self.buttons: dict[State, Button] = {}
        self.point = QLabel(desk.point.name)
        self.point.setObjectName("quiet")
        self.body.addWidget(self.point)
        self.backup = QLabel()
        self.backup.setWordWrap(True)
        self.body.addWidget(self.backup)
        care.changed.connect(self._show_backup)
        self.unfinished = Banner()
        self.go_on = button(self.tr("继续设置"), self.continue_set_up)
        left = QHBoxLayout()
        left.addWidget(self.unfinished, 1)
        left.addWidget(self.go_on)
        self.body.addLayout(left)
        tip = self.tr("证明、志愿者卡、意愿书等，不需要网络")
        verify = button(self.tr("验证文书"), self.verifying.emit, tip)
        if desk.records:
            start = button(self.tr("新登记"), self.start.emit, "Ctrl+N", primary=True)
            refusal = button(self.tr("登记明确不捐献…"), self.refusal.emit)
            every = button(self.tr("打印全部待印意愿书…"), lambda: print_waiting(self))
            self.row(start, verify, refusal, every)
        else:
            self.row(verify)
        grid = Columns(4)
        grid.setSpacing(14)
        for state, text in _WAITING:
            card = QFrame()
            card.setObjectName("card")
            box = QVBoxLayout(card)
            line = QHBoxLayout()
            count = QLabel("0")
            count.setObjectName("title")
            self._numbers[state] = count
            words = QLabel(self.tr(text))
            words.setObjectName("quiet")
            line.addWidget(count)
            line.addWidget(words, 1)
            box.addLayout(line)
            show = button(self.tr(STATE_LABEL[state]), partial(self._show, state))
            self.buttons[state] = show
            show.setIcon(state_icon(state))
            box.addWidget(show)
            grid.addWidget(card)
        self.body.addLayout(grid)
        self.todo = TodoList(desk)
        self.todo.opened.connect(self.opened)
        self.todo.ticked.connect(self._count)
        # Printed or prepared from here: what waits is not what waited before.
        self.changed.connect(self._count)
        self.printer = PaperPrinter(self)
        self.todo.printing.connect(self.printer.print_paper)
        self.todo.failed.connect(lambda text: self.banner.say(text, BAD))
        self.body.addWidget(self.todo, 1)

    def number(self, state: State) -> str:
        """What the card of a state says."""
        return self._numbers[state].text()

    def _show(self, state: State) -> None:
        # What is signed may have been changed since, and goes all the same: no search by the newest
        # state finds it.
        if state == State.SIGNED:
            self.sealing.emit()
        else:
            self.wanted.emit(str(state))

    def _show_backup(self) -> None:
        show_age(self.backup, back_up.state(self.desk), self._care.fault)

    def _show_unfinished(self) -> None:
        left = steps.unfinished(self.desk)
        names = listed(self.tr(steps.NAMES[step]) for step in left)
        self.unfinished.say(
            self.tr("还没有完成的设置：{names}").format(names=names) if left else "", WARN
        )
        self.go_on.setVisible(bool(left))

    def continue_set_up(self) -> None:
        """The steps that are left, one after the other."""
        guide = SetUpGuide(self.desk, self)
        guide.changed.connect(self.refresh)
        guide.changed.connect(self.changed)
        guide.open()

    def _count(self) -> None:
        """Beside the window: among very many registrations it takes seconds."""
        if self._counting:
            self._stale = True
            return

        def ask() -> tuple[Status, Mapping[str, Heap]]:
            return status(self.desk), todo(self.desk)

        def show(done: Future[tuple[Status, Mapping[str, Heap]]]) -> None:
            self._counting = False
            if self._stale:
                self._count()
                return
            # Not as an act: what the page says stays, unless this fails.
            try:
                now, waiting = done.result()
            except ZjrcError as error:
                log.warning("%s", error)
                self.banner.say(said(error), BAD)
                return
            for state, label in self._numbers.items():
                waits = now.next_batch if state == State.SIGNED else now.newest.get(state, 0)
                label.setText(str(waits))
            self.todo.show_heaps(waiting)

        self._counting, self._stale = True, False
        self._background.start(ask, show, patience=_PATIENCE)

    def settle(self) -> None:
        """Wait for what is being counted, for the store may be closed next."""
        self._background.finish()

    def refresh(self) -> None:
        with self.acting():
            self._count()
            self._show_backup()
            self._show_unfinished()
            # An administrator sees the steps that are left.
            if not (self.desk.practising or self.desk.administers or enrolled(self.desk)):
                self.banner.say(
                    self.tr(
                        "本登记点还没有向省中心备案，不能封批。请管理员到“设置”里导出备案申请。"
                    ),
                    WARN,
                )
