"""Finds registrations: the search rows held in memory, in line with the store at every question.

Why in memory: at 200,000 registrations a single typed ``1`` is in nearly all of them, and no index
on disk counts and sorts that many between two keystrokes (docs/decisions/0012).
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import chain, islice
from operator import or_

from sqlalchemy import text
from sqlmodel import Session

from zjrc_desk.registry import normalise as n
from zjrc_desk.store.order import COLUMNS, SERIAL, Order, as_registered, go_on
from zjrc_desk.store.slices import Slices
from zjrc_desk.store.statistics import Counted, slots

#: Characters of a text that are compared; what comes after them is kept and shown, not found.
LONGEST = 64
#: With more rows than that changed, all are read again: it is faster.
_MANY = 200
#: A store up to this many rows is read, and sorted anew, between two keystrokes.
_SMALL = 5_000
_FIELDS = (
    "name", "pinyin", "initials", "document_number", "mobile", "landline", "room", "kind",
    "state", "declared_at", "serial", "batch_id",
)  # fmt: skip
_SELECTED = ", ".join(_FIELDS)
#: Rows read in one go, some 5 ms.
_PIECE = 1_000


@dataclass(frozen=True)
class Query:
    """What is looked for.

    ``words``: all of them have to be found, each as a part of name, document number, phone, serial
    or room, or as the beginning of the name's pinyin or of its initials.  ``since`` and ``until``:
    days of the declaration as ``YYYY-MM-DD``, both included.  What is empty does not count.
    ``counted``: those in a figure of the statistics.
    ``sort``: SERIAL, which is the order of registering, or one of :data:`order.COLUMNS`.
    """

    words: str = ""
    states: tuple[str, ...] = ()
    kind: str = ""
    since: str = ""
    until: str = ""
    batch_id: str = ""
    counted: Counted | None = None
    sort: str = SERIAL
    descending: bool = True


@dataclass
class _Answer:
    query: Query
    found: int
    rows: list[int] | None = None


class Finder:
    """The search rows of one store; ask it in a session that changed nothing itself."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._stopped = False
        self._slices: dict[str, Slices] = {}
        self._order: Order | None = None
        self._seen = -1
        self._last: _Answer | None = None
        #: The rows of figures that were asked for; as long as nothing changes they stay the same.
        self._counted: dict[Counted, int] = {}

    def find(
        self, session: Session, query: Query, first: int = 0, most: int = 200
    ) -> tuple[int, list[int]]:
        """How many are found, and the slots of those from the ``first`` (0) on."""
        with self._lock:
            self._catch_up(session)
            if self._last is None or self._last.query != query:
                self._last = _Answer(query, self._matching(session, query))
            answer = self._last
            if first and answer.rows is None:
                # Somebody scrolls, and will ask for more.
                answer.rows = list(self._ordered(session, query, answer.found))
            if answer.rows is not None:
                return len(answer.rows), answer.rows[first : first + most]
            ordered = self._ordered(session, query, answer.found)
            return answer.found.bit_count(), list(islice(ordered, most))

    def at_once(self, session: Session, query: Query) -> bool:
        """Whether :meth:`find` answers between two keystrokes; otherwise :meth:`prepare` first."""
        if not self._lock.acquire(blocking=False):
            return False
        try:
            if query.counted is not None and not self._knows(session, query.counted):
                return False
            rows = session.execute(text("SELECT max(slot) FROM searchrow")).scalar() or 0
            if rows <= _SMALL:
                return True
            since = text(f"SELECT count(*) FROM searchrow WHERE changed > {self._seen}")
            caught_up = self._slices and session.execute(since).scalar_one() <= _MANY
            sorted_so = self._order is not None and self._order.column == query.sort
            return bool(caught_up) and (query.sort == SERIAL or sorted_so)
        finally:
            self._lock.release()

    def prepare(self, session: Session, query: Query, pause: Callable[[], None] = go_on) -> None:
        """Read the rows and sort them as ``query`` wants, so that finding need not wait for it;
        ``pause`` is called after each piece."""
        with self._lock:
            if not self._stopped:
                self._catch_up(session, pause)
                self._sort(session, query, pause)
                if query.counted is not None:
                    self._rows_of(session, query.counted)

    def _knows(self, session: Session, counted: Counted) -> bool:
        newest = session.execute(text("SELECT max(changed) FROM searchrow")).scalar() or 0
        return newest == self._seen and counted in self._counted

    def stop(self) -> None:
        """The store closes: wait for the reading under way, begin no other."""
        with self._lock:
            self._stopped = True

    def _catch_up(self, session: Session, pause: Callable[[], None] = go_on) -> None:
        newest = session.execute(text("SELECT max(changed) FROM searchrow")).scalar() or 0
        if newest == self._seen:
            return
        changed = f"FROM searchrow WHERE changed > {self._seen}"
        rows = session.execute(text(f"SELECT slot, {_SELECTED} {changed} LIMIT {_MANY + 1}"))
        taken = rows.mappings().all()
        if not self._slices or len(taken) > _MANY:
            self._read_all(session, pause)
        else:
            for name, slices in self._slices.items():
                slices.replace({row["slot"]: _compared(name, row[name]) for row in taken})
            if self._order is not None:
                keys = session.execute(
                    text(f"SELECT slot, {_sorted_by(self._order.column)} {changed}")
                )
                self._order.replace({slot: " ".join(parts) for slot, *parts in keys})
        self._seen, self._last = newest, None
        self._counted.clear()

    def _read_all(self, session: Session, pause: Callable[[], None]) -> None:
        # Columns as they are: the store empties all memory it gives back, so that a function in the
        # statement costs more than everything else here.
        rows = session.execute(text(f"SELECT {_SELECTED} FROM searchrow ORDER BY slot"))
        # Slots begin at 1; row 0 is blank, as are those of the forgotten.
        columns: dict[str, list[_Block]] = {name: [_Block([""])] for name in _FIELDS}
        for piece in rows.partitions(_PIECE):
            for name, cells in zip(_FIELDS, zip(*piece, strict=True), strict=True):
                columns[name].append(_Block([_compared(name, cell) for cell in cells]))
            pause()
        self._slices = {}
        for name in _FIELDS:
            blocks = columns.pop(name)
            width = max(block.width for block in blocks)
            self._slices[name] = Slices("".join(one.widened(width) for one in blocks), width)
        self._order = None

    def _rows_of(self, session: Session, counted: Counted) -> int:
        if counted not in self._counted:
            found = slots(session, counted)
            rows = bytearray(max(found, default=0) // 8 + 1)
            for slot in found:
                rows[slot >> 3] |= 1 << (slot & 7)
            self._counted[counted] = int.from_bytes(rows, "little")
        return self._counted[counted]

    def _matching(self, session: Session, query: Query) -> int:
        declared = self._slices["declared_at"]
        # Whoever has a serial is there; row 0 and the forgotten have none.
        found = self._slices["serial"].not_blank()
        for word in query.words.split():
            found &= self._with_word(word)
        if query.states:
            state = self._slices["state"]
            found &= reduce(or_, (state.equal(one) for one in query.states))
        if query.kind:
            found &= self._slices["kind"].equal(query.kind)
        if query.batch_id:
            found &= self._slices["batch_id"].equal(query.batch_id)
        if query.counted is not None:
            found &= self._rows_of(session, query.counted)
        if query.since or query.until:
            found &= declared.not_blank()
        if query.since:
            found ^= found & declared.before(query.since)
        if query.until:
            found &= declared.before(query.until) | declared.equal(query.until)
        return found

    def _with_word(self, word: str) -> int:
        typed = re.sub(r"\s+", "", unicodedata.normalize("NFKC", word))
        compact = typed.replace("-", "")
        # Names are compared as typed: NFKC would turn some characters in them into others.
        found = self._slices["name"].containing(n.normalise_name(word))
        if typed:
            found |= self._slices["document_number"].containing(typed)
            found |= self._slices["room"].containing(typed)
        if compact:
            found |= self._slices["mobile"].containing(compact)
            found |= self._slices["landline"].containing(compact)
        # All serials of a point begin with the same letters, so that letters alone tell nothing.
        if any(character.isdigit() for character in compact):
            found |= self._slices["serial"].containing(compact)
        letters = typed.lower().replace("ü", "v")
        if letters.isascii() and letters.isalpha():
            found |= self._slices["pinyin"].starting(letters)
            found |= self._slices["initials"].starting(letters)
        return found

    def _ordered(self, session: Session, query: Query, found: int) -> Iterator[int]:
        order = self._sort(session, query)
        if order is None:
            return as_registered(found, descending=query.descending)
        return order.pick(found, descending=query.descending)

    def _sort(
        self, session: Session, query: Query, pause: Callable[[], None] = go_on
    ) -> Order | None:
        if query.sort == SERIAL:
            return None
        if self._order is None or self._order.column != query.sort:
            keys = session.execute(
                text(f"SELECT {_sorted_by(query.sort)} FROM searchrow ORDER BY slot")
            )
            self._order = Order(query.sort, chain([""], map(" ".join, keys)), pause)
        return self._order


class _Block:
    """Texts of some rows in one, each as wide as the widest; one by one they take five times it."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.width = max(1, max(map(len, texts)))
        self._content = "".join([one.ljust(self.width) for one in texts])

    def widened(self, width: int) -> str:
        """The same, each ``width`` characters."""
        had, content = self.width, self._content
        if had == width:
            return content
        return "".join([content[at : at + had].ljust(width) for at in range(0, len(content), had)])


def _compared(field: str, content: str | None) -> str:
    """What of a cell is compared."""
    plain = content or ""
    return (plain.replace("-", "") if field == "serial" else plain)[:LONGEST]


def _sorted_by(column: str) -> str:
    return ", ".join(COLUMNS[column][0])
