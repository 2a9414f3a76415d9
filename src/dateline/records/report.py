"""One text published by an outlet, and where each thing that is known of it came from."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.records.ids import content_id
from dateline.records.span import Quote


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place and date that open a report.

    Attributes:
        place: As printed, in ordinary case ("Islamabad"); None if it gives none.
        date: ISO date, or None; a day without a year takes the year of publication.
        agency: The agency in brackets ("Reuters"), or None.
        words: Where it stands in the text.
    """

    place: str | None
    date: str | None
    agency: str | None
    words: Quote


@dataclass(frozen=True, slots=True)
class Credit:
    """A news agency that a report credits with its text, beside its dateline.

    Attributes:
        agency: As printed ("AFP"); None if the report credits agencies and names none.
        words: The line or the brackets that credit it; None if a page says so beside its text.
    """

    agency: str | None
    words: Quote | None


@dataclass(frozen=True, slots=True)
class Report:
    """One text published by an outlet.

    Attributes:
        id: From the SHA-256 of the bytes: the same file twice is one report.
        text: What every span counts in; never changed after reading.
        sha256: Of the bytes as they came, 64 hexadecimal digits.
        file: The name that it was given as, without folders; None if it had none.
        media_type: How the bytes were read: "text/plain" or "text/html".
        encoding: The character encoding that the bytes were read in.
        outlet: Who publishes, as printed; None if the report does not say.
        published: ISO date, or instant with its zone; None if the report does not say.
        published_from: Where it was found: "json-ld", "meta", "time", "url", "dateline",
            "byline"; "update" where only the date of an update is given.
        modified: Like `published`.
        credits: The agencies that it credits with its text, but for that of the dateline.
        language: ISO 639-1 code, or None if the text is too short to tell.
        body_start: First code point after title, byline and dateline: claims begin there.
        copy_of: The report whose text this one repeats; worked out over a case, as are the next.
        revision_of: The earlier text of the same address whose place this one takes.
        replaced_by: The report that stands in its place: the last text of its address, or the
            first capture of the same words there. Such a report stays readable, and counts for
            nothing.
        notes: What a user should know of the reading, a sentence each ("read as windows-1252").
    """

    id: str
    text: str
    sha256: str
    file: str | None = None
    url: str | None = None
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    outlet: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_from: str | None = None
    modified: str | None = None
    dateline: Dateline | None = None
    language: str | None = None
    body_start: int = 0
    copy_of: str | None = None
    revision_of: str | None = None
    replaced_by: str | None = None
    notes: tuple[str, ...] = ()
    credits: tuple[Credit, ...] = ()

    @property
    def published_on(self) -> str | None:
        """The day of publication as an ISO date, or None."""
        return self.published[:10] if self.published else None


def report_id(sha256: str) -> str:
    """The id of the report whose bytes have this SHA-256."""
    return content_id("r", sha256)
