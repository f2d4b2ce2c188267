"""核对与打印: the last step: what is still open, the reasons, and the buttons that go on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from zjrc_desk.desk import register
from zjrc_desk.registry.life import EDITABLE, ENDING_KINDS, State
from zjrc_desk.registry.rules import Force, Problem
from zjrc_desk.registry.tables import Revision
from zjrc_desk.registry.vocabulary import ITEM, USE
from zjrc_desk.window.flow import Flow
from zjrc_desk.window.icons import icon
from zjrc_desk.window.language import labelled, said, tr
from zjrc_desk.window.marked import BAD, WARN
from zjrc_desk.window.overrides_panel import OverridesPanel

_PATH = Qt.ItemDataRole.UserRole
#: Of the lines on what is open, to be seen at once: at least, and at most.
_LEAST, _MOST = 3, 8


class ProblemList(QListWidget):
    """Lines that wrap.  It is as high as some of them are, so that none is cut through: as many as
    half of what is seen of the step takes."""

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """The lines were laid out: others, or in another width or size."""
        super().updateGeometries()
        step = self.parentWidget()
        area = step.parentWidget() if step is not None else None
        if area is None:
            return
        lines = range(min(self.count(), _MOST))
        heights = [self.visualItemRect(self.item(line)).height() for line in lines]
        ends = list(accumulate(heights))
        shown = max(sum(end <= area.height() // 2 for end in ends), min(self.count(), _LEAST))
        if shown:
            self.setFixedHeight(ends[shown - 1] + self.height() - self.viewport().height())


class ReviewStep(QWidget):
    """``wanted``: the path of a problem somebody wants to go to; ``edited``: a reason was typed."""

    wanted = Signal(str)
    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.problem_list = ProblemList()
        self.problem_list.setAccessibleName(self.tr("需要补填或更正的地方"))
        self.problem_list.itemActivated.connect(lambda item: self.wanted.emit(item.data(_PATH)))
        self.problem_list.itemClicked.connect(lambda item: self.wanted.emit(item.data(_PATH)))
        self.problem_list.setWordWrap(True)
        self.problem_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.overrides = OverridesPanel(self.problem_list)
        self.overrides.edited.connect(self.edited)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self.text)
        self._layout.addWidget(self.problem_list)
        self._layout.addWidget(self.overrides)

    def add_below(self, *below: Sequence[QWidget] | QWidget) -> None:
        """Rows of buttons, and what takes the whole width."""
        for one in below:
            if isinstance(one, QWidget):
                self._layout.addWidget(one)
                continue
            line = Flow()
            for single in one:
                line.addWidget(single)
            self._layout.addLayout(line)
        self._layout.addStretch(1)

    def show_revision(
        self, revision: Revision, problems: Callable[[], list[Problem]] | None
    ) -> None:
        """What is open; ``problems`` is None where nothing may be changed, or by nobody here."""
        self.problem_list.clear()
        found: list[Problem] = []
        if problems is not None:
            found = problems()
            self.overrides.ask(found, revision.overrides)
        else:
            self.overrides.recorded(revision.overrides)
        for problem in found:
            if problem.force is not Force.REASON:
                mark = WARN if problem.warning else BAD
                text = labelled(tr(problem.field), said(problem))
                item = QListWidgetItem(icon(mark, mark), text, self.problem_list)
                item.setData(_PATH, problem.path)
        self.problem_list.setVisible(self.problem_list.count() > 0)
        unanswered = register.unanswered(revision, found)
        text = review_text(revision, found, unanswered, changing=problems is not None)
        self.text.setText(text)


def has_letter(revision: Revision) -> bool:
    """Whether a 意愿书 belongs to a revision of that kind."""
    return revision.kind not in ENDING_KINDS and revision.kind != "erasure"


def review_text(
    revision: Revision,
    found: Sequence[Problem],
    unanswered: Sequence[Problem],
    *,
    changing: bool,
) -> str:
    """``found``: all problems; ``unanswered``: those that want a reason and have none.

    ``changing``: whether the content may still be changed by whoever is signed in.
    """
    stops = sum(not problem.warning for problem in found)
    hints = sum(problem.force is Force.HINT for problem in found)
    if revision.kind == "erasure":
        text = tr("个人信息已经删除。")
    elif State(revision.state) not in EDITABLE:
        text = tr("内容已经定稿。")
    elif not changing:
        text = tr("内容还没有定稿。")
    elif stops and hints:
        # Both stand in the list; F00 counts those that stop.
        text = tr("还有 {n} 处需要补填或更正，另有 {hints} 处提醒，点一下就到那里：")
        text = text.format(n=stops, hints=hints)
    elif stops:
        text = tr("还有 {n} 处需要补填或更正，点一下就到那里：").format(n=stops)
    elif unanswered:
        text = tr("内容齐全，但有 {n} 处要写明理由。").format(n=len(unanswered))
    else:
        text = tr("内容齐全。请和志愿者、见证人一起核对后，按“填写和见证完成”。")
    wish, person = revision.intention, revision.volunteer
    lines = [text, "", labelled(tr("志愿者"), person.name)]
    if wish.items:
        given, uses = tr(ITEM.joined(wish.items)), tr(USE.joined(wish.uses))
        lines.append(f"{labelled(tr('捐献'), given)}　{labelled(tr('用于'), uses)}")
    if revision.executor.name:
        lines.append(labelled(tr("执行人"), revision.executor.name))
    return "\n".join(lines)
