"""Face, colours and sizes of the window, from one file (resources/theme)."""

from __future__ import annotations

import tomllib
from functools import cache
from string import Template

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from zjrc_desk.registry.resources import resource

#: Chinese faces that are known to be whole, the first that is installed is taken.
_FACES = ("Noto Sans CJK SC", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC")

_STYLE = Template("""
QWidget { color: $text; font-size: ${text_size}px; }
QMainWindow, QDialog, #page, #sign { background: $ground; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: 0; }
QLineEdit, QComboBox, QPlainTextEdit, QTextBrowser, QTableView, QListView {
  background: $card; border: 1px solid $line; border-radius: 6px; padding: 6px 8px;
  selection-background-color: $chosen; selection-color: $text; }
QLineEdit[suggested="true"] { border: 1px dashed $warn; placeholder-text-color: $warn; }
QLineEdit, QComboBox { min-height: ${inner}px; }
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus { border: 2px solid $accent; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled, QLineEdit:read-only,
QPlainTextEdit[readOnly="true"] { background: $ground; border-style: dotted; }
QListView { outline: 0; }
QListView::item:selected { background: $chosen; color: $text; }
QListView#suggestions { padding: 2px; border-radius: 0; }
QListView#suggestions::item { min-height: ${inner}px; padding: 0 8px; }
QPushButton { background: $card; border: 1px solid $line; border-radius: 6px;
  min-height: ${inner}px; padding: 6px 18px; }
QPushButton:hover { border-color: $quiet; }
QPushButton:focus { border: 2px solid $accent; }
QPushButton:disabled { color: $quiet; background: $ground; }
QPushButton#primary { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton#primary:focus { border: 2px solid $text; }
QPushButton#primary:disabled { background: $line; color: $text; border-color: $line; }
QComboBox::drop-down { border: 0; width: 28px; }
QComboBox::down-arrow { width: 12px; height: 12px; image: url("$chevron"); }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: $line; border-radius: 5px; min-height: 40px;
  margin: 1px; }
QScrollBar::handle:vertical:hover { background: $quiet; }
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; }
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical { background: transparent; }
QCheckBox::indicator { width: 20px; height: 20px; background: $card; border-radius: 4px;
  border: 1px solid $quiet; }
QCheckBox::indicator:focus { border: 2px solid $accent; }
QCheckBox::indicator:checked { image: url("$check"); border-color: $accent; }
QCheckBox { min-height: ${inner}px; spacing: 8px; }
QCheckBox:focus { color: $accent; }
QListWidget#rail { background: $card; border: 0; border-right: 1px solid $line;
  border-radius: 0; padding: 8px; }
QListWidget#rail::item { min-height: ${target}px; padding: 2px 10px; margin: 1px 0;
  border: 2px solid transparent; border-radius: 6px; }
QListWidget#rail::item:selected { background: $chosen; color: $accent; }
QListWidget#rail::item:focus { border-color: $accent; }
QFrame#side { background: $card; border: 0; border-right: 1px solid $line; }
QFrame#side QListWidget#rail { border: 0; }
QLabel#title { font-size: ${title_size}px; font-weight: 600; }
QLabel#section { font-size: ${section_size}px; font-weight: 600; color: $accent;
  padding: 8px 0 0 0; qproperty-indent: 0; }
QLabel#quiet { color: $quiet; }
QLabel#problem { color: $bad; }
QLabel#hint { color: $warn; }
QLabel#code { font-family: monospace; font-size: ${title_size}px; background: $card;
  border: 1px solid $line; border-radius: 6px; padding: 12px; }
QLabel#banner { border-radius: 6px; padding: 10px 14px; }
QLabel#banner[mood="good"] { background: $good_ground; color: $good; }
QLabel#banner[mood="bad"] { background: $bad_ground; color: $bad; }
QLabel#banner[mood="warn"] { background: $warn_ground; color: $warn; }
QFrame#known { background: $warn_ground; border: 1px solid $warn; border-radius: 6px; }
QFrame#known QLabel { color: $warn; }
QFrame#card { background: $card; border: 1px solid $line; border-radius: 8px; }
QTableView::item { padding: 0 5px; }
QTabWidget::pane { border: 0; border-top: 1px solid $line; }
QTabBar::tab { min-height: ${inner}px; padding: 6px 18px; border: 1px solid transparent;
  border-bottom: 0; }
QTabBar::tab:selected { background: $chosen; color: $accent; border-color: $line;
  border-top-left-radius: 6px; border-top-right-radius: 6px; }
QTabBar::tab:focus { border: 2px solid $accent; }
QFrame#card:focus { border-color: $accent; }
QHeaderView::section { background: $ground; border: 0; border-bottom: 1px solid $line;
  padding: 8px; padding-right: 22px; font-weight: 600; }
QHeaderView::down-arrow, QHeaderView::up-arrow { width: 12px; height: 12px; right: 6px;
  subcontrol-origin: padding; subcontrol-position: center right; image: url("$chevron"); }
QHeaderView::up-arrow { image: url("$chevron_up"); }
QProgressBar { background: $card; border: 1px solid $line; border-radius: 6px;
  text-align: center; min-height: 24px; }
QProgressBar::chunk { background: $chosen; border-radius: 5px; }
QToolTip { background: $card; color: $text; border: 1px solid $line; padding: 4px; }
""")


@cache
def _theme() -> dict[str, dict[str, object]]:
    return tomllib.loads(resource("theme", "light.toml").read_text("utf-8"))


def colours() -> dict[str, str]:
    """Colour names to #rrggbb."""
    return {name: str(value) for name, value in _theme()["colour"].items()}


@cache
def _volunteer() -> dict[str, dict[str, object]]:
    return tomllib.loads(resource("theme", "volunteer.toml").read_text("utf-8"))


def volunteer_colours() -> dict[str, str]:
    """Colour names of the volunteer's screen to #rrggbb."""
    return {name: str(value) for name, value in _volunteer()["colour"].items()}


def volunteer_sizes() -> dict[str, int]:
    """Sizes of the volunteer's screen in pixels."""
    return {name: int(str(value)) for name, value in _volunteer()["size"].items()}


def face() -> str:
    """A face with Chinese characters that is installed; empty where none of the known ones is."""
    installed = set(QFontDatabase.families())
    return next((name for name in _FACES if name in installed), "")


def apply(application: QApplication, scale: float = 1.0) -> None:
    """Give the whole application its look; ``scale`` 1.4 is 140 %."""
    application.setStyle("Fusion")
    text = round(int(str(_theme()["size"]["text"])) * scale)
    target = round(int(str(_theme()["size"]["target"])) * scale)
    font = QFont(face() or application.font().family())
    font.setPixelSize(text)
    application.setFont(font)
    application.setStyleSheet(
        _STYLE.substitute(
            colours(),
            text_size=text,
            section_size=round(text * 1.15),
            title_size=round(text * 1.5),
            target=target,
            inner=target - 14,
            chevron=resource("icons", "chevron-down.svg").as_posix(),
            chevron_up=resource("icons", "chevron-up.svg").as_posix(),
            check=resource("icons", "check.svg").as_posix(),
        )
    )
