"""打印机: which one is offered first for sheets and for cards, on this PC; and a page to try it."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QVBoxLayout, QWidget

from zjrc_desk.window import this_pc
from zjrc_desk.window.flow import Flow
from zjrc_desk.window.language import joined
from zjrc_desk.window.page import Page, button
from zjrc_desk.window.printing import choose_printer, print_test_page
from zjrc_desk.window.this_pc import Paper


class PrintersPanel(QWidget):
    """A tab of 设置."""

    help_section = "printers"

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(10)
        words = QLabel(self.tr("打印时先选中这里定的打印机，打印前仍可以改。只影响这台电脑。"))
        words.setObjectName("quiet")
        words.setWordWrap(True)
        self._layout.addWidget(words)
        self.boxes: dict[Paper, QComboBox] = {}
        self._add(Paper.SHEET, self.tr("意愿书和其他文书（A4）"))
        self.both_sides = QCheckBox(self.tr("文书双面打印"))
        self.both_sides.clicked.connect(self._both_sides_chosen)
        self._layout.addWidget(self.both_sides)
        self._add(Paper.CARD, self.tr("志愿者卡"))
        self._layout.addStretch(1)

    def _add(self, paper: Paper, name: str) -> None:
        heading = QLabel(name)
        heading.setObjectName("section")
        heading.setWordWrap(True)
        box = self.boxes[paper] = QComboBox()
        box.setAccessibleName(joined((self.tr("打印机"), name)))
        box.setToolTip(self.tr("打印时先选中的打印机"))
        box.activated.connect(lambda _index: self._chosen(paper))
        line = Flow()
        line.addWidget(box)
        test = button(self.tr("打印测试页…"), lambda: self.try_it(paper))
        test.setAccessibleName(joined((test.text(), name)))
        line.addWidget(test)
        self._layout.addWidget(heading)
        self._layout.addLayout(line)

    def _chosen(self, paper: Paper) -> None:
        with self._page.acting():
            this_pc.keep_printer(paper, str(self.boxes[paper].currentData()))

    def _both_sides_chosen(self, wanted: bool) -> None:
        with self._page.acting():
            this_pc.keep_both_sides(wanted)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        # Not before: the system may look for printers in the network, which takes a while.
        self.refresh()

    def refresh(self) -> None:
        """Offer the printers there are now; the one that was chosen stays, there or not."""
        self.both_sides.setChecked(this_pc.both_sides())
        there = QPrinterInfo.availablePrinterNames()
        for paper, box in self.boxes.items():
            kept = this_pc.printer(paper)
            box.clear()
            box.addItem(self.tr("系统的默认打印机"), "")
            for name in there:
                box.addItem(name, name)
            if kept and kept not in there:
                box.addItem(self.tr("{name}（现在没有找到）").format(name=kept), kept)
            box.setCurrentIndex(box.findData(kept))

    def try_it(self, paper: Paper) -> None:
        """A page to see whether the printer prints, and whether it cuts anything off."""
        printer = choose_printer(self._page, 1, paper)
        if printer is not None:
            done = self.tr("测试页已交给打印机。四边的框应当完整，字应当清楚。")
            with self._page.acting(done):
                print_test_page(printer, paper, self._page.desk.point.name)
