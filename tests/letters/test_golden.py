"""Each paper looks as it did when somebody last looked at it, and says the same."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from tests.letters.golden import FOLDER, path_of, pictures, text
from tests.letters.samples import all_papers
from tests.letters.test_every_paper import KINDS

#: Of 255.  Another version of poppler smooths an edge otherwise; a line of text that moved by its
#: height gives over 60 where it was.
_MOST = 40


@pytest.fixture(scope="module")
def papers() -> dict[str, bytes]:
    return all_papers()


@pytest.mark.parametrize("kind", KINDS)
def test_a_paper_looks_and_reads_as_it_was_kept(papers: dict[str, bytes], kind: str) -> None:
    assert text(papers[kind]) == (FOLDER / f"{kind}.txt").read_text(encoding="utf-8")
    pages = pictures(papers[kind])
    assert len(pages) == len(list(FOLDER.glob(f"{kind}-[0-9].png")))
    for number, page in enumerate(pages, 1):
        with Image.open(path_of(kind, number)) as kept:
            difference = ImageChops.difference(page, kept.convert("L"))
        largest = ImageStat.Stat(difference.filter(ImageFilter.BoxBlur(2))).extrema[0][1]
        assert largest <= _MOST, f"page {number} differs by {largest}"


def test_a_line_that_moved_would_be_seen(papers: dict[str, bytes]) -> None:
    page = pictures(papers["letter"])[0]
    moved = ImageChops.offset(page, 0, 8)
    difference = ImageChops.difference(page, moved).filter(ImageFilter.BoxBlur(2))
    assert ImageStat.Stat(difference).extrema[0][1] > _MOST
