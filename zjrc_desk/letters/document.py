"""A PDF file as a paper has to be: PDF/A-2b (ISO 19005-2), the same bytes for the same content.

ReportLab makes the pages; what the archive's form wants beside them is added here: XMP metadata
that agrees with the information dictionary, an output intent with an sRGB profile, a language.
"""

from __future__ import annotations

import io
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from PIL import ImageCms
from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFPage
from reportlab.pdfgen.canvas import Canvas

from zjrc_desk.letters.embedding import Stream, refer
from zjrc_desk.letters.fonts import base_face

#: Streams stay binary: a tenth of the time and a fifth of the size went into ASCII 85.
rl_config.useA85 = 0

#: What ReportLab writes where no clock may be read (``invariant``).
_FIXED_DATE = "2000-01-01T00:00:00+00:00"
_PRODUCER = "ReportLab PDF Library"
_CREATOR = "zjrc_desk"
_SUBJECT = "遗体（器官、组织）捐献登记"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer><pdf:Keywords>{keywords}</pdf:Keywords>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


class Document:
    """A PDF file that is being drawn: pages on ``canvas``, then :meth:`finish`."""

    def __init__(self, title: str, author: str, token: str, size: tuple[float, float]) -> None:
        """``token``: of the QR; it stands in the file's keywords too.  ``size``: of a page, in
        points."""
        self._buffer = io.BytesIO()
        # invariant: no clock and no random id in the file.
        self.canvas: Any = Canvas(
            self._buffer,
            pagesize=size,
            invariant=1,
            pageCompression=0,  # Stream packs them
            pdfVersion=(1, 7),
            lang="zh-CN",
            # Else the file names a Helvetica that it neither uses nor embeds.
            initialFontName=base_face(),
        )
        said = {"title": title, "author": author, "subject": _SUBJECT, "keywords": token}
        for name, value in said.items():
            getattr(self.canvas, f"set{name.capitalize()}")(value)
        self.canvas.setCreator(_CREATOR)
        self.canvas.setProducer(_PRODUCER)
        self._as_archive(said)

    def _as_archive(self, said: dict[str, str]) -> None:
        catalog = self.canvas._doc.Catalog
        catalog.__NoDefault__ = catalog.__Refs__ = [*catalog.__NoDefault__, "OutputIntents"]
        values = said | {"creator": _CREATOR, "producer": _PRODUCER, "date": _FIXED_DATE}
        xmp = _XMP.format(**{name: escape(value) for name, value in values.items()})
        catalog.Metadata = Stream(xmp.encode(), " /Type /Metadata /Subtype /XML", packed=False)
        profile = Stream(_srgb(), " /N 3")
        catalog.OutputIntents = (
            "[<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB)"
            f" /Info (sRGB IEC61966-2.1) /DestOutputProfile {refer(self.canvas._doc, profile)} >>]"
        )

    def add_form(self, name: str, operators: str, side: float) -> None:
        """What ``canvas.doForm`` draws wherever it is called: a square, without any text."""
        entries = (
            f" /Type /XObject /Subtype /Form /BBox [0 0 {side:.4f} {side:.4f}] /Resources << >>"
        )
        self.canvas._doc.addForm(name, Stream(operators.encode(), entries))

    def finish(self) -> bytes:
        """The file; nothing can be drawn afterwards."""
        for drawn in self.canvas._doc.idToObject.values():
            if isinstance(drawn, PDFPage):
                drawn.Contents = Stream(drawn.stream.encode())
        self.canvas.save()
        return self._buffer.getvalue()


@cache
def _srgb() -> bytes:
    """An sRGB profile without the time it was made at; version 4.2, which PDF 1.7 knows."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[8:12] = (4, 0x20, 0, 0)
    profile[24:36] = b"\x07\xd0\0\x01\0\x01\0\0\0\0\0\0"
    return bytes(profile)
