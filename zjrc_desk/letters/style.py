"""The sizes of a paper's type, in points; after GB/T 9704 as far as it suits a form and a letter.

二号 22 pt for the title, 三号 16 pt on a grid of 28 pt for the words to the family; what is filled
in is smaller, so that a short letter is one sheet.  Large print is for reading along: nothing on
it is smaller than 18 pt.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Style:
    """``paired``: two labelled values may share a row.  ``small``: head and foot of a page."""

    title: float = 22
    subtitle: float = 15
    heading: float = 13
    heading_height: float = 25
    text: float = 11
    lead: float = 16.5
    letter: float = 16
    letter_lead: float = 28
    cell: float = 11
    cell_lead: float = 14.5
    cell_pad: float = 3.5
    label: float = 10.5
    label_width: float = 68
    small: float = 9
    paired: bool = True


NORMAL = Style()
#: For papers of one full page.
EASY = Style(
    heading=14,
    heading_height=29,
    text=12,
    lead=19.5,
    cell=12,
    cell_lead=16,
    cell_pad=4.5,
    label=11,
    label_width=72,
)
#: For papers that say little: the type of a letter that is held in the hand.
ROOMY = Style(
    heading=16,
    heading_height=32,
    text=14,
    lead=24,
    cell=13,
    cell_lead=18,
    cell_pad=5,
    label=12,
    label_width=76,
)
LARGE = Style(
    title=26,
    subtitle=20,
    heading=21,
    heading_height=42,
    text=18,
    lead=30,
    letter=20,
    letter_lead=35,
    cell=18,
    cell_lead=26,
    cell_pad=6,
    label=18,
    label_width=104,
    small=18,
    paired=False,
)
