"""Closed lists: the value kept and interchanged, and its Chinese label.

Where a national standard has codes (GB/T 2261.1, GB/T 3304, GB/T 2659.1) these are the values.  A
field holds the text as typed until it is one of the values, so that a draft never loses anything;
the rules refuse to let a text outside the list pass.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType


class Vocabulary:
    """An ordered list of value -> Chinese label, with other spellings accepted on input."""

    def __init__(
        self, labels: Mapping[str, str], spellings: Mapping[str, str] | None = None
    ) -> None:
        self.labels: Mapping[str, str] = MappingProxyType(dict(labels))
        self._values = {label: value for value, label in labels.items()}
        self._values.update(spellings or {})

    def __contains__(self, value: object) -> bool:
        return value in self.labels

    def label(self, value: str) -> str:
        """The Chinese label; a text outside the list is its own label."""
        return self.labels.get(value, value)

    def value(self, text: str) -> str:
        """The value for a label or another spelling; a text outside the list comes back as is."""
        text = text.strip()
        return self._values.get(text, text)

    def joined(self, values: list[str]) -> str:
        """The labels in the list's own order, joined the Chinese way; unknown ones at the end."""
        known = [self.labels[value] for value in self.labels if value in values]
        return "、".join(known + [value for value in values if value not in self.labels])


#: GB/T 2261.1; 0 (unknown) and 9 (unspecified) can't occur with a volunteer who is present.
SEX = Vocabulary({"1": "男", "2": "女"}, {"男性": "1", "女性": "2"})

#: GB/T 3304.
_ETHNIC_GROUPS = (
    "汉族 蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 "
    "哈萨克族 傣族 黎族 傈僳族 佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 "
    "达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 阿昌族 普米族 塔吉克族 怒族 "
    "乌孜别克族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 塔塔尔族 独龙族 鄂伦春族 赫哲族 门巴族 "
    "珞巴族 基诺族"
).split()
_ETHNIC_LABELS = {f"{n:02}": name for n, name in enumerate(_ETHNIC_GROUPS, 1)} | {
    "97": "其他",
    "98": "外国血统中国籍人士",
}
ETHNICITY = Vocabulary(
    _ETHNIC_LABELS,
    {name.removesuffix("族"): f"{n:02}" for n, name in enumerate(_ETHNIC_GROUPS, 1)},
)

#: GB/T 2659.1, the ones that occur; any other three-letter code is taken too.
NATIONALITY = Vocabulary(
    {
        "CHN": "中国",
        "USA": "美国",
        "CAN": "加拿大",
        "AUS": "澳大利亚",
        "JPN": "日本",
        "KOR": "韩国",
        "SGP": "新加坡",
        "GBR": "英国",
        "FRA": "法国",
        "DEU": "德国",
    }
)

RESIDENT_ID = "resident_id"
HMT_RESIDENCE_PERMIT = "hmt_residence_permit"
FOREIGNER_PR_CARD = "foreigner_pr_card"
PASSPORT = "passport"
HM_TRAVEL_PERMIT = "hm_travel_permit"
TW_TRAVEL_PERMIT = "tw_travel_permit"
OFFICER_ID = "officer_id"
DOCUMENT_TYPE = Vocabulary(
    {
        RESIDENT_ID: "居民身份证",
        HMT_RESIDENCE_PERMIT: "港澳台居民居住证",
        FOREIGNER_PR_CARD: "外国人永久居留身份证",
        PASSPORT: "护照",
        HM_TRAVEL_PERMIT: "港澳居民来往内地通行证",
        TW_TRAVEL_PERMIT: "台湾居民来往大陆通行证",
        OFFICER_ID: "军官证",
    },
    {"身份证": RESIDENT_ID, "回乡证": HM_TRAVEL_PERMIT, "台胞证": TW_TRAVEL_PERMIT},
)

EDUCATION = Vocabulary(
    {
        "none": "未上过学",
        "primary": "小学",
        "junior": "初中",
        "senior": "高中",
        "vocational": "中专",
        "college": "大专",
        "bachelor": "本科",
        "master": "硕士",
        "doctor": "博士",
    },
    {
        "文盲": "none",
        "研究生": "master",
        "大学": "bachelor",
        "大学本科": "bachelor",
        "大学专科": "college",
    },
)
MARITAL_STATUS = Vocabulary(
    {"single": "未婚", "married": "已婚", "widowed": "丧偶", "divorced": "离婚"}
)
POLITICAL_STATUS = Vocabulary(
    {
        "cpc": "中共党员",
        "youth_league": "共青团员",
        "democratic_party": "民主党派",
        "none": "群众",
        "independent": "无党派人士",
    }
)
BLOOD_TYPE = Vocabulary(
    {"A": "A 型", "B": "B 型", "AB": "AB 型", "O": "O 型", "unknown": "不详"},
    {"A型": "A", "B型": "B", "AB型": "AB", "O型": "O"},
)

