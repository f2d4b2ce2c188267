"""The outbox beside the store: the files of sealed batches, kept until the centre has answered.

A file that is not its batch any more, to the last byte, is as good as lost: the centre would refuse
it.  It is put aside under another name, so that everything that asks for lost batches finds it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from pathlib import Path

from zjrc_desk.batches import cms, container
from zjrc_desk.batches.manifest import PAYLOAD_NAME, parse_manifest
from zjrc_desk.batches.seal import MANIFEST_NAME, MEMBERS, SIGNATURE_NAME
from zjrc_desk.registry.batch_tables import Batch
from zjrc_desk.registry.errors import BatchError
from zjrc_desk.registry.journal import log
from zjrc_desk.store.files import sync_folder
from zjrc_desk.store.place import OUTBOX

_DAMAGED = ".damaged"


def path_of(store: Path, batch: Batch) -> Path:
    """Where the file of a batch lies."""
    return store / OUTBOX / batch.file_name


def whole(path: Path, batch: Batch) -> bool:
    """Whether the file is that sealed batch, byte for byte; one that can't be read is not."""
    try:
        with path.open("rb") as file:
            small, payload = container.read(file, MEMBERS, PAYLOAD_NAME)
        data = small[MANIFEST_NAME]
        cms.verify(data, small[SIGNATURE_NAME])
        told = parse_manifest(data)
    except (OSError, BatchError) as error:
        log.warning("outbox: %s", error.code if isinstance(error, BatchError) else error.errno)
        return False
    same = hashlib.sha256(data).hexdigest() == batch.manifest_sha256
    return same and payload is not None and payload.sha256 == told.payload_sha256


def copy_whole(source: Path, folder: Path) -> Path:
    """Copy under a temporary name, make it durable, give it its name.

    The folder is made, not what it lies in: a stick that was pulled would become one of the PC.
    Raises OSError.
    """
    target = folder / source.name
    folder.mkdir(exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{source.name}.", dir=folder)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as copy, source.open("rb") as original:
            shutil.copyfileobj(original, copy, 1 << 20)
            copy.flush()
            os.fsync(copy.fileno())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(folder)
    return target


def put_aside(path: Path) -> None:
    """A damaged file counts as gone from now on.  Raises OSError."""
    path.replace(_aside(path))
    sync_folder(path.parent)


def remove(path: Path) -> None:
    """The file is not needed any more, nor one that was put aside.  Raises OSError."""
    for file in (path, _aside(path)):
        file.unlink(missing_ok=True)


def _aside(path: Path) -> Path:
    return path.with_name(f"{path.name}{_DAMAGED}")
