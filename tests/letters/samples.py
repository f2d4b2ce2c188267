"""One of each paper, of made-up people and with a fixed token: the same bytes each time."""

from __future__ import annotations

import hashlib
from datetime import date

from tests.people import revision
from zjrc_desk.desk.monthly import MonthlyCounts
from zjrc_desk.desk.paper_subjects import figures_of
from zjrc_desk.letters import (
    certificate,
    confirmation,
    consent,
    handover,
    intention_letter,
    monthly_report,
    wallet_card,
    witness_statement,
)
from zjrc_desk.letters.frame import Imprint
from zjrc_desk.registry.batch_tables import Batch
from zjrc_desk.registry.tables import Point, Revision

SERIAL = "ZJ-HZ-0001-1-000001-X"
RECORD = "0195548a-6f00-7000-8000-000000000001"
POINT = Point(
    code="ZJ-HZ-0001",
    name="浙江民生社会养老服务中心遗体捐献宣传登记点",
    host="浙江民生社会养老服务中心",
    phone="0571-87654321",
    centre_phone="0571-85167890",
)
_ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"
#: As long as the longest there can be (a certificate's), of characters as a token has them.
TOKEN = "".join(
    _ALPHABET[hashlib.sha256(bytes([n % 256, n // 256])).digest()[0] % 64] for n in range(418)
)
WORDS = (
    "孩子们：\n我今年八十五岁了，这辈子吃过苦，也享过福，最放不下的是你们。年轻的时候我做过三十年护士，"
    "看着很多人因为等不到一个肾、一片角膜，一天一天熬下去。那时候我就想，人走了以后，身子要是还能帮到"
    "别人，比埋在土里强。\n这件事我想了很久，不是一时冲动。请你们不要难过，告别从简，不收礼，不摆酒；"
    "骨灰和你爸爸的放在一起。\n妈妈这一生很满足。谢谢你们。"
)


def declared(**changes: object) -> Revision:
    made = revision(**({"record_id": RECORD, "state": "signed", "number": 1} | changes))
    made.intention.family_letter = WORDS
    return made


def all_papers(token: str = TOKEN) -> dict[str, bytes]:
    """Each kind, and the large ones, not signed."""
    normal, large = Imprint(POINT, SERIAL, token), Imprint(POINT, SERIAL, token, large=True)
    issued = certificate.Issued("Z2026-00000001", date(2026, 11, 26))
    wish, withdrawn = declared(), declared(kind="withdrawal", number=2)
    changed, refused = declared(kind="change", number=2), declared(kind="refusal")
    return {
        "letter": intention_letter.render(wish, normal),
        "letter-large": intention_letter.render(wish, large),
        "letter-draft": intention_letter.render(declared(state="draft"), normal),
        "letter-reprint": intention_letter.render(wish, Imprint(POINT, SERIAL, token, reprint=2)),
        "witness": witness_statement.render(wish, normal),
        "witness-large": witness_statement.render(wish, large),
        "consent": consent.render(wish, normal),
        "consent-large": consent.render(wish, large),
        "withdrawal": confirmation.render(withdrawn, wish, normal),
        "change": confirmation.render(changed, wish, normal),
        "refusal": confirmation.render(refused, None, normal),
        "certificate": certificate.render(wish, issued, normal),
        "card": wallet_card.render(wish, issued, normal),
        "card-sheet": wallet_card.render(wish, issued, normal, sheet=True),
        "handover": handover.render(_batches(), normal),
        "monthly": monthly_report.render("2026-11", figures_of(_month()), normal),
    }


def _batches() -> list[Batch]:
    return [
        Batch(
            batch_id=RECORD,
            generation=1,
            sequence=number,
            file_name=f"ZJ-HZ-0001-1-{number:06}.zjrc",
            manifest_sha256="0a1b2c3d" * 8,
            sealed_at="2026-11-24T10:30:00+08:00",
            sealed_by="A001",
            records=17 * number,
            size=1_234_567 * number,
        )
        for number in (1, 2)
    ]


def _month() -> MonthlyCounts:
    return MonthlyCounts(
        month="2026-11",
        declarations={"intention": 12, "change": 2, "withdrawal": 1, "refusal": 0},
        events={"publicity": 3, "consultation": 21},
        reached={"publicity": 140, "consultation": 25},
        visits=9,
        visited=7,
        members=14,
        shifts=22,
        shift_minutes=3960,
        witness_acts=17,
        shifts_of={},
        witness_acts_of={},
    )
