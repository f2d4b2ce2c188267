"""The limits of batch format 1; a sealer keeps them, a reader refuses what goes beyond."""

from __future__ import annotations

from dataclasses import dataclass

KIB, MIB, GIB = 1024, 1024**2, 1024**3


@dataclass(frozen=True)
class Limits:
    """All sizes in bytes."""

    records: int = 10_000
    attachment: int = 200 * MIB
    #: Packed.  ZIP without extra fields has 32-bit sizes and offsets, of which 0xFFFFFFFF is
    #: reserved (APPNOTE 4.4.8), and the other members need room: 4 GiB less 1 MiB.
    payload: int = 4 * GIB - MIB
    expansion: int = 100
    expanded: int = 16 * GIB
    line: int = 256 * KIB
    #: Files inside the bag; far above 10,000 records with their scans, far below a tar bomb.
    entries: int = 50_000
    #: manifest.json, receipt.json and the other small members of a container.
    small_member: int = 4 * MIB
    #: One tag file of the bag (manifest-sha256.txt is the longest: about 150 bytes a file).
    tag_file: int = 8 * MIB


LIMITS = Limits()
