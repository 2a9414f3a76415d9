"""Posts that a report gives to persons: titles, appositions, predicates."""

from __future__ import annotations

from dateline.annotate.chains import Draft
from dateline.annotate.knowledge import Knowledge
from dateline.records import ENDED, Grammar, Quote, Token, bearers, bodies, is_over


def find_roles(grammar: Grammar, at: dict[int, Draft], knowledge: Knowledge) -> None:
    """Add to the drafts of persons the posts that the words give them.

    Args:
        at: The draft that each head token of a mention belongs to.
    """
    nouns = knowledge.role_nouns | knowledge.kin_nouns
    for token in grammar.tokens:
        if token.lemma.casefold() not in nouns or token.pos not in ("NOUN", "PROPN"):
            continue
        heads = [token.index, *(t.index for t in bearers(grammar, token))]
        holders = {id(at[i]): at[i] for i in heads if i in at and at[i].kind == "person"}
        where = {id(at[t.index]): at[t.index] for t, _ in bodies(grammar, token) if t.index in at}
        for holder in holders.values():
            within: list[Draft | None] = [b for b in where.values() if b is not holder]
            for body in within or [None]:
                role = (_title(grammar, at, token), body, is_over(grammar, token))
                if all((r[0], r[1]) != role[:2] for r in holder.roles):
                    holder.roles.append(role)


def _title(grammar: Grammar, at: dict[int, Draft], token: Token) -> Quote:
    """The words of a post without its body, its article and what says that it is over."""
    first = token.index
    for child in reversed(grammar.children(token.index, "compound", "amod", "nmod")):
        if child.index > token.index or child.index in at or child.index != first - 1:
            continue
        if child.text.casefold() in ENDED:
            break
        first = child.index
    return grammar.words(first, token.index)
