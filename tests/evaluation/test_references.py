"""Pronouns and chains measured on a small report of our own in GUM's form."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from dateline.annotate.language import parse
from dateline.records import Grammar
from evaluation.benchmark import DataMissing
from evaluation.references import (
    UNTOUCHED,
    heads_of,
    pronoun_figures,
    pronouns_of,
    run,
    tally_pronouns,
)
from evaluation.references_corpora import GoldDocument, read_document
from evaluation.references_rules import answer_by_salience, string_chains

ROWS = """\
# newdoc id = GUM_news_boats
# newpar
# newpar_block = p (2 s)
1|Anna|PROPN|4|nsubj|Entity=(1-person-new-nnnnn-cf1-1,2-coref-Anna_Keller
2|Keller|PROPN|1|flat|Entity=1)
3|has|AUX|4|aux|_
4|left|VERB|0|root|_
5|the|DET|7|det|Entity=(2-organization-new-nnnnn-cf2-3-coref
6|Harbour|PROPN|7|compound|_
7|League|PROPN|4|obj|Entity=2)|SpaceAfter=No
8|.|PUNCT|4|punct|_

1|She|PRON|2|nsubj|Entity=(1-person-giv:act-nnnnn-cf1-1-ana-Anna_Keller)
2-3|didn't|_|_|_|_
2|did|AUX|4|aux|_
3|n't|PART|4|advmod|_
4|praise|VERB|0|root|_
5|its|PRON|6|nmod:poss|Entity=(3-object-new-nnnnn-cf3-2-sgl(2-organization-giv:act-nnnnn-cf2-1-ana)
6|boats|NOUN|4|obj|Entity=3)|SpaceAfter=No
7|.|PUNCT|4|punct|_
"""


def as_conllu(rows: str) -> str:
    """Ten columns from number, form, part of speech, head, relation and MISC."""
    lines = []
    for line in rows.splitlines():
        if not line or line.startswith("#"):
            lines.append(line)
            continue
        number, form, pos, head, relation, misc = line.split("|", 5)
        lines.append("\t".join([number, form, "_", pos, "_", "_", head, relation, "_", misc]))
    return "\n".join(lines) + "\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "dep").mkdir()
    for name in ("GUM_news_boats", "GUM_news_more"):
        (tmp_path / "dep" / f"{name}.conllu").write_text(as_conllu(ROWS), encoding="utf-8")
    return tmp_path


@pytest.fixture
def document(corpus: Path) -> GoldDocument:
    return read_document(corpus / "dep" / "GUM_news_boats.conllu")


def test_the_text_is_as_printed_and_mentions_are_cut_from_it(document: GoldDocument) -> None:
    assert document.text == (
        "Anna Keller has left the Harbour League. She didn't praise its boats."
    )
    told = [(document.text[m.start : m.end], m.chain, m.kind) for m in document.mentions]
    assert told == [
        ("Anna Keller", "1", "name"),
        ("the Harbour League", "2", "name"),
        ("She", "1", "pronoun"),
        ("its boats", "3", "nominal"),
        ("its", "2", "pronoun"),
    ]


def test_a_name_is_found_by_any_of_its_flat_words(document: GoldDocument) -> None:
    text, (keller, league, *_) = document.text, document.mentions

    assert keller.is_led_to(text.index("Anna"))
    assert keller.is_led_to(text.index("Keller"))
    assert league.is_led_to(text.index("League"))
    assert not league.is_led_to(text.index("Harbour"))


def test_a_pronoun_is_right_only_if_it_leads_to_a_word_of_its_entity(
    document: GoldDocument,
) -> None:
    text = document.text
    she, its = (m.start for m in pronouns_of(document))
    answers = {she: text.index("Keller"), its: text.index("boats")}

    tally = tally_pronouns(document, answers)

    assert tally == Counter({"he": 1, "he right": 1, "it": 1, "it right": 0})
    assert pronoun_figures(tally) == {
        "antecedent_accuracy": 0.5,
        "he_she_accuracy": 1.0,
        "it_accuracy": 0.0,
    }


def test_a_pronoun_that_is_led_to_another_pronoun_alone_is_wrong(document: GoldDocument) -> None:
    she, _ = (m.start for m in pronouns_of(document))

    assert tally_pronouns(document, {she: she})["he right"] == 0


def test_the_salience_rule_takes_the_subject_that_agrees(document: GoldDocument) -> None:
    grammar = Grammar(document.text, parse(document.text).tokens)
    heads = heads_of(document, grammar)

    answers = answer_by_salience(grammar, heads)

    told = {document.text[start:].split()[0]: document.text[to:] for start, to in answers.items()}
    assert told["She"].startswith("Keller")
    assert told["its"].startswith("League")


def test_the_same_string_rule_joins_equal_words(document: GoldDocument) -> None:
    grammar = Grammar(document.text, parse(document.text).tokens)
    heads = heads_of(document, grammar)

    assert sorted(map(len, string_chains(document, heads))) == [1, 1, 1, 1, 1]


def test_a_run_gives_the_halves_apart_and_the_rules_beside_the_product(corpus: Path) -> None:
    result = run(corpus)

    assert result.documents == 2
    assert result.figures["antecedent_accuracy"] == 1.0
    assert result.figures["conll_f1"] == pytest.approx(1.0)
    assert UNTOUCHED in result.parts
    assert set(result.peers["salience rule, gold mentions"]) == {
        "antecedent_accuracy",
        "he_she_accuracy",
        "it_accuracy",
    }
    assert "conll_f1" in result.peers["same string, gold mentions"]


def test_a_folder_without_documents_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(DataMissing, match="references"):
        run(tmp_path)
