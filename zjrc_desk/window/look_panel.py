"""外观: theme and size of the text, on this PC."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QVBoxLayout, QWidget

from zjrc_desk.window import theme
from zjrc_desk.window.flow import Flow
from zjrc_desk.window.language import labelled
from zjrc_desk.window.look import SCALES, THEMES, Look, wear


class LookPanel(QWidget):
    """A tab of 设置; what is chosen is shown at once."""

    help_section = "look"

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(10)
        self.themes: dict[str, QRadioButton] = {}
        self.scales: dict[int, QRadioButton] = {}
        self._part(self.tr("颜色"), self.tr("只影响这台电脑，登录页也一样。志愿者屏总是白底黑字。"))
        line = self._line()
        for name in THEMES:
            self.themes[name] = self._choice(self.tr(theme.label(name)), self.tr("颜色"), line)
        self._part(self.tr("字的大小"), self.tr("随时可以按 Ctrl 和加号、减号改变。"))
        line = self._line()
        for scale in SCALES:
            self.scales[scale] = self._choice(f"{scale} %", self.tr("字的大小"), line)
        self._layout.addStretch(1)
        self._show()

    def _part(self, title: str, words: str) -> None:
        heading, said = QLabel(title), QLabel(words)
        heading.setObjectName("section")
        said.setObjectName("quiet")
        said.setWordWrap(True)
        self._layout.addWidget(heading)
        self._layout.addWidget(said)

    def _line(self) -> QWidget:
        holder = QWidget()
        holder.setLayout(Flow())
        self._layout.addWidget(holder)
        # Else all choices of the panel would be one.
        QButtonGroup(holder)
        return holder

    def _choice(self, text: str, what: str, line: QWidget) -> QRadioButton:
        made = QRadioButton(text)
        made.setAccessibleName(labelled(what, text))
        made.clicked.connect(lambda _on=False: self._chosen())
        line.findChildren(QButtonGroup)[0].addButton(made)
        line.layout().addWidget(made)  # type: ignore[union-attr]
        return made

    def _chosen(self) -> None:
        wear(
            Look(
                next(name for name, one in self.themes.items() if one.isChecked()),
                next(scale for scale, one in self.scales.items() if one.isChecked()),
            )
        )

    def _show(self) -> None:
        worn = theme.worn()
        self.themes[worn.theme].setChecked(True)
        self.scales[worn.scale].setChecked(True)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """The size was changed by keys."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.scales:
            self._show()
