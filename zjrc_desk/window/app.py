"""Starting the window."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from zjrc_desk.registry.journal import crash
from zjrc_desk.window import theme
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.page import BAD


def application() -> QApplication:
    """The one application, with its theme and Qt's own dialogs in Chinese."""
    made = QApplication.instance()
    if not isinstance(made, QApplication):
        made = QApplication(sys.argv[:1])
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(made)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_zh_CN", folder):
        made.installTranslator(translator)
    theme.apply(made)
    return made


def run(folder: Path) -> int:
    """Open the window on a data folder; returns the exit code."""
    app = application()
    window = MainWindow(folder)
    _catch(window)
    window.show()
    return app.exec()


def _catch(window: MainWindow) -> None:
    """What nobody foresaw in a slot: log it, say it calmly, keep what is typed."""

    def report(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        crash(error)
        if window.workspace is not None:
            page = window.workspace.stack.currentWidget()
            banner = getattr(page, "banner", None)
            if banner is not None:
                banner.say(
                    window.tr(
                        "程序出现意外的错误，这一步没有完成，已输入的内容还在。"
                        "请再试一次；若仍不行，请把日志交给技术支持。（X00）"
                    ),
                    BAD,
                )

    sys.excepthook = report
