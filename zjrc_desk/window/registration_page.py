"""登记: one page with a step rail, from the volunteer to the printed letter.

Whatever is typed is in the store within a second; what is wrong stands beside its field.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel

from zjrc_desk.desk import drafts, print_letter, register
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry import attachments as roles
from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.registry.journal import log
from zjrc_desk.registry.life import EDITABLE, STATE_LABEL, State
from zjrc_desk.registry.rules import Problem, Step
from zjrc_desk.registry.tables import Revision
from zjrc_desk.registry.vocabulary import KIND
from zjrc_desk.window.attachments_panel import AttachmentsPanel
from zjrc_desk.window.form_step import StepArea
from zjrc_desk.window.known_bar import TELLING, KnownBar
from zjrc_desk.window.language import bracketed, said, tr
from zjrc_desk.window.last_step import LastStep
from zjrc_desk.window.letter_acts import LetterActs
from zjrc_desk.window.page import BAD, GOOD, WARN, Page, button
from zjrc_desk.window.registration_form import RegistrationForm
from zjrc_desk.window.volunteer_panel import READ_OVER_KEY

#: Less than a second after the last key, whatever was typed is on the disk.
AUTOSAVE_MS = 600
#: As the place is kept: the first step.
_FIRST = "0"


class RegistrationPage(Page):
    """The form of one registration.

    ``deleted``: record id and serial of a draft that was deleted and can be brought back.
    """

    deleted = Signal(str, str)

    help_section = "registration"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.revision: Revision = register.new_draft()
        self._touched: set[str] = set()
        self._last: LastStep | None = None
        #: Whether the last step has still to be shown what can be done now.
        self._behind = True
        self._dirty = False
        self._autosave = QTimer(self)
        self._autosave.setSingleShot(True)
        self._autosave.setInterval(AUTOSAVE_MS)
        self._autosave.timeout.connect(self.save)
        self._saved = QLabel()
        self._saved.setObjectName("quiet")
        self._build()
        self.show_revision(self.revision)

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        self.known = KnownBar(self.desk)
        self.known.wanted.connect(self._open_known)
        self.body.addWidget(self.known)
        self.attachments = AttachmentsPanel(self, self._saved_revision)
        self.form = RegistrationForm(self.desk.now, lambda: self.revision)
        self.rail, self.steps = self.form.rail, self.form.steps
        self.form.add_all(
            partial(self.attachments.group, roles.PHOTO, roles.ID_SCAN),
            partial(self.attachments.group, roles.SIGNATURE),
        )
        title = self.tr("核对与打印")
        self._finish = StepArea(title, self._make_last, lambda: self.last.take_focus())
        self.form.add_step(title, self._finish)
        self.form.edited.connect(self._edited)
        self.form.left.connect(self._left)
        self.form.shown.connect(self._step_shown)
        self.body.addWidget(self.form, 1)
        self.back = button(self.tr("上一步"), lambda: self.form.go(-1), "Ctrl+Shift+Enter")
        self.next = button(self.tr("下一步"), lambda: self.form.go(1), "Ctrl+Enter", primary=True)
        # Not the button's own shortcut: that answers a tenth of a second later.
        for keys, by in (("Ctrl+Return", 1), ("Ctrl+Shift+Return", -1)):
            QShortcut(QKeySequence(keys), self, activated=partial(self.form.go, by))  # type: ignore[call-overload]
        QShortcut(QKeySequence(READ_OVER_KEY), self, activated=self._read_over)  # type: ignore[call-overload]
        foot = self.row(self.back, self.next)
        foot.addWidget(self._saved)
        self.delete_button = button(
            self.tr("删除草稿"), self.delete_draft, self.tr("删除以后十分钟内可以撤消")
        )
        foot.addWidget(self.delete_button)
        self.rail.setCurrentRow(0)

    def _make_last(self) -> LastStep:
        groups = self.attachments.group(*roles.MEDIA_OF_ROLE)
        last = self._last = LastStep(self, self.save, self._kept, self.rail.setCurrentRow, groups)
        last.wanted.connect(self.form.jump)
        last.edited.connect(self._edited)
        last.finishing.connect(self.finish)
        letter = self._letter = LetterActs(
            self, last.papers, lambda: self.revision, self.save, self._reopen
        )
        last.previewing.connect(letter.preview)
        last.printing.connect(letter.print_letter)
        last.filing.connect(letter.record_signed)
        last.acts.recorded.connect(self._recorded)
        last.papers.consented.connect(self._reopen)
        return last

    @property
    def last(self) -> LastStep:
        """核对与打印, made now where it is not there yet, and as the registration is now."""
        self._finish.make()
        assert self._last is not None, "it was made by that"
        self._catch_up()
        return self._last

    def _catch_up(self) -> None:
        if self._behind and self._last is not None:
            self._behind = False
            self._last.show_state(self.revision)

    def later(self) -> list[Callable[[], None]]:
        return self.form.later()

    # -- showing and saving ----------------------------------------------------------------------

    def start(self) -> None:
        """An empty form for the next volunteer; not where the one before can't be kept."""
        if not self.leave():
            return
        self.show_revision(register.new_draft(), _FIRST)
        self.banner.say("")
        self.form.field("volunteer.document_number").take_focus()
        self._touched.clear()

    def open(self, record_id: str) -> None:
        """Go on with a registration; not where what is on the form can't be kept."""
        if not self.leave():
            return
        with self.acting():
            revision = register.open_registration(self.desk, record_id)
            self.show_revision(revision, revision.step or _FIRST)
            # The focus left a field of the one before on the way.
            self._touched.clear()

    def refresh(self) -> None:
        """What was done with it on another page, such as sealing, is seen when one comes back."""
        if self._dirty or not self.revision.record_id:
            return
        try:
            if register.moved_on(self.desk, self.revision):
                # What was said of it is not so any more.
                self.banner.say("")
                self.show_revision(register.open_registration(self.desk, self.revision.record_id))
        except ZjrcError as error:
            self.refuse(error)

    def go_on(self) -> None:
        """Put the cursor back where somebody was typing when the program ended, and say so."""
        if not self._is_open() or not self.isVisible():
            return
        field = self.form.go_on(self.revision.step)
        mine = self.revision.recorded_by == self.desk.staff.number
        if field and mine and not self.banner.text():
            self.banner.say(self.tr("已回到上次填写的地方：{field}。").format(field=field))

    def show_revision(self, revision: Revision, place: str = "") -> None:
        """Put a revision into the controls; ``place``: the step to turn to."""
        another = not revision.record_id or revision.record_id != self.revision.record_id
        self.revision = revision
        self._touched.clear()
        if self._is_open():
            register.fill_in_place(self.desk, revision)
        self._dirty = False
        if self._last is not None:
            self._last.overrides.ask((), ())
        self.form.show_revision(place, from_top=another)
        self._show_ways()
        if self._at_review():
            self._review()
        else:
            self._show_state()
        self._suggest()
        self.known.look(revision)
        self.attachments.show_revision(revision)

    def _is_open(self) -> bool:
        """Whether what is on the form may be changed, and by whoever is signed in."""
        return State(self.revision.state) in EDITABLE and self.desk.records

    def _show_state(self) -> None:
        revision = self.revision
        self.form.set_open(self._is_open())
        self._show_title()
        self._behind = True
        if self._at_review():
            # It reads the store, and is seen on the last step only.
            self._catch_up()
        elif self._last is not None:
            # Somebody else's registration takes the one before off the volunteer's screen.
            self._last.volunteer.show_revision(revision)
        self._saved.setText(self.tr("已保存") if revision.record_id else self.tr("还没有输入"))
        if revision.centre_reasons:
            self.banner.say(
                self.tr("省中心退回：") + " ".join(map(tr, revision.centre_reasons)), WARN
            )

    def _show_title(self) -> None:
        revision = self.revision
        kind = "" if revision.kind == "intention" else bracketed(tr(KIND.label(revision.kind)))
        self.delete_button.setVisible(drafts.may_delete(self.desk, revision))
        serial = revision.registration.serial if revision.registration else self.tr("新登记")
        self.title.setText(f"{serial}{kind} · {tr(STATE_LABEL[State(revision.state)])}")

    def _suggest(self) -> None:
        open_ = self._is_open()
        region = register.suggested_household_region(self.revision) if open_ else ""
        self.form.suggest_region(region)

    def _edited(self) -> None:
        self._dirty = True
        self._saved.setText(self.tr("正在保存…"))
        self._autosave.start()

    def save(self) -> bool:
        """Put what is typed on the disk, valid or not; returns whether it is there."""
        self._autosave.stop()
        if self.unkept() is None:
            return True
        try:
            self.revision = register.save_draft(self.desk, self.revision)
        except ZjrcError as error:
            log.warning("%s", error)
            self._saved.setText(self.tr("没有保存"))
            self.banner.say(said(error), BAD)
            return False
        self._dirty = False
        self._saved.setText(self.tr("已保存 ") + self.desk.now().strftime("%H:%M:%S"))
        self._show_title()
        self.changed.emit()
        return True

    def leave(self) -> bool:
        if self._last is not None:
            self._last.volunteer.close_screen()
        self.attachments.finish()
        return self.save()

    def unkept(self) -> Revision | None:
        """What is on the form and not on the disk."""
        if not self._dirty or not self._is_open():
            return None
        self._collect()
        self.revision.step = self.form.place()
        return self.revision

    def take_up(self, revision: Revision) -> None:
        """What could not be kept before the window was locked: kept now, or shown as unsaved."""
        place = revision.step
        self.show_revision(revision)
        self.form.go_on(place)
        self._dirty = True
        self.save()

    def _kept(self) -> Revision:
        """What is on the form, saved where something was typed."""
        self.save()
        return self.revision

    def _saved_revision(self) -> Revision:
        """What is on the form, saved even where nothing is typed yet: a photo may come first."""
        self._dirty = self._dirty or not self.revision.record_id
        self.save()
        return self.revision

    def _collect(self) -> None:
        register.give_consent(self.desk, self.revision, self.form.collect())
        reasons = self._last.overrides.reasons() if self._last is not None else ()
        for code, path, reason in reasons:
            register.give_reason(self.desk, self.revision, code, path, reason)

    # -- checking --------------------------------------------------------------------------------

    def _left(self, path: str) -> None:
        if not self._is_open():
            return
        self._touched.add(path)
        if not self._dirty:
            return
        self._collect()
        register.normalise(self.revision, self.desk.today())
        if path in ("volunteer.document_type", "volunteer.document_number"):
            register.fill_from_number(self.revision)
            self._suggest()
        self.form.show_normalised()
        self.save()
        self.form.show_problems(self._problems(), self._touched)
        if path.removeprefix("volunteer.") in TELLING:
            self.known.look(self.revision)

    def _problems(self) -> list[Problem]:
        return register.check(self.desk, self.revision, Step.WITNESS)

    def _at_review(self) -> bool:
        return self.rail.currentRow() == self.steps.count() - 1

    def _step_shown(self, _row: int) -> None:
        if self._at_review():
            self.save()
            self._review()
        self._show_ways()

    def _show_ways(self) -> None:
        row = self.rail.currentRow()
        self.back.setEnabled(row > 0)
        self.next.setEnabled(row < self.steps.count() - 1)

    def _review(self) -> None:
        self._show_state()
        self.last.show_revision(self.revision, self._all_problems if self._is_open() else None)
        # Reasons and papers are asked for and offered by what there is.
        self._finish.arranged.emit()

    def _all_problems(self) -> list[Problem]:
        """Of what is on the form now; each is shown beside its field as well."""
        self._collect()
        found = [*self._problems(), *print_letter.unprintable(self.revision)]
        self.form.show_problems(found)
        return found

    # -- acts ------------------------------------------------------------------------------------

    def finish(self) -> None:
        """Everything is entered and witnessed: the content is final from now on."""
        if not self.save():
            return
        if not self.revision.record_id:
            self.banner.say(self.tr("还没有输入任何内容。请从第一步开始填写。"), WARN)
            return
        self._collect()
        try:
            with self.acting(self.tr("填写和见证已完成，可以打印意愿书。")):
                self.show_revision(register.witness(self.desk, self.revision))
                self.changed.emit()
                self.last.acts.compare_if_changed()
        finally:
            self._review()
            if self.mood() == BAD:
                self.last.overrides.take_focus()

    def _read_over(self) -> None:
        if not self.save():
            return
        self.last.volunteer.show_revision(self.revision)
        if not self.revision.record_id:
            self.banner.say(self.tr("还没有输入任何内容，没有可以给志愿者看的。"), WARN)
        self.last.volunteer.open_by_key()

    def delete_draft(self) -> None:
        """Not asked: it can be taken back, just as it was left."""
        if not self.leave():
            return
        gone = self.revision
        with self.acting():
            drafts.delete_draft(self.desk, gone.record_id)
            self.show_revision(register.new_draft(), _FIRST)
            self.changed.emit()
            self.deleted.emit(gone.record_id, gone.registration.serial)

    def _open_known(self, known: register.Known) -> None:
        """Go to the person's other registration; what is typed here is lost only if it is there."""
        if not self.save():
            return
        with self.acting():
            kept = register.set_aside(self.desk, self.revision, known)
            self.show_revision(register.new_draft())
            self.open(known.record_id)
            if kept:
                self.banner.say(self.tr("刚才输入的内容已存为草稿，标记为重复登记。"), WARN)

    def _recorded(self, record_id: str, said: str) -> None:
        """An act was recorded; without a record id the person is gone."""
        if record_id:
            kept = register.open_registration(self.desk, record_id)
            self.show_revision(kept, _FIRST if State(kept.state) in EDITABLE else "")
        else:
            self.show_revision(register.new_draft(), _FIRST)
        self.changed.emit()
        self._stay()
        self.banner.say(said)

    def _reopen(self) -> None:
        self.show_revision(register.open_registration(self.desk, self.revision.record_id))
        self.changed.emit()
        self._stay()

    def _stay(self) -> None:
        """The button that was pressed may be gone; the cursor must not jump to what stood next."""
        if self._at_review():
            self.last.take_focus()

    def mood(self) -> str:
        """How the last act ended: good, warn or bad."""
        return str(self.banner.property("mood") or GOOD)
