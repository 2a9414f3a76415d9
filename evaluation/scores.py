"""How a result is shown, and how it gets into docs/scores.md and the README."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import dateline
from evaluation.benchmark import BenchmarkSet, Result

MISSES_SHOWN = 10
_PROJECT = Path(__file__).resolve().parents[1]


def as_json(result: Result) -> dict[str, object]:
    """The result as plain data; parts, misses and notes only where there are some."""
    shown: dict[str, object] = {
        "set": result.set,
        "documents": result.documents,
        "figures": dict(result.figures),
        "peers": {peer: dict(figures) for peer, figures in result.peers.items()},
    }
    if result.parts:
        shown["parts"] = {part: dict(figures) for part, figures in result.parts.items()}
    if result.counts:
        shown["misses"] = dict(result.counts)
    if result.notes:
        shown["notes"] = list(result.notes)
    return shown


def as_table(result: Result) -> str:
    """A Markdown table: a row a figure; Dateline first, then the peers, then parts of the set."""
    columns = {"Dateline": result.figures, **result.peers, **result.parts}
    rows = [["figure", *columns]]
    for figure in result.figures:
        rows.append([_in_words(figure), *(_cell(c.get(figure)) for c in columns.values())])
    return _markdown(rows)


def misses_table(result: Result) -> str:
    """The most common kinds of miss as a Markdown table; empty if the set has no miss study."""
    if not result.counts:
        return ""
    rows = [["kind of miss", "times"]]
    rows += [[kind, str(times)] for kind, times in result.counts[:MISSES_SHOWN]]
    return _markdown(rows)


def section(result: Result, measures: str, on: date) -> str:
    """What docs/scores.md says of one set."""
    part = f" ({result.part})" if result.part else ""
    lines = [
        f"## {result.set}: {measures}",
        "",
        f"Measured {on.isoformat()} with Dateline {dateline.__version__} on "
        f"{result.documents:,} reports{part}; {machine()}.",
        "",
        as_table(result),
    ]
    for note in result.notes:
        lines += ["", note]
    if result.counts:
        lines += ["", "The most common kinds of miss:", "", misses_table(result)]
    return "\n".join(lines)


def write_scores(result: Result, chosen: BenchmarkSet, on: date, project: Path = _PROJECT) -> None:
    """Puts the result into docs/scores.md, in place of an earlier one, and into the README."""
    scores = project / "docs" / "scores.md"
    scores.parent.mkdir(parents=True, exist_ok=True)
    old = scores.read_text(encoding="utf-8") if scores.exists() else "# Scores\n"
    text = replace_section(old, result.set, section(result, chosen.measures, on))
    scores.write_text(text, encoding="utf-8")
    readme = project / "README.md"
    if readme.exists() and chosen.headline:
        rows = [
            [f"`{result.set}`", _in_words(figure), _cell(result.figures.get(figure)),
             _peers(result, figure), on.isoformat()]
            for figure in chosen.headline
        ]  # fmt: skip
        old = readme.read_text(encoding="utf-8")
        readme.write_text(replace_headline(old, result.set, rows), encoding="utf-8")


def replace_section(text: str, name: str, body: str) -> str:
    """`text` with the section between the marks of `name` replaced, or added at the end."""
    opened, closed = f"<!-- {name} -->", f"<!-- /{name} -->"
    block = f"{opened}\n{body}\n{closed}"
    before, found, rest = text.partition(opened)
    if not found:
        return f"{text.rstrip()}\n\n{block}\n"
    _, found, after = rest.partition(closed)
    if not found:
        raise ValueError(f"{opened} is never closed by {closed}")
    return before + block + after


def replace_headline(text: str, name: str, rows: Sequence[Sequence[str]]) -> str:
    """`text` with the rows of `name` in the table between its marks replaced; sets by name."""
    found = re.search(r"<!-- scores -->\n([^<]*)<!-- /scores -->", text)
    if found is None:
        return text
    lines = [line for line in found[1].splitlines() if line.startswith("| `")]
    kept = [line for line in lines if not line.startswith(f"| `{name}` ")]
    kept += ["| " + " | ".join(row) + " |" for row in rows]
    kept.sort(key=lambda line: line.split("|")[1])
    header = ["| set | figure | Dateline | peers | measured |", "|---|---|---:|---|---|"]
    return text[: found.start(1)] + "\n".join(header + kept) + "\n" + text[found.end(1) :]


def machine() -> str:
    """The processor, its cores and the Python: what a speed must be read beside."""
    model = platform.machine()
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            names = [line.partition(":")[2].strip() for line in lines if "model name" in line]
        model = names[0] if names else model
    except OSError:
        pass  # not a Linux machine: its architecture must do
    return f"{model}, {os.cpu_count()} cores, Python {platform.python_version()}"


def _in_words(figure: str) -> str:
    """``value_f1`` as "value F1"."""
    return re.sub(r" (p|r|f1)$", lambda found: found[0].upper(), figure.replace("_", " "))


def _peers(result: Result, figure: str) -> str:
    known = [f"{p} {_cell(f[figure])}" for p, f in result.peers.items() if figure in f]
    return ", ".join(known) or "–"


def _cell(value: float | None) -> str:
    if value is None:
        return "–"
    digits = 3 if abs(value) < 10 else 1 if abs(value) < 1000 else 0
    return f"{value:,.{digits}f}"


def _markdown(rows: Iterable[Sequence[str]]) -> str:
    table = [list(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    lines = [
        "| " + row[0].ljust(widths[0]) + "".join(
            " | " + cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)
        ) + " |"
        for row in table
    ]  # fmt: skip
    rule = "|" + "-" * (widths[0] + 2) + "".join("|" + "-" * (w + 1) + ":" for w in widths[1:])
    return "\n".join([lines[0], rule + "|", *lines[1:]])
