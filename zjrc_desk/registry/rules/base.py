"""What a rule is, and what it says when it is broken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import IntEnum, StrEnum

from zjrc_desk.registry.tables import Revision


class Step(IntEnum):
    """A step of the registration's life; the rules of the steps before it hold too."""

    COMPLETE = 1
    WITNESS = 2


class Force(StrEnum):
    """What a rule does where it is broken."""

    #: The step is not taken.
    STOP = "stop"
    #: The step is taken once a person has written down why (:class:`~..tables.Override`).
    REASON = "reason"
    #: It is shown, and that is all.
    HINT = "hint"


@dataclass(frozen=True)
class Circumstances:
    """What the rules may know besides the revision itself.

    ``now``: the clock at the point, of which the wall time counts; a parameter, so that a wrong
    clock can be told from a wrong entry.  ``organisations``: the names of the point and of its
    host; whoever works there is no stranger to the matter.  ``registered``: this person has another
    registration at the point.
    """

    now: datetime
    organisations: tuple[str, ...] = ()
    registered: bool = False

    @property
    def wall_time(self) -> datetime:
        """Local time without offset, as times on the form are."""
        return self.now.replace(tzinfo=None)

    @property
    def today(self) -> date:
        """The local day, against which dates on the form are checked."""
        return self.now.date()


@dataclass(frozen=True)
class Problem:
    """One thing that a rule found; ``force`` is its rule's."""

    code: str
    path: str
    message: str
    remedy: str
    force: Force = Force.STOP

    @property
    def warning(self) -> bool:
        """Whether a person may go on all the same, with or without a reason."""
        return self.force is not Force.STOP

    @property
    def key(self) -> tuple[str, str]:
        """What a reason is given for."""
        return self.code, self.path

    @property
    def field(self) -> str:
        """The field's Chinese name, as on the form and in a list's header."""
        return field_label(self.path)

    def sentence(self) -> str:
        """What is wrong and what to do."""
        return f"{self.message}{self.remedy}"


Check = Callable[[Revision, Circumstances], Iterable[Problem]]


@dataclass(frozen=True)
class Rule:
    """A rule of law or of sense, with the place it comes from.

    ``step``: where it is asked first.  All its problems have its code and its force.
    """

    code: str
    title: str
    source: str
    step: Step
    force: Force
    check: Check

    def problems(self, revision: Revision, circumstances: Circumstances) -> Iterator[Problem]:
        """Everything this rule finds."""
        for problem in self.check(revision, circumstances):
            yield replace(problem, force=self.force)


_PERSON = {
    "name": "姓名",
    "relation": "关系",
    "document_type": "证件类型",
    "document_number": "证件号码",
    "phone": "电话",
    "address": "地址",
    "opinion": "意见",
    "organisation": "单位",
    "signed": "到场签名",
}
_LABEL = {
    "": "整份登记",
    "declared_at": "登记日期",
    "staff_notes": "工作人员备注",
    "volunteer.name": "姓名",
    "volunteer.former_name": "曾用名",
    "volunteer.sex": "性别",
    "volunteer.ethnicity": "民族",
    "volunteer.birth_date": "出生日期",
    "volunteer.nationality": "国籍",
    "volunteer.document_type": "证件类型",
    "volunteer.document_number": "证件号码",
    "volunteer.document_expires": "证件有效期",
    "volunteer.political_status": "政治面貌",
    "volunteer.education": "文化程度",
    "volunteer.occupation": "职业",
    "volunteer.marital_status": "婚姻状况",
    "volunteer.mobile": "手机",
    "volunteer.landline": "固定电话",
    "volunteer.household_region": "户籍地区",
    "volunteer.household_address": "户籍地址",
    "volunteer.residence_region": "现住地区",
    "volunteer.residence_address": "现住址",
    "volunteer.postcode": "邮编",
    "volunteer.religion_customs": "宗教习俗",
    "volunteer.infectious_disease": "传染病",
    "volunteer.hereditary_disease": "遗传病",
    "volunteer.major_surgery": "重大手术",
    "volunteer.blood_type": "血型",
    "volunteer.room": "房间床位",
    "intention.categories": "捐献类别",
    "intention.items": "捐献项目",
    "intention.uses": "用途",
    "intention.preference": "捐献顺序",
    "intention.ashes_wish": "骨灰安置",
    "intention.farewell_wish": "告别方式",
    "intention.memorial_name": "纪念留名",
    "intention.receiving_institution": "希望接收单位",
    "intention.prior_registration": "已有登记卡号",
    "intention.wants_certificate": "需要登记证明",
    "intention.wants_wallet_card": "需要志愿者卡",
    "intention.wants_will_referral": "需要遗嘱服务转介",
    "intention.capacity_declared": "行为能力声明",
    "intention.voluntary_declared": "自愿无偿声明",
    "intention.family_letter": "家书",
    "consent.given_at": "个人信息单独同意",
    "statement.place": "见证地点",
    "statement.started_at": "见证开始时间",
    "statement.ended_at": "见证结束时间",
    "statement.checks": "见证事项",
    "statement.volunteer_words": "志愿者原话",
    "statement.second_staff": "第二位工作人员",
    "kin": "近亲属",
    "witnesses": "见证人",
    "event.day": "日期",
    "event.category": "种类",
    "event.place": "地点",
    "event.reached": "人数",
    "event.topics": "内容",
    "event.people": "参加人员",
    "visit.day": "走访日期",
    "visit.serial": "志愿者",
    "visit.people": "走访人员",
    "visit.given": "慰问内容",
    "visit.remarks": "备注",
    "member.name": "姓名",
    "member.phone": "电话",
    "member.document_type": "证件类型",
    "member.document_number": "证件号码",
    "member.day": "入队日期",
    "member.left_on": "离队日期",
    "shift.member": "队员",
    "shift.day": "值班日期",
    "shift.start": "开始时间",
    "shift.end": "结束时间",
}


def field_label(path: str) -> str:
    """The Chinese name of ``volunteer.name``, ``witnesses.1.name`` (见证人2姓名) and so on."""
    if path in _LABEL:
        return _LABEL[path]
    head, _, rest = path.partition(".")
    if head == "executor":
        return f"执行人{_PERSON.get(rest, rest)}"
    index, _, name = rest.partition(".")
    number = int(index) + 1 if index.isdigit() else 0
    label = _PERSON.get(name, name)
    if head == "kin":
        # A list has one kin column group without a number; the form shows several.
        return f"亲属{number:d}{label}" if number > 1 else f"亲属{label}"
    return f"见证人{number:d}{label}" if number else f"见证人{label}"


def missing(path: str, code: str = "F14") -> Problem:
    """A field that must not be empty."""
    return Problem(code, path, f"没有填写{field_label(path)}。", "请补填。")


def outside_list(path: str) -> Problem:
    """A text that is none of a closed list's values."""
    return Problem("F15", path, f"{field_label(path)}不在可选的范围内。", "请从列表中选一项。")
