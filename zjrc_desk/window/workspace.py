"""The pages of a signed-in desk, with the rail that leads to them."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import AbstractContextManager
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from zjrc_desk.desk import audit_trail, register
from zjrc_desk.desk.find import Counted
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.diary_tables import DiaryEntry
from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.registry.journal import log
from zjrc_desk.window import preload, turns
from zjrc_desk.window.audit_page import AuditPage
from zjrc_desk.window.background import Background
from zjrc_desk.window.batch_page import BatchPage
from zjrc_desk.window.deleted_bar import DeletedBar
from zjrc_desk.window.diary_page import DiaryPage
from zjrc_desk.window.find_page import FindPage
from zjrc_desk.window.icons import icon
from zjrc_desk.window.language import said
from zjrc_desk.window.page import BAD, WARN, Banner, Page, button, practice_words
from zjrc_desk.window.page_stack import PageStack
from zjrc_desk.window.rail import Rail
from zjrc_desk.window.registration_page import RegistrationPage
from zjrc_desk.window.settings_page import SettingsPage
from zjrc_desk.window.statistics_page import StatisticsPage
from zjrc_desk.window.store_care import StoreCare
from zjrc_desk.window.today_page import TodayPage
from zjrc_desk.window.unkept import Unkept, UnkeptDialog
from zjrc_desk.window.verify_page import VerifyPage

TODAY, REGISTER, FIND, BATCHES, DIARY, STATISTICS, SETTINGS, VERIFY, AUDIT = range(9)

_ICONS = {
    "今日": "page-today",
    "登记": "page-register",
    "查询": "page-find",
    "批次": "page-batches",
    "日志": "page-diary",
    "统计": "page-statistics",
    "设置": "page-settings",
    "验证": "page-verify",
    "审计": "page-audit",
}


class Workspace(QWidget):
    """今日 · 登记 · 查询 · 批次 · 日志 · 统计 · 设置 · 验证 · 审计.

    ``restart``: the practice point shall begin anew.
    """

    restart = Signal()

    def __init__(
        self,
        desk: Desk,
        lock: Callable[[], None],
        show_help: Callable[[], None],
        deaf: Callable[[], AbstractContextManager[None]],
    ) -> None:
        """``lock`` and ``show_help``: what the buttons do; ``deaf``: around the making of pages."""
        super().__init__()
        self.desk = desk
        self.care = StoreCare(desk, self)
        self.rail = Rail(self.tr("页面"))
        self.stack = PageStack(deaf)
        pages: list[tuple[type[Page], Callable[[], Page], str]] = [
            (TodayPage, self._make_today, "今日"),
            (RegistrationPage, self._make_registration, "登记"),
            (FindPage, self._make_search, "查询"),
            (BatchPage, self._make_batches, "批次"),
            (DiaryPage, lambda: DiaryPage(desk), "日志"),
            (StatisticsPage, self._make_statistics, "统计"),
            (SettingsPage, self._make_settings, "设置"),
            (VerifyPage, lambda: VerifyPage(desk), "验证"),
        ]
        if audit_trail.may_look(desk):
            pages.append((AuditPage, lambda: AuditPage(desk, self.care), "审计"))
        for kind, make, name in pages:
            self._add(kind, make, name)
        # An auditor comes to a form from the list, to read it.
        self.rail.item(REGISTER).setHidden(not desk.records)
        self.practice, self.clock = Banner(), Banner()
        self.deleted = DeletedBar(desk)
        self._lay_out(lock, show_help)
        self._connect(lock)
        # Without the page's turn: what was left open is for the window to open again.
        self.stack.setCurrentIndex(TODAY)
        self._mark(TODAY)
        self._today_begun = False
        self._background = Background(self)
        # 今日 too is made bit by bit: all at once the window would stand still for 0.3 s.
        self.stack.placed.connect(self._placed)
        self.stack.complete.connect(self._warm_up)
        # 查询 begins to read all there is to find, which would hold the others up.
        self.stack.make_rest(last=FindPage)

    def _lay_out(self, lock: Callable[[], None], show_help: Callable[[], None]) -> None:
        side = QFrame()
        side.setObjectName("side")
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 18)
        left.addWidget(self.rail, 1)
        # One below the other: the rail does not grow for them where the letters are large.
        foot = QVBoxLayout()
        # In line with the rail's entries, and below them with the buttons of the page.
        foot.setContentsMargins(8, 0, 8, 0)
        foot.addWidget(button(self.tr("帮助"), show_help, "F1"))
        foot.addWidget(button(self.tr("锁定"), lock, self.tr("Ctrl+L：离开座位时按")))
        left.addLayout(foot)
        layout = QHBoxLayout()
        layout.setSpacing(0)
        layout.addWidget(side)
        layout.addWidget(self.stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        # What is true on every page stands above them all.
        for band, text in (
            (self.practice, practice_words() if self.desk.practising else ""),
            (self.clock, self.desk.take_clock_warning()),
        ):
            whole.addWidget(band)
            band.say(text, WARN)
        whole.addWidget(self.deleted)
        whole.addLayout(layout, 1)

    def _placed(self, number: int) -> None:
        if number == TODAY:
            self._begin_today()

    def _begin_today(self) -> None:
        if not self._today_begun:
            self._today_begun = True
            self.today.refresh()

    def _warm_up(self) -> None:
        # Mostly there already: it is loaded while a password is tried.
        preload.load_rest()
        self._background.start(partial(preload.read_ahead, self.desk), self._warm)

    def _warm(self, done: Future[None]) -> None:
        error = done.exception()
        if isinstance(error, ZjrcError):
            # Whoever opens a registration is told.
            log.warning("%s", error)
        else:
            done.result()

    # -- the pages -------------------------------------------------------------------------------

    def _add(self, kind: type[Page], make: Callable[[], Page], name: str) -> None:
        self.stack.add(kind, make, self.tr(name))
        item = QListWidgetItem(icon(_ICONS[name]), self.tr(name))
        item.setToolTip(f"Ctrl+{self.stack.count()}")
        self.rail.addItem(item)

    def _make_today(self) -> TodayPage:
        page = TodayPage(self.desk, self.care)
        page.start.connect(self.new_registration)
        page.refusal.connect(self._new_refusal)
        page.wanted.connect(self._find_state)
        page.sealing.connect(lambda: self.show_page(BATCHES))
        page.opened.connect(self.open_registration)
        page.verifying.connect(lambda: self.show_page(VERIFY))
        return page

    def _make_registration(self) -> RegistrationPage:
        page = RegistrationPage(self.desk)
        page.deleted.connect(self.deleted.show_deleted)
        return page

    def _make_search(self) -> FindPage:
        page = FindPage(self.desk)
        page.opened.connect(self.open_registration)
        return page

    def _make_batches(self) -> BatchPage:
        page = BatchPage(self.desk)
        page.sealed.connect(self.care.after_sealing)
        page.opened.connect(self.open_registration)
        return page

    def _make_statistics(self) -> StatisticsPage:
        page = StatisticsPage(self.desk)
        page.wanted.connect(self._find_counted)
        return page

    def _make_settings(self) -> SettingsPage:
        page = SettingsPage(self.desk, self.care)
        page.restart.connect(self.restart)
        return page

    @property
    def today(self) -> TodayPage:
        """今日."""
        page = self.stack.page(TodayPage)
        self._begin_today()
        return page

    @property
    def registration(self) -> RegistrationPage:
        """登记."""
        return self.stack.page(RegistrationPage)

    @property
    def search(self) -> FindPage:
        """查询."""
        return self.stack.page(FindPage)

    @property
    def batches(self) -> BatchPage:
        """批次."""
        return self.stack.page(BatchPage)

    @property
    def diary(self) -> DiaryPage:
        """日志."""
        return self.stack.page(DiaryPage)

    @property
    def statistics(self) -> StatisticsPage:
        """统计."""
        return self.stack.page(StatisticsPage)

    @property
    def verification(self) -> VerifyPage:
        """验证."""
        return self.stack.page(VerifyPage)

    @property
    def settings(self) -> SettingsPage:
        """设置."""
        return self.stack.page(SettingsPage)

    # -- what is said and wanted -----------------------------------------------------------------

    def _connect(self, lock: Callable[[], None]) -> None:
        self.rail.currentRowChanged.connect(self._shown)
        self.rail.clicked.connect(lambda index: self._begin(index.row()))
        self.deleted.back.connect(self.open_registration)
        if self.desk.records:
            QShortcut(QKeySequence("Ctrl+N"), self, activated=self.new_registration)  # type: ignore[call-overload]
        # The rail's entry that is hidden has no key either: it would lead to an empty form.
        turned_to = [n for n in range(self.stack.count()) if not self.rail.item(n).isHidden()]
        for keys, act in (
            ("Ctrl+F", lambda: self.show_page(FIND)),
            ("Ctrl+S", self.save),
            *((f"Ctrl+{n + 1}", lambda n=n: self.show_page(n)) for n in turned_to),
        ):
            QShortcut(QKeySequence(keys), self, activated=act)  # type: ignore[call-overload]

    def show_page(self, number: int) -> None:
        """Turn to a page; refused where what is typed can't be kept."""
        self.rail.setCurrentRow(number)
        self._begin(number)

    def _begin(self, number: int) -> None:
        """The cursor where something is typed or scanned at once; not for whoever goes along the
        rail with the arrows, whose keyboard stays there."""
        if number == FIND:
            self.search.words.setFocus()
            # What is typed next is another question, not the end of the one before.
            self.search.words.selectAll()
        elif number == VERIFY:
            self.verification.token.setFocus()

    def current(self) -> Page:
        """The page in front."""
        return self.stack.at(self.stack.currentIndex())

    def save(self) -> None:
        """Ctrl+S: what is typed on the page in front."""
        page = self.current()
        (page if isinstance(page, DiaryPage) else self.registration).save()

    def keep(self) -> bool:
        """Put whatever is typed anywhere on the disk; returns whether it is there."""
        # Each of them, also where one before it can't be kept.
        kept = [page.left() for page in self._typed_on()]
        return all(kept)

    def _typed_on(self) -> list[RegistrationPage | DiaryPage]:
        """Where something may have been typed: a page that is not there yet holds nothing."""
        pages = self.stack.made(RegistrationPage), self.stack.made(DiaryPage)
        return [page for page in pages if page is not None]

    def unkept(self) -> Unkept:
        """What is typed and not on the disk."""
        form, diary = self.stack.made(RegistrationPage), self.stack.made(DiaryPage)
        return Unkept(form.unkept() if form else None, diary.unkept() if diary else {})

    def take_up(self, unkept: Unkept) -> None:
        """What could not be kept before the window was locked: kept now, or shown as unsaved."""
        self.diary.take_up(unkept.entries)
        if unkept.revision is not None:
            self.registration.take_up(unkept.revision)
        self._turn(DIARY if unkept.revision is None else REGISTER)

    def go_on_in_diary(self, draft: DiaryEntry) -> None:
        """The draft of the diary that was in the form when the window was locked."""
        self._turn(DIARY)
        self.diary.go_on(draft)

    def ask(self, again: Callable[[], object], give_up: Callable[[], object] | None = None) -> None:
        """What is typed can't be kept: try ``again`` what was wanted, or stay."""
        self.dialog = UnkeptDialog(self._why(), again, self, give_up)
        self.dialog.open()

    def _why(self) -> str:
        for page in self._typed_on():
            if page.banner.property("mood") == BAD and page.banner.text():
                return page.banner.text()
        return ""

    def _may_leave(self, again: Callable[[], object]) -> bool:
        if self.keep():
            return True
        self.ask(again)
        return False

    def _shown(self, number: int) -> None:
        if self._may_leave(lambda: self.show_page(number)):
            self._turn(number)
        else:
            self._mark(self.stack.currentIndex())

    def _turn(self, number: int) -> None:
        self._mark(number)
        fault = ""
        if number != REGISTER or isinstance(self.current(), DiaryPage):
            try:
                register.close_form(self.desk)
            except ZjrcError as error:
                # Nothing typed hangs on it: the form would only be opened again at the next start.
                log.warning("%s", error)
                fault = said(error)
        with turns.first():
            page = self.stack.at(number)
            self.stack.setCurrentIndex(number)
            self._today_begun = self._today_begun or number == TODAY
            page.refresh()
        if fault:
            page.banner.say(fault, BAD)

    def _mark(self, number: int) -> None:
        """The rail shows where one is; the page is not turned by it."""
        self.rail.blockSignals(True)
        self.rail.setCurrentRow(number)
        self.rail.blockSignals(False)

    def new_registration(self) -> None:
        """An empty form."""
        if not self._may_leave(self.new_registration):
            return
        self.show_page(REGISTER)
        self.registration.start()

    def _new_refusal(self) -> None:
        if not self._may_leave(self._new_refusal):
            return
        self.new_registration()
        self.registration.last.acts.refuse()

    def open_registration(self, record_id: str) -> None:
        """The form of a registration that is there."""
        if not self._may_leave(lambda: self.open_registration(record_id)):
            return
        # First: the one that was there before is read anew by nobody.
        self.registration.open(record_id)
        self.show_page(REGISTER)

    def _find_state(self, state: str) -> None:
        self.search.show_state(state)
        self.show_page(FIND)

    def _find_counted(self, counted: Counted, said: str) -> None:
        self.search.show_counted(counted, said)
        self.show_page(FIND)

    def leave(self) -> None:
        """Sign out; what is typed was kept before, or is held over the lock."""
        self.settle()
        self.desk.close()

    def settle(self) -> None:
        """End what is still going on beside the window, for the store may be closed next."""
        self._background.finish()
        self.deleted.finish()
        self.stack.stop()
        if (today := self.stack.made(TodayPage)) is not None:
            today.settle()
        for page in (self.stack.made(FindPage), self.stack.made(StatisticsPage)):
            if page is not None:
                page.leave()
        self.care.finish()
