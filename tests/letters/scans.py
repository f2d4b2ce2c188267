"""Pages of a paper as a scanner sees them."""

from __future__ import annotations

import subprocess
from pathlib import Path

from PIL import Image


def scanned(pdf: bytes, folder: Path, dots: int = 150) -> list[Image.Image]:
    """Every page in black and white, by poppler."""
    path = folder / "scan.pdf"
    path.write_bytes(pdf)
    for old in folder.glob("scan-*.pbm"):
        old.unlink()
    command = ["pdftoppm", "-r", str(dots), "-mono", path.name, "scan"]
    subprocess.run(command, cwd=folder, check=True)
    pages = []
    for page in sorted(folder.glob("scan-*.pbm")):
        with Image.open(page) as image:
            pages.append(image.convert("L"))
    return pages
