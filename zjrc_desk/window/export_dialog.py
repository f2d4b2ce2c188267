"""Exporting what was found: says first what the file is and where it will lie."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from zjrc_desk.desk.export_list import chosen, export_list
from zjrc_desk.desk.find import Query
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.registry.journal import log
from zjrc_desk.registry.life import STATE_LABEL, State
from zjrc_desk.registry.vocabulary import KIND
from zjrc_desk.window.file_dialogs import ask_save
from zjrc_desk.window.language import said, tr
from zjrc_desk.window.long_work import long_work
from zjrc_desk.window.page import BAD, GOOD, WARN, Banner, button
from zjrc_desk.window.this_pc import saved_path
from zjrc_desk.window.waiting import CancelledError


class ExportDialog(QDialog):
    """``query`` is that of the page.  Raises AccessError A01 for an auditor."""

    help_section = "export"

    def __init__(self, desk: Desk, query: Query, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        desk.require_entry()
        self._desk, self._query = desk, query
        self.setWindowTitle(self.tr("导出列表"))
        self.setMinimumWidth(680)
        self.path = _free_path(desk)
        self.banner = Banner(self)
        self.banner.say(
            self.tr(
                "导出的文件没有加密，里面有姓名、证件号码和家书，拿到文件的人都能看到。"
                "请只存到受保护的地方，用完立即删除。这次导出会记入审计。"
            ),
            WARN,
        )
        self.what = QLabel(self._what(len(chosen(desk, query))))
        self.where = QLabel()
        self.where.setWordWrap(True)
        self._show_path()
        self.go = button(self.tr("导出"), self.export, primary=True)
        self.cancel = button(self.tr("取消"), self.reject, "Esc")
        row = QHBoxLayout()
        row.addWidget(button(self.tr("换个地方…"), self.choose_path))
        row.addStretch(1)
        row.addWidget(self.go)
        row.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        for widget in (self.banner, self.what, self.where):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addLayout(row)
        self.cancel.setFocus()

    def _what(self, count: int) -> str:
        query = self._query
        parts = [self.tr("查询“{words}”").format(words=query.words)] if query.words else []
        parts += [tr(STATE_LABEL[State(state)]) for state in query.states]
        if query.kind:
            parts.append(tr(KIND.label(query.kind)))
        if query.since or query.until:
            parts.append(f"{query.since} – {query.until}")
        if query.counted is not None:
            parts.append(self.tr("统计里所选的一项"))
        if query.batch_id:
            parts.append(self.tr("所选批次"))
        scope = tr("，").join(parts) or self.tr("全部登记")
        return self.tr("导出：{scope}，共 {count} 份。").format(scope=scope, count=count)

    def _show_path(self) -> None:
        self.where.setText(self.tr("存到：{path}").format(path=self.path))

    def choose_path(self) -> None:
        """Ask where to; Qt asks about a file that is there."""
        kinds = self.tr("Excel 表格 (*.xlsx)")
        path = ask_save(self, self.tr("导出列表"), str(self.path), kinds)
        if path is not None:
            self.path = path
            self._show_path()

    def export(self) -> None:
        """Write the file; what went wrong is said here, and another place can be chosen."""
        try:
            with long_work(self, "", self.tr("正在导出"), self.tr("停止导出")) as work:
                count = work.run(
                    partial(export_list, self._desk, self.path, self._query, work.or_cancelled)
                )
        except CancelledError:
            self.banner.say(self.tr("已停止，没有导出任何内容。"), WARN)
            return
        except ZjrcError as error:
            log.warning("%s", error)
            self.banner.say(said(error), BAD)
            return
        self.banner.say(
            self.tr("已导出 {count} 份。文件没有加密，用完请删除。").format(count=count), GOOD
        )
        self.go.setEnabled(False)
        self.cancel.setText(self.tr("关闭"))
        self.cancel.setAccessibleName(self.tr("关闭"))
        self.cancel.setFocus()


def _free_path(desk: Desk) -> Path:
    """A name that is not taken, where such files are saved."""
    stem = desk.marked(tr("登记列表 {day}").format(day=desk.today().isoformat()))
    paths = [saved_path(f"{stem}.xlsx")]
    paths += (paths[0].with_name(f"{stem} ({n}).xlsx") for n in range(2, 1000))
    return next((path for path in paths if not path.exists()), paths[0])
