"""Questions about a parse, on one that is written by hand."""

from __future__ import annotations

import pytest

from dateline.records import Chain, Grammar, Mention, Quote, Token, chain_id, chains_at, cut

# word, lemma, part of speech, relation, head
PARSE = [
    ("The", "the", "DET", "det", 3),
    ("old", "old", "ADJ", "amod", 3),
    ("Harbour", "Harbour", "PROPN", "compound", 3),
    ("League", "League", "PROPN", "nsubj", 10),
    ("(", "(", "PUNCT", "punct", 3),
    ("HL", "HL", "PROPN", "bracket", 3),
    (")", ")", "PUNCT", "punct", 3),
    ("of", "of", "ADP", "prep", 3),
    ("Porto", "Porto", "PROPN", "pobj", 7),
    ("quickly", "quickly", "ADV", "advmod", 10),
    ("met", "meet", "VERB", "ROOT", 10),
    ("Karsh", "Karsh", "PROPN", "dobj", 10),
    (",", ",", "PUNCT", "punct", 11),
    ("Nur", "Nur", "PROPN", "conj", 11),
    ("and", "and", "CCONJ", "cc", 13),
    ("Sol", "Sol", "PROPN", "conj", 13),
    (".", ".", "PUNCT", "punct", 10),
]
TEXT = "The old Harbour League (HL) of Porto quickly met Karsh, Nur and Sol."
LEAGUE, MET, KARSH, NUR, SOL = 3, 10, 11, 13, 15


def hand_parsed() -> Grammar:
    tokens, at = [], 0
    for index, (word, lemma, pos, dep, head) in enumerate(PARSE):
        at = TEXT.index(word, at)
        tokens.append(Token(index, at, at + len(word), word, lemma, pos, pos, dep, head, 0))
        at += len(word)
    return Grammar(TEXT, tokens)


GRAMMAR = hand_parsed()


def words(tokens: list[Token]) -> list[str]:
    return [t.text for t in tokens]


def quote(exact: str) -> Quote:
    start = TEXT.index(exact)
    return Quote(start, start + len(exact), exact)


def test_children_come_in_text_order_and_may_be_asked_by_relation() -> None:
    assert words(GRAMMAR.children(MET)) == ["League", "quickly", "Karsh", "."]
    assert words(GRAMMAR.children(MET, "nsubj", "dobj")) == ["League", "Karsh"]
    assert GRAMMAR.children(SOL) == []


def test_a_root_is_no_child_of_itself() -> None:
    assert MET not in [t.index for t in GRAMMAR.children(MET)]
    assert GRAMMAR.subtree(MET) == list(range(len(PARSE)))


def test_a_subtree_is_a_word_with_all_below_it_in_text_order() -> None:
    assert GRAMMAR.subtree(LEAGUE) == [0, 1, 2, 3, 4, 5, 6, 7, 8]
    assert GRAMMAR.subtree(SOL) == [SOL]


def test_ancestors_come_nearest_first() -> None:
    assert words(list(GRAMMAR.ancestors(SOL))) == ["Nur", "Karsh", "met"]
    assert list(GRAMMAR.ancestors(MET)) == []


def test_conjuncts_are_the_word_and_all_coordinated_after_it() -> None:
    assert words(GRAMMAR.conjuncts(KARSH)) == ["Karsh", "Nur", "Sol"]
    assert words(GRAMMAR.conjuncts(NUR)) == ["Nur", "Sol"]
    assert words(GRAMMAR.conjuncts(LEAGUE)) == ["League"]


@pytest.mark.parametrize(
    ("head", "exact"),
    [
        (LEAGUE, "The old Harbour League (HL) of Porto"),  # through brackets to its "of"
        (KARSH, "Karsh"),  # without what is coordinated
        (SOL, "Sol"),
    ],
)
def test_a_phrase_is_the_noun_without_clauses_and_conjuncts(head: int, exact: str) -> None:
    assert GRAMMAR.phrase(head) == quote(exact)


@pytest.mark.parametrize(
    ("exact", "head"),
    [
        ("The old Harbour League", "League"),
        ("Harbour League (HL) of Porto", "League"),
        ("Karsh, Nur and Sol", "Karsh"),
        ("Porto", "Porto"),
        ("Harbour Lea", None),  # ends inside a word
    ],
)
def test_the_head_of_a_quote_governs_its_other_words(exact: str, head: str | None) -> None:
    found = GRAMMAR.head_of(quote(exact))

    assert (found.text if found else None) == head


def test_the_tokens_within_a_quote() -> None:
    assert words(list(GRAMMAR.within(quote("met Karsh, Nur")))) == ["met", "Karsh", ",", "Nur"]
    assert list(GRAMMAR.within(Quote(len(TEXT), len(TEXT) + 1, "x"))) == []


def test_words_from_one_token_to_another_include_the_last() -> None:
    assert GRAMMAR.words(MET, KARSH) == cut(TEXT, TEXT.index("met"), TEXT.index(","))


def test_a_parse_of_nothing_has_no_words() -> None:
    assert list(Grammar("", []).within(Quote(0, 1, "x"))) == []


def test_a_cycle_free_chain_of_heads_as_deep_as_a_long_sentence_is_walked() -> None:
    deep = 50_000
    tokens = [
        Token(i, i, i + 1, "x", "x", "NOUN", "NN", "dep", max(0, i - 1), 0) for i in range(deep)
    ]
    grammar = Grammar("x" * deep, tokens)

    assert len(grammar.subtree(0)) == deep
    assert sum(1 for _ in grammar.ancestors(deep - 1)) == deep - 1


def chain(name: str, *exacts: str) -> Chain:
    mentions = tuple(Mention("r_1", quote(e), "name") for e in exacts)
    return Chain(
        chain_id("r_1", mentions[0].words, name),
        "r_1",
        "Organization",
        name,
        (name,),
        mentions,
    )


def test_chains_are_found_at_the_heads_of_their_mentions_in_their_order() -> None:
    league = chain("Harbour League", "old Harbour League", "HL")
    town = chain("League of Porto", "Harbour League")

    assert chains_at(GRAMMAR, [league, town]) == {LEAGUE: (league, town), 5: (league,)}


def test_children_of_a_long_list_are_those_of_a_short_one() -> None:
    tokens = [Token(0, 0, 1, "a", "a", "NOUN", "NN", "ROOT", 0, 0)]
    for i in range(1, 200):
        dep = "conj" if i % 100 else "dobj"
        tokens.append(Token(i, i, i + 1, "a", "a", "NOUN", "NN", dep, 0, 0))
    grammar = Grammar("a" * 200, tokens)

    assert [t.index for t in grammar.children(0, "dobj")] == [100]
    assert len(grammar.children(0, "conj")) == 198
    grammar.children(0, "dobj").clear()  # the caller's own list
    assert [t.index for t in grammar.children(0, "dobj")] == [100]
