"""What stands on the registration form, step by step, and the people it has several of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from zjrc_desk.registry import regions
from zjrc_desk.registry import vocabulary as v
from zjrc_desk.registry.tables import Kin, Revision, Witness
from zjrc_desk.window import theme
from zjrc_desk.window.controls import (
    ChecksField,
    ChoiceField,
    DateField,
    LineField,
    TextField,
    TickField,
)
from zjrc_desk.window.field import Field
from zjrc_desk.window.flow import Columns
from zjrc_desk.window.language import tr
from zjrc_desk.window.moment_field import MomentField
from zjrc_desk.window.page import button

CONSENT = "consent.given_at"
#: Of a field, and between two of them; pixels at 100 %.
_LEAST_WIDTH, _BETWEEN = 175, 14
One = TypeVar("One", bound=Field)


def seldom(one: One) -> One:
    """A field that Enter passes over; Tab and the mouse reach it."""
    one.seldom = True
    return one


def volunteer_fields() -> list[tuple[str, list[Field]]]:
    """志愿者, in the order an identity card is read."""
    p = "volunteer."
    return [
        (
            tr("证件"),
            [
                seldom(ChoiceField(p + "document_type", tr("证件类型"), v.DOCUMENT_TYPE)),
                LineField(p + "document_number", tr("证件号码"), tr("输入后自动填出生日期和性别")),
                seldom(
                    DateField(p + "document_expires", tr("证件有效期"), tr("如 20350101 或长期"))
                ),
                LineField(p + "name", tr("姓名"), tr("与证件一致")),
                seldom(LineField(p + "former_name", tr("曾用名"))),
                ChoiceField(p + "sex", tr("性别"), v.SEX),
                DateField(p + "birth_date", tr("出生日期"), tr("如 19410704")),
                ChoiceField(p + "ethnicity", tr("民族"), v.ETHNICITY),
                seldom(ChoiceField(p + "nationality", tr("国籍"), v.NATIONALITY)),
            ],
        ),
        (
            tr("联系方式"),
            [
                LineField(p + "mobile", tr("手机")),
                seldom(LineField(p + "landline", tr("固定电话"), tr("如 0571-87654321"))),
                LineField(p + "room", tr("房间床位"), tr("住在本机构时填写")),
                LineField(
                    p + "residence_region", tr("现住地区"), tr("如 xhq 或 西湖区"), regions.matching
                ),
                LineField(p + "residence_address", tr("现住址")),
                seldom(LineField(p + "postcode", tr("邮编"))),
                seldom(
                    LineField(
                        p + "household_region",
                        tr("户籍地区"),
                        tr("如 xhq 或 西湖区"),
                        regions.matching,
                    )
                ),
                seldom(LineField(p + "household_address", tr("户籍地址"))),
            ],
        ),
        (
            tr("其他（选填）"),
            [
                seldom(ChoiceField(p + "education", tr("文化程度"), v.EDUCATION)),
                seldom(LineField(p + "occupation", tr("职业"))),
                seldom(ChoiceField(p + "marital_status", tr("婚姻状况"), v.MARITAL_STATUS)),
                seldom(ChoiceField(p + "political_status", tr("政治面貌"), v.POLITICAL_STATUS)),
                seldom(LineField(p + "religion_customs", tr("宗教习俗"))),
                seldom(ChoiceField(p + "blood_type", tr("血型"), v.BLOOD_TYPE)),
                seldom(LineField(p + "infectious_disease", tr("传染病"), tr("本人愿意说明时填写"))),
                seldom(LineField(p + "hereditary_disease", tr("遗传病"), tr("本人愿意说明时填写"))),
                seldom(LineField(p + "major_surgery", tr("重大手术"), tr("本人愿意说明时填写"))),
            ],
        ),
    ]


def intention_fields() -> list[tuple[str, list[Field]]]:
    """意愿: what is given, for what, under which wishes."""
    p = "intention."
    return [
        (
            tr("捐献什么，用于什么"),
            [
                ChecksField(p + "items", tr("捐献项目"), v.ITEM, 4),
                ChecksField(p + "uses", tr("用途"), v.USE),
                seldom(ChoiceField(p + "preference", tr("捐献顺序"), v.PREFERENCE)),
                seldom(DateField("declared_at", tr("登记日期"), tr("不填为今天"))),
            ],
        ),
        (
            tr("本人声明"),
            [
                TickField(
                    p + "capacity_declared",
                    tr("行为能力声明"),
                    tr("本人年满 18 周岁，具有完全民事行为能力"),
                ),
                TickField(
                    p + "voluntary_declared",
                    tr("自愿无偿声明"),
                    tr("本人自愿、无偿捐献，没有人强迫、欺骗或利诱"),
                ),
                TickField(
                    CONSENT,
                    tr("个人信息单独同意"),
                    tr("已宣读个人信息处理告知，本人单独同意"),
                ),
            ],
        ),
        (
            tr("愿望（选填）"),
            [
                seldom(LineField(p + "receiving_institution", tr("希望接收单位"))),
                seldom(LineField(p + "ashes_wish", tr("骨灰安置"))),
                seldom(LineField(p + "farewell_wish", tr("告别方式"))),
                seldom(LineField(p + "memorial_name", tr("纪念留名"))),
                seldom(LineField(p + "prior_registration", tr("已有登记卡号"))),
                seldom(TickField(p + "wants_certificate", tr("需要登记证明"))),
                seldom(TickField(p + "wants_wallet_card", tr("需要志愿者卡"))),
                seldom(TickField(p + "wants_will_referral", tr("需要遗嘱服务转介"))),
            ],
        ),
    ]


def executor_fields() -> list[tuple[str, list[Field]]]:
    """捐献执行人."""
    p = "executor."
    return [
        (
            tr("捐献执行人"),
            [
                LineField(p + "name", tr("执行人姓名")),
                ChoiceField(p + "relation", tr("与志愿者关系"), v.EXECUTOR_RELATION),
                LineField(p + "phone", tr("执行人电话")),
                seldom(ChoiceField(p + "document_type", tr("执行人证件类型"), v.DOCUMENT_TYPE)),
                seldom(LineField(p + "document_number", tr("执行人证件号码"))),
                seldom(LineField(p + "address", tr("执行人地址"))),
            ],
        )
    ]


def letter_fields() -> list[tuple[str, list[Field]]]:
    """家书, and the point's own notes."""
    return [
        (
            tr("写给家人的话"),
            [TextField("intention.family_letter", tr("家书"), tr("按本人的原话记录"), 280)],
        ),
        (
            tr("本登记点自己的备注（不上报）"),
            [seldom(TextField("staff_notes", tr("工作人员备注"), "", 80))],
        ),
    ]


