"""The model card: card.json for programs, CARD.md for people."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from training.sources import MEASURED_ONLY, SOURCES

PACKAGES = ("torch", "onnx", "onnxruntime", "tokenizers", "safetensors", "numpy", "spacy")

_BEGIN = "<!-- figures: written by python -m training -->"
_END = "<!-- end of figures -->"


def versions() -> dict[str, str]:
    """The versions of what the weights depend on."""
    return {package: version(package) for package in PACKAGES}


def write_card(card: Mapping[str, object], out: Path) -> None:
    """Write card.json beside the model."""
    text = json.dumps(card, indent=1, ensure_ascii=False) + "\n"
    (out / "card.json").write_text(text, encoding="utf-8")


def write_page(card: Mapping[str, object], page: Path) -> None:
    """Put the figures between their marks in CARD.md; the rest of the page stays.

    Raises:
        ValueError: If the page has no such marks.
    """
    text = page.read_text(encoding="utf-8")
    before, begin, rest = text.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not begin or not end:
        raise ValueError(f"{page} has no place for figures ({_BEGIN} … {_END})")
    page.write_text(f"{before}{begin}\n{_figures(card)}\n{end}{after}", encoding="utf-8")


def _figures(card: Mapping[str, object]) -> str:
    lines = [
        f"Trained on {card['date']}, in {card['minutes']} minutes of one processor; "
        f"the model file has {card['megabytes']} MB and reads "
        f"{card['sentences_a_second']} sentences a second of one processor.",
    ]
    for heading, section in (("wikinews_annotated", "held_out"), ("sets of others", "others")):
        lines += ["", f"| {heading} | label | precision | recall | F1 | count |"]
        lines.append("|---|---|---|---|---|---|")
        values: list[str] = []
        for name, rows in _mapping(card[section]).items():
            lines.extend(_rows(name, _mapping(rows)))
            values.extend(_values(name, _mapping(rows)))
        lines += ["", *values] if values else []
    return "\n".join(lines)


def _rows(name: str, rows: Mapping[str, object], label: str = "") -> list[str]:
    """Rows of the table, for figures with precision and recall at any depth."""
    if "precision" in rows:
        figures = " | ".join(str(rows[key]) for key in ("precision", "recall", "f1", "count"))
        return [f"| {name} | {label or 'all'} | {figures} |"]
    return [
        row
        for key, value in rows.items()
        if isinstance(value, Mapping)
        for row in _rows(name, value, f"{label}: {key}" if label else key)
    ]


def _values(name: str, rows: Mapping[str, object]) -> list[str]:
    """One line for the other figures of a set."""
    if "precision" in rows:
        return []
    told = [f"{k.replace('_', ' ')} {v}" for k, v in rows.items() if not isinstance(v, Mapping)]
    return [f"- {name}: {', '.join(told)}"] if told else []


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise TypeError(f"figures are a mapping, not {type(value).__name__}")
    return value


def sources() -> dict[str, list[dict[str, str]]]:
    """What it learnt from, and what only measures it."""
    return {
        "learnt_from": [{"name": s.name, "licence": s.licence, "use": s.use} for s in SOURCES],
        "measured_on": [
            {"name": s.name, "licence": s.licence, "use": s.use} for s in MEASURED_ONLY
        ],
    }
