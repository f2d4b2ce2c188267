"""验证: is a paper genuine, and does what it says still count; all of it without a network.

A paper is genuine by its token (docs/batch-format.md), signed by a point or by the centre.  Whether
it counts is known for registrations of this point; of others only the centre can say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cryptography import x509
from sqlmodel import Session

from zjrc_desk.batches.record import content_digest
from zjrc_desk.batches.token import PAPER_KINDS, TokenClaims, read_token
from zjrc_desk.desk import identity
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.errors import BatchError
from zjrc_desk.registry.interchange import record_of
from zjrc_desk.registry.life import DECLARED, ENDING_KINDS, State
from zjrc_desk.registry.paper_tables import Paper
from zjrc_desk.registry.tables import Revision
from zjrc_desk.registry.vocabulary import PAPER
from zjrc_desk.store import papers, registrations


class Verdict(StrEnum):
    """What is said of a paper."""

    IN_FORCE = "in_force"
    NOT_SIGNED = "not_signed"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    ERASED = "erased"
    GENUINE = "genuine"
    ALTERED = "altered"
    UNKNOWN_KEY = "unknown_key"


SAID = {
    Verdict.IN_FORCE: "是真的，现在有效。",
    Verdict.NOT_SIGNED: "是真的，但还没有登记签署，尚未生效。",
    Verdict.SUPERSEDED: "是真的，但已被以后的登记替代，不再有效。",
    Verdict.WITHDRAWN: "是真的，但本人已经撤销或明确不捐献，不再有效。",
    Verdict.ERASED: "是真的，但这份登记的个人信息已经删除，不再有效。",
    Verdict.GENUINE: "是真的。是否仍然有效，本机不知道，请以省中心的答复为准。",
    Verdict.ALTERED: "被改动过，不能相信。请打电话向出具的登记点或省中心核实。",
    Verdict.UNKNOWN_KEY: "不是本登记点的，本机没有出具单位的证书，无法核对。请打电话向省中心核实。",
}
#: Nothing is wrong with the paper itself.
GENUINE = frozenset(Verdict) - {Verdict.ALTERED, Verdict.UNKNOWN_KEY}


@dataclass(frozen=True)
class Verified:
    """What is known of a paper; it names no person.

    ``paper``: which, where it was printed here, else empty.  ``number``: of the centre's
    certificate, in the centre's tokens.  The rest is None where the paper can't be believed.
    """

    verdict: Verdict
    serial: str = ""
    paper: str = ""
    point: str = ""
    day: date | None = None
    kind: str = ""
    number: str | None = None
    reprint: int = 0

    def sentence(self, say: Callable[[str], str] = str) -> str:
        """One line of Chinese; ``say`` turns each of its parts into another language."""
        what = say(self.paper or ("登记证明" if self.number else "这份文书"))
        again = say(f"（重印 {self.reprint}）") if self.reprint else ""
        facts = [self.serial]
        if self.number:
            facts.append(say(f"证明编号 {self.number}"))
        if self.day is not None:
            facts.append(say(f"{self.day.year}年{self.day.month}月{self.day.day}日出具"))
        named = f"（{'，'.join(facts)}）" if self.verdict in GENUINE else ""
        return f"{what}{again}{named}{say(SAID[self.verdict])}"


def verify_token(desk: Desk, text: str, believed: Iterable[x509.Certificate] = ()) -> Verified:
    """What a QR's text says, as a scanner types it or somebody pastes it.

    ``believed``: certificates that were checked besides those this point keeps.  Raises BatchError
    T02 for what is no token at all.
    """
    token = "".join(text.split())
    with desk.store.read() as session:
        try:
            claims = read_token(token, [*_known(session), *believed])
        except BatchError as error:
            if error.code not in _UNBELIEVED:
                raise
            return Verified(_UNBELIEVED[error.code])
        printed = papers.by_token(session, token)
        verdict = _verdict(session, claims, printed)
    # A card and a certificate carry one token: it does not say which of them is held.
    known = printed is not None and claims.number is None
    return Verified(
        verdict=verdict,
        serial=claims.serial,
        paper=PAPER.label(printed.kind) if printed is not None and known else "",
        point=claims.point,
        day=claims.day,
        kind=claims.kind,
        number=claims.number,
    )


_UNBELIEVED = {"T03": Verdict.UNKNOWN_KEY, "T04": Verdict.ALTERED}


def _known(session: Session) -> list[x509.Certificate]:
    """The certificates of every key this point ever had, and the centre's."""
    mine = identity.every(session)
    own = [x509.load_der_x509_certificate(one.certificate) for one in mine]
    return own + [one for row in mine for one in identity.centre_certificates(row)]


def _verdict(session: Session, claims: TokenClaims, printed: Paper | None) -> Verdict:
    if claims.kind in PAPER_KINDS:
        return Verdict.IN_FORCE if printed is not None else Verdict.GENUINE
    revisions = registrations.revisions_of(session, claims.record_id)
    if not revisions:
        return Verdict.GENUINE
    if revisions[0].registration.erased:
        return Verdict.ERASED
    of = next((one for one in revisions if one.number == claims.revision), None)
    if of is None:
        return Verdict.GENUINE
    if of.frozen and not _covers_a_draft(printed) and _digest(of) != claims.content_sha256:
        return Verdict.ALTERED
    return _standing(revisions, of)


def _covers_a_draft(printed: Paper | None) -> bool:
    """Whether the paper may be older than the content of its revision."""
    return printed is not None and (printed.large or printed.kind == "consent")


def _digest(revision: Revision) -> str:
    return content_digest(record_of(revision.registration, revision))


def _standing(revisions: Iterable[Revision], of: Revision) -> Verdict:
    """Whether a revision is the one that counts: the newest that was declared on paper."""
    declared = [one for one in revisions if one.state in DECLARED]
    newest = declared[-1] if declared else None
    if of.state == State.SUPERSEDED:
        return Verdict.SUPERSEDED
    if newest is None or newest.number < of.number:
        return Verdict.NOT_SIGNED
    if newest.number == of.number:
        return Verdict.IN_FORCE
    return Verdict.WITHDRAWN if newest.kind in ENDING_KINDS else Verdict.SUPERSEDED
