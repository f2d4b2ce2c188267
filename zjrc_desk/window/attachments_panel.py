"""附件 on the form: the cards wherever they stand, and the work behind them.

Pictures and papers are shown from memory; nothing is ever written to a file on the way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from zjrc_desk.desk import attach as attaching
from zjrc_desk.desk import register
from zjrc_desk.desk.attach import Attached
from zjrc_desk.registry.attachments import ATTACHMENT_ROLE, PDF, RECORDINGS, SIGNATURE, signers
from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.registry.journal import log
from zjrc_desk.registry.tables import Revision
from zjrc_desk.window.attachment_slot import SMALL, Slot, Source
from zjrc_desk.window.background import Background
from zjrc_desk.window.flow import Columns
from zjrc_desk.window.language import tr
from zjrc_desk.window.page import GOOD, WARN, Page
from zjrc_desk.window.picture_view import PictureView, picture
from zjrc_desk.window.preview import Preview
from zjrc_desk.window.signature_pad import SignatureDialog
from zjrc_desk.window.waiting import CancelledError, Waiting

#: Pixels on the longer side of a picture that is looked at in full.
_LARGE = 3000
#: A file above this shows its kind only: the small picture is not worth reading it.
_SMALL_PICTURE_BYTES = 32 << 20


@contextmanager
def _opened(source: Source) -> Iterator[BinaryIO]:
    if isinstance(source, Path):
        with source.open("rb") as file:
            yield file
        return
    if isinstance(source, bytes):
        yield BytesIO(source)
        return
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # Lossless: a picture that is pasted is a screenshot or a drawing as often as a photo.
    source.save(buffer, "PNG")  # type: ignore[call-overload]
    yield BytesIO(content.data())


class AttachmentsPanel(QObject):
    """The cards of a form, wherever they stand, and the work behind them.

    ``saved``: gives the revision on the form, saving it first; without a record id where that
    could not be done.
    """

    def __init__(self, page: Page, saved: Callable[[], Revision]) -> None:
        super().__init__(page)
        self._page = page
        self._saved = saved
        self._background = Background(self)
        self._revision = register.new_draft()
        self._found: Sequence[Attached] = ()
        self._enabled = True
        self._small: dict[str, QImage] = {}
        #: What the page said when the work began.
        self._said = ""
        self.slots: list[Slot] = []

    def group(self, *roles: str) -> QWidget:
        """Cards for some roles, three in a row, to be placed on the form."""
        holder = QWidget()
        grid = Columns(3)
        grid.setSpacing(12)
        holder.setLayout(grid)
        made = [Slot(role, may_change=self._page.desk.records) for role in roles]
        for slot in made:
            slot.given.connect(self.add)
            slot.signing.connect(self.sign)
            slot.opened.connect(self.look)
            slot.removed.connect(self.remove)
            # A step may be turned to, and its cards made, while something is being added.
            slot.setEnabled(self._enabled)
            grid.addWidget(slot)
        self.slots += made
        self._show_in(made)
        return holder

    def show_revision(self, revision: Revision) -> None:
        """Show what belongs to a revision."""
        if revision.record_id != self._revision.record_id:
            self._small.clear()
        self._revision = revision
        self._found = (
            attaching.attachments_of(self._page.desk, revision.record_id)
            if revision.record_id
            else []
        )
        self._show_in(self.slots)

    def _show_in(self, slots: Sequence[Slot]) -> None:
        for slot in slots:
            slot.show_these(self._revision, [one for one in self._found if one.role == slot.role])
        shown = {one.sha256: one for slot in slots for one in slot.attached()}
        for one in shown.values():
            self._show_small(one)

    def _show_small(self, one: Attached) -> None:
        if one.sha256 in self._small:
            self._put_small(one.sha256)
            return
        # Drawn as fine as the screen is.
        side = round(SMALL * self._page.devicePixelRatioF())
        if one.media_type not in RECORDINGS and one.size <= _SMALL_PICTURE_BYTES:
            self._background.start(
                partial(self._pages, one, self._revision.record_id, side),
                partial(self._take_small, one.sha256),
            )

    def _pages(self, one: Attached, record_id: str, most: int) -> list[QImage]:
        content = attaching.content_of(self._page.desk, one.sha256, record_id)
        return picture(content, one.media_type, most)

    def _take_small(self, sha256: str, done: Future[list[QImage]]) -> None:
        error = done.exception()
        if isinstance(error, ZjrcError):
            # Taken away meanwhile, or not readable: its kind is shown anyway.
            log.warning("%s", error)
        elif pages := done.result():
            self._small[sha256] = pages[0]
            self._put_small(sha256)

    def _put_small(self, sha256: str) -> None:
        for slot in self.slots:
            slot.show_small(sha256, self._small[sha256])

    def sign(self, signer: str) -> None:
        """Somebody signs on the screen, under the revision that is shown."""
        who = tr(signers(self._revision)[signer])
        dialog = SignatureDialog(
            who, lambda png: self.add(SIGNATURE, [png], signer=signer), self._page
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def add(self, role: str, sources: Sequence[Source], signer: str = "") -> None:
        """Add files or pictures as that role; says what came of it."""
        self._revision = self._saved()
        record_id = self._revision.record_id
        if not record_id:
            return

        def work(progress: Callable[[int, int], None]) -> None:
            for source in sources:
                with _opened(source) as stream:
                    attaching.attach(self._page.desk, record_id, role, stream, progress, signer)

        label = tr(ATTACHMENT_ROLE.label(role))
        self._run(
            self.tr("正在添加“{role}”…").format(role=label),
            work,
            self.tr("已添加“{role}”。").format(role=label),
            can_cancel=True,
        )

    def remove(self, one: Attached) -> None:
        """Take an attachment away."""
        record_id = self._revision.record_id

        def work(_progress: Callable[[int, int], None]) -> None:
            attaching.detach(self._page.desk, record_id, one.sha256)

        label = tr(ATTACHMENT_ROLE.label(one.role))
        self._run(
            self.tr("正在移除…"),
            work,
            self.tr("已移除“{role}”。").format(role=label),
            can_cancel=False,
        )

    def _run(
        self,
        text: str,
        work: Callable[[Callable[[int, int], None]], None],
        done: str,
        *,
        can_cancel: bool,
    ) -> None:
        stop = self.tr("取消") if can_cancel else ""
        waiting = Waiting(text, self._page, stop=stop)
        self._said = self._page.banner.text()
        self._set_enabled(False)
        self._background.start(
            partial(work, waiting.or_cancelled), partial(self._ended, waiting, done)
        )

    def _ended(self, waiting: Waiting, done: str, outcome: Future[Any]) -> None:
        waiting.end()
        self._set_enabled(True)
        cancelled = isinstance(outcome.exception(), CancelledError)
        before = self._page.banner.text()
        with self._page.acting("" if cancelled else done):
            try:
                if not cancelled:
                    outcome.result()
            finally:
                self.show_revision(self._revision)
        if cancelled:
            self._page.banner.say(self.tr("已取消，没有添加。"), WARN)
        banner = self._page.banner
        if before not in ("", self._said):
            # Of an act done meanwhile: it stays to be read above what came of the attachment.
            banner.say(f"{before}\n{banner.text()}", banner.property("mood") or GOOD)

    def _set_enabled(self, enabled: bool) -> None:
        self._enabled = enabled
        for slot in self.slots:
            slot.setEnabled(enabled)

    def look(self, one: Attached) -> None:
        """Show a picture or a PDF in full."""
        record_id = self._revision.record_id
        if one.media_type == PDF:
            work: Callable[[], object] = partial(
                attaching.content_of, self._page.desk, one.sha256, record_id
            )
        else:
            work = partial(self._pages, one, record_id, _LARGE)
        self._background.start(work, partial(self._show_large, one))

    def _show_large(self, one: Attached, done: Future[Any]) -> None:
        title = tr(ATTACHMENT_ROLE.label(one.role))
        with self._page.acting():
            content = done.result()
            if isinstance(content, bytes):
                Preview(content, title, self._page, may_print=self._page.desk.records).open()
            elif content:
                PictureView(content, title, self._page).open()

    def finish(self) -> None:
        """Wait until nothing is being added or read."""
        self._background.finish()
