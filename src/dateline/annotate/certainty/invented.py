"""What is not told of the world: plots of films and novels, dreams, mock attacks, games."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from dateline.annotate.certainty.scope import clause
from dateline.records import SUBJECTS, Grammar, Quote, Stance, Token

_PRESENT = ("VBZ", "VBP")
_INTO = ("in", "into", "to", "at")


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of what is made up, as `invented.toml` lists them."""

    works: frozenset[str]
    works_in_the_present: frozenset[str]
    recorded: frozenset[str]
    telling: frozenset[str]
    inventing: frozenset[str]
    playing: frozenset[str]
    staged: frozenset[str]
    matches: frozenset[str]
    match_verbs: frozenset[str]
    moves: frozenset[str]


@lru_cache(maxsize=1)
def _load_words() -> _Words:
    path = files("dateline.annotate") / "data" / "invented.toml"
    data = tomllib.loads(path.read_text("utf-8"))

    def words(name: str) -> frozenset[str]:
        rows = (row if isinstance(row, dict) else {"word": row} for row in data[name])
        return frozenset(row.get("lemma") or row["word"] for row in rows)

    return _Words(
        works=words("work"),
        works_in_the_present=words("work_in_the_present"),
        recorded=words("recorded"),
        telling=words("telling"),
        inventing=words("inventing"),
        playing=words("playing"),
        staged=words("staged"),
        matches=words("match"),
        match_verbs=words("match_verb"),
        moves=words("move"),
    )


def find_invented(grammar: Grammar) -> Iterator[Stance]:
    """The verbs and nouns of what is made up, staged or played, as only supposed."""
    words = _load_words()
    plot: tuple[int, Quote] | None = None
    for token in grammar.tokens:
        cue = grammar.words(token.index, token.index)
        for target in _invented(grammar, words, token):
            yield Stance(target, "+", None, cue, hypothetical=True)
        if _frames_a_plot(grammar, words, token):
            plot = token.sentence, cue
        if token.dep == "ROOT" and plot is not None and token.sentence > plot[0]:
            if not _goes_on(grammar, plot[1], token):
                plot = None
                continue
            for target in clause(grammar, token):
                yield Stance(target, "+", None, plot[1], hypothetical=True)


def _invented(grammar: Grammar, words: _Words, token: Token) -> Iterator[int]:
    """What one word says is made up."""
    lemma = token.lemma.casefold()
    if token.pos == "NOUN":
        for verb in _plots(grammar, words, token):
            yield from clause(grammar, verb)
    if lemma in words.playing:
        for part in _parts(grammar, token):
            for told in grammar.children(part.index, "relcl"):
                yield from clause(grammar, told)
    if lemma in words.inventing and token.pos == "VERB":
        for child in grammar.children(token.index, "ccomp", "xcomp"):
            if child.index > token.index:
                yield from clause(grammar, child)
        for preposition in grammar.children(token.index, "prep"):
            for child in grammar.children(preposition.index, "pcomp"):
                yield from clause(grammar, child)
    if token.dep == "amod" and token.text.casefold() in words.staged:
        yield token.head
    if token.pos == "VERB" and lemma in words.moves and _is_in_a_match(grammar, words, token):
        yield token.index


# --------------------------------------------------------------------------------------- plots


def _plots(grammar: Grammar, words: _Words, work: Token) -> Iterator[Token]:
    """The verbs whose clauses tell the plot of a work."""
    if not _is_work(grammar, words, work):
        return
    tells_plots_alone = work.lemma.casefold() in words.works
    head = grammar.tokens[work.head]
    if _is_setting(grammar, work):
        verb = grammar.tokens[head.head]
        if tells_plots_alone or _is_present(grammar, verb):
            yield verb
    is_told = work.dep == "nsubj" and head.lemma in words.telling
    if is_told and (tells_plots_alone or head.tag in _PRESENT):
        yield head
    for verb in grammar.children(work.index, "relcl"):
        if _says_where(grammar, verb) and (tells_plots_alone or _is_present(grammar, verb)):
            yield verb
    about = work if tells_plots_alone else None
    if tells_plots_alone and work.dep == "nsubj" and head.lemma == "be":
        about = head
    for preposition in grammar.children(about.index, "prep") if about else ():
        if preposition.text == "about":
            for hero in grammar.children(preposition.index, "pobj"):
                yield from grammar.children(hero.index, "relcl")


