"""登记: one page with a step rail, from the volunteer to the printed letter.

Whatever is typed is in the store within a second; what is wrong stands beside its field.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from zjrc_desk.desk import print_letter, register
from zjrc_desk.desk.attach import without_scan
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry import attachments as roles
from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.registry.journal import log
from zjrc_desk.registry.life import EDITABLE, ENDING_KINDS, STATE_LABEL, State
from zjrc_desk.registry.rules import Force, Problem, Step
from zjrc_desk.registry.tables import Kin, Revision, Witness
from zjrc_desk.registry.vocabulary import KIND
from zjrc_desk.window import form
from zjrc_desk.window.acts_panel import ActsPanel
from zjrc_desk.window.attachments_panel import AttachmentsPanel
from zjrc_desk.window.controls import Field, LineField
from zjrc_desk.window.known_bar import TELLING, KnownBar
from zjrc_desk.window.overrides_panel import OverridesPanel
from zjrc_desk.window.page import BAD, GOOD, WARN, Page, button
from zjrc_desk.window.papers_panel import PapersPanel
from zjrc_desk.window.preview import Preview
from zjrc_desk.window.review import review_text
from zjrc_desk.window.volunteer_panel import VolunteerPanel

#: Less than a second after the last key, whatever was typed is on the disk.
AUTOSAVE_MS = 600


class RegistrationPage(Page):
    """The form of one registration."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.revision: Revision = register.new_draft()
        self._touched: set[str] = set()
        self._dirty = False
        self._autosave = QTimer(self)
        self._autosave.setSingleShot(True)
        self._autosave.setInterval(AUTOSAVE_MS)
        self._autosave.timeout.connect(self.save)
        self._fields: dict[str, Field] = {}
        self._saved = QLabel()
        self._saved.setObjectName("quiet")
        self._build()
        self.show_revision(self.revision)

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        self.known = KnownBar(self.desk)
        self.known.wanted.connect(self._open_known)
        self.body.addWidget(self.known)
        self.rail = QListWidget()
        self.rail.setObjectName("rail")
        self.rail.setAccessibleName(self.tr("登记步骤"))
        self.rail.setFixedWidth(190)
        self.steps = QStackedWidget()
        self._kin = form.People(self.tr("近亲属"), self.tr("再加一位亲属"), form.kin_fields, Kin, 8)
        self._witnesses = form.People(
            self.tr("见证人"), self.tr("再加一位见证人"), form.witness_fields, Witness, 4
        )
        self.attachments = AttachmentsPanel(self, self._saved_revision)
        person = self.attachments.group(roles.PHOTO, roles.ID_SCAN)
        self._add_step(self.tr("志愿者"), form.volunteer_fields(), below=person)
        self._add_step(self.tr("意愿"), form.intention_fields())
        self._add_step(self.tr("亲属与执行人"), form.executor_fields(), self._kin)
        self._add_step(self.tr("家书"), form.letter_fields())
        signatures = self.attachments.group(roles.SIGNATURE)
        self._add_step(
            self.tr("见证"), form.statement_fields(self.desk.now), self._witnesses, signatures
        )
        self._add_review()
        for people in (self._kin, self._witnesses):
            people.edited.connect(self._edited)
            people.left.connect(self._left)
            people.entered.connect(self._on)
        self.rail.currentRowChanged.connect(self.steps.setCurrentIndex)
        self.rail.currentRowChanged.connect(self._step_shown)
        middle = QHBoxLayout()
        middle.addWidget(self.rail)
        middle.addWidget(self.steps, 1)
        self.body.addLayout(middle, 1)
        self.back = button(self.tr("上一步"), lambda: self._go(-1))
        self.next = button(self.tr("下一步"), lambda: self._go(1), "Ctrl+Enter", primary=True)
        # Not the button's own shortcut: that answers a tenth of a second later.
        QShortcut(QKeySequence("Ctrl+Return"), self, activated=lambda: self._go(1))  # type: ignore[call-overload]
        foot = self.row(self.back, self.next)
        foot.addWidget(self._saved)
        self.rail.setCurrentRow(0)

    def _add_step(
        self,
        title: str,
        sections: Sequence[tuple[str, list[Field]]],
        people: form.People | None = None,
        below: QWidget | None = None,
    ) -> None:
        inner = QWidget()
        layout = QVBoxLayout(inner)
        if people is not None:
            layout.addWidget(people)
        for heading, fields in sections:
            label = QLabel(heading)
            label.setObjectName("section")
            layout.addWidget(label)
            layout.addLayout(form.grid(fields))
            for one in fields:
                self._fields[one.path] = one
                one.edited.connect(self._edited)
                one.left.connect(self._left)
                one.entered.connect(self._on)
        if below is not None:
            layout.addWidget(below)
        layout.addStretch(1)
        self._add_scrolled(title, inner)

    def _add_scrolled(self, title: str, inner: QWidget) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(title)
        self.steps.addWidget(area)
        self.rail.addItem(f"{self.rail.count() + 1}  {title}")

    def _add_review(self) -> None:
        inner = QWidget()
        layout = QVBoxLayout(inner)
        self.review = QLabel()
        self.review.setWordWrap(True)
        self.review.setTextFormat(Qt.TextFormat.PlainText)
        self.problem_list = QListWidget()
        self.problem_list.setAccessibleName(self.tr("需要补填或更正的地方"))
        self.problem_list.itemActivated.connect(lambda item: self._jump(item.data(256)))
        self.problem_list.itemClicked.connect(lambda item: self._jump(item.data(256)))
        self.witnessed = button(
            self.tr("填写和见证完成"), self.finish, self.tr("之后内容不能再改"), primary=True
        )
        self.look = button(self.tr("预览意愿书"), self.preview)
        self.print_button = button(self.tr("打印意愿书"), self.print_letter, "Ctrl+P", primary=True)
        self.print_button.setShortcut("Ctrl+P")
        self.signed = button(self.tr("纸质件已签署并归档"), self.record_signed)
        self.acts = ActsPanel(self.desk, self, self.save)
        self.acts.recorded.connect(self._recorded)
        layout.addWidget(self.review)
        layout.addWidget(self.problem_list, 1)
        self.overrides = OverridesPanel(self.problem_list)
        self.overrides.edited.connect(self._edited)
        layout.addWidget(self.overrides)
        self.volunteer = VolunteerPanel(self, self._kept, self.rail.setCurrentRow)
        for group in (
            (self.witnessed, self.look, self.volunteer),
            (self.print_button, self.signed),
        ):
            line = QHBoxLayout()
            for one in group:
                line.addWidget(one)
            line.addStretch(1)
            layout.addLayout(line)
        layout.addWidget(self.acts)
        self.papers = PapersPanel(self.desk, self)
        layout.addWidget(self.papers)
        layout.addWidget(self.attachments.group(*roles.MEDIA_OF_ROLE))
        layout.addStretch(1)
        self._add_scrolled(self.tr("核对与打印"), inner)

    # -- showing and saving ----------------------------------------------------------------------

    def start(self) -> None:
        """An empty form for the next volunteer."""
        self.leave()
        self.show_revision(register.new_draft())
        self.rail.setCurrentRow(0)
        self.banner.say("")
        self._fields["volunteer.document_number"].take_focus()

    def open(self, record_id: str) -> None:
        """Go on with a registration."""
        self.leave()
        with self.acting():
            self.show_revision(register.open_registration(self.desk, record_id))
            step = self.revision.step
            self.rail.setCurrentRow(int(step) if step.isdigit() else 0)

    def show_revision(self, revision: Revision) -> None:
        """Put a revision into the controls."""
        self.revision = revision
        self._touched.clear()
        for path, one in self._fields.items():
            one.set_value(form.read(revision, path))
            one.show_problem([])
        self._kin.show_rows(revision.kin, 1)
        self._witnesses.show_rows(revision.witnesses, 2)
        if State(revision.state) in EDITABLE and not revision.statement.place:
            self._fields["statement.place"].set_value(register.default_place(self.desk))
        self.overrides.ask((), ())
        self._dirty = False
        self._show_state()
        self._suggest()
        self.known.look(revision)
        self.attachments.show_revision(revision)

    def _show_state(self) -> None:
        revision = self.revision
        state = State(revision.state)
        open_ = state in EDITABLE
        for one in self._fields.values():
            one.set_enabled(open_)
        self._kin.set_enabled(open_)
        self._witnesses.set_enabled(open_)
        kind = "" if revision.kind == "intention" else f"（{KIND.label(revision.kind)}）"
        serial = revision.registration.serial if revision.registration else self.tr("新登记")
        self.title.setText(f"{serial}{kind} · {STATE_LABEL[state]}")
        known = bool(revision.record_id)
        ended = revision.kind in ENDING_KINDS or revision.kind == "erasure"
        self.witnessed.setVisible(open_)
        self.look.setVisible(known and not ended)
        self.print_button.setVisible(not ended and state not in EDITABLE)
        self.signed.setVisible(state == State.PRINTED)
        self.acts.show_revision(revision)
        self.papers.show_revision(revision)
        self.volunteer.show_revision(revision)
        self._saved.setText(self.tr("已保存") if known else self.tr("还没有输入"))
        if revision.centre_reasons:
            self.banner.say(self.tr("省中心退回：") + " ".join(revision.centre_reasons), WARN)

    def _suggest(self) -> None:
        """What only follows from the number is offered, and kept once somebody confirmed it."""
        open_ = State(self.revision.state) in EDITABLE
        region = register.suggested_household_region(self.revision) if open_ else ""
        field = self._fields["volunteer.household_region"]
        assert isinstance(field, LineField), "a region is a line of text"
        field.suggest(
            region, self.tr("按证件号码推断，请核对：对就按 Enter，不对请改，不清楚按 Tab")
        )

    def _edited(self) -> None:
        self._dirty = True
        self._saved.setText(self.tr("正在保存…"))
        self._autosave.start()

    def save(self) -> None:
        """Put what is typed on the disk, valid or not."""
        self._autosave.stop()
        if not self._dirty or State(self.revision.state) not in EDITABLE:
            return
        self._collect()
        self.revision.step = str(self.rail.currentRow())
        try:
            self.revision = register.save_draft(self.desk, self.revision)
        except ZjrcError as error:
            log.warning("%s", error)
            self._saved.setText(self.tr("没有保存"))
            self.banner.say(error.sentence(), BAD)
            return
        self._dirty = False
        self._saved.setText(self.tr("已保存 ") + self.desk.now().strftime("%H:%M:%S"))
        self.title.setText(
            f"{self.revision.registration.serial} · {STATE_LABEL[State(self.revision.state)]}"
        )
        self.changed.emit()

    def leave(self) -> None:
        self.volunteer.close_screen()
        self.attachments.finish()
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
        for path, one in self._fields.items():
            if path == form.CONSENT:
                register.give_consent(self.desk, self.revision, bool(one.value()))
            else:
                form.write(self.revision, path, one.value())
        self.revision.kin = self._kin.collect(self.revision.kin)
        self.revision.witnesses = self._witnesses.collect(self.revision.witnesses)
        for code, path, reason in self.overrides.reasons():
            register.give_reason(self.desk, self.revision, code, path, reason)

    # -- checking --------------------------------------------------------------------------------

    def _left(self, path: str) -> None:
        if State(self.revision.state) not in EDITABLE:
            return
        self._touched.add(path)
        if not self._dirty:
            return
        self._collect()
        register.normalise(self.revision, self.desk.today())
        if path in ("volunteer.document_type", "volunteer.document_number"):
            register.fill_from_number(self.revision)
            self._suggest()
        for name, one in self._fields.items():
            if not name.endswith(("family_letter", "staff_notes", "volunteer_words")):
                one.set_value(form.read(self.revision, name))
        self.save()
        self._show_problems(self._problems(), only_touched=True)
        if path.removeprefix("volunteer.") in TELLING:
            self.known.look(self.revision)

    def _problems(self) -> list[Problem]:
        return register.check(self.desk, self.revision, Step.WITNESS)

    def _field_of(self, path: str) -> Field | None:
        if path in self._fields:
            return self._fields[path]
        head, _, rest = path.partition(".")
        index, _, name = rest.partition(".")
        people = {"kin": self._kin, "witnesses": self._witnesses}.get(head)
        if people is None:
            return None
        if not index.isdigit():
            return people.field_at(0, "name")
        return people.field_at(int(index), name or "name")

    def _show_problems(self, found: Sequence[Problem], *, only_touched: bool) -> None:
        beside: dict[Field, list[Problem]] = {}
        for problem in found:
            one = self._field_of(problem.path)
            if one is not None and (not only_touched or one.path in self._touched):
                beside.setdefault(one, []).append(problem)
        everywhere = [*self._fields.values(), *self._kin.fields(), *self._witnesses.fields()]
        for one in everywhere:
            of_one = beside.get(one, [])
            one.show_problem([p.sentence() for p in of_one], warning=all(p.warning for p in of_one))

    def _step_shown(self, row: int) -> None:
        if row == self.steps.count() - 1:
            self.save()
            self._review()
        self.back.setEnabled(row > 0)
        self.next.setEnabled(row < self.steps.count() - 1)

    def _review(self) -> None:
        self.problem_list.clear()
        open_ = State(self.revision.state) in EDITABLE
        if open_:
            self._collect()
        found = self._problems() if open_ else []
        if open_:
            self._show_problems(found, only_touched=False)
            self.overrides.ask(found, self.revision.overrides)
        else:
            self.overrides.recorded(self.revision.overrides)
        for problem in found:
            if problem.force is not Force.REASON:
                self.problem_list.addItem(f"{problem.field}：{problem.sentence()}")
                self.problem_list.item(self.problem_list.count() - 1).setData(256, problem.path)
        self.problem_list.setVisible(self.problem_list.count() > 0)
        unanswered = register.unanswered(self.revision, found)
        self.review.setText(review_text(self.revision, found, unanswered))
        self._show_state()

    def _jump(self, path: str) -> None:
        one = self._field_of(path)
        for number in range(self.steps.count()):
            step = self.steps.widget(number)
            if one is not None and step is not None and step.isAncestorOf(one):
                self.rail.setCurrentRow(number)
                one.take_focus()

    def _asked(self, number: int) -> list[Field]:
        """The fields of a step that are still empty and usually filled, in their order."""
        step = self.steps.widget(number)
        assert step is not None, "every step has its page"
        return [one for one in step.findChildren(Field) if one.asks() and one.isVisibleTo(step)]

    def _on(self, here: Field) -> None:
        """Enter: to the next field that asks for something, on this step or a later one."""
        row = self.rail.currentRow()
        step = self.steps.widget(row)
        assert step is not None, "every step has its page"
        order = step.findChildren(Field)
        later = [one for one in self._asked(row) if order.index(one) > order.index(here)]
        if later:
            later[0].take_focus()
        else:
            self._go(1)

    def _go(self, by: int) -> None:
        row = max(0, min(self.steps.count() - 1, self.rail.currentRow() + by))
        self.rail.setCurrentRow(row)
        asked = self._asked(row)
        if asked:
            asked[0].take_focus()
        elif row == self.steps.count() - 1:
            self.witnessed.setFocus()
        elif by > 0:
            self._go(by)

    # -- acts ------------------------------------------------------------------------------------

    def finish(self) -> None:
        """Everything is entered and witnessed: the content is final from now on."""
        self._collect()
        try:
            with self.acting(self.tr("填写和见证已完成，可以打印意愿书。")):
                self.show_revision(register.witness(self.desk, self.revision))
                self.changed.emit()
                self.acts.compare_if_changed()
        finally:
            self._review()
            if self.mood() == BAD:
                self.overrides.take_focus()

    def preview(self) -> None:
        """The letter as it would be printed."""
        self.save()
        with self.acting():
            pdf = print_letter.preview(self.desk, self.revision)
            Preview(pdf, self.tr("意愿书（家书）"), self).open()

    def print_letter(self) -> None:
        """Make the signed PDF, then show it to be printed."""
        with self.acting(self.tr("意愿书已生成。打印后请志愿者和见证人在每一页签名。")):
            serial = self.revision.registration.serial
            printed = list(print_letter.print_letters(self.desk, [serial]))
            self._reopen()
            Preview(printed[0].pdf, self.tr("意愿书（家书）"), self).open()

    def record_signed(self) -> None:
        """The paper is signed by all and filed."""
        serials = [self.revision.registration.serial]
        with self.acting(self.tr("已登记签署，将随下一批次上报省中心。")):
            print_letter.record_signed(self.desk, serials)
            self._reopen()
        if self.mood() == GOOD and without_scan(self.desk, serials):
            self.banner.say(
                self.tr(
                    "已登记签署。还没有添加签名件扫描；纸质件已归档的可以不添加，封批以前都能补。"
                )
            )

    def _open_known(self, known: register.Known) -> None:
        """Go to the person's other registration; what is typed here is lost only if it is there."""
        with self.acting():
            self.save()
            kept = register.set_aside(self.desk, self.revision, known)
            self.show_revision(register.new_draft())
            self.open(known.record_id)
            if kept:
                self.banner.say(self.tr("刚才输入的内容已存为草稿，标记为重复登记。"), WARN)

    def _recorded(self, record_id: str, said: str) -> None:
        """An act was recorded; without a record id the person is gone."""
        if record_id:
            self.revision.record_id = record_id
            self._reopen()
        else:
            self.show_revision(register.new_draft())
            self.changed.emit()
        if State(self.revision.state) in EDITABLE:
            self.rail.setCurrentRow(0)
        self.banner.say(said)

    def _reopen(self) -> None:
        self.show_revision(register.open_registration(self.desk, self.revision.record_id))
        self._review()
        self.changed.emit()

    def mood(self) -> str:
        """How the last act ended: good, warn or bad."""
        return str(self.banner.property("mood") or GOOD)
