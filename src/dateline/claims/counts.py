"""How many were killed, held, took part: numbers by the parse, for the claims that tell of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dateline.claims.found import Found
from dateline.claims.lexicon import load_lexicon
from dateline.claims.numbers import Number, count_table, read_number
from dateline.claims.reading import Reading
from dateline.records import Count, Grammar, Quote, Token, When

_STEPS = 12
"""Words up from a number to what it counts: more are an endless list."""
_HARMING = frozenset({"ASSAULT", "COERCE", "PROTEST"})
_TOLL = frozenset({"toll", "number", "count", "tally"})
_ARGUMENTS = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "oprd", "dative", "dep", "ccomp"})
_PASSING = frozenset({"conj", "appos", "pobj", "prep", "nummod", "npadvmod"})
_HAVING = frozenset({"have", "leave", "report", "be", "see", "make", "cause", "claim"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A count, and the word that says what it is of."""

    count: Count
    word: Token


@lru_cache(maxsize=1)
def _words() -> dict[tuple[str, str], str]:
    """Lemma and part ("undergo", "do", "noun", "state") to what is counted."""
    return {
        (lemma, part): row["of"]
        for row in count_table()["count"]
        for part in ("undergo", "do", "noun", "state")
        for lemma in row[part]
    }


def find_counts(reading: Reading) -> list[Counted]:
    """The counts of a report, in text order."""
    tokens = reading.grammar.tokens
    found: list[Counted] = []
    at = 0
    while at < len(tokens):
        number = read_number(tokens, at)
        if number is None:
            at += 1
            continue
        counted = _counted(reading, number, at)
        if counted is not None and not _is_corrected(tokens, number):
            found.append(counted)
        at = number.last + 1
    return found


def _is_corrected(tokens: Sequence[Token], number: Number) -> bool:
    """Whether a number is what it was not: "ten soldiers and not 15"."""
    before = tokens[number.first - 1] if number.first else None
    is_bare = tokens[number.first].pos == "NUM"
    return is_bare and before is not None and before.text.casefold() == "not"


def with_counts(reading: Reading, found: Sequence[Found]) -> list[Found]:
    """The claims with their counts: of their own word, or of what hangs on it."""
    by_claim: dict[int, list[Count]] = {}
    at = {item.trigger.index: i for i, item in enumerate(found)}
    in_sentence: dict[int, list[int]] = {}
    for i, item in enumerate(found):
        in_sentence.setdefault(item.trigger.sentence, []).append(i)
    for counted in find_counts(reading):
        near = in_sentence.get(counted.word.sentence, [])
        for i in _claims_of(reading.grammar, found, at, near, counted):
            by_claim.setdefault(i, []).append(counted.count)
    return [
        replace(item, claim=replace(item.claim, counts=tuple(by_claim.get(i, ()))))
        for i, item in enumerate(found)
    ]


def _claims_of(
    grammar: Grammar,
    found: Sequence[Found],
    at: dict[int, int],
    near: Sequence[int],
    counted: Counted,
) -> list[int]:
    """The claim that the word carries, and those of harm that govern it; else the nearest."""
    up = [counted.word]
    for above in grammar.ancestors(counted.word.index):
        up.append(above)
        if len(up) > _STEPS or _is_of_another(grammar, up[-2], above):
            break
    subjects = grammar.children(counted.word.index, "nsubj")
    carriers = [at[t.index] for t in [*up, *subjects] if t.index in at]
    own = [i for i in carriers if found[i].trigger.index == counted.word.index]
    harming = [i for i in carriers if found[i].claim.type in _HARMING]
    # What somebody says of a count is not what the count is of.
    chosen = [*own, *harming] or [i for i in carriers[:1] if found[i].claim.type != "STATE"]
    if not chosen:
        place = counted.word.index
        harm = [i for i in near if found[i].claim.type in _HARMING]
        chosen = sorted(harm, key=lambda i: abs(found[i].trigger.index - place))[:1]
    return sorted(set(chosen))


