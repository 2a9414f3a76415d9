"""How templates are scored against a key: slot by slot, and by entities of each role.

Slots are scored as at MUC-4 "over all templates": responses are aligned with the key's templates
one to one, so that the credit is largest; what stays alone is missing or spurious. The conference
settled partial credit by hand where it was in doubt; here rules settle it all.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from evaluation.muc4_corpus import MONTHS, Filler, Template
from evaluation.muc4_pairs import best_pairs

JUDGED = (
    "date",
    "location",
    "type",
    "perp_individual",
    "perp_organization",
    "perp_confidence",
    "target",
    "victim_name",
    "victim_description",
)
"""The slots that count: those for which a record of who did what to whom has a field."""
_ENDS = ("perp_individual", "perp_organization", "target", "victim_name", "victim_description")
_SMALL = frozenset(
    ["a", "an", "the", "of", "in", "on", "at", "by", "and", "or", "his", "her", "their"]
)
_CENTURY = 1900


@dataclass(slots=True)
class SlotTally:
    """Credit, and fillers in the key and in the response, by slot.

    Attributes:
        matched_key, matched_response: The same for templates that were aligned alone.
    """

    credit: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    key: Counter[str] = field(default_factory=Counter)
    response: Counter[str] = field(default_factory=Counter)
    matched_key: Counter[str] = field(default_factory=Counter)
    matched_response: Counter[str] = field(default_factory=Counter)
    templates: Counter[str] = field(default_factory=Counter)

    def add(self, key: Sequence[Template], response: Sequence[Template]) -> None:
        """Count one message."""
        pairs = align(key, response)
        self.templates.update(key=len(key), response=len(response), matched=len(pairs))
        for left, right in pairs:
            for slot in JUDGED:
                credit, wanted, given = score_slot(slot, key[left], response[right])
                self.credit[slot] += credit
                for counter in (self.key, self.matched_key):
                    counter[slot] += wanted
                for counter in (self.response, self.matched_response):
                    counter[slot] += given
        found, used = {left for left, _ in pairs}, {right for _, right in pairs}
        for at, template in enumerate(key):
            if at not in found and not template.optional:
                for slot in JUDGED:
                    self.key[slot] += sum(not f.optional for f in template.get(slot))
        for at, template in enumerate(response):
            if at not in used:
                for slot in JUDGED:
                    self.response[slot] += len(template.get(slot))

    def figures(self) -> dict[str, float]:
        """Recall, precision and F1 over all templates, over aligned ones, and F1 of each slot."""
        credit = sum(self.credit.values())
        recall, precision = _share(credit, self.key.total()), _share(credit, self.response.total())
        figures = {
            "slot_f1": _f1(precision, recall),
            "slot_p": precision,
            "slot_r": recall,
            "without_type_f1": self._f1_of([slot for slot in JUDGED if slot != "type"]),
            "matched_f1": _f1(
                _share(credit, self.matched_response.total()),
                _share(credit, self.matched_key.total()),
            ),
        }
        figures.update({f"{slot}_f1": self._f1_of([slot]) for slot in JUDGED})
        return figures

    def _f1_of(self, slots: Sequence[str]) -> float:
        credit = sum(self.credit[slot] for slot in slots)
        given, wanted = (sum(n[slot] for slot in slots) for n in (self.response, self.key))
        return _f1(_share(credit, given), _share(credit, wanted))


def align(key: Sequence[Template], response: Sequence[Template]) -> list[tuple[int, int]]:
    """Pairs of a key's template and a response's, so that the credit in all is largest."""
    if not key or not response:
        return []
    return best_pairs([[_credit(k, r) for r in response] for k in key])


def _credit(key: Template, response: Template) -> float:
    """The credit of a pair; 0 where type and all ends of it differ."""
    ends = sum(score_slot(slot, key, response)[0] for slot in _ENDS)
    if not score_slot("type", key, response)[0] or not ends:
        return 0.0
    return sum(score_slot(slot, key, response)[0] for slot in JUDGED)


def score_slot(slot: str, key: Template, response: Template) -> tuple[float, int, int]:
    """Credit, fillers wanted and fillers given in one slot of aligned templates.

    An optional filler is wanted only where it is given.
    """
    wanted, given = key.get(slot), response.get(slot)
    if not wanted or not given:
        return 0.0, sum(not f.optional for f in wanted), len(given)
    worth = [[compare(slot, k, r) for r in given] for k in wanted]
    pairs = best_pairs(worth)
    met = {i for i, _ in pairs}
    count = sum(not f.optional or i in met for i, f in enumerate(wanted))
    return sum(worth[i][j] for i, j in pairs), count, len(given)


def compare(slot: str, key: Filler, response: Filler) -> float:
    """1 for a right filler, 1/2 for one that is right in part, else 0."""
    judge = _JUDGES.get(slot, _compare_words)
    best = max(judge(k, r) for k in key.options for r in response.options)
    if slot == "perp_confidence" and best and not _share_referent(key, response):
        return 0.5
    return best


def _share_referent(key: Filler, response: Filler) -> bool:
    if not key.referents or not response.referents:
        return True
    return any(_compare_words(k, r) > 0 for k in key.referents for r in response.referents)


# ---------------------------------------------------------------------------------- the judges


def _compare_words(key: str, response: str) -> float:
    left, right = content_words(key), content_words(response)
    if not left or not right:
        return 0.0
    if key == response or (left[-1:] == right[-1:] and (set(left) >= set(right))):
        return 1.0
    if set(right) >= set(left):  # full credit is given for more of the phrase than the key has
        return 1.0
    return 0.5 if set(left) & set(right) else 0.0


def _compare_names(key: str, response: str) -> float:
    """As for words, but a part of a name is right in part alone."""
    left, right = set(content_words(key)), set(content_words(response))
    if left and left <= right:
        return 1.0
    return 0.5 if left & right else 0.0


def content_words(phrase: str) -> list[str]:
    """The words of a filler but articles and the like."""
    return [w for w in re.findall(r"[^\W_]+", phrase.upper()) if w.lower() not in _SMALL]


def _compare_dates(key: str, response: str) -> float:
    left, right = read_dates(key), read_dates(response)
    if left is None or right is None:
        return 0.0
    if left == right:
        return 1.0
    return 0.5 if left[0] <= right[0] and right[1] <= left[1] else 0.0


def read_dates(printed: str) -> tuple[date, date] | None:
    """The first and the last day of a date as the key prints it; "- 12 NOV 89" is open before."""
    found = re.findall(r"(\d{1,2}) ([A-Z]{3}) (\d{2})", printed)
    days = []
    for day, month, year in found:
        if month not in MONTHS:
            return None
        try:
            days.append(date(_CENTURY + int(year), MONTHS.index(month) + 1, int(day)))
        except ValueError:
            return None
    if not days:
        return None
    first = date.min if printed.strip().startswith("-") else days[0]
    return first, days[-1]


def _compare_places(key: str, response: str) -> float:
    left, right = _levels(key), _levels(response)
    if left == right or (left[0] == right[0] and left[-1] == right[-1]):
        return 1.0
    return 0.5 if left[0] == right[0] or set(left) & set(right) else 0.0


def _levels(printed: str) -> list[str]:
    """The names of a place, widest first, without their kinds."""
    return [re.sub(r"\(.*?\)|\s+", " ", part).strip() for part in printed.split(":")]


def _compare_types(key: str, response: str) -> float:
    if key == response:
        return 1.0
    return 0.5 if "ATTACK" in (key, response) else 0.0


def _compare_confidence(key: str, response: str) -> float:
    if key == response:
        return 1.0
    return 0.5 if key.startswith(response) or response.startswith(key) else 0.0


_JUDGES: Mapping[str, Callable[[str, str], float]] = {
    "date": _compare_dates,
    "location": _compare_places,
    "type": _compare_types,
    "perp_confidence": _compare_confidence,
    "perp_organization": _compare_names,
    "victim_name": _compare_names,
}


# --------------------------------------------------------------------------------- by entities

Roles = Mapping[str, Sequence[frozenset[str]]]
"""For each role its entities, each as its mentions in small letters."""


@dataclass(slots=True)
class EntityTally:
    """Entities found, there and right, by role (CEAF-REE)."""

    right: Counter[str] = field(default_factory=Counter)
    key: Counter[str] = field(default_factory=Counter)
    response: Counter[str] = field(default_factory=Counter)

    def add(self, key: Roles, response: Roles) -> None:
        """Count one message: each entity of ours fits at most one of the key."""
        for role in sorted({*key, *response}):
            wanted, given = key.get(role, ()), response.get(role, ())
            self.key[role] += len(wanted)
            self.response[role] += len(given)
            if wanted and given:
                fits = [[float(bool(r) and r <= k) for r in given] for k in wanted]
                self.right[role] += len(best_pairs(fits))

    def figures(self, roles: Iterable[str]) -> dict[str, float]:
        """F1 over some roles together, and of each."""
        roles = tuple(roles)
        right, key, given = (
            sum(n[r] for r in roles) for n in (self.right, self.key, self.response)
        )
        figures = {"ceaf_ree_f1": _f1(_share(right, given), _share(right, key))}
        for role in roles:
            of = (_share(self.right[role], n[role]) for n in (self.response, self.key))
            figures[f"ceaf_{role.lower()}_f1"] = _f1(*of)
        return figures


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _f1(precision: float, recall: float) -> float:
    both = precision + recall
    return 2 * precision * recall / both if both else 0.0
