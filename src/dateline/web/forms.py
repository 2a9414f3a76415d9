"""Forms of our pages: what they bring, and where they lead back to."""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.requests import Request

from dateline.errors import BadQuery

_MOST_FIELDS = 40


async def read_form(request: Request) -> dict[str, str]:
    """The fields of a small form, each with its last value; without files.

    Raises:
        BadQuery: If it can't be read.
    """
    body = await request.body()
    try:
        pairs = parse_qsl(
            body.decode("utf-8"), keep_blank_values=True, max_num_fields=_MOST_FIELDS,
            errors="strict",
        )  # fmt: skip
    except ValueError as error:  # no UTF-8, or too many fields
        raise BadQuery("This form can't be read.") from error
    return {name: value.replace("\0", "") for name, value in pairs}


def local_path(given: str, otherwise: str = "/") -> str:
    """An address of this server to lead back to; another one is never followed."""
    is_own = given.startswith("/") and not given.startswith(("//", "/\\"))
    if is_own and len(given) < 2000 and given.isascii() and given.isprintable():
        return given
    return otherwise
