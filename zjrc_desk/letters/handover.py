"""The 批次移交单: which batches went from whose hands into whose, on which stick."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from zjrc_desk.letters.blocks import Blocks, Cell
from zjrc_desk.letters.frame import Frame, Imprint, make_pdf
from zjrc_desk.letters.paper import TEXT_WIDTH, Item, space
from zjrc_desk.letters.said import chinese_time
from zjrc_desk.letters.texts import TEXT_VERSION, words
from zjrc_desk.registry.batch_tables import Batch

_COLUMNS = (152.0, 116.0, 44.0, TEXT_WIDTH - 312.0)
_DIGITS_TOGETHER = 8


def render(batches: Sequence[Batch], imprint: Imprint, version: str = TEXT_VERSION) -> bytes:
    """The slip for sealed batches, as PDF that is not signed yet.

    Raises LetterError as :func:`frame.make_pdf`, T06.
    """
    said = words("handover", version)
    frame = Frame(
        title=said["title"],
        numbered="移交单编号",
        checked="本移交单",
        signers=("移交人", "接收人"),
    )
    return make_pdf(_items(batches, imprint, said), frame, imprint)


def _items(batches: Sequence[Batch], imprint: Imprint, said: dict[str, Any]) -> Iterator[Item]:
    blocks, point = Blocks(imprint.style), imprint.point
    yield from blocks.title(said["title"])
    yield space(10)
    yield from blocks.fields(("移交单位", f"{point.name}（{point.code}）"))
    yield from blocks.fields(("接收单位", point.centre_name))
    yield space(6)
    yield from blocks.heading(said["stick"])
    # Written by hand: the program can't tell one stick from another.
    yield from blocks.fields(("U 盘编号", ""), ("容量、品牌", ""))
    yield space(6)
    yield from blocks.heading(said["batches"])
    heads = ("批次文件", "封批时间", "记录数", "校验值（SHA-256）")
    head = blocks.head_row([Cell(h, w) for h, w in zip(heads, _COLUMNS, strict=True)])
    yield from head
    for batch in batches:
        sealed = chinese_time(batch.sealed_at[:16].replace("T", " "))
        values = (
            f"{batch.file_name}\n{batch.size:,} 字节",
            sealed,
            str(batch.records),
            _grouped(batch.manifest_sha256),
        )
        cells = [Cell(t, w) for t, w in zip(values, _COLUMNS, strict=True)]
        yield from blocks.row(cells, head=head)
    yield space(8)
    for text in (said["note"], said["kept"]):
        yield from blocks.paragraph(text)


def _grouped(digest: str) -> str:
    """In groups that can be compared by eye."""
    starts = range(0, len(digest), _DIGITS_TOGETHER)
    return " ".join(digest[start : start + _DIGITS_TOGETHER] for start in starts)
