"""附件: what may be attached to a registration, as what, and when.

Attachments are no part of what the witnesses saw, so most may come after the content is frozen; a
revision that is in a batch never changes, its attachments included.
"""

from __future__ import annotations

from collections.abc import Mapping

from zjrc_desk.registry.life import State
from zjrc_desk.registry.tables import Revision
from zjrc_desk.registry.vocabulary import Vocabulary

LETTER, LETTER_SCAN, PHOTO, ID_SCAN = "letter", "letter_scan", "photo", "id_scan"
WITNESS_PHOTO, WITNESS_MEDIA, SIGNATURE = "witness_photo", "witness_media", "signature"
ATTACHMENT_ROLE = Vocabulary(
    {
        LETTER: "打印的意愿书",
        PHOTO: "志愿者照片",
        ID_SCAN: "证件扫描件",
        LETTER_SCAN: "签名件扫描",
        WITNESS_PHOTO: "见证照片",
        WITNESS_MEDIA: "见证录音录像",
        SIGNATURE: "手写签名图",
    }
)

PDF = "application/pdf"
PICTURES = frozenset({"image/jpeg", "image/png", "image/tiff"})
RECORDINGS = frozenset({"audio/mpeg", "audio/mp4", "audio/wav", "video/mp4", "video/quicktime"})
#: Media types by role.  The letter is made here and never added by hand.
MEDIA_OF_ROLE: Mapping[str, frozenset[str]] = {
    PHOTO: PICTURES,
    ID_SCAN: PICTURES | {PDF},
    LETTER_SCAN: PICTURES | {PDF},
    WITNESS_PHOTO: PICTURES,
    WITNESS_MEDIA: RECORDINGS,
    SIGNATURE: PICTURES,
}

_UNTIL_SEALED = frozenset(
    {State.DRAFT, State.COMPLETE, State.WITNESSED, State.PRINTED, State.SIGNED}
)
#: States in which an attachment of that role may be added or taken away.  A signature stands under
#: content that is final; a signed paper is there only after it was printed.
_CHANGEABLE: Mapping[str, frozenset[State]] = {
    PHOTO: _UNTIL_SEALED,
    ID_SCAN: _UNTIL_SEALED,
    WITNESS_PHOTO: _UNTIL_SEALED,
    WITNESS_MEDIA: _UNTIL_SEALED,
    SIGNATURE: frozenset({State.WITNESSED, State.PRINTED, State.SIGNED}),
    LETTER_SCAN: frozenset({State.PRINTED, State.SIGNED}),
}


def signers(revision: Revision) -> dict[str, str]:
    """Who may sign on the screen, and how each is called: ``volunteer``, ``witnesses.0``, …

    The order of the witnesses is that of the frozen revision, so the key stays theirs.
    """
    witnesses = {
        f"witnesses.{index}": f"见证人 {one.name}" for index, one in enumerate(revision.witnesses)
    }
    # A revision of a person who was erased has no parts.
    volunteer = revision.volunteer.name if revision.volunteer else ""
    return {"volunteer": f"志愿者 {volunteer}"} | witnesses


def in_a_batch(revision: Revision) -> bool:
    """Whether it went out or is about to: from then on nothing of it changes."""
    return revision.batch_id is not None or State(revision.state) not in _UNTIL_SEALED


def changeable(revision: Revision, role: str) -> bool:
    """Whether an attachment of that role may be added to, or taken from, the revision now."""
    if revision.kind == "erasure":
        return False
    return not in_a_batch(revision) and revision.state in _CHANGEABLE.get(role, frozenset())
