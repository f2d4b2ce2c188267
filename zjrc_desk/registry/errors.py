"""The one family of errors a person may meet.

Every error has a stable ``code`` (for logs and tests), one plain Chinese sentence on what
happened (``message``), one on what to do (``remedy``), and a ``detail`` for the log.  Neither of
the four may ever hold a name, a document number, a health fact, a password or a key.
"""

from __future__ import annotations

import errno

#: ``OSError.errno`` where there is no room: on the disk, in the quota, in a file of that system.
DISK_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class ZjrcError(Exception):
    """Base of all errors that are shown to a person."""

    def __init__(self, code: str, message: str, remedy: str, *, detail: str = "") -> None:
        super().__init__(f"{code}: {detail or message}")
        self.code = code
        self.message = message
        self.remedy = remedy
        self.detail = detail

    def sentence(self) -> str:
        """What happened, what to do and the code, as one line of Chinese."""
        return f"{self.message}{self.remedy}（{self.code}）"


class EntryError(ZjrcError):
    """What was entered or imported can't be taken as it is (codes F..)."""


class StateError(ZjrcError):
    """The registration's life does not allow this step now (codes L..)."""


class StoreError(ZjrcError):
    """The encrypted store can't be opened, read or written (codes D..)."""


class AccessError(ZjrcError):
    """The signed-in person's role does not allow this (codes A..)."""


class LetterError(ZjrcError):
    """A paper can't be made (codes F10, P..)."""


class BatchError(ZjrcError):
    """A batch can't be sealed or is refused (codes B.., S.., O..)."""


class ReceiptError(ZjrcError):
    """A receipt is refused (codes R..)."""


class EnrolmentError(ZjrcError):
    """A request or an enrolment is refused (codes E..)."""
