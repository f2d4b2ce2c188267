"""The kept look and words of each paper, beside this file in ``golden/``.

python -m tests.letters.golden      # after a change that is meant; look at each picture first
"""

from __future__ import annotations

import io
import subprocess
import tempfile
from pathlib import Path

from PIL import Image
from pypdf import PdfReader

from tests.letters.samples import all_papers

FOLDER = Path(__file__).parent / "golden"
_DOTS = 60
#: Enough to see a line that moved; a sixth of the bytes.
_GREYS = 16


def pictures(pdf: bytes) -> list[Image.Image]:
    """Every page, grey, 60 dpi."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "paper.pdf"
        path.write_bytes(pdf)
        command = ["pdftoppm", "-r", str(_DOTS), "-gray", str(path), str(path.with_suffix(""))]
        subprocess.run(command, check=True)
        pages = []
        for page in sorted(Path(name).glob("*.pgm")):
            with Image.open(page) as image:
                pages.append(image.convert("L"))
        return pages


def text(pdf: bytes) -> str:
    """What is read from it, page by page."""
    pages = PdfReader(io.BytesIO(pdf)).pages
    return "\n----\n".join(page.extract_text().strip() for page in pages) + "\n"


def path_of(kind: str, number: int) -> Path:
    return FOLDER / f"{kind}-{number}.png"


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.iterdir():
        old.unlink()
    for kind, pdf in all_papers().items():
        (FOLDER / f"{kind}.txt").write_text(text(pdf), encoding="utf-8")
        for number, page in enumerate(pictures(pdf), 1):
            page.quantize(_GREYS, dither=Image.Dither.NONE).save(
                path_of(kind, number), optimize=True
            )


if __name__ == "__main__":
    main()