def _is_work(grammar: Grammar, words: _Words, noun: Token) -> bool:
    """Whether a noun names a work that tells a plot, and no recording of what happened."""
    lemma = noun.lemma.casefold()
    if lemma not in words.works and lemma not in words.works_in_the_present:
        return False
    near = grammar.children(noun.index, "amod", "acl", "compound")
    is_row = any(c.text == "of" for c in grammar.children(noun.index, "prep"))  # "a series of"
    return not is_row and not any(c.text.casefold() in words.recorded for c in near)


def _is_setting(grammar: Grammar, work: Token) -> bool:
    """Whether "in the novel" stands before the subject of its clause."""
    preposition = grammar.tokens[work.head]
    if work.dep != "pobj" or preposition.text.casefold() != "in" or preposition.dep != "prep":
        return False
    subjects = grammar.children(preposition.head, *SUBJECTS)
    return any(s.index > work.index for s in subjects)


def _says_where(grammar: Grammar, verb: Token) -> bool:
    """Whether a relative clause opens with "in which" or "where"."""
    if any(c.text.casefold() == "where" for c in grammar.children(verb.index, "advmod")):
        return True
    return any(
        c.text.casefold() == "in" and grammar.children(c.index, "pobj")
        for c in grammar.children(verb.index, "prep")
        if c.index < verb.index
        and any(p.tag in ("WDT", "WP") for p in grammar.children(c.index, "pobj"))
    )


def _is_present(grammar: Grammar, verb: Token) -> bool:
    """Whether a clause is in the present tense: "kills", "is killed", and not "has killed"."""
    finite = [c for c in grammar.children(verb.index, "aux", "auxpass") if c.tag in _PRESENT]
    if any(c.lemma == "have" for c in finite):
        return False
    return bool(finite) or verb.tag in _PRESENT


def _frames_a_plot(grammar: Grammar, words: _Words, token: Token) -> bool:
    """Whether a word sets the frame of a plot that the next sentences may go on with."""
    if token.pos != "NOUN" or not _is_work(grammar, words, token):
        return False
    verb = grammar.tokens[token.head]
    if _is_setting(grammar, token):
        return _is_present(grammar, grammar.tokens[verb.head])
    return token.dep == "nsubj" and verb.lemma in words.telling and verb.tag in _PRESENT


def _goes_on(grammar: Grammar, frame: Quote, root: Token) -> bool:
    """Whether a sentence goes on with a plot: in its paragraph, in the present tense."""
    same_paragraph = "\n" not in grammar.text[frame.end : root.start]
    return same_paragraph and root.lemma != "say" and _is_present(grammar, root)


def _parts(grammar: Grammar, verb: Token) -> Iterator[Token]:
    """The part that somebody plays: "plays a general", "stars as a general"."""
    yield from grammar.children(verb.index, "dobj") if verb.pos == "VERB" else ()
    for preposition in grammar.children(verb.index, "prep"):
        if preposition.text == "as":
            yield from grammar.children(preposition.index, "pobj")


# --------------------------------------------------------------------------------------- games


def _is_in_a_match(grammar: Grammar, words: _Words, move: Token) -> bool:
    """Whether a deed is done "in the semi-final", or beside a goal that is scored."""
    for word in (move, *grammar.children(move.index, "dobj")):  # the parser hangs it both ways
        for preposition in grammar.children(word.index, "prep"):
            things = grammar.children(preposition.index, "pobj")
            names_match = any(t.lemma.casefold() in words.matches for t in things)
            if names_match and preposition.text.casefold() in _INTO:
                return True
    beside = grammar.children(move.index, "advcl", "conj", "xcomp")
    if move.dep != "ROOT":
        beside.append(grammar.tokens[move.head])
    return any(verb.lemma in words.match_verbs for verb in beside)