WHOLE_BODY = "whole_body"
ALL_USABLE = "all_usable"
ITEM = Vocabulary(
    {
        WHOLE_BODY: "全部遗体",
        "heart": "心脏",
        "lungs": "肺脏",
        "liver": "肝脏",
        "kidneys": "肾脏",
        "pancreas": "胰腺",
        "small_intestine": "小肠",
        "cornea": "角膜",
        "skin": "皮肤",
        "bone": "骨骼",
        "vessels": "血管",
        "heart_valves": "心瓣膜",
        ALL_USABLE: "全部可用的器官和组织",
    },
    {
        "遗体": WHOLE_BODY,
        "肺": "lungs",
        "肝": "liver",
        "肾": "kidneys",
        "眼角膜": "cornea",
        "骨": "bone",
        "全部可用器官": ALL_USABLE,
        "全部器官": ALL_USABLE,
    },
)
BODY, ORGAN, TISSUE = "body", "organ", "tissue"
CATEGORY = Vocabulary({BODY: "遗体", ORGAN: "器官", TISSUE: "组织"}, {"角膜": TISSUE})
CATEGORY_OF_ITEM: Mapping[str, frozenset[str]] = {
    WHOLE_BODY: frozenset({BODY}),
    **dict.fromkeys(
        ("heart", "lungs", "liver", "kidneys", "pancreas", "small_intestine"), frozenset({ORGAN})
    ),
    **dict.fromkeys(("cornea", "skin", "bone", "vessels", "heart_valves"), frozenset({TISSUE})),
    ALL_USABLE: frozenset({ORGAN, TISSUE}),
}

TRANSPLANT, TEACHING, RESEARCH = "transplant", "teaching", "research"
USE = Vocabulary(
    {TRANSPLANT: "临床移植", TEACHING: "医学教学", RESEARCH: "科学研究"},
    {"移植": TRANSPLANT, "教学": TEACHING, "科研": RESEARCH, "医学研究": RESEARCH},
)
PREFERENCE = Vocabulary({"organs_first": "先器官、组织，后遗体", "body_only": "以遗体捐献为主"})

SPOUSE, CHILD, PARENT = "spouse", "child", "parent"
#: 民法典 1045: spouse, parents, children, siblings, grandparents and grandchildren are 近亲属.
KIN_RELATION = Vocabulary(
    {
        SPOUSE: "配偶",
        CHILD: "子女",
        PARENT: "父母",
        "sibling": "兄弟姐妹",
        "grandchild": "孙子女、外孙子女",
        "grandparent": "祖父母、外祖父母",
        "other_kin": "其他亲属",
    },
    {
        "妻子": SPOUSE,
        "丈夫": SPOUSE,
        "儿子": CHILD,
        "女儿": CHILD,
        "父亲": PARENT,
        "母亲": PARENT,
        "孙子女": "grandchild",
        "亲属": "other_kin",
    },
)
KIN_OPINION = Vocabulary(
    {"informed": "知情", "agrees": "同意", "disagrees": "不同意", "not_reached": "未能联系"},
    {"反对": "disagrees", "未联系上": "not_reached", "联系不上": "not_reached"},
)
ORGANISATION = "organisation"
EXECUTOR_RELATION = Vocabulary(
    dict(KIN_RELATION.labels) | {"friend": "朋友", ORGANISATION: "单位或组织", "other": "其他"},
    {"单位": ORGANISATION, "组织": ORGANISATION, "儿子": CHILD, "女儿": CHILD, "同事": "friend"},
)
NO_RELATION = "none"
WITNESS_RELATION = Vocabulary(
    {NO_RELATION: "无亲属关系"}
    | dict(KIN_RELATION.labels)
    | {"beneficiary": "受益的个人或单位", "executor": "捐献执行人"},
    {"无": NO_RELATION, "朋友": NO_RELATION, "工作人员": NO_RELATION, "志愿者": NO_RELATION}
    | {"儿子": CHILD, "女儿": CHILD, "妻子": SPOUSE, "丈夫": SPOUSE},
)

#: What the witnesses saw; every one must be so before a statement stands.
WITNESS_CHECK = Vocabulary(
    {
        "identity_checked": "核对了志愿者的有效身份证件",
        "letter_read_aloud": "向志愿者宣读了意愿书全文",
        "volunteer_lucid": "志愿者神志清楚，能正常交流",
        "restated_own_words": "志愿者用自己的话复述了意愿",
        "no_pressure": "没有人强迫、欺骗或利诱志愿者",
        "signed_in_presence": "志愿者当着同时在场的见证人签名",
    }
)

ADMINISTRATOR, REGISTRAR, AUDITOR = "administrator", "registrar", "auditor"
ROLE = Vocabulary({REGISTRAR: "登记员", ADMINISTRATOR: "管理员", AUDITOR: "审计员"})

#: What a point prints; ``letter``: the 意愿书(家书).
PAPER = Vocabulary(
    {
        "letter": "意愿书（家书）",
        "witness": "见证书",
        "certificate": "登记证明",
        "card": "志愿者卡",
        "card-sheet": "志愿者卡（A4 裁切）",
        "confirmation": "确认书",
        "consent": "个人信息同意书",
        "handover": "批次移交单",
        "monthly": "月报",
    }
)

KIND = Vocabulary(
    {
        "intention": "捐献意愿",
        "change": "变更",
        "withdrawal": "撤销",
        "refusal": "明确不捐献",
        "erasure": "删除",
    }
)

#: Kinds of record that declare nothing: the point's diary (docs/batch-format.md).
DIARY_KIND = Vocabulary({"event": "宣传咨询", "visit": "走访关怀"})
EVENT_CATEGORY = Vocabulary({"publicity": "宣传", "consultation": "咨询"})
#: 个人信息保护法 47: why what is kept on a person is erased.  A closed list, because the tombstone
#: keeps the reason and must not name anybody.
ERASURE_GROUND = Vocabulary(
    {
        "consent_withdrawn": "本人撤回同意，要求删除",
        "purpose_ended": "处理目的已经实现或无法实现",
        "period_ended": "保存期限已经届满",
        "unlawful": "信息的收集或处理违反法律或约定",
        "other_law": "法律、行政法规规定的其他情形",
    }
)
