"""``dateline review``: one pair at a time, a key for each decision, each kept at once."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import click
from rich.table import Table
from rich.text import Text

from dateline.cli.entry import print_line, say
from dateline.cli.screen import make_console, print_plain
from dateline.cli.terminal import clean
from dateline.errors import BadJudgement
from dateline.records.settled import standing
from dateline.views.pair import PairPassage
from dateline.views.wording import count

if TYPE_CHECKING:
    from dateline.cli.review_decks import Deck
    from dateline.pipeline import Case
    from dateline.records import JudgementKind

_KINDS: Final[dict[str, JudgementKind]] = {"y": "same", "n": "different", "u": "unsure"}
_ARROWS = {"\x1b[A": "k", "\x1b[B": "j", "\x1bOA": "k", "\x1bOB": "j", "\x1b": "q", "\x04": "q",
           "h": "u"}  # fmt: skip
_KEYS = "y same · n different · u unsure · z undo · j next · k back · ? keys · q quit"
_HELP = (
    "n  different: they stay apart, whatever reports come later",
    "u  unsure: not asked again, unless with --unsure",
    "Y, N, U  the same with a reason; where lines are read, the reason follows: y one passport",
    "z  takes back your last judgement, and the one before it, and so on",
    "j, k  to the next or the last pair without judging (also the arrows)",
    "q  quit; all judgements are kept, and the rest is asked next time",
)
_MARKS = {"differs": "≠", "one side": "·", "agrees": "="}
_NEAR = 160
"""Characters shown on each side of a mention."""
_MOST = 6
"""Values of a field shown on one side."""


def review_pairs(case: Case, user: str, deck: Deck[Any]) -> None:
    """Asks about the pairs of a deck till there are no more, or the user quits."""
    if not deck.pairs:
        say_nothing_open(case, deck)
        return
    session = _Session(case, user, deck)
    while session.place is not None:
        _show(session, session.place)
        key, reason = _read_key()
        if not session.press(key, reason):
            break
    case.contents()  # groups anew what was judged
    say(session.summary())


def say_nothing_open(case: Case, deck: Deck[Any]) -> None:
    """Why there is no pair to show, and what to do."""
    if not case.reports():
        say(f"{case.address} has no reports yet: dateline add {case.address} FILE")
        return
    kinds = Counter(one.kind for one in case.settled().holding if one.about == deck.about)
    judged = f" or a person settled it ({kinds.total()} judged)" if kinds else ""
    say(f"No pair to review: each join rests on {deck.sure},{judged} or none is near.")
    if kinds["unsure"]:
        say(f"{count(kinds['unsure'], 'pair')} judged unsure: --unsure asks again.")
    say(f"To judge others: dateline same|different {case.address} ID ID")


@dataclass(slots=True)
class _Session:
    """Where a review stands.

    Attributes:
        place: Of the pair that is shown; None when all are judged.
        judged: Place of each pair that was judged now → the id of its judgement.
    """

    case: Case
    user: str
    deck: Deck[Any]
    place: int | None = 0
    judged: dict[int, str] = field(default_factory=dict)
    made: Counter[str] = field(default_factory=Counter)

    def press(self, key: str, reason: str) -> bool:
        """Does what a key says; False to quit."""
        assert self.place is not None
        if key == "q":
            return False
        if key == "z":
            self._undo()
        elif key in ("j", "k"):
            self._move(1 if key == "j" else -1)
        elif key in _KINDS:
            self._judge(_KINDS[key], reason)
        else:
            for line in (f"y  the same: they become {self.deck.become}", *_HELP):
                print_line(line)
        return True

    def _move(self, step: int) -> None:
        assert self.place is not None
        place = self.place + step
        if 0 <= place < len(self.deck.pairs):
            self.place = place
        else:
            say("This is the last pair." if step > 0 else "This is the first pair.")

    def _judge(self, kind: JudgementKind, reason: str) -> None:
        assert self.place is not None
        pair = self.deck.pairs[self.place]
        try:
            change = self.case.judge(
                kind, pair.left, pair.right, user=self.user, reason=reason, score=pair.score
            )
        except BadJudgement as error:
            say(f"Not kept: {error}")
            return
        self.judged[self.place] = change.entry.id
        self.made[kind] += 1
        for one in change.ended:
            say(f"This overrides {one.id}: {one.kind}, by {one.user} on {one.time[:10]}.")
        self.place = self._next_open(self.place)

    def _next_open(self, place: int) -> int | None:
        """The next pair that nothing settles; those passed over come again at the end."""
        settled = self.case.settled()
        order: list[int] = [*range(place + 1, len(self.deck.pairs)), *range(place + 1)]
        for one in order:
            if one not in self.judged:
                pair = self.deck.pairs[one]
                if settled.between(pair.left, pair.right) in (None, "unsure"):
                    return one
        return None

    def _undo(self) -> None:
        log = [one for one in self.case.judgements() if one.about == self.deck.about]
        mine = [one for one in standing(log) if one.user == self.user]
        if not mine:
            say("There is no judgement of yours to take back.")
            return
        gone = mine[-1]
        self.case.undo(gone.id, user=self.user)
        say(f"Took back {gone.id}: {gone.kind}.")
        for place, pair in enumerate(self.deck.pairs):
            if {pair.left, pair.right} == {gone.left, gone.right}:
                if self.judged.pop(place, None):
                    self.made[gone.kind] -= 1
                self.place = place

    def summary(self) -> str:
        said = ", ".join(f"{number} {kind}" for kind, number in self.made.items() if number > 0)
        left = self.deck.left(self.case)
        more = f"{count(left, 'pair')} left to review." if left else "Nothing left to review."
        return f"Judged: {said or 'nothing'}. {more}"


def _show(session: _Session, place: int) -> None:
    pair = session.deck.pairs[place]
    view = session.deck.view(pair)
    if sys.stdin.isatty() and sys.stdout.isatty():
        click.clear()
    done = f" · judged {session.judged[place]}" if place in session.judged else ""
    print_line(clean(f"{place + 1} of {len(session.deck.pairs)}{done}"))
    print_line(clean(session.deck.why(pair)))
    console = make_console()
    table = Table.grid(padding=(0, 2), expand=False)
    for _ in range(2):
        table.add_column(no_wrap=True)
    for _ in range(2):
        table.add_column(overflow="fold", ratio=1)
    table.add_row("", "", *(Text(clean(name), style="bold") for name in (view.left, view.right)))
    reports = (view.left_reports, view.right_reports)
    table.add_row("", "", *(Text(_values(side), style="dim") for side in reports))
    for one in view.fields:
        table.add_row(
            _MARKS[one.agreement],
            one.label,
            *(Text(_values(side)) for side in (one.left, one.right)),
        )
    print_plain(console, table)
    for label, passages in (("left", view.left_passages), ("right", view.right_passages)):
        for passage in passages:
            _show_passage(label, passage)
    print_line(_KEYS)


def _values(side: Sequence[str]) -> str:
    shown = "; ".join(side[:_MOST]) + (f" … ({len(side)})" if len(side) > _MOST else "")
    return clean(shown) or "–"


def _show_passage(label: str, passage: PairPassage) -> None:
    before, after = clean(passage.before), clean(passage.after)
    if len(before) > _NEAR:
        before = "… " + before[-_NEAR:].partition(" ")[2]
    if len(after) > _NEAR:
        after = after[:_NEAR].rpartition(" ")[0] + " …"
    print_line(f"{label:<6}“{before}[{clean(passage.exact)}]{after}” — {clean(passage.source)}")


def _read_key() -> tuple[str, str]:
    """The next key and a reason: of a terminal at once, else the next line of the input."""
    if not sys.stdin.isatty():
        line = sys.stdin.readline()
        if not line:
            return "q", ""
        key, _, reason = line.strip().partition(" ")
        key = key[:1].lower()
        return _ARROWS.get(key, key), reason
    try:
        pressed = click.getchar()
    except EOFError:  # Ctrl-D; what was judged is kept, and told
        return "q", ""
    key = _ARROWS.get(pressed, pressed)
    if key in ("Y", "N", "U"):
        return key.lower(), click.prompt("Reason", default="", show_default=False)
    return key, ""
