"""The log file: codes, kinds of error and places in the program; never what a person entered."""

from __future__ import annotations

import logging
import logging.handlers
import traceback
from pathlib import Path

FILE_NAME = "zjrc_desk.log"
_MOST_BYTES, _KEPT = 1_000_000, 3
log = logging.getLogger("zjrc_desk")


def open_log(folder: Path) -> None:
    """Write the log into ``folder`` from now on; where that can't be, the program runs without.

    A full or missing disk must not keep anyone from reading what is there.
    """
    for old in list(log.handlers):
        log.removeHandler(old)
        old.close()
    log.propagate = False
    log.setLevel(logging.INFO)
    handler: logging.Handler = logging.NullHandler()
    if folder.is_dir():
        try:
            handler = logging.handlers.RotatingFileHandler(
                folder / FILE_NAME,
                maxBytes=_MOST_BYTES,
                backupCount=_KEPT,
                encoding="utf-8",
                delay=True,
            )
        except OSError as error:
            log.addHandler(logging.NullHandler())
            log.warning("no log file: errno %s", error.errno)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)


def crash(error: BaseException) -> None:
    """Log an error nobody foresaw: its kind and where it came from.

    Its message is left out, for a library's message may quote what was typed.
    """
    frames = traceback.extract_tb(error.__traceback__)
    places = " < ".join(f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in reversed(frames))
    log.error("X00 %s at %s", type(error).__name__, places)
