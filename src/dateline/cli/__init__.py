"""The command line: parse, one call to the library, print."""

from dateline.cli.commands import main

__all__ = ["main"]
