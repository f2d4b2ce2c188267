"""帮助: the user guide beside the work, with the section of the page that is open."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from zjrc_desk.desk import guide
from zjrc_desk.desk.guide import Passage
from zjrc_desk.window.hinted_line import HintedLine
from zjrc_desk.window.language import labelled
from zjrc_desk.window.page import button

_FIRST = "today"
_LINE_HEIGHT = 135
_EXCERPT = 46
#: Pixels of what stands before a passage that is turned to.
_ABOVE = 60


class HelpWindow(QDialog):
    """Sections, or what was searched for, on the left; the text on the right.  Needs no network."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("帮助"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(960, 700)
        self.words = HintedLine(self.tr("查找，如：恢复码、D06"))
        self.words.setAccessibleName(self.tr("在帮助里查找"))
        self.words.textChanged.connect(self._list)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("帮助的章节"))
        self.list.setWordWrap(True)
        self.list.currentItemChanged.connect(lambda item, _before: self._chosen(item))
        self.browser = QTextBrowser()
        self.browser.setAccessibleName(self.tr("帮助"))
        self.browser.sourceChanged.connect(lambda _url: self._space())
        left = QVBoxLayout()
        left.addWidget(self.words)
        left.addWidget(self.list, 1)
        left.addWidget(button(self.tr("关闭"), self.close, "Esc"))
        layout = QHBoxLayout(self)
        layout.addLayout(left, 1)
        layout.addWidget(self.browser, 3)
        self._list()

    def show_section(self, name: str) -> None:
        """Turn to a section, or to the passage a place is about; no name: where the work begins."""
        passage = guide.place(name or _FIRST)
        self.words.clear()
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item.data(Qt.ItemDataRole.UserRole).section == passage.section:
                self.list.setCurrentItem(item)
                # The section may have been chosen before, at another passage of it.
                self.show_passage(passage)
                return

    def show_passage(self, passage: Passage) -> None:
        """Turn to a passage, and mark it."""
        section = guide.sections()[passage.section]
        url = QUrl.fromLocalFile(str(section.path))
        if self.browser.source() != url:
            self.browser.setSource(url, QTextDocument.ResourceType.MarkdownResource)
        self._mark(passage.text if passage.text != section.title else "")

    def _list(self) -> None:
        """The sections; or, while something is searched for, where it is said."""
        self.list.blockSignals(True)
        self.list.clear()
        sections = guide.sections()
        if self.words.text().strip():
            for found in guide.search(self.words.text()):
                self._add(labelled(sections[found.section].title, found.text[:_EXCERPT]), found)
        else:
            for section in sections.values():
                self._add(section.title, section.passages[0])
        self.list.blockSignals(False)
        if self.words.text().strip():
            self.list.setCurrentRow(0)

    def _add(self, text: str, passage: Passage) -> None:
        item = QListWidgetItem(text)
        item.setData(Qt.ItemDataRole.UserRole, passage)
        self.list.addItem(item)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.show_passage(item.data(Qt.ItemDataRole.UserRole))

    def _space(self) -> None:
        """Lines further apart than Markdown's, for reading."""
        spaced = QTextBlockFormat()
        kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        spaced.setLineHeight(_LINE_HEIGHT, kind)
        cursor = QTextCursor(self.browser.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spaced)

    def _mark(self, text: str) -> None:
        """Select a passage, and bring it into sight with what follows it."""
        block = self.browser.document().begin()
        while block.isValid() and block.text().strip() != text:
            block = block.next()
        if not (text and block.isValid()):
            self.browser.moveCursor(QTextCursor.MoveOperation.Start)
            return
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        self.browser.setTextCursor(cursor)
        top = self.browser.document().documentLayout().blockBoundingRect(block).top()
        self.browser.verticalScrollBar().setValue(max(0, int(top) - _ABOVE))


def section_of(widget: QWidget | None) -> str:
    """The section or place of the guide that belongs to where somebody is: of the nearest widget
    that names one."""
    while widget is not None:
        name = getattr(widget, "help_section", "")
        if name:
            return str(name)
        widget = widget.parentWidget()
    return ""


def open_help(parent: QWidget | None, section: str = "", code: str = "") -> HelpWindow:
    """Show the guide, beside a dialog in front of it too; one that is open already is reused."""
    if isinstance(parent, HelpWindow):
        opened: HelpWindow | None = parent
    else:
        opened = None if parent is None else parent.findChild(HelpWindow)
    window = opened or HelpWindow(parent)
    window.show_section(section)
    remedy = guide.remedy(code) if code else None
    if remedy is not None:
        window.show_section(remedy.section)
        window.show_passage(remedy)
    window.show()
    window.raise_()
    window.activateWindow()
    return window
