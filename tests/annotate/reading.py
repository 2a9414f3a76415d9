"""What the real model reads in a short text of our own, in words that a test can compare.

Each text is read once in a run, however many tests ask for it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

import pytest

from dateline.annotate import annotate
from dateline.claims import find_claims
from dateline.read import read_bytes
from dateline.records import Annotations, Attribution, Chain, Claim, Grammar, Report, Stance, Token


@dataclass(frozen=True)
class Reading:
    """One report with what was found in it."""

    report: Report
    annotations: Annotations
    claims: tuple[Claim, ...]

    # ------------------------------------------------------------------------------- words

    @property
    def grammar(self) -> Grammar:
        return Grammar(self.report.text, self.annotations.tokens)

    def token(self, word: str, nth: int = 0) -> Token:
        """The nth token with this text."""
        return [t for t in self.annotations.tokens if t.text == word][nth]

    # ------------------------------------------------------------------------------ chains

    def names(self) -> list[str]:
        """The name of every chain, in order of first mention."""
        return [c.name for c in self.annotations.chains]

    def chain(self, name: str) -> Chain:
        """The one chain that has this among its names."""
        (found,) = [c for c in self.annotations.chains if name in c.names]
        return found

    def mentions(self, name: str) -> list[str]:
        """The words of every mention of an entity, in text order."""
        return [m.words.exact for m in self.chain(name).mentions]

    def roles(self, name: str) -> set[str]:
        """An entity's posts as "chief of the Harbour League", "former minister"."""
        shown = set()
        for role in self.chain(name).roles:
            body = self._name(role.organization) if role.organization else ""
            words = f"{role.title.exact} of {body}" if body else role.title.exact
            shown.add(f"former {words}" if role.ended else words)
        return shown

    def _name(self, chain: str) -> str:
        return next(c.name for c in self.annotations.chains if c.id == chain)

    # ------------------------------------------------------------------------------ claims

    def told(self, kind: str = "event") -> list[str]:
        """Every claim of a kind as "CONSULT Anna Keller & Tomas Brandt"; "not" if denied."""
        return [self.shown(c) for c in self.claims if c.kind == kind]

    def shown(self, claim: Claim) -> str:
        """A claim as "ASSAULT A & B > C": its type, who and whom."""
        who = " & ".join(self._name(p.chain) for p in claim.who)
        whom = " & ".join(self._name(p.chain) for p in claim.whom)
        words = f"{claim.type} {who}" if who else claim.type
        words = f"{words} > {whom}" if whom else words
        return f"not {words}" if claim.polarity == "-" else words

    def claim(self, type_: str, trigger: str = "") -> Claim:
        """The one claim of a type, with this trigger if one is given."""
        (found,) = [c for c in self.claims if c.type == type_ and trigger in (c.trigger.exact, "")]
        return found

    # ------------------------------------------------------------------------- attribution

    def credits(self) -> list[str]:
        """Every attribution as "person Anna Keller ← outlet AFP: told", origin first."""
        return [self.credited(a) for a in self.annotations.attributions]

    def credited(self, found: Attribution | Claim) -> str:
        """The source chain of an attribution or claim, and the way of knowing."""
        links = " < ".join(f"{s.kind} {s.name}" if s.name else s.kind for s in found.sources)
        return f"{links}: {found.known_by}, {found.certainty}"

    def stance(self, word: str, nth: int = 0) -> Stance | None:
        """The stance on the nth token with this text."""
        index = self.token(word, nth).index
        return next((s for s in self.annotations.stances if s.token == index), None)


@cache
def read(text: str, published: str | None = "2024-03-15") -> Reading:
    """What is found in a text published on a Friday in March 2024 unless told otherwise."""
    report = replace(read_bytes(text.encode()), published=published)
    annotations = annotate(report)
    return Reading(report, annotations, find_claims(report, annotations))


def not_yet(why: str) -> pytest.MarkDecorator:
    """Marks a case that is right and that the rules do not read so far."""
    return pytest.mark.xfail(reason=why, raises=(AssertionError, ValueError, IndexError))