def statement_fields(now: Callable[[], datetime]) -> list[tuple[str, list[Field]]]:
    """见证陈述."""
    p = "statement."
    return [
        (
            tr("见证陈述"),
            [
                LineField(p + "place", tr("见证地点")),
                MomentField(
                    p + "started_at", tr("见证开始时间"), tr("如 9:30 或 202611240930"), now
                ),
                MomentField(p + "ended_at", tr("见证结束时间"), tr("如 10:10"), now),
                seldom(
                    LineField(
                        p + "second_staff",
                        tr("第二位工作人员"),
                        tr("满 90 周岁时填工号或姓名"),
                    )
                ),
                ChecksField(p + "checks", tr("见证事项"), v.WITNESS_CHECK, 2),
                TextField(p + "volunteer_words", tr("志愿者原话"), tr("志愿者怎样复述自己的意愿")),
            ],
        )
    ]


def kin_fields(index: int) -> list[Field]:
    """One 近亲属."""
    p = f"kin.{index}."
    return [
        LineField(p + "name", tr("姓名")),
        ChoiceField(p + "relation", tr("关系"), v.KIN_RELATION),
        LineField(p + "phone", tr("电话")),
        ChoiceField(p + "opinion", tr("意见"), v.KIN_OPINION),
        seldom(TickField(p + "signed", tr("到场签名"))),
    ]


def witness_fields(index: int) -> list[Field]:
    """One 见证人."""
    p = f"witnesses.{index}."
    return [
        LineField(p + "name", tr("姓名")),
        seldom(ChoiceField(p + "document_type", tr("证件类型"), v.DOCUMENT_TYPE)),
        LineField(p + "document_number", tr("证件号码")),
        ChoiceField(p + "relation", tr("与志愿者关系"), v.WITNESS_RELATION),
        seldom(LineField(p + "phone", tr("电话"))),
        seldom(LineField(p + "organisation", tr("单位"))),
    ]


def read(revision: Revision, path: str) -> Any:
    """The value at a path of a revision."""
    if path == CONSENT:
        return bool(revision.consent.given_at)
    target: Any = revision
    for part in path.split("."):
        target = getattr(target, part)
    return target


def write(revision: Revision, path: str, value: Any) -> None:
    """Put a value at a path of a revision; the consent is the use case's to give."""
    *parents, name = path.split(".")
    target: Any = revision
    for part in parents:
        target = getattr(target, part)
    setattr(target, name, value)


