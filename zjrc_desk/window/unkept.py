"""What is typed and could not be written: asked about before a page is left, held over the lock."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from zjrc_desk.registry.diary_tables import DiaryEntry
from zjrc_desk.registry.tables import Revision
from zjrc_desk.window.act_dialogs import ActDialog
from zjrc_desk.window.page import button


@dataclass(frozen=True)
class Unkept:
    """What one person typed: on the form of 登记, and in 日志 by the number of the tab."""

    revision: Revision | None
    entries: Mapping[int, DiaryEntry]


class UnkeptDialog(ActDialog):
    """Nothing is left that is not written: try again, or stay.

    ``why``: what went wrong and what to do, as it was said; ``again``: what the person wanted;
    ``give_up``: offered where it is given, and never by Enter.
    """

    def __init__(
        self,
        why: str,
        again: Callable[[], object],
        parent: QWidget,
        give_up: Callable[[], object] | None = None,
    ) -> None:
        words = self.tr("刚才输入的内容还没有存到登记库里，现在离开就没有了，所以先留在这里。")
        super().__init__(
            self.tr("还没有保存"), f"{words}\n{why}".strip(), self.tr("再试一次"), parent
        )
        self.no.setText(self.tr("留在这里"))
        self.no.setAccessibleName(self.no.text())
        self.accepted.connect(again)
        self.leave_it = button(self.tr("放弃这些输入并退出"), self.reject)
        self.leave_it.setAutoDefault(False)
        self.body.addWidget(self.leave_it)
        self.leave_it.setVisible(give_up is not None)
        if give_up is not None:
            self.leave_it.clicked.connect(give_up)
        self.yes.setFocus()
