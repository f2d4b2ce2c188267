"""A small window that the lock closed comes back to whoever had it open, with what was typed.

It is held in memory only, by the person's number, as text is that could not be saved; a tick that
confirms something is given anew, and what opens a key is never held.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zjrc_desk.registry.life import Act
from zjrc_desk.window.act_dialogs import ActDialog, Origin
from zjrc_desk.window.language import tr
from zjrc_desk.window.page import WARN

if TYPE_CHECKING:
    from zjrc_desk.window.workspace import Workspace


@dataclass(frozen=True)
class CutShort:
    """Its title, what leads to it, and what was typed in it by the names of its lines."""

    title: str
    origin: Origin
    entered: Mapping[str, str]


def held(dialog: ActDialog) -> CutShort | None:
    """What is kept of a dialog that is about to be closed; None where it does not come back."""
    if dialog.origin is None or not dialog.half_typed():
        return None
    return CutShort(dialog.windowTitle(), dialog.origin, dialog.entered())


def come_back(workspace: Workspace, cut: CutShort) -> None:
    """Open it again where it was; what it was about may have changed meanwhile, which is said."""
    find = _in_diary if cut.origin.page == Origin.DIARY else _at_registration
    dialog = find(workspace, cut.origin)
    if dialog is None:
        words = tr("“{title}”没有再打开：现在不能再办这一项了。填过的没有保留。")
        workspace.current().banner.say(words.format(title=cut.title), WARN)
        return
    dialog.take_up(cut.entered)


def _at_registration(workspace: Workspace, origin: Origin) -> ActDialog | None:
    page = workspace.registration
    if not origin.record:
        workspace.new_registration()
    elif workspace.current() is not page or page.revision.record_id != origin.record:
        workspace.open_registration(origin.record)
    if page.revision.record_id != origin.record:
        return None
    page.rail.setCurrentRow(page.steps.count() - 1)
    return page.last.acts.open_again(Act(origin.act))


def _in_diary(workspace: Workspace, origin: Origin) -> ActDialog | None:
    from zjrc_desk.window.workspace import DIARY

    workspace.show_page(DIARY)
    return workspace.diary.open_again(origin)
