"""What is left of a text in a store's files, below everything SQLite would show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlcipher3 import dbapi2 as sqlcipher

from tests.conftest import ADMIN, PASSWORD
from zjrc_desk.store.engine import PAGE_BYTES
from zjrc_desk.store.keyslots import KeySlots

#: SQLCipher 4: at the end of each page the IV (16 bytes) and HMAC-SHA512 (64).
_RESERVED = 80
_WAL_HEADER, _FRAME_HEADER = 32, 24


def key_of(folder: Path) -> bytes:
    return KeySlots.load(folder / "slots.json").unlock(ADMIN, PASSWORD)


def _page(key: bytes, page: bytes, skip: int) -> bytes:
    body, iv = page[skip : PAGE_BYTES - _RESERVED], page[-_RESERVED : -_RESERVED + 16]
    return Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor().update(body)


def _all_pages(folder: Path, name: str) -> Iterator[bytes]:
    """Every page of the file and of its log in clear: used, free, and what lies between cells."""
    key = key_of(folder)
    content = (folder / name).read_bytes()
    for start in range(0, len(content), PAGE_BYTES):
        yield _page(key, content[start : start + PAGE_BYTES], skip=16 if start == 0 else 0)
    log = folder / f"{name}-wal"
    frames = log.read_bytes()[_WAL_HEADER:] if log.exists() else b""
    size = _FRAME_HEADER + PAGE_BYTES
    for start in range(0, len(frames) - size + 1, size):
        number = int.from_bytes(frames[start : start + 4], "big")
        page = frames[start + _FRAME_HEADER : start + size]
        yield _page(key, page, skip=16 if number == 1 else 0)


def clear_pages(folder: Path, name: str = "registrations.db") -> bytes:
    """The file and its log in clear, one page after the other."""
    pages = b"".join(_all_pages(folder, name))
    assert b"CREATE TABLE" in pages, "decrypted right"
    return pages


def exported(folder: Path, target: Path, name: str = "registrations.db") -> bytes:
    """The content as SQLCipher itself exports it to a plain database."""
    connection = sqlcipher.connect(str(folder / name))
    connection.execute(f"PRAGMA key = \"x'{key_of(folder).hex()}'\"")
    connection.execute(f"PRAGMA cipher_page_size = {PAGE_BYTES}")
    connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(target),))
    connection.execute("SELECT sqlcipher_export('plain')")
    connection.close()
    return target.read_bytes()


def backed_up(folder: Path, target: Path) -> None:
    """A copy made by SQLite's backup interface into another encrypted file of the same key."""
    connections = []
    for path in (folder / "registrations.db", target):
        connection = sqlcipher.connect(str(path))
        connection.execute(f"PRAGMA key = \"x'{key_of(folder).hex()}'\"")
        connection.execute(f"PRAGMA cipher_page_size = {PAGE_BYTES}")
        connections.append(connection)
    connections[0].backup(connections[1])
    for connection in connections:
        connection.close()


def forms(text: str) -> list[bytes]:
    """A text as it may lie in a file: SQLite's two encodings, the JSON of a list, a PDF's hex."""
    utf16 = [text.encode("utf-16-le"), text.encode("utf-16-be")]
    escaped = text.encode("ascii", "backslashreplace")
    return [text.encode(), *utf16, escaped]


def found(content: bytes, texts: list[str]) -> list[str]:
    """Which of the texts are there, in any form."""
    return [text for text in texts if any(form in content for form in forms(text))]
