"""The window: first-run set-up or sign-in, then the pages; locks itself when nobody is there."""

from __future__ import annotations

import gc
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from zjrc_desk.desk.place import in_use, is_set_up, require_slots
from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.registry.journal import crash, open_log
from zjrc_desk.window import language, look, preload, theme, this_pc
from zjrc_desk.window.cover import Cover
from zjrc_desk.window.page import WARN, practice_words
from zjrc_desk.window.presence import Presence
from zjrc_desk.window.sheet import Sheet
from zjrc_desk.window.sign_in import SignIn

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from zjrc_desk.desk.session import Desk
    from zjrc_desk.window.cut_short import CutShort
    from zjrc_desk.window.unkept import Unkept
    from zjrc_desk.window.workspace import Workspace

_SOON_MS = 500
#: After that long the sheet to sign in with is painted.
_PAINTED_MS = 60


class MainWindow(QMainWindow):
    """One window on one data folder."""

    #: Whether what was loaded is out of the garbage's way: of the program, as the garbage is.
    #: Python can tell too, by counting all of it: 24 ms of a sign-in.
    _loaded_rests = False

    def __init__(self, folder: Path, desk: Desk | None = None, *, backs_up: bool = False) -> None:
        """``desk``: somebody who has signed in already; ``backs_up``: daily and on leaving, as at a
        point."""
        super().__init__()
        self._backs_up = backs_up
        self._folder = folder
        self.workspace: Workspace | None = None
        #: By whether it was practice and staff number: what was not to be written at the lock.
        self._held: dict[tuple[bool, str], Unkept] = {}
        #: Likewise the small window that was open with something typed.
        self._cut_short: dict[tuple[bool, str], CutShort] = {}
        self._giving_up = False
        #: On the sheet that was left for another language, for practice or for a backup.
        self._begun: dict[str, str] = {}
        self._speak()
        theme.dress(self)
        self.resize(1280, 820)
        for keys, by in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1)):
            QShortcut(QKeySequence(keys), self, activated=partial(self._resize_text, by))  # type: ignore[call-overload]
        self.presence = Presence(self)
        self.presence.left.connect(self.lock)
        self.presence.asked_for_help.connect(self.show_help)
        self._cover = Cover(self)
        if desk is None:
            self.show_sign_in()
        else:
            self._signed_in(desk)

    def _speak(self) -> None:
        """The language that is chosen now; what is made from here on speaks it."""
        language.speak_as_wanted()
        self._title = self.tr("遗体捐献登记点工作台")
        self.setWindowTitle(self._title)

    def _resize_text(self, by: int) -> None:
        """Ctrl and plus or minus, on the sign-in sheet as well."""
        look.wear(theme.worn().resized(by))

    def show_sign_in(self) -> None:
        """The sheet to sign in with, or to set the point up with where there is no store yet."""
        self._speak()
        try:
            wrong, new = None, not is_set_up(self._folder)
            if not new:
                require_slots(self._folder)
        except ZjrcError as error:
            wrong, new = error, False
        if new:
            from zjrc_desk.window.first_run import FirstRun

            first = FirstRun(self._folder)
            # The folder, and with it the place of the log, is only there now.
            first.signed_in.connect(lambda _desk: open_log(self._folder))
            first.signed_in.connect(self._signed_in)
            first.signed_in.connect(lambda _desk: self._go_on_setting_up())
            first.restoring.connect(self._restoring)
            first.other_language.connect(self._other_language)
            first.practising.connect(self.practise)
            first.take_up(self._begun)
            self._put(first)
            return
        sheet = SignIn(self._folder)
        sheet.trying.connect(preload.load_rest)
        sheet.signed_in.connect(self._signed_in)
        sheet.temporary.connect(self._first_password)
        sheet.forgotten.connect(self._forgotten)
        sheet.restoring.connect(self._restoring)
        sheet.other_language.connect(self._other_language)
        sheet.practising.connect(self.practise)
        if wrong is not None:
            # From here a backup can be restored; nothing is set up over what is left.
            sheet.refuse(wrong)
        sheet.take_up(self._begun)
        self._put(sheet)
        # Not before: what it lies in would forget it.
        sheet.take_focus()
        if self._held:
            sheet.banner.say(self._held_words(), WARN)
        # Once the sheet is painted and has taken the first key, for both share Python's one lock.
        QTimer.singleShot(_PAINTED_MS, preload.load_meanwhile)
        # Later: what it needs is among what is loaded.
        QTimer.singleShot(_SOON_MS, sheet, partial(self.say_if_open_elsewhere, sheet))

    def say_if_open_elsewhere(self, sheet: SignIn) -> None:
        """A second start is told so before a password is typed in vain."""
        if not sheet.banner.text() and in_use(self._folder):
            sheet.banner.say(
                self.tr(
                    "登记库已经在另一个窗口里打开。请到任务栏切换到那个窗口；"
                    "要在这里登录，请先关闭它。（D05）"
                ),
                WARN,
            )

    def _keep_begun(self) -> None:
        sheet = self.centralWidget()
        self._begun = sheet.entered() if isinstance(sheet, Sheet) else {}

    def _other_language(self) -> None:
        self._keep_begun()
        language.choose(language.other())
        self.show_sign_in()

    def _first_password(self, number: str, temporary: str) -> None:
        from zjrc_desk.window.first_run import FirstPassword

        sheet = FirstPassword(self._folder, number, temporary)
        sheet.signed_in.connect(self._signed_in)
        sheet.back.connect(self.show_sign_in)
        self._put(sheet)

    def _forgotten(self) -> None:
        from zjrc_desk.window.first_run import Recovery

        sheet = Recovery(self._folder)
        sheet.signed_in.connect(self._signed_in)
        sheet.signed_in.connect(lambda _desk: self._recovered())
        sheet.back.connect(self.show_sign_in)
        self._put(sheet)

    def _restoring(self) -> None:
        from zjrc_desk.window.restore_sheet import RestoreSheet

        self._keep_begun()
        sheet = RestoreSheet(self._folder)
        sheet.back.connect(self.show_sign_in)
        self._put(sheet)

    def _put(self, widget: QWidget) -> None:
        self.setCentralWidget(widget)

    def _signed_in(self, desk: Desk) -> None:
        from zjrc_desk.desk import diary, register
        from zjrc_desk.window.workspace import Workspace

        if not MainWindow._loaded_rests:
            # Looking for garbage among all that the libraries made holds every key up, in
            # the middle of an act.  They stay anyway; what the pages of a person hold comes after.
            gc.freeze()
            MainWindow._loaded_rests = True
        with self.presence.deaf():
            self.workspace = Workspace(desk, self.lock, self.show_help, self.presence.deaf)
            self._put(self.workspace)
        self.workspace.restart.connect(self._practise_anew)
        if not desk.practising:
            self._begun = {}
        else:
            self.setWindowTitle(f"{practice_words()} — {self._title}")
        self.presence.begin(lambda: desk.point.idle_minutes)
        if self._backs_up and not desk.practising:
            self.workspace.care.start()
        who = desk.practising, desk.staff.number
        held = self._held.pop(who, None)
        left_open, entry = register.left_open(desk), diary.left_open(desk)
        if held is not None:
            self.workspace.take_up(held)
        elif entry is not None:
            self.workspace.go_on_in_diary(entry)
        elif left_open:
            self.workspace.open_registration(left_open)
            # Once the page is shown and takes the cursor.
            form = self.workspace.registration
            QTimer.singleShot(0, form, form.go_on)
        else:
            # Likewise: the field it was in is gone with the sheet; arrows and Tab begin here.
            QTimer.singleShot(0, self.workspace.rail, self.workspace.rail.setFocus)
        # What could not be saved comes first; until it is, no other page may be turned to.
        if held is None and who in self._cut_short:
            self._open_again(self.workspace, self._cut_short.pop(who))

    def _open_again(self, workspace: Workspace, cut: CutShort) -> None:
        from zjrc_desk.window.cut_short import come_back

        QTimer.singleShot(0, workspace, partial(come_back, workspace, cut))

    def practise(self) -> None:
        """The practice point in place of the sheet; locking it leads back."""
        from zjrc_desk.desk.practice import open_practice
        from zjrc_desk.window.long_work import long_work

        sheet = self.centralWidget()
        self._keep_begun()
        # The first time it has to be made, which takes some seconds: nobody signs in, asks for it
        # once more or closes the window meanwhile.
        try:
            with long_work(self, self.tr("正在准备练习"), "", counts=False) as work:
                desk = work.run(partial(open_practice, self._folder))
        except ZjrcError as error:
            if isinstance(sheet, Sheet):
                sheet.refuse(error)
            return
        self._signed_in(desk)

    def _practise_anew(self) -> None:
        from zjrc_desk.desk.practice import reset

        if self.workspace is not None:
            desk = self.workspace.desk
            self._cover.leave_nothing_to_see()
            self._sign_out()
            self.show_sign_in()
            reset(desk)
            self.practise()

    def _go_on_setting_up(self) -> None:
        if self.workspace is not None:
            self.workspace.today.continue_set_up()

    def _recovered(self) -> None:
        """The code was out of its envelope: another one is due."""
        from zjrc_desk.window.workspace import SETTINGS

        if self.workspace is not None:
            self.workspace.show_page(SETTINGS)
            self.workspace.settings.ask_for_new_code()

    def lock(self) -> None:
        """Keep what is typed, close the store, ask for the password again.

        What can't be written is held in memory for the same person's next sign-in: the screen is
        covered in any case.
        """
        if self.workspace is None:
            return
        if self.presence.at_work():
            self.presence.when_over(self.lock)
            return
        cut_short, cut = self._cover.cut_short(), self._cover.held()
        self._cover.leave_nothing_to_see()
        workspace = self.workspace
        who = workspace.desk.practising, workspace.desk.staff.number
        if cut is not None:
            self._cut_short[who] = cut
        if not workspace.keep():
            self._hold(who, workspace)
        if not workspace.desk.practising:
            # Most often it is the same person who comes back.
            self._begun = {"staff": workspace.desk.staff.number}
        self._sign_out()
        self.setWindowTitle(self._title)
        self.show_sign_in()
        sheet = self.centralWidget()
        if cut_short and isinstance(sheet, Sheet):
            sheet.banner.say("\n".join([*filter(None, [sheet.banner.text()]), *cut_short]), WARN)

    def _hold(self, who: tuple[bool, str], workspace: Workspace) -> None:
        try:
            self._held[who] = workspace.unkept()
        except Exception as error:  # noqa: BLE001 - the screen is covered in any case
            crash(error)

    def _held_words(self) -> str:
        return self.tr(
            "锁定时有内容没能存到登记库里（{who}）。请不要关闭程序：此人登录后会马上再存。"
        ).format(who=language.listed(number for _, number in self._held))

    def _sign_out(self) -> None:
        self.presence.end()
        if self.workspace is None:
            return
        self.workspace.leave()
        self.workspace = None
        this_pc.forget_used()
        # What was there when this person signed in may go now.
        gc.unfreeze()
        MainWindow._loaded_rests = False

    def let_go(self) -> None:
        """Keep what is typed and forget the desk without closing it: whoever opened it goes on."""
        self.presence.end()
        if self.workspace is not None:
            self.workspace.keep()
            self.workspace.settle()
        self.workspace = None
        this_pc.forget_used()

    def show_help(self) -> None:
        """F1: the guide, at what it says of the place where somebody is, a dialog included."""
        from zjrc_desk.window.help_window import open_help, section_of

        section = section_of(QApplication.focusWidget())
        if not section:
            central = self.workspace.current() if self.workspace else None
            section = section_of(central or self.centralWidget())
        open_help(QApplication.activeWindow() or self, section)

    def _all_kept(self) -> bool:
        """Whether nothing typed is lost by closing; otherwise it is asked what to do."""
        if self.workspace is not None and not self.workspace.keep():
            self.workspace.ask(self.close, self._give_up)
        elif self._held:
            from zjrc_desk.window.unkept import UnkeptDialog

            UnkeptDialog(self._held_words(), self.close, self, self._give_up).open()
        else:
            return True
        return False

    def _give_up(self) -> None:
        self._giving_up = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        if self.presence.at_work():
            event.ignore()
            self.presence.when_over(self.close)
            return
        if not self._giving_up and not self._all_kept():
            event.ignore()
            return
        if self.workspace is not None:
            self._cover.leave_nothing_to_see()
            if self._backs_up and not self.workspace.desk.practising:
                self.workspace.care.on_leaving(self)
        self._sign_out()
        super().closeEvent(event)