def _is_of_another(grammar: Grammar, clause: Token, noun: Token) -> bool:
    """Whether a clause tells of an event that is only spoken of beside: "after a raid that …"."""
    is_beside = noun.dep == "pobj" and grammar.tokens[noun.head].text.casefold() != "of"
    named = noun.lemma.casefold() in load_lexicon().nouns_by_head
    return clause.dep == "relcl" and is_beside and named


def _counted(reading: Reading, number: Number, at: int) -> Counted | None:
    """What a number counts, if it counts people whom something befell or who did something."""
    grammar = reading.grammar
    head = _head(grammar, grammar.tokens[at])
    if not _is_of_people(reading, head, number):
        return None
    said = _said_of(grammar, head) or _toll(grammar, head)
    if said is None:
        return None
    of, word = said
    words = grammar.words(number.first, number.last)
    count = Count(
        of, number.least, number.most, words, _whom(reading, head, number),
        _as_of(reading, word), number.about,
    )  # fmt: skip
    return Counted(count, word)


def _head(grammar: Grammar, token: Token) -> Token:
    """The noun that a number stands before; the number itself where it stands alone."""
    steps = 0
    while steps < _STEPS and token.dep in ("nummod", "quantmod", "compound", "amod", "det", "pobj"):
        above = grammar.tokens[token.head]
        if token.dep == "pobj":  # "at least" and "some" may hang so
            if above.text.casefold() != "of" or not _is_amount(grammar.tokens[above.head]):
                break
            above = grammar.tokens[above.head]
        token, steps = above, steps + 1
    return token


def _is_amount(token: Token) -> bool:
    return read_number((token,), 0) is not None


def _is_of_people(reading: Reading, head: Token, number: Number) -> bool:
    if head.index in reading.unnamed.times:
        return False
    if (head.lemma.casefold(), "noun") in _words():
        return True
    if number.first <= head.index <= number.last:
        year = head.text.isdigit() and 1900 <= number.least <= 2100
        of = _of(reading.grammar, head)
        return not year and (of is None or _is_person(reading, of))
    return _is_person(reading, head)


def _is_person(reading: Reading, token: Token) -> bool:
    if reading.people.at_head(token) or token.pos == "PRON":
        return True
    return reading.unnamed.kind_of(token) in ("person", "group") or token.tag == "NNPS"


def _of(grammar: Grammar, token: Token) -> Token | None:
    for prep in grammar.children(token.index, "prep"):
        if prep.text.casefold() == "of":
            return next(iter(grammar.children(prep.index, "pobj")), None)
    return None


def _said_of(grammar: Grammar, head: Token) -> tuple[str, Token] | None:
    """What is said of a noun: by its clause, by a participle or adjective after it, by itself."""
    own = _words().get((head.lemma.casefold(), "noun"))
    if own:
        return own, head
    for child in grammar.children(head.index, "acl", "relcl", "amod", "acomp", "appos"):
        said = _by_verb(grammar, child, "acl") or _by_state(child)
        if said and (child.index > head.index or child.dep == "amod"):
            return said
    token = head
    for _ in range(_STEPS):
        above = grammar.tokens[token.head]
        if above == token:
            return None
        if token.dep in _ARGUMENTS or token.dep == "pobj":
            said = _by_governor(grammar, token, above)
            if said:
                return said
            if token.dep in _ARGUMENTS:
                return None
        elif token.dep not in _PASSING and token.text.casefold() != "including":
            return None
        token = above
    return None