class People(QWidget):
    """Several people of one kind: kin or witnesses; the empty ones do not count.

    ``kind`` is what the revision calls them.
    """

    edited = Signal()
    left = Signal(str)
    entered = Signal(QWidget)
    #: There is room for one more.
    grown = Signal()

    def __init__(
        self,
        kind: str,
        title: str,
        add_label: str,
        fields_of: Callable[[int], list[Field]],
        make: type[Kin] | type[Witness],
        *,
        least: int,
        most: int,
    ) -> None:
        """There is room for ``least`` people at once, and for ``most`` where somebody asks."""
        super().__init__()
        self.kind = kind
        self._least = least
        self._title = title
        self._fields_of = fields_of
        self._make = make
        self._most = most
        self._people: list[list[Field]] = []
        self._enabled = True
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._add = button(add_label, lambda: self.add().take_focus())
        self._layout.addWidget(self._add)

    def add(self) -> Field:
        """Room for one more; returns its first field."""
        number = len(self._people)
        fields = self._fields_of(number)
        card = QFrame()
        card.setObjectName("card")
        box = QVBoxLayout(card)
        title = QLabel(f"{self._title} {number + 1}")
        title.setObjectName("section")
        box.addWidget(title)
        box.addLayout(grid(fields))
        for one in fields:
            one.edited.connect(self.edited)
            one.left.connect(self.left)
            one.entered.connect(self.entered)
            one.set_enabled(self._enabled)
        blank = self._make()
        for one in fields:
            one.set_value(getattr(blank, one.path.rpartition(".")[2]))
        self._people.append(fields)
        self._layout.insertWidget(self._layout.count() - 1, card)
        self._add.setVisible(self._enabled and len(self._people) < self._most)
        self.grown.emit()
        return fields[0]

    def _remove_last(self) -> None:
        card = self._people.pop()[0].parentWidget()
        assert card is not None, "add put them on one"
        # Hidden first: without its parent it would stand there as a window of its own.
        card.hide()
        self._layout.removeWidget(card)
        card.setParent(None)
        card.deleteLater()

    def fields(self) -> list[Field]:
        """All fields of all people."""
        return [one for fields in self._people for one in fields]

    def used(self) -> list[list[Field]]:
        """The people of whom anything was entered, in their order."""
        blank = self._make()
        return [
            fields
            for fields in self._people
            if any(one.value() != getattr(blank, one.path.rpartition(".")[2]) for one in fields)
        ]

    def collect(self, kept: Sequence[Any]) -> list[Any]:
        """The people as rows; rows that are kept already are changed in place."""
        rows = []
        for number, fields in enumerate(self.used()):
            row = kept[number] if number < len(kept) else self._make()
            for one in fields:
                setattr(row, one.path.rpartition(".")[2], one.value())
            rows.append(row)
        return rows

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show kept rows, and room for more people; nobody of before stays."""
        room = max(len(rows), self._least)
        while len(self._people) < room:
            self.add()
        while len(self._people) > room:
            self._remove_last()
        shown = [*rows, *(self._make() for _ in self._people[len(rows) :])]
        for fields, row in zip(self._people, shown, strict=True):
            for one in fields:
                one.set_value(getattr(row, one.path.rpartition(".")[2]))

    def field_at(self, index: int, name: str) -> Field | None:
        """The field a rule's path ``kin.0.name`` speaks of: counted over the used ones."""
        used = self.used() or self._people
        if index >= len(used):
            used = self._people
        fields = used[index] if index < len(used) else []
        return next((one for one in fields if one.path.endswith("." + name)), None)

    def path_of(self, field: Field) -> str:
        """The path of a field as :meth:`field_at` counts: who is empty is not kept."""
        kind, _, name = field.path.split(".")
        for number, fields in enumerate(self.used()):
            if field in fields:
                return f"{kind}.{number}.{name}"
        return field.path

    def set_enabled(self, enabled: bool) -> None:
        """Open or close all of it for typing."""
        self._enabled = enabled
        for one in self.fields():
            one.set_enabled(enabled)
        self._add.setVisible(enabled and len(self._people) < self._most)


def grid(fields: Sequence[Field], columns: int = 3) -> Columns:
    """Fields side by side, as many as there is room for; lists of boxes and long texts take a
    whole row."""
    layout = Columns(columns, lambda: theme.px(_LEAST_WIDTH))
    layout.setSpacing(_BETWEEN)
    for one in fields:
        wide = isinstance(one, ChecksField | TextField) or (
            isinstance(one, TickField)
            and one.path.startswith(("intention.c", "intention.v", "con"))
        )
        if wide:
            layout.add_wide(one)
        else:
            layout.addWidget(one)
    return layout
