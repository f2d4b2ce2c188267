"""文本: the words of the papers, to be looked up or read out; no point changes them."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLabel, QTextBrowser, QVBoxLayout, QWidget

from zjrc_desk.desk.paper_texts import paper_texts
from zjrc_desk.window.flow import Flow
from zjrc_desk.window.page import Page


class TextsPanel(QWidget):
    """A tab of 设置."""

    help_section = "texts"

    def __init__(self, page: Page) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        words = QLabel(
            self.tr("文书上印的文字，可以在这里念给志愿者听。文字有版本号，登记点不能改。")
        )
        words.setObjectName("quiet")
        words.setWordWrap(True)
        layout.addWidget(words)
        caption = QLabel(self.tr("文书"))
        self.box = QComboBox()
        self.box.setAccessibleName(self.tr("文书"))
        self.box.setToolTip(self.tr("要看哪一种文书的文字"))
        caption.setBuddy(self.box)
        self.version = QLabel()
        self.version.setObjectName("quiet")
        line = Flow()
        for widget in (caption, self.box, self.version):
            line.addWidget(widget)
        layout.addLayout(line)
        self.browser = QTextBrowser()
        self.browser.setAccessibleName(self.tr("文书的文字"))
        layout.addWidget(self.browser, 1)
        with page.acting():
            self._texts = paper_texts()
            self.box.addItems([one.title for one in self._texts])
        self.box.currentIndexChanged.connect(self._show)
        self._show(0)

    def _show(self, number: int) -> None:
        text = self._texts[number]
        self.version.setText(self.tr("第 {n} 版").format(n=text.version))
        self.browser.setPlainText("\n\n".join(text.paragraphs))
