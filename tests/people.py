"""Synthetic people: valid by every rule, and made up."""

from __future__ import annotations

from stdnum.cn import ric

from zjrc_desk.registry.tables import (
    Consent,
    Executor,
    Intention,
    Kin,
    Revision,
    Volunteer,
    Witness,
    WitnessStatement,
)
from zjrc_desk.registry.vocabulary import WITNESS_CHECK


def citizen_number(birth: str = "19410704", sequence: int = 106, area: str = "330106") -> str:
    """A number of GB 11643 form; an odd ``sequence`` is a man's, an even one a woman's."""
    body = f"{area}{birth}{sequence:03}"
    return body + ric.calc_check_digit(body + "0")


def volunteer(**changes: str) -> Volunteer:
    """A woman born on 4 July 1941."""
    values = {
        "name": "余淑福",
        "sex": "2",
        "ethnicity": "01",
        "birth_date": "1941-07-04",
        "document_type": "resident_id",
        "document_number": citizen_number(),
        "mobile": "13805710001",
        "residence_address": "浙江省杭州市上城区平海路1号",
    }
    return Volunteer(**(values | changes))


def revision(**changes: object) -> Revision:
    """A complete registration with two witnesses, as entered at the desk on one day."""
    day = str(changes.get("declared_at", "2026-11-20"))
    values: dict[str, object] = {
        "record_id": "",
        "declared_at": day,
        "volunteer": volunteer(),
        "intention": Intention(
            items=["whole_body", "cornea"],
            uses=["transplant", "teaching", "research"],
            wants_certificate=True,
            wants_wallet_card=True,
            capacity_declared=True,
            voluntary_declared=True,
            family_letter="孩子们：请尊重我的决定。",
        ),
        "kin": [Kin(name="赵娜国", relation="child", opinion="agrees")],
        "executor": Executor(name="宋洋涛", relation="child", phone="13805710002"),
        "witnesses": [
            Witness(name="孙静福", document_number=citizen_number("19720109", 921, "330502")),
            Witness(name="周庆", document_number=citizen_number("19620316", 450)),
        ],
        "statement": WitnessStatement(
            place="民生养老服务中心一楼登记室",
            started_at=f"{day} 09:30",
            ended_at=f"{day} 10:10",
            checks=list(WITNESS_CHECK.labels),
            volunteer_words="我走了以后，身体交给医学院用。",
        ),
        "consent": Consent(text_version="1", given_at=f"{day}T09:30:00+08:00"),
    }
    return Revision(**(values | changes))
