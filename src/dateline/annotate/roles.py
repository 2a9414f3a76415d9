"""Posts that a report gives to persons, with their times: titles, appositions, predicates."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.chains import Draft, Post
from dateline.annotate.knowledge import Knowledge
from dateline.records import ENDED, Grammar, Quote, Token, bearers, bodies, cut, is_over

_NOT_YET = ("designate", "elect")
_PRESENT = ("VBZ", "VBP", "VB")
_BEGIN, _END = ("since", "from"), ("until", "till", "to")
_QUOTES = ('"', "“", "”")
_NOMINAL = ("attr", "appos", "pobj", "oprd")
_HOLDING = ("be", "serve", "work", "act", "remain", "become")


def find_roles(grammar: Grammar, at: dict[int, Draft], knowledge: Knowledge) -> None:
    """Add to the drafts of persons the posts that the words give them.

    Args:
        at: The draft that each head token of a mention belongs to.
    """
    nouns = knowledge.role_nouns | knowledge.kin_nouns
    drafts = {id(draft): draft for draft in at.values()}.values()
    names = {head for d in drafts for head, _, kind in d.mentions if kind == "name"}
    for token in grammar.tokens:
        if _noun(token) not in nouns or not _is_noun(grammar, token):
            continue
        described = [token.index] if token.index not in names else []
        heads = [*described, *(t.index for t in _bearers(grammar, token))]
        holders = {id(at[i]): at[i] for i in heads if i in at and at[i].kind == "person"}
        where = {id(at[t.index]): at[t.index] for t, _ in bodies(grammar, token) if t.index in at}
        for holder in holders.values():
            within: list[Draft | None] = [b for b in where.values() if b is not holder]
            for body in within or [None]:
                _give(holder, _post(grammar, at, token, body))


def _is_noun(grammar: Grammar, token: Token) -> bool:
    """Whether a word is read as a noun, and not as a nickname: Viktor "Boss" Ivanov."""
    beside = grammar.tokens[max(0, token.index - 1)], grammar.tokens[token.index + 1 :][:1]
    if beside[0].text in _QUOTES and any(t.text in _QUOTES for t in beside[1]):
        return False
    return token.pos in ("NOUN", "PROPN") or (token.pos == "ADJ" and token.dep in _NOMINAL)


def _noun(token: Token) -> str:
    """The noun of a post, without "ex-" and "then-"."""
    prefix, _, rest = token.lemma.casefold().partition("-")
    return rest if rest and prefix in ENDED else token.lemma.casefold()


def _bearers(grammar: Grammar, token: Token) -> Iterator[Token]:
    """Of whom a post is said; the parser takes "ex" and "designate" for nouns of their own."""
    yield from bearers(grammar, token)
    near = [_prefix(grammar, token), _suffix(grammar, token)]
    for apart in (t for t in near if t is not None):
        yield from bearers(grammar, apart)


def _prefix(grammar: Grammar, token: Token) -> Token | None:
    """The "ex" of "ex-minister", where it is a token."""
    before = grammar.tokens[max(0, token.index - 2) : token.index]
    if len(before) == 2 and before[1].text == "-" and before[0].text.casefold() in ENDED:
        return before[0]
    return None


def _suffix(grammar: Grammar, token: Token) -> Token | None:
    """The "designate" of "minister-designate", where it is a token."""
    after = grammar.tokens[token.index + 1 : token.index + 3]
    if len(after) == 2 and after[0].text == "-" and after[1].text.casefold() in _NOT_YET:
        return after[1]
    return None


def _give(holder: Draft, post: Post) -> None:
    """Add a post; one that was read in fewer words, or without its body, is made fuller."""
    for known in holder.roles:
        if known.body is post.body and _words(known) == _words(post):
            known.ended = known.ended or post.ended
            known.since, known.until = known.since or post.since, known.until or post.until
            return
        if known.title.overlaps(post.title):
            post.ended = post.ended or known.ended
            wider = known.title.start <= post.title.start and known.title.end >= post.title.end
            if wider and known.body in (None, post.body):
                known.body, known.ended = post.body, post.ended
                known.since, known.until = post.since, post.until
                return
    holder.roles = [
        known
        for known in holder.roles
        if not (known.title.overlaps(post.title) and known.body in (None, post.body))
    ]
    if post.body is not None or all(_words(known) != _words(post) for known in holder.roles):
        holder.roles.append(post)


def _words(post: Post) -> str:
    return post.title.exact.casefold()


def _post(grammar: Grammar, at: dict[int, Draft], token: Token, body: Draft | None) -> Post:
    verb = _verb(grammar, token)
    since, until = _times(grammar, token, verb)
    present = verb is not None and verb.tag in _PRESENT
    over = (until is not None and not present) or is_over(grammar, token)
    over = over or (verb is not None and verb.lemma == "serve" and verb.tag == "VBD")
    over = over or _prefix(grammar, token) is not None or _noun(token) != token.lemma.casefold()
    return Post(_title(grammar, at, token), body, over, since, until)


def _title(grammar: Grammar, at: dict[int, Draft], token: Token) -> Quote:
    """The words of a post without its body, its article and what says that it is over."""
    first, last = token.index, (_suffix(grammar, token) or token).index
    if _noun(token) != token.lemma.casefold():  # "Ex-President"
        return cut(grammar.text, token.start + token.text.index("-") + 1, token.end)
    front = grammar.children(token.index, "compound", "amod", "nmod")
    if last > first:
        front += [c for c in grammar.children(last, "compound", "amod") if c.index != first]
    for child in sorted(front, key=lambda t: -t.index):
        if child.index > token.index or child.index in at or child.index != first - 1:
            continue
        if child.text.casefold() in ENDED or not child.text[0].isalnum():
            break
        first = child.index
    return grammar.words(first, last)


def _verb(grammar: Grammar, token: Token) -> Token | None:
    """The verb by which a post is held: "was director", "served as director"."""
    head = grammar.tokens[token.head]
    if token.dep == "pobj" and head.text.casefold() == "as":
        head = grammar.tokens[head.head]
    elif token.dep not in ("attr", "oprd"):
        return None
    return head if head.lemma in _HOLDING else None


def _times(grammar: Grammar, token: Token, verb: Token | None) -> tuple[Quote | None, Quote | None]:
    """The words of when a post began and of when it ended."""
    since = until = None
    for preposition in _prepositions(grammar, token, verb):
        word = preposition.text.casefold()
        years = [
            grammar.words(min(grammar.subtree(t.index)), t.index)
            if t.tag == "CD"
            else grammar.words(t.index, max(grammar.subtree(t.index)))
            for t in _years(grammar, preposition)
        ]
        if word == "between" and len(years) == 2:
            return years[0], years[1]
        if word in _BEGIN and years:
            since = since or years[0]
        elif word in _END and years:
            until = until or years[0]
    return (since, until) if since or until else _in_brackets(grammar, token)


def _prepositions(grammar: Grammar, token: Token, verb: Token | None) -> Iterator[Token]:
    """The prepositions that hang on a post, its verb or its body, and on one another.

    "Since" right after the words of a post is of the post, whatever the parser hangs it on.
    """
    todo = [t for i in (token, verb) if i for t in grammar.children(i.index, "prep")]
    after = max(grammar.subtree(token.index)) + 1
    if after < len(grammar.tokens) and grammar.tokens[after].text == "since":
        todo.append(grammar.tokens[after])
    while todo:
        found = todo.pop(0)
        yield found
        todo += grammar.children(found.index, "prep")


def _years(grammar: Grammar, preposition: Token) -> list[Token]:
    """The times that a preposition governs: a year, or words with one ("May 2019")."""
    found = [
        part
        for child in grammar.children(preposition.index, "pobj")
        for part in grammar.conjuncts(child.index)
    ]
    return [t for t in found if any(_is_year(grammar.tokens[i]) for i in _own(grammar, t))]


def _own(grammar: Grammar, token: Token) -> list[int]:
    return [token.index, *(t.index for t in grammar.children(token.index, "nummod", "npadvmod"))]


def _is_year(token: Token) -> bool:
    return token.text.isdecimal() and len(token.text) == 4 and token.text[0] in "12"


def _in_brackets(grammar: Grammar, token: Token) -> tuple[Quote | None, Quote | None]:
    """The years of "president (2010-2014)"."""
    after = grammar.tokens[token.index + 1 : token.index + 6]
    marks = [t.text for t in after]
    if len(after) == 5 and marks[0] == "(" and marks[2] in ("-", "–", "—") and marks[4] == ")":
        first, last = after[1], after[3]
        if _is_year(first) and _is_year(last):
            return grammar.words(first.index, first.index), grammar.words(last.index, last.index)
    return None, None
