"""The "I" and the "we" of a quotation are those of whoever it is credited to."""

from __future__ import annotations

from tests.annotate.reading import read


def doers(text: str, trigger: str) -> list[str]:
    """The names of those who do what a word tells."""
    found = read(text)
    names = {chain.id: chain.name for chain in found.annotations.chains}
    return [
        names[p.chain]
        for claim in found.claims
        if claim.trigger.exact == trigger
        for p in claim.who
    ]


def test_i_is_the_person_who_is_quoted() -> None:
    text = 'Lena Brandt arrived in Oslo. "I met Erik Holm on Monday," she said.'

    assert doers(text, "met") == ["Lena Brandt", "Erik Holm"]


def test_we_is_the_body_that_is_quoted() -> None:
    text = '"We attacked the Norland army on Monday," the Harbour Ministry said.'

    assert doers(text, "attacked") == ["Harbour Ministry"]


def test_a_persons_we_is_nobodys() -> None:
    text = '"We attacked the Norland army on Monday," Lena Brandt said.'

    assert "Lena Brandt" not in doers(text, "attacked")


def test_i_outside_a_quotation_is_nobodys() -> None:
    assert doers("I met Erik Holm on Monday. Lena Brandt left the room.", "met") == ["Erik Holm"]


def test_i_in_a_quotation_inside_another_is_the_inner_speakers() -> None:
    text = "\"Erik Holm told me, 'I met Anna Berg on Monday',\" Lena Brandt said."

    assert "Lena Brandt" not in doers(text, "met")
