"""Words of reports, file names and arguments never move a cursor or turn text round."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline import Case
from dateline.cli import main
from tests.cli.test_commands import in_terminal

UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)
PAYLOADS = {
    "title": "\x1b]0;owned\x07",  # renames the window
    "clear": "\x1b[2J\x1b[H",  # clears the screen
    "c1": "\x9b31m\x90q\x9c",  # the same codes as one byte each
    "reply": "\x1b[6n\x1bP$qm\x1b\\\x05",  # makes the terminal type
    "bidi": "\u202ediF\u2066x\u2069\u202c",  # turns reading order round
    "back": "\x08\x08\x08\x7f\r",
    "markup": "[bold red]x[/bold red][link=https://example.org]y[/link]:bomb:",
}
COMMANDS = (
    ("reports", "--json"), ("claims", "--json"), ("entities", "--json"), ("events", "--json"),
    ("timeline", "--json"), ("search", "keller", "--json"),
    ("reports",), ("claims",), ("entities",), ("events",), ("timeline",),
    ("timeline", "--who", "Anna Keller"), ("search", "keller"), ("search", "\x1b[2Jzeppelin"),
    ("show", "\x1b[2J\u202e"), ("timeline", "--from", "\x1b[2J"), ("verify",),
    ("origins",), ("origins", "--json"), ("conflicts",), ("conflicts", "--json"),
    ("revisions",), ("revisions", "--json"), ("revisions", "\x1b[2J\u202e"),
    ("events", "--conflicts"), ("events", "--min-origins", "2", "--json"),
    ("events", "--who", "Anna Keller"), ("event", "\x1b[2J\u202e"),
    ("review",), ("judgements",), ("same", "\x1b[2J", "x"), ("undo", "\x1b[2J\u202e"),
)  # fmt: skip


def hostile_text(payload: str) -> str:
    return (
        f"Talks {payload} in Vienna\n\nVIENNA, March 4, 2024 (Alpine{payload} Wire) — Foreign "
        f"Minister Anna Keller{payload} met Tomas {payload}Brandt in Vienna on March 3, 2024, "
        f"according to a {payload} spokesman.\n\nPolice arrested Viktor {payload} Lenz of the "
        f"{payload}Harbour Union in Graz{payload} on March 5, 2024. Anna Keller praised them.\n"
    )


def hostile_page(payload: str) -> str:
    return (
        f'<html><head><title>Talks {payload}</title><meta property="og:site_name" content="Alpine'
        f'{payload}Wire"><meta name="author" content="Eva {payload} Kern"></head><body><article>'
        "<p>Police &#27;[2J arrested &#155;31m Eva &#8238; Kern &#7; in Graz on May 5, 2024.</p>"
        f"<p>{hostile_text(payload)}</p></article></body></html>"
    )


def hostile_texts(payload: str, name: str) -> tuple[str, str]:
    """A page and a later text of its address, with the payload in all that was changed.

    It is written as references: a page with the bare bytes would be refused as no text.
    """
    payload = "".join(f"&#{ord(sign)};" for sign in payload)
    page = (
        '<html><head><title>Talks {payload}</title><meta property="og:site_name" content="Graz '
        'Post"><link rel="canonical" href="https://graz.example/{name}"><meta property='
        '"article:published_time" content="2024-05-{day}T09:00:00Z"></head><body><article>{notice}'
        "<p>Police arrested Eva {payload} Kern in Graz on May {day}, 2024.</p>"
        "<p>{count} people {payload} were killed in Linz on May 1, 2024, police said.</p>"
        "</article></body></html>"
    )
    notice = f"<p>Correction: An earlier version of this report {payload} gave a wrong number.</p>"
    first = page.format(payload=payload, name=name, day="05", notice="", count="Twelve")
    return first, page.format(payload=payload, name=name, day="06", notice=notice, count="Nine")


@pytest.fixture(scope="module")
def hostile_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "in").mkdir()
    for name, payload in PAYLOADS.items():
        printable = payload.replace("/", "_")
        (folder / "in" / f"{name}{printable}.txt").write_text(hostile_text(payload), "utf-8")
        (folder / "in" / f"{name}.html").write_text(hostile_page(payload), "utf-8")
        for number, page in enumerate(hostile_texts(payload, name)):
            (folder / "in" / f"{name}-{number}.html").write_text(page, "utf-8")
    (folder / "in" / "empty\x1b[2J\u202e.txt").touch()
    result = CliRunner().invoke(main, ["add", str(folder / "my.case"), str(folder / "in")])
    assert result.exit_code == 3
    assert len(result.stdout.splitlines()) == 4 * len(PAYLOADS) + 1
    assert f"{len(PAYLOADS)} texts took the place of older ones" in result.stderr
    assert UNSAFE.findall(result.output) == []
    return folder / "my.case"


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: repr(" ".join(words)))
def test_no_command_prints_a_control_code(words: tuple[str, ...], hostile_case: Path) -> None:
    command, *rest = words
    result = CliRunner().invoke(main, [command, str(hostile_case), *rest])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert result.output
    assert UNSAFE.findall(result.output) == []


def test_no_picture_of_an_event_prints_a_control_code(hostile_case: Path) -> None:
    with Case(hostile_case, create=False) as case:
        events = [one.id for one in case.events() if len(one.claims) > 1]
    seen = "".join(
        CliRunner().invoke(main, ["event", str(hostile_case), id_, *more]).output
        for id_ in events[:8]
        for more in ((), ("--json",))
    )
    assert "[bold red]" in seen
    assert UNSAFE.findall(seen) == []


def test_no_footnote_prints_a_control_code(hostile_case: Path) -> None:
    with Case(hostile_case, create=False) as case:
        contents = case.contents()
    seen = ""
    for kind in (contents.reports, contents.claims, contents.entities, contents.events):
        for record in kind[:12]:
            seen += CliRunner().invoke(main, ["show", str(hostile_case), record.id]).output
    assert "[bold red]" in seen  # shown as it is, and not obeyed
    assert UNSAFE.findall(seen) == []


@pytest.mark.parametrize("kind", ["records", "csv", "html"])
def test_an_export_printed_on_a_terminal_holds_no_control_code(
    kind: str, hostile_case: Path
) -> None:
    shown = in_terminal("export", str(hostile_case), "--as", kind).decode("utf-8")
    assert len(shown) > 1000
    assert UNSAFE.findall(shown.replace("\r\n", "\n")) == []


def test_a_case_with_a_hostile_name_is_named_harmlessly(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["timeline", str(tmp_path / "x\x1b[2J\u202e.case")])
    assert result.exit_code == 1
    assert UNSAFE.findall(result.output) == []
