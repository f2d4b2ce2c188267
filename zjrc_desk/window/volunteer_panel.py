"""给志愿者看: opens the volunteer's screen from the registration page, on the screen chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from zjrc_desk.desk.read_over import agree, to_show
from zjrc_desk.registry.life import EDITABLE, GIVING_KINDS, State
from zjrc_desk.registry.tables import Revision
from zjrc_desk.window.flow import Flow
from zjrc_desk.window.page import WARN, Page, button, practice_words
from zjrc_desk.window.volunteer_screen import VolunteerScreen

READ_OVER_KEY = "F9"


class VolunteerPanel(QWidget):
    """A button, and where there is more than one screen the choice of it."""

    help_section = "volunteer"

    def __init__(
        self, page: Page, saved: Callable[[], Revision], go_to: Callable[[int], object]
    ) -> None:
        """``saved``: saves the form and gives its revision; ``go_to``: turns to a step, from 0."""
        super().__init__()
        self._page, self._saved, self._go_to = page, saved, go_to
        self.screen_shown: VolunteerScreen | None = None
        self.open_button = button(
            self.tr("给志愿者看"), self.open, self.tr("F9：全屏大字，请志愿者逐页核对")
        )
        self.where_label = QLabel(self.tr("显示在"))
        self.where = QComboBox()
        self.where.setAccessibleName(self.tr("志愿者屏显示在哪个屏幕"))
        self.where_label.setBuddy(self.where)
        layout = Flow(self)
        for one in (self.open_button, self.where_label, self.where):
            layout.addWidget(one)
        self._chosen = ""
        self.where.activated.connect(self._choose)
        page.changed.connect(self._follow)

    def show_revision(self, revision: Revision) -> None:
        """Offer it for a wish; somebody else's registration takes the old one off the screen."""
        if (
            self.screen_shown is not None
            and self.screen_shown.shown.record_id != revision.record_id
        ):
            self.close_screen()
        self.open_button.setEnabled(bool(revision.record_id))
        self.setVisible(revision.kind in GIVING_KINDS and self._page.desk.records)
        self._offer_screens()

    # -- the screen ------------------------------------------------------------------------------

    def _offer_screens(self) -> None:
        screens = QGuiApplication.screens()
        self.where.clear()
        for number, screen in enumerate(screens, 1):
            here = screen is self._page.window().screen()
            beside = self.tr("（工作人员的）") if here else ""
            self.where.addItem(self.tr("屏幕 {n}").format(n=number) + beside, screen.name())
        chosen = preferred(screens, self._page.window().screen(), self._chosen)
        self.where.setCurrentIndex(screens.index(chosen))
        for one in (self.where_label, self.where):
            one.setVisible(len(screens) > 1)

    def _choose(self, _index: int) -> None:
        self._chosen = str(self.where.currentData())

    def open_by_key(self) -> None:
        """As :meth:`open`, where it is offered."""
        if self.open_button.isEnabled() and not self.isHidden():
            self.open()

    def open(self) -> None:
        """Save the form and show it to the volunteer."""
        revision = self._saved()
        if not revision.record_id:
            return
        self.close_screen()
        mark = practice_words() if self._page.desk.practising else ""
        screen = self.screen_shown = VolunteerScreen(to_show(revision), self._page, mark=mark)
        screen.agreed.connect(self._agreed)
        screen.unhappy.connect(self._unhappy)
        screen.closed.connect(self._closed)
        target = preferred(QGuiApplication.screens(), self._page.window().screen(), self._chosen)
        screen.setScreen(target)
        screen.setGeometry(target.geometry())
        screen.showFullScreen()
        screen.activateWindow()
        screen.setFocus()

    def close_screen(self) -> None:
        """Nobody is to see it any more."""
        if self.screen_shown is not None:
            self.screen_shown.close()

    def _closed(self) -> None:
        if self.screen_shown is not None:
            self.screen_shown.deleteLater()
            self.screen_shown = None
            self._page.window().activateWindow()

    def _follow(self) -> None:
        """The staff changed something while the volunteer is reading."""
        if self.screen_shown is not None:
            self.screen_shown.show_content(to_show(self._saved()))

    # -- what the volunteer says -----------------------------------------------------------------

    def _agreed(self) -> None:
        screen = self.screen_shown
        assert screen is not None, "only an open screen can say it"
        # Before the form is saved, for what is typed meanwhile was not seen.
        shown = screen.shown
        self._saved()
        self.close_screen()
        with self._page.acting():
            at = agree(self._page.desk, shown)
            said = self.tr("志愿者已在屏幕上核对并同意（{time}）。意愿以签名的意愿书为准。")
            self._page.banner.say(said.format(time=at.strftime("%H:%M")))

    def _unhappy(self, step: int, title: str) -> None:
        self.close_screen()
        said = self.tr("志愿者想修改：{title}。").format(title=self.tr(title))
        if State(self._saved().state) in EDITABLE:
            self._go_to(step)
        else:
            said += self.tr("内容已经定稿：意愿变了请按“变更…”，记录有错请按“更正…”。")
        self._page.banner.say(said, WARN)


def preferred(screens: Sequence[QScreen], staff: QScreen, chosen: str) -> QScreen:
    """The screen chosen by its name; otherwise one the staff do not sit at, where there is one."""
    for screen in screens:
        if screen.name() == chosen:
            return screen
    return next((screen for screen in screens if screen is not staff), staff)