def _by_governor(grammar: Grammar, token: Token, above: Token) -> tuple[str, Token] | None:
    """What the word over a noun says of it."""
    if above.dep in ("aux", "auxpass"):
        above = grammar.tokens[above.head]
    lemma = above.lemma.casefold()
    if token.dep == "pobj":
        noun = grammar.tokens[above.head]
        of = _words().get((noun.lemma.casefold(), "noun"))
        return (of, noun) if of and above.text.casefold() == "of" else None
    said = _by_verb(grammar, above, token.dep)
    if said:
        return said
    if token.dep.startswith("nsubj") and _by_state(above):
        return _by_state(above)
    if lemma in _HAVING or token.dep in ("dobj", "nsubjpass"):  # "left 12 dead", "were shot dead"
        beside = grammar.children(above.index, "acomp", "oprd", "attr", "ccomp", "advmod")
        for child in beside:
            found = _by_state(child) or _by_verb(grammar, child, "acl")
            if found and child != token:
                return found
    return None


def _by_verb(grammar: Grammar, verb: Token, dep: str) -> tuple[str, Token] | None:
    """What a verb says of its subject, its object, or the noun that its participle follows."""
    if verb.pos not in ("VERB", "AUX", "ADJ"):
        return None
    lemma = verb.lemma.casefold()
    undergo, do = (_words().get((lemma, part)) for part in ("undergo", "do"))
    passive = bool(grammar.children(verb.index, "auxpass", "nsubjpass")) or verb.tag == "VBN"
    if undergo and dep in ("dobj", "nsubjpass", "oprd", "dep", "dative"):
        return undergo, verb
    if undergo and dep in ("acl", "nsubj") and passive:
        has_own = grammar.children(verb.index, "dobj") or any(
            aux.lemma == "have" for aux in grammar.children(verb.index, "aux")
        )
        return None if has_own else (undergo, verb)
    if do and dep in ("nsubj", "acl") and (dep == "nsubj" or verb.tag == "VBG"):
        return do, verb
    return None


def _by_state(token: Token) -> tuple[str, Token] | None:
    of = _words().get((token.text.casefold(), "state"))
    return (of, token) if of else None


def _toll(grammar: Grammar, head: Token) -> tuple[str, Token] | None:
    """ "The death toll rose to 15", "a toll of 15 dead", "the number of wounded is 30"."""
    token = head
    for _ in range(4):
        if token.dep not in ("pobj", "prep", "attr", "dobj", "npadvmod", "advmod"):
            break
        token = grammar.tokens[token.head]
        tolls = [token, *grammar.children(token.index, "nsubj", "nsubjpass")]
        for toll in (t for t in tolls if t.lemma.casefold() in _TOLL):
            of = _of(grammar, toll)
            near = [
                *grammar.children(toll.index, "compound", "amod", "nmod"),
                *([of] if of else []),
            ]
            for word in near:
                for part in ("noun", "state"):
                    if name := _words().get((word.lemma.casefold(), part)):
                        return name, token
    return None


def _whom(reading: Reading, head: Token, number: Number) -> Quote | None:
    """The words for the counted, after the number."""
    grammar = reading.grammar
    if (head.lemma.casefold(), "noun") in _words():
        of = _of(grammar, head)
        return reading.unnamed.phrase(of) if of is not None and _is_person(reading, of) else None
    last = reading.unnamed.phrase(head).end
    rest = [t for t in grammar.tokens[number.last + 1 : number.last + 30] if t.end <= last]
    while rest and (rest[0].pos in ("ADP", "PUNCT", "DET") or rest[0].dep == "det"):
        rest.pop(0)
    return grammar.words(rest[0].index, rest[-1].index) if rest else None


def _as_of(reading: Reading, word: Token) -> When | None:
    """ "As of Monday": the time up to which a count in this sentence is told."""
    sentence = reading.annotations.sentences[word.sentence]
    for time in _times_in(reading, sentence.start, sentence.end):
        if reading.report.text[sentence.start : time.words.start].casefold().endswith("as of "):
            return time
    return None


def _times_in(reading: Reading, start: int, end: int) -> Iterator[When]:
    for time in reading.annotations.times:
        if time.when is not None and start <= time.words.start < end:
            yield time.when
