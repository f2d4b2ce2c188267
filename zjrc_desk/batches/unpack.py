"""The payload on its way in: age -> zstd, as a stream that is read in bounded pieces.

pyrage pushes what it decrypts, the reader of the bag pulls; a pipe between two threads joins
them, so that neither runs ahead and memory stays the same whatever the size.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Sequence
from types import TracebackType
from typing import BinaryIO, Self

import pyrage
import zstandard

from zjrc_desk.batches.faults import refuse
from zjrc_desk.batches.limits import MIB
from zjrc_desk.batches.recipients import Identity

#: A zstd block of 4 bytes can stand for 128 KiB (RFC 8878 3.1.1.2.3), so pieces of this size can
#: become 64 MiB at most before the limit on expansion is asked again.
_PIECE = 2048
#: RFC 8878 3.1.1.1.2 recommends that decoders support 8 MB; the zstd program needs 2 to 8 MiB at
#: its levels 3 to 19.
_WINDOW = 8 * MIB


class Decryption:
    """A context that decrypts ``size`` bytes of a file from where it stands, into ``stream``."""

    def __init__(self, file: BinaryIO, size: int, identities: Sequence[Identity]) -> None:
        self._file = file
        self._left = size
        self._digest = hashlib.sha256()
        self._keys = [pyrage.x25519.Identity.from_str(key.secret) for key in identities]
        self._error: Exception | None = None
        self._abandoned = False
        read_end, self._write_end = os.pipe()
        self.stream: BinaryIO = os.fdopen(read_end, "rb", buffering=0)
        self._thread = threading.Thread(target=self._run, name="age", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._abandoned = True
        self.stream.close()
        self._thread.join()

    def finish(self) -> str:
        """After the end of ``stream``: SHA-256 of all that was read from the file; BatchError B10
        or B11 where decryption stopped before its end."""
        self._thread.join()
        if isinstance(self._error, pyrage.DecryptError) and "No matching keys" in str(self._error):
            raise refuse("B10", "no key of this centre opens it") from self._error
        if self._error is not None:
            raise refuse("B11", f"age: {type(self._error).__name__}") from self._error
        return self._digest.hexdigest()

    def read(self, size: int) -> bytes:
        """For pyrage: encrypted bytes."""
        data = self._file.read(min(size, self._left))
        self._left -= len(data)
        self._digest.update(data)
        return data

    def write(self, data: bytes) -> int:
        """For pyrage: clear bytes into the pipe; blocks until they are wanted."""
        view = memoryview(data)
        while view:
            view = view[os.write(self._write_end, view) :]
        return len(data)

    def flush(self) -> None:
        """For pyrage; a pipe keeps nothing back."""

    def _run(self) -> None:
        try:
            pyrage.decrypt_io(self, self, self._keys)
        except (pyrage.DecryptError, OSError) as error:
            # A closed pipe is how the reader says that it has seen enough.
            if not self._abandoned:
                self._error = error
        finally:
            os.close(self._write_end)


class ClearStream:
    """Decompressed bytes, counted against the limit on expansion (B12)."""

    def __init__(self, packed: BinaryIO, limit: int) -> None:
        self._packed = packed
        self._limit = limit
        self._waiting = memoryview(b"")
        self._clear = memoryview(b"")
        self._frame = self._new_frame()
        self._in_frame = False
        self.ended = False
        self.total = 0

    @staticmethod
    def _new_frame() -> zstandard.ZstdDecompressionObj:
        return zstandard.ZstdDecompressor(max_window_size=_WINDOW).decompressobj()

    def read(self, size: int) -> bytes:
        """At most ``size`` bytes, at least one unless all is read; B11 where it is no zstd."""
        while not self._clear:
            if not self._waiting:
                piece = self._packed.read(64 * 1024)
                if not piece:
                    self.ended = True
                    return b""
                self._waiting = memoryview(piece)
            self._unpack()
        taken, self._clear = self._clear[:size], self._clear[size:]
        return bytes(taken)

    def exactly(self, size: int) -> bytes:
        """``size`` bytes or, at the very end, fewer."""
        parts = []
        while size and (part := self.read(size)):
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    @property
    def whole(self) -> bool:
        """Whether what was read so far ends at the end of a frame."""
        return not self._in_frame and not self._clear

    def _unpack(self) -> None:
        piece, self._waiting = self._waiting[:_PIECE], self._waiting[_PIECE:]
        try:
            clear = self._frame.decompress(piece)
        except zstandard.ZstdError as error:
            raise refuse("B11", "zstd stream is broken") from error
        self._in_frame = True
        if self._frame.eof:
            unused = self._frame.unused_data
            if unused:
                self._waiting = memoryview(unused + bytes(self._waiting))
            self._frame = self._new_frame()
            self._in_frame = False
        self.total += len(clear)
        if self.total > self._limit:
            raise refuse("B12", "expands beyond the limit")
        self._clear = memoryview(clear)
