"""Writes one sheet of texts and counts as XLSX (ECMA-376), in memory only.

Written here and not by openpyxl, because that puts every sheet into the system's folder for
temporary files first, in clear.  Every cell is an inline string with the quote prefix and the
text format: no program takes one for a formula, a number or a date.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from itertools import chain

#: Excel's limit, in units of UTF-16.
MOST_IN_CELL = 32_767
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_FIXED = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
    "</Types>",
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
    f' Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
    # Format 49 is Excel's "text".
    "xl/styles.xml": f'<styleSheet xmlns="{_SPREADSHEET}">'
    '<fonts count="1"><font><sz val="11"/><name val="等线"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"'
    ' quotePrefix="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>",
}
_WORKBOOK = (
    f'<workbook xmlns="{_SPREADSHEET}" xmlns:r="{_OFFICE}">'
    '<sheets><sheet name="{name}" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_BEFORE = (
    f'<worksheet xmlns="{_SPREADSHEET}"><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>'
    '</sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>'
    '<col min="1" max="{columns}" width="16" style="1" customWidth="1"/></cols><sheetData>'
)
#: What XML can't hold, what a reader would read as an escape, and the signs of XML itself.
_SPECIAL = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff&<>\r]")
_ENTITY = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}


def workbook(
    header: Sequence[str], rows: Iterable[Sequence[str | int]], name: str = "登记列表"
) -> bytes:
    """The bytes of a workbook with one sheet.

    No text may be longer than ``MOST_IN_CELL``; ``name`` has no sign that XML or Excel reserves.
    """
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, xml in _FIXED.items():
            archive.writestr(path, _XML + xml)
        archive.writestr("xl/workbook.xml", _XML + _WORKBOOK.format(name=name))
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write((_XML + _BEFORE.format(columns=len(header))).encode())
            for row in chain([header], rows):
                sheet.write(_row(row).encode())
            sheet.write(b"</sheetData></worksheet>")
    return content.getvalue()


def _row(cells: Sequence[str | int]) -> str:
    return f"<row>{''.join(map(_cell, cells))}</row>"


def _cell(text: str | int) -> str:
    if isinstance(text, int):
        return f"<c><v>{text}</v></c>"
    if not text:
        return '<c s="1"/>'
    escaped = _SPECIAL.sub(_escape, text)
    return f'<c s="1" t="inlineStr"><is><t xml:space="preserve">{escaped}</t></is></c>'


def _escape(found: re.Match[str]) -> str:
    sign = found[0]
    return _ENTITY.get(sign) or f"_x{ord(sign):04X}_"
