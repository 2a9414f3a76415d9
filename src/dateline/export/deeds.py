"""What somebody did in the report's own words: “joined the Transport Ministry”.

A mode is one word of ours; the words after the trigger say what was done, and say it better. They
are cut from the quote, never changed, and stand between quotation marks.
"""

from __future__ import annotations

import re

from dateline.export.wording import past_of
from dateline.records import Claim

_MOST_WORDS = 12
# A comma inside a number ends nothing; a full stop may be an abbreviation's.
_END = re.compile(r"[,;:](?=\s|$)|\s[-—–]\s|[“”\"\[\]\n]")
_LOOSE = frozenset(
    ["a", "about", "after", "an", "around", "as", "at", "before", "between", "by", "during",
     "early", "for", "from", "in", "its", "late", "of", "on", "since", "that", "the", "this",
     "to", "until"]
)  # fmt: skip
"""Words that are not left at the end when a time is cut off."""
_PRONOUNS = frozenset(
    ["each other", "he", "her", "him", "himself", "herself", "it", "its", "itself", "me",
     "one another", "that", "them", "themselves", "they", "this", "us", "who", "whom", "which",
     "you"]
)  # fmt: skip


def quote_deed(claim: Claim) -> str:
    """The words of the claim from its trigger to the end of the clause or to its time, quoted.

    After "shows him attending a rally" they are 'attended “a rally”'. Empty where they would not
    follow those who did it as a sentence, or say no more than names: it is denied or planned, the
    trigger is no verb that tells ("a meeting"), one who did it stands after it ("was searched by"),
    nothing follows but the names of those to whom it was done, or one of these is left out there or
    only a pronoun.
    """
    if claim.kind != "event" or claim.polarity == "-" or claim.certainty == "planned":
        return ""
    trigger = claim.trigger.exact.split()
    if not trigger or not claim.quote.holds(claim.trigger):
        return ""
    if any(one.words.end > claim.trigger.start for one in claim.who):
        return ""
    told = _words_after(claim)
    if not told:
        return ""
    if _is_told(claim):
        return f"“{_shorten([*trigger, *told])}”"
    past = past_of(claim.type, claim.mode)
    if len(trigger) == 1 and trigger[0].endswith("ing") and past[:4] == trigger[0].casefold()[:4]:
        return f"{past} “{_shorten(told)}”" if claim.who else ""
    return ""


def _is_told(claim: Claim) -> bool:
    """Whether the trigger is a verb in the past, or in the present right after its subject."""
    first = claim.trigger.exact.split()[0].casefold()
    ends = [one.words.end for one in claim.who]
    is_beside = max(ends, default=0) == claim.trigger.start - 1
    is_past = first.endswith("ed") or first == past_of(claim.type, claim.mode)
    return is_past or (is_beside and first.endswith("s"))


def _words_after(claim: Claim) -> list[str]:
    """The words after the trigger that belong to it; none if they say nothing by themselves."""
    after = claim.quote.exact[claim.trigger.end - claim.quote.start :]
    if re.match(r"\s+by\s", after):  # a passive
        return []
    end = _END.search(after)
    clause = _without_time(claim, after[: end.start()] if end else after).rstrip(" .!?…")
    words = clause.split()
    if all(word.casefold() in _LOOSE for word in words) or not _says_more(claim, clause):
        return []
    is_cut_speech = end and after[end.start() :].strip(" ,.") and claim.type == "STATE"
    return [*words, "…"] if is_cut_speech else words


def _says_more(claim: Claim, clause: str) -> bool:
    """Whether a clause names all to whom it was done, and says more."""
    ends = [one.words.end - claim.trigger.end for one in claim.whom]
    are_named = all(one.words.exact.casefold() not in _PRONOUNS for one in claim.whom)
    is_inside = all(one.words.start > claim.trigger.start for one in claim.whom)
    return are_named and is_inside and len(clause) > max(ends, default=0) + 1


def _without_time(claim: Claim, after: str) -> str:
    """The words before a time, which stands beside the mark already; all if it comes first."""
    start = claim.when.words.start - claim.trigger.end if claim.when else -1
    if claim.when is None or not 0 < start < len(after):
        return after
    words = after[:start].split()
    while words and words[-1].casefold() in _LOOSE:
        words.pop()
    if words:
        return " ".join(words)
    has_more = after[claim.when.words.end - claim.trigger.end :].strip(" .!?")
    return after if has_more else ""


def _shorten(words: list[str]) -> str:
    return " ".join(words[:_MOST_WORDS]) + (" …" if len(words) > _MOST_WORDS else "")
