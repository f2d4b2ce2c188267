"""The warnings that want a reason, each with a line to write it on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from zjrc_desk.registry.rules import Force, Problem, field_label
from zjrc_desk.registry.tables import Override
from zjrc_desk.window.language import labelled, said, tr


class OverridesPanel(QFrame):
    """While the form is open a line for each warning; afterwards what was written.

    ``edited``: something was typed.  The line's objectName is ``override:<code>:<path>``.
    """

    edited = Signal()

    def __init__(self, after: QWidget) -> None:
        """``after``: what the Tab key comes from."""
        super().__init__()
        self._after = after
        self.setObjectName("card")
        self._lines: dict[tuple[str, str], QLineEdit] = {}
        self._layout = QVBoxLayout(self)
        self._title = QLabel()
        self._title.setObjectName("section")
        self._layout.addWidget(self._title)
        self._rows = QWidget()
        self._layout.addWidget(self._rows)
        self.hide()

    def ask(self, found: Sequence[Problem], given: Sequence[Override]) -> None:
        """Show a line for each of the problems that wants a reason; others are left out."""
        asked = {p.key: p for p in found if p.force is Force.REASON}
        reasons = {(row.code, row.path): row.reason for row in given}
        self._show(
            self.tr("写明理由后可以继续"),
            [
                (key, labelled(tr(p.field), said(p)), reasons.get(key, ""))
                for key, p in asked.items()
            ],
            read_only=False,
        )

    def recorded(self, given: Sequence[Override]) -> None:
        """Show what was written before the content was final."""
        self._show(
            self.tr("当时写明的理由"),
            [((row.code, row.path), tr(field_label(row.path)), row.reason) for row in given],
            read_only=True,
        )

    def reasons(self) -> Iterator[tuple[str, str, str]]:
        """(code, path, reason) of every line that can be typed into."""
        for (code, path), line in self._lines.items():
            if not line.isReadOnly():
                yield code, path, line.text().strip()

    def take_focus(self) -> bool:
        """Put the cursor on the first empty line; False where there is none."""
        empty = next((line for line in self._lines.values() if not line.text().strip()), None)
        if empty is not None:
            empty.setFocus()
        return empty is not None

    def _show(
        self, title: str, rows: Sequence[tuple[tuple[str, str], str, str]], *, read_only: bool
    ) -> None:
        self._title.setText(title)
        self._lines = {}
        fresh = QWidget()
        layout = QVBoxLayout(fresh)
        layout.setContentsMargins(0, 0, 0, 0)
        for (code, path), sentence, reason in rows:
            label, line = QLabel(sentence), QLineEdit(reason)
            label.setWordWrap(True)
            label.setObjectName("hint")
            label.setBuddy(line)
            line.setObjectName(f"override:{code}:{path}")
            line.setAccessibleName(sentence)
            line.setPlaceholderText(self.tr("为什么可以继续（必填）"))
            line.setReadOnly(read_only)
            line.textEdited.connect(self.edited)
            line.returnPressed.connect(self.focusNextChild)
            layout.addWidget(label)
            layout.addWidget(line)
            self._lines[(code, path)] = line
        self._layout.replaceWidget(self._rows, fresh)
        # Gone at once: a line that waits to be deleted could still be found and typed into.
        self._rows.setParent(None)
        self._rows.deleteLater()
        self._rows = fresh
        fresh.show()
        self.setVisible(bool(rows))
        before = self._after
        for line in self._lines.values():
            QWidget.setTabOrder(before, line)
            before = line
