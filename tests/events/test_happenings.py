"""Which reports are of one happening, over short reports of our own."""

import random

import pytest

from dateline.events.happenings import Happening, find_happenings
from dateline.records import Report
from tests.factory import make_report

CRANE = (
    "A crane fell on the grain quay of Aldmouth on Monday and sank two barges. Nobody was hurt.",
    "Two barges sank when the crane on Aldmouth's grain quay came down, the harbour board said.",
    "The grain quay of Aldmouth stays shut after a falling crane sank barges, the board wrote.",
)
FEES = (
    "Fishermen of Tarn sailed past the lighthouse with black flags in protest at auction fees.",
    "Black flags flew on forty boats off Tarn as fishermen protested the fees of the auction hall.",
)
ALONE = "The opera of Oldquay opens its season with a comedy about a baker and three sisters."


def reports(*texts: str, published: str | None = "2024-03-15") -> list[Report]:
    return [
        make_report(text, outlet=f"Outlet {number}", published=published)
        for number, text in enumerate(texts)
    ]


def grouped(*given: Report) -> list[set[str]]:
    """The texts of each happening found."""
    text = {one.id: one.text for one in given}
    return [{text[report] for report in one.reports} for one in find_happenings(given)]


def only(*given: Report) -> Happening:
    (found,) = find_happenings(given)
    return found


def test_reports_of_one_happening_are_found_among_others() -> None:
    assert grouped(*reports(*CRANE, *FEES, ALONE)) == [set(CRANE), set(FEES)]


def test_it_says_what_they_have_in_common_as_they_print_it() -> None:
    found = find_happenings(reports(*CRANE, *FEES, ALONE))
    assert {"barges", "crane", "grain"} <= set(found[0].words)
    assert {"Black", "flags"} & set(found[1].words) or "fees" in found[1].words


def test_it_gives_the_days_of_the_first_and_the_last_report() -> None:
    early, late = (
        make_report(CRANE[0], outlet="A", published="2024-03-12T09:00:00Z"),
        make_report(CRANE[1], outlet="B", published="2024-03-14"),
    )
    undated = make_report(CRANE[2], outlet="C", published=None)
    found = only(undated, late, early)
    assert (found.first, found.last) == ("2024-03-12", "2024-03-14")
    assert found.reports == (early.id, late.id, undated.id)


def test_without_days_nothing_is_said_of_days() -> None:
    found = only(*reports(*CRANE, published=None))
    assert (found.first, found.last) == (None, None)


@pytest.mark.parametrize("given", [[], reports(ALONE), reports(CRANE[0], ALONE), reports("", "")])
def test_a_report_that_is_like_no_other_is_in_no_happening(given: list[Report]) -> None:
    assert find_happenings(given) == ()


def test_words_of_any_report_tie_nothing() -> None:
    one = "On Monday he said that they would go there again, and that it had been the first time."
    other = "She said on Monday that it would be the first of them, and that they had gone again."
    assert find_happenings(reports(one, other)) == ()


def test_a_title_tells_what_a_short_report_is_of() -> None:
    filler = " ".join(f"Paragraph {n} speaks of tariffs, tonnage and berth {n}." for n in range(90))
    long = make_report(f"{CRANE[0]} {filler}", title="Crane sinks barges at Aldmouth grain quay")
    short = make_report("More follows.", title="Crane falls on Aldmouth grain quay, barges sink")
    others = reports(*FEES, ALONE)
    assert {long.text, short.text} in grouped(long, short, *others)


def test_what_is_told_a_year_later_must_be_more_alike() -> None:
    before = "Tarn held its boat parade on Sunday; the mayor Ann Lee gave a cup to the oldest crew."
    after = "The boat parade of Tarn drew crowds, and mayor Nils Ek opened a new slipway with song."
    near = [make_report(before, published="2024-06-03"), make_report(after, published="2024-06-04")]
    far = [near[0], make_report(after, published="2025-06-04")]
    likeness = 0.21
    assert len(find_happenings(near, likeness)) == 1
    assert find_happenings(far, likeness) == ()


def test_a_greater_likeness_makes_smaller_groups() -> None:
    assert find_happenings(reports(*CRANE, *FEES, ALONE), 0.95) == ()


def test_the_order_of_the_reports_changes_nothing() -> None:
    given = reports(*CRANE, *FEES, ALONE)
    expected = find_happenings(given)
    for seed in range(5):
        random.Random(seed).shuffle(given)
        assert find_happenings(given) == expected


def test_hundreds_of_reports_fall_into_their_happenings() -> None:
    chance = random.Random(7)
    words = ["".join(chance.choices("bcdfglmnprst", k=4)) + "o" for _ in range(4_000)]
    given, happening = [], {}
    for number in range(80):
        own = chance.sample(words, 30)
        for turn in range(5):
            text = " ".join([*chance.sample(own, 24), *chance.choices(words, k=40)])
            report = make_report(text, outlet=f"Outlet {turn}", published="2024-03-15")
            given.append(report)
            happening[report.id] = number
    found = find_happenings(given)
    assert sum(len(one.reports) == 5 for one in found) >= 78
    assert all(len({happening[report] for report in one.reports}) == 1 for one in found)


def test_a_word_of_very_many_reports_does_not_tie_them_all() -> None:
    chance = random.Random(3)
    words = ["".join(chance.choices("bcdfglmnprst", k=6)) for _ in range(9_000)]
    given = [
        make_report(f"harbour {' '.join(chance.sample(words, 40))}", outlet=f"O{number}")
        for number in range(150)
    ]
    assert all(len(one.reports) < 4 for one in find_happenings(given))
