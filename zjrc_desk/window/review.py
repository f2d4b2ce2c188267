"""What stands above the buttons of the last step: what is open, and the wish in short."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from zjrc_desk.registry.life import EDITABLE, State
from zjrc_desk.registry.rules import Problem
from zjrc_desk.registry.tables import Revision
from zjrc_desk.registry.vocabulary import ITEM, USE


def tr(text: str) -> str:
    """The text in the window's language."""
    return QCoreApplication.translate("review", text)


def review_text(revision: Revision, found: Sequence[Problem], unanswered: Sequence[Problem]) -> str:
    """``found``: all problems; ``unanswered``: those that want a reason and have none."""
    stops = sum(not problem.warning for problem in found)
    if revision.kind == "erasure":
        text = tr("个人信息已经删除。")
    elif State(revision.state) not in EDITABLE:
        text = tr("内容已经定稿。")
    elif stops:
        text = tr("还有 {n} 处需要补填或更正，点一下就到那里：").format(n=stops)
    elif unanswered:
        text = tr("内容齐全，但有 {n} 处要写明理由。").format(n=len(unanswered))
    else:
        text = tr("内容齐全。请和志愿者、见证人一起核对后，按“填写和见证完成”。")
    wish, person = revision.intention, revision.volunteer
    lines = [text, "", f"{tr('志愿者')}：{person.name}"]
    if wish.items:
        given, uses = ITEM.joined(wish.items), USE.joined(wish.uses)
        lines.append(f"{tr('捐献')}：{given}　{tr('用于')}：{uses}")
    if revision.executor.name:
        lines.append(f"{tr('执行人')}：{revision.executor.name}")
    return "\n".join(lines)
