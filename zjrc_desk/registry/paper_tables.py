"""Which papers were printed, of what, when, by whom and why again."""

from sqlmodel import Field, SQLModel


class Paper(SQLModel, table=True):
    """One printing of a paper; it stays as it is, but for the day on the signed paper.

    The PDF is kept as an attachment's content.  ``subject``: the serial on the paper.
    """

    id: int | None = Field(default=None, primary_key=True)
    kind: str = Field(description="one of vocabulary.PAPER")
    subject: str = Field(index=True)
    record_id: str | None = Field(
        default=None, index=True, foreign_key="registration.record_id", description="whose it is"
    )
    revision: int | None = Field(default=None, description="of the registration it is printed from")
    large: bool = Field(default=False, description="in large print")
    text_version: str
    token: str = Field(
        description="text of the QR; a reprint has that of the first printing, a letter printed "
        "before schema 0012 has none"
    )
    pdf_sha256: str = Field(index=True, description="hex, of the PDF with its signature")
    reprint: int = Field(default=0, description="0 the first time")
    reason: str = Field(default="", description="why it was printed again")
    printed_at: str = Field(description="RFC 3339")
    printed_by: str = Field(description="staff number")
    signed_on: str = Field(default="", description="the day on the signed paper, YYYY-MM-DD")
