"""What a rule is, and what it says when it is broken."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from zjrc_desk.registry.tables import Revision


class Step(IntEnum):
    """A step of the registration's life; the rules of the steps before it hold too."""

    COMPLETE = 1
    WITNESS = 2
    SIGN = 3


@dataclass(frozen=True)
class Problem:
    """One thing that stops a step (or, with ``warning``, that a person should look at)."""

    code: str
    path: str
    message: str
    remedy: str
    warning: bool = False

    @property
    def field(self) -> str:
        """The field's Chinese name, as on the form and in a list's header."""
        return field_label(self.path)

    def sentence(self) -> str:
        """What is wrong and what to do."""
        return f"{self.message}{self.remedy}"


Check = Callable[[Revision, date], Iterable[Problem]]


@dataclass(frozen=True)
class Rule:
    """A rule of law or of sense, with the place it comes from."""

    code: str
    title: str
    source: str
    step: Step
    check: Check


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
    "kin": "近亲属",
    "witnesses": "见证人",
}


def field_label(path: str) -> str:
    """The Chinese name of ``volunteer.name``, ``witnesses.1.name`` (见证人2姓名) and so on."""
    if path in _LABEL:
        return _LABEL[path]
    head, _, rest = path.partition(".")
    if head == "executor":
        return "执行人" + _PERSON.get(rest, rest)
    index, _, name = rest.partition(".")
    number = str(int(index) + 1) if index.isdigit() else ""
    # A list has one kin column group without a number; the form shows several.
    noun = "亲属" if head == "kin" else "见证人"
    return noun + ("" if head == "kin" and number == "1" else number) + _PERSON.get(name, name)
