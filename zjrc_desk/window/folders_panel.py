"""文件夹: where this PC's dialogs begin, and where the point's own things lie."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from zjrc_desk.desk import back_up
from zjrc_desk.window import this_pc
from zjrc_desk.window.file_dialogs import ask_folder
from zjrc_desk.window.flow import Flow
from zjrc_desk.window.language import joined, labelled
from zjrc_desk.window.page import Page, button, path_words
from zjrc_desk.window.this_pc import Place


class FoldersPanel(QWidget):
    """A tab of 设置."""

    help_section = "folders"

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(10)
        words = QLabel(
            self.tr(
                "选择文件或文件夹时，先打开这里定的地方。没有定的，或 U 盘没有插上的，"
                "先打开“文档”；锁定以前，下一次从上一次用过的文件夹开始。只影响这台电脑。"
            )
        )
        words.setObjectName("quiet")
        words.setWordWrap(True)
        self._layout.addWidget(words)
        #: What is shown of each.
        self.shown: dict[Place, QLabel] = {}
        self._add(Place.STICK, self.tr("交批次、收回执和备案文件（U 盘）"))
        self._add(Place.SAVED, self.tr("导出的表格、结果和诊断包"))
        self._add(Place.OPENED, self.tr("打开的名册、扫描件和文书"))
        heading = QLabel(self.tr("登记点自己的"))
        heading.setObjectName("section")
        self._layout.addWidget(heading)
        self.own = self._words()
        self._layout.addWidget(self.own)
        self._layout.addStretch(1)

    @staticmethod
    def _words() -> QLabel:
        """For the names of folders, which may look like marks of a text."""
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _add(self, place: Place, name: str) -> None:
        heading = QLabel(name)
        heading.setObjectName("section")
        heading.setWordWrap(True)
        shown = self.shown[place] = self._words()
        line = Flow()
        choose = button(self.tr("选择…"), lambda: self.choose(place, name))
        forget = button(self.tr("从“文档”开始"), lambda: self.use(place, ""))
        for one in (choose, forget):
            one.setAccessibleName(joined((one.text(), name)))
            line.addWidget(one)
        self._layout.addWidget(heading)
        self._layout.addWidget(shown)
        self._layout.addLayout(line)

    def choose(self, place: Place, name: str) -> None:
        """Ask for the folder."""
        folder = ask_folder(self, name, place)
        if folder is not None:
            self.use(place, str(folder))

    def use(self, place: Place, folder: str) -> None:
        """Dialogs begin there from now on; empty: in the documents."""
        with self._page.acting():
            this_pc.keep_folder(place, folder)
        self.refresh()

    def refresh(self) -> None:
        """Show what is chosen, and whether it is there now."""
        for place, label in self.shown.items():
            folder = this_pc.folder(place)
            text = path_words(folder) or self.tr("没有定，先打开“文档”")
            if folder and not this_pc.is_there(folder):
                text = self.tr("{folder}（现在不在，U 盘可能没有插上）").format(
                    folder=path_words(folder)
                )
            label.setText(text)
        store = labelled(self.tr("数据文件夹"), path_words(self._page.desk.store.folder))
        backups = labelled(self.tr("备份"), path_words(back_up.state(self._page.desk).folder))
        self.own.setText(f"{store}\n{backups}")
