"""The card of one role of attachments: what is there, and the ways to add to it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QIcon,
    QImage,
    QKeySequence,
    QPainter,
    QPen,
    QPixmap,
    QShortcut,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QMessageBox,
    QStyle,
    QVBoxLayout,
)

from zjrc_desk.desk.attach import Attached
from zjrc_desk.registry.attachments import (
    ATTACHMENT_ROLE,
    LETTER_SCAN,
    MEDIA_OF_ROLE,
    PDF,
    PICTURES,
    RECORDINGS,
    SIGNATURE,
    changeable,
    in_a_batch,
    signers,
)
from zjrc_desk.registry.tables import Revision
from zjrc_desk.window.file_dialogs import ask_open_many
from zjrc_desk.window.language import joined, tr
from zjrc_desk.window.page import button
from zjrc_desk.window.theme import colours

#: A file, a picture that was pasted, or one that was drawn here (PNG).
Source = Path | QImage | bytes

#: Pixels on the longer side of a small picture.
SMALL = 96
_KINDS = {
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/tiff": "TIFF",
    PDF: "PDF",
    "audio/mpeg": "录音",
    "audio/mp4": "录音",
    "audio/wav": "录音",
    "video/mp4": "录像",
    "video/quicktime": "录像",
}
_FILES = (
    (PICTURES, "*.jpg *.jpeg *.png *.tif *.tiff"),
    (frozenset({PDF}), "*.pdf"),
    (RECORDINGS, "*.mp3 *.m4a *.wav *.mp4 *.mov"),
)


def sources_of(mime: QMimeData) -> list[Source]:
    """Files, or else the picture, that were dropped or pasted."""
    files: list[Source] = [Path(u.toLocalFile()) for u in mime.urls() if u.isLocalFile()]
    if not files and mime.hasImage():
        image = QImage(mime.imageData())
        return [] if image.isNull() else [image]
    return files


class Slot(QFrame):
    """The card of one role: what is there, and the three ways to add to it."""

    help_section = "attachments"
    given = Signal(str, list)
    signing = Signal(str)
    opened = Signal(object)
    removed = Signal(object)

    def __init__(self, role: str, *, may_change: bool = True) -> None:
        super().__init__()
        self.setObjectName("card")
        self._may_change = may_change
        self.role = role
        self.label = tr(ATTACHMENT_ROLE.label(role))
        self.setAccessibleName(self.label)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._open = False
        title = QLabel(self.label)
        title.setObjectName("section")
        self.hint = QLabel()
        self.hint.setObjectName("quiet")
        self.hint.setWordWrap(True)
        self.strip = QListWidget()
        self.strip.setAccessibleName(self.label)
        self.strip.setViewMode(QListWidget.ViewMode.IconMode)
        self.strip.setMovement(QListWidget.Movement.Static)
        self.strip.setIconSize(QSize(SMALL, SMALL))
        self.strip.setFixedHeight(SMALL + 64)
        self.strip.setWrapping(False)
        self.strip.setAcceptDrops(False)
        self.strip.itemActivated.connect(lambda _item: self._look())
        self.strip.currentRowChanged.connect(lambda _row: self._show_buttons())
        self.add = button(self.tr("添加…"), self._choose, self.tr("选择文件"))
        self.look = button(self.tr("查看"), self._look, self.tr("放大查看所选的附件"))
        self.remove = button(self.tr("移除"), self._remove, self.tr("移除所选的附件"))
        for one in (self.add, self.look, self.remove):
            one.setAccessibleName(joined((one.text(), self.label)))
        self.sign = button(
            self.tr("在屏幕上签名"), lambda: None, self.tr("用手写板或鼠标，可以不签")
        )
        self.sign.setMenu(QMenu(self.sign))
        layout = QVBoxLayout(self)
        line = QHBoxLayout()
        for one in (self.add, self.look, self.remove):
            line.addWidget(one)
        line.addStretch(1)
        layout.addWidget(title)
        layout.addWidget(self.hint)
        layout.addWidget(self.strip)
        layout.addStretch(1)
        layout.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(line)
        # Not before they lie in it: shown without a parent they would be windows, for a moment.
        self.add.setVisible(may_change)
        self.remove.setVisible(may_change)
        self.sign.setVisible(role == SIGNATURE and may_change)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste)

    def show_these(self, revision: Revision, attached: Sequence[Attached]) -> None:
        """Show what is there, and whether it may change now."""
        self._open = self._may_change and changeable(revision, self.role)
        names = {signer: tr(name) for signer, name in signers(revision).items()}
        self._offer_signing(names, {one.signer for one in attached})
        self.strip.clear()
        for one in attached:
            sign = (
                QStyle.StandardPixmap.SP_MediaPlay
                if one.media_type in RECORDINGS
                else QStyle.StandardPixmap.SP_FileIcon
            )
            kind = f"{tr(_KINDS[one.media_type])} · {_size_text(one.size)}"
            text = names.get(one.signer, kind)
            item = QListWidgetItem(self.style().standardIcon(sign), text)
            item.setData(Qt.ItemDataRole.UserRole, one)
            self.strip.addItem(item)
        self.strip.setVisible(bool(attached))
        self.hint.setText(self._hint(revision))
        self.hint.setVisible(not attached or not self._open)
        if attached:
            self.strip.setCurrentRow(len(attached) - 1)
        self._show_buttons()

    def _offer_signing(self, names: Mapping[str, str], signed: Collection[str]) -> None:
        menu = self.sign.menu()
        menu.clear()
        for signer, name in names.items():
            done = signer in signed
            entry = menu.addAction(self.tr("{name}（已签）").format(name=name) if done else name)
            entry.setEnabled(not done)
            entry.triggered.connect(partial(self.signing.emit, signer))

    def show_small(self, sha256: str, small: QImage) -> None:
        """Put the small picture of an attachment on its place."""
        for item, one in self._items():
            if one.sha256 == sha256:
                item.setIcon(_icon(small, self.devicePixelRatioF()))

    def _items(self) -> list[tuple[QListWidgetItem, Attached]]:
        items = [self.strip.item(row) for row in range(self.strip.count())]
        return [(item, item.data(Qt.ItemDataRole.UserRole)) for item in items]

    def attached(self) -> list[Attached]:
        """What is shown."""
        return [one for _, one in self._items()]

    def chosen(self) -> Attached | None:
        """The one that is marked."""
        row = self.strip.currentRow()
        return self.attached()[row] if row >= 0 else None

    def _hint(self, revision: Revision) -> str:
        if self._open and self.role == SIGNATURE:
            return self.tr("见证人和志愿者可以在屏幕上签名，也可以添加图片；纸上的签名照样要签。")
        if self._open:
            return self.tr("把文件拖到这里，或按“添加”；复制的图片点一下这里再按 Ctrl+V。")
        if in_a_batch(revision):
            return self.tr("已经封批，不能再改。")
        if self.role == LETTER_SCAN:
            return self.tr("打印并签名以后，在这里添加扫描件。")
        return self.tr("填写和见证完成以后添加。")

    def _show_buttons(self) -> None:
        one = self.chosen()
        self.add.setEnabled(self._open)
        self.sign.setEnabled(self._open)
        self.remove.setEnabled(self._open and one is not None)
        self.look.setEnabled(one is not None and one.media_type not in RECORDINGS)

    def _choose(self) -> None:
        kinds = MEDIA_OF_ROLE[self.role]
        patterns = " ".join(files for types, files in _FILES if types & kinds)
        kinds_shown = f"{self.label} ({patterns});;{self.tr('所有文件')} (*)"
        self._give(list(ask_open_many(self, self.label, kinds_shown)))

    def paste(self) -> None:
        """Add what is on the clipboard."""
        self._give(sources_of(QApplication.clipboard().mimeData()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if self._open and (event.mimeData().hasUrls() or event.mimeData().hasImage()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        event.acceptProposedAction()
        self._give(sources_of(event.mimeData()))

    def _give(self, sources: Sequence[Source]) -> None:
        if sources and self._open:
            self.given.emit(self.role, list(sources))

    def _look(self) -> None:
        if self.look.isEnabled():
            self.opened.emit(self.chosen())

    def _remove(self) -> None:
        question = self.tr("移除这个“{role}”？移除以后不能恢复。").format(role=self.label)
        answers = QMessageBox.StandardButton
        # One Enter too many removes nothing.
        asked = self.tr("移除附件"), question, answers.Yes | answers.No, answers.No
        if QMessageBox.question(self, *asked) == answers.Yes:
            self.removed.emit(self.chosen())


def _icon(small: QImage, ratio: float) -> QIcon:
    """In the middle of a square, and not dyed when it is chosen: a face stays a face."""
    square = QPixmap(QSize(SMALL, SMALL) * ratio)
    square.fill(Qt.GlobalColor.transparent)
    painter = QPainter(square)
    place = small.rect()
    place.moveCenter(square.rect().center())
    painter.drawImage(place, small)
    # A white sheet would not be seen on the white card.
    painter.setPen(QPen(QColor(colours()["line"]), round(ratio)))
    painter.drawRect(place.adjusted(0, 0, -1, -1))
    painter.end()
    square.setDevicePixelRatio(ratio)
    icon = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected, QIcon.Mode.Disabled):
        icon.addPixmap(square, mode)
    return icon


def _size_text(size: int) -> str:
    return f"{size / (1 << 20):.1f} MB" if size >= 1 << 20 else f"{max(size >> 10, 1)} KB"
