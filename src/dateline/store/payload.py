"""Records as JSON, and back, exactly."""

from __future__ import annotations

import json
from typing import Any, Generic, TypeVar

import msgspec

from dateline.errors import DatelineError

R = TypeVar("R")


class Payload(Generic[R]):
    """The JSON form of one kind of record.

    The same record gives the same text. A record of an older version reads as long as every
    field that was added since has a default.
    """

    def __init__(self, record: type[R]) -> None:
        self._record = record
        self._decoder = msgspec.json.Decoder(record)

    def write(self, record: R) -> str:
        """The record as one line of JSON."""
        try:
            return msgspec.json.encode(record).decode("utf-8")
        except UnicodeEncodeError:
            # A file name that is not UTF-8 reaches us with lone surrogates (PEP 383).
            return json.dumps(msgspec.to_builtins(record), separators=(",", ":"))

    def read(self, payload: str) -> R:
        """The record of a line that `write` gave.

        Raises:
            DatelineError: If the line is not such a record.
        """
        try:
            return self._decoder.decode(payload)
        except (msgspec.MsgspecError, ValueError):
            return self._read_slowly(payload)

    def _read_slowly(self, payload: str) -> R:
        try:
            values: Any = json.loads(payload)
            return msgspec.convert(values, self._record)
        except (msgspec.MsgspecError, ValueError, RecursionError) as error:
            kind = self._record.__name__.lower()
            raise DatelineError(f"What is kept is no {kind} any more ({error}).") from error
