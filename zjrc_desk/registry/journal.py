"""The log file: codes, kinds of error and places in the program; never what a person entered."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

FILE_NAME = "zjrc_desk.log"
_MOST_BYTES, _KEPT = 1_000_000, 3
_REPORTS_KEPT = 20
log = logging.getLogger("zjrc_desk")
_folder: Path | None = None


class _File(logging.Handler):
    """The log file, opened with the first record; what it can't take is left out.

    Until then its rotating handler is not loaded: with it come sockets and more, which the window
    does not need to show.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._rotating: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._rotating is None:
            self._rotating = self._opened()
        self._rotating.emit(record)

    def _opened(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        made = RotatingFileHandler(
            self._path, maxBytes=_MOST_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True
        )
        made.setFormatter(self.formatter)
        # Python's own way prints the error that was being reported and all it came from to the
        # terminal, a database error with the values of the row, and a desktop keeps in a file what
        # its programs print.
        made.handleError = self.handleError  # type: ignore[method-assign]
        return made

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """Say nothing."""

    def close(self) -> None:
        if self._rotating is not None:
            self._rotating.close()
        super().close()


def open_log(folder: Path) -> None:
    """Write the log into ``folder`` from now on; where that can't be, the program runs without.

    A full or missing disk must not keep anyone from reading what is there.
    """
    global _folder
    _folder = folder if folder.is_dir() else None
    for old in list(log.handlers):
        log.removeHandler(old)
        old.close()
    log.propagate = False
    log.setLevel(logging.INFO)
    handler = _File(folder / FILE_NAME) if folder.is_dir() else logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)


def crash(error: BaseException, **state: str) -> Path | None:
    """Log an error nobody foresaw, and write a report of it beside the log; returns its path.

    Kinds and places only.  Messages are left out, for a library's message may quote what was
    typed.  ``state``: where the program was, in words of the program (a page's class), never a
    person's.  None where no log folder is open, or it takes no more files.
    """
    import json
    import platform
    from importlib.metadata import version

    causes = list(_causes(error))
    log.error("X00 %s at %s", type(error).__name__, " < ".join(causes[0]["places"]))
    if _folder is None:
        return None
    now = datetime.now().astimezone()
    report = {
        "at": now.isoformat(timespec="seconds"),
        "program": f"zjrc_desk {version('zjrc-desk')}",
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()}",
        "state": state,
        "errors": causes,
    }
    path = _folder / f"crash-{now:%Y%m%d-%H%M%S-%f}.json"
    try:
        path.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        for old in sorted(_folder.glob("crash-*.json"))[:-_REPORTS_KEPT]:
            old.unlink()
    except OSError as no_room:
        log.warning("no crash report: errno %s", no_room.errno)
        return None
    return path


def _causes(error: BaseException) -> Iterator[dict[str, Any]]:
    """The error, what it came from, and so on: kinds and places, the innermost place first."""
    seen: set[int] = set()
    following: BaseException | None = error
    while following is not None and id(following) not in seen:
        seen.add(id(following))
        frames = reversed(traceback.extract_tb(following.__traceback__))
        places = [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames]
        yield {
            "kind": type(following).__name__,
            "code": getattr(following, "code", ""),
            "places": places,
        }
        following = following.__cause__ or following.__context__
