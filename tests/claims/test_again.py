"""One doing that a report tells of more than once."""

from __future__ import annotations

import pytest

from tests.annotate.reading import read


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        # a person dies once, whoever speaks of it
        (
            "Omar Karsh was assassinated in November 2019.\n\nSami Nur wept. Lena Moor said that "
            "Anna Keller killed Omar Karsh.",
            "killed",
        ),
        # the same two, the same deed
        (
            "Portugal and Peru signed an agreement on January 2, 2024.\n\nSami Nur wept.\n\n"
            "Critics hailed the agreement, which Portugal and Peru signed.",
            "signed",
        ),
        # a deed, and the noun of it with its doer
        (
            "Anna Keller requested a trial in January 2024.\n\nSami Nur wept.\n\nJudges refused "
            "Keller's request.",
            "request",
        ),
    ],
)
def test_what_is_told_again_has_the_date_that_it_has_elsewhere(text: str, trigger: str) -> None:
    dates = {c.when.edtf if c.when else None for c in read(text).claims
             if c.trigger.exact.startswith(trigger)}  # fmt: skip

    assert len(dates) == 1
    assert None not in dates


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        # two deaths of two people
        ("Omar Karsh was killed in 2019.\n\nSami Nur was killed by Lena Moor.", "killed"),
        # the same two on two days, and once more
        (
            "Anna Keller met Omar Karsh in 2019. Anna Keller met Omar Karsh in 2021.\n\n"
            "Anna Keller meets Omar Karsh.",
            "meets",
        ),
        # people say many things
        ("Anna Keller spoke in 2019.\n\nSami Nur wept.\n\nAnna Keller's speech is long.", "speech"),
        # what is only planned
        (
            "Anna Keller met Omar Karsh in 2019.\n\nAnna Keller will meet Omar Karsh.",
            "meet",
        ),
    ],
)
def test_what_may_be_another_doing_keeps_its_own_date_or_none(text: str, trigger: str) -> None:
    claims = [c for c in read(text).claims if c.trigger.exact == trigger]

    assert claims
    assert claims[-1].when is None
