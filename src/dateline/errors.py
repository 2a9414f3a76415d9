"""Every deliberate error: one base, a few classes, each message a user's sentence.

A message says what happened, to what, and what to do next. The command line maps
each class to the exit code that it carries.
"""

from __future__ import annotations


class DatelineError(Exception):
    """Something went wrong that the user can understand and act on.

    Attributes:
        exit_code: What the command line exits with when this ends a command.
    """

    exit_code = 1


class UnreadableInput(DatelineError):
    """An input that can't become a report: empty, binary, broken, or no text in it."""

    exit_code = 3


class LimitHeld(UnreadableInput):
    """An input that was held back because it is over a limit on size, length or nesting."""


class CaseNotFound(DatelineError):
    """The path or address given is no case, or is not there."""


class CaseLocked(DatelineError):
    """Another process is writing to the case."""

    exit_code = 5


class CaseTooNew(DatelineError):
    """The case was written by a newer version, or the database library is too old."""

    exit_code = 6


class ParserNotFound(DatelineError):
    """The parser that a case asks for is not installed, or does not parse English."""


class UnknownId(DatelineError):
    """No record of the case has this id, or more than one begins with it."""

    exit_code = 4


class BadJudgement(DatelineError):
    """A judgement that can't be: of a thing on itself, or of a person as a body."""

    exit_code = 2


class BadClaim(DatelineError):
    """A claim by hand that can't be: its words are not in the report, or somebody is missing."""

    exit_code = 2


class BadQuery(DatelineError):
    """A search, a date or a filter that can't be read."""

    exit_code = 2
