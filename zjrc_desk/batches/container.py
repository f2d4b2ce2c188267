"""The canonical ZIP of batch, receipt and enrolment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def write_small(members: Mapping[str, bytes]) -> bytes:
    """The container of members that fit into memory, in the order given."""
    raise NotImplementedError


def read_small(data: bytes, names: Sequence[str]) -> dict[str, bytes]:
    """The members; BatchError B01 no ZIP, B02 cut, B03 other members, B04 packed or encrypted,
    B09 any other difference to what :func:`write_small` makes of them."""
    raise NotImplementedError
