from __future__ import annotations

from dataclasses import replace

from dateline.records import Copy, Origin, SharedPassage
from dateline.views.origin_list import list_copies, list_origins, list_shared
from tests.views.told_event import tell_event


def test_an_origin_is_listed_once_with_all_events_that_rest_on_it() -> None:
    told = tell_event()
    hint = told.claims["hint"]
    alone = replace(
        told.event, id="v_alone", claims=(hint.id,), conflicts=(), series=(),
        origins=(Origin("person", "Ruth Abel", (hint.id,), (told.reports["hint"].id,)),),
    )  # fmt: skip
    copies = {told.reports["copy"].id: told.reports["wire"].id}
    first, *others = list_origins([told.event, alone], told.reports_by_id, copies)
    assert (first.name, first.kind, first.copies, first.alone) == ("Ruth Abel", "person", 1, 1)
    assert first.events == tuple(sorted((told.event.id, "v_alone")))
    assert first.outlets == ("Alpine Wire", "Tarn Post", "Coast Daily", "Harbour Times")
    assert first.reasons == ("1 report repeats another's text",)
    assert first.pair == (told.reports["wire"].id, told.reports["copy"].id)
    assert [(one.name, one.pair) for one in others] == [
        ("Harbour Times", None),
        ("Piet Maas", None),
    ]


def test_the_officials_of_two_texts_are_two_origins() -> None:
    told = tell_event()
    origins = tuple(
        Origin("unnamed", "officials", (told.claims[name].id,), (told.reports[name].id,))
        for name in ("wire", "cites")
    )
    found = list_origins([replace(told.event, origins=origins)], told.reports_by_id, {})
    assert [one.name for one in found] == ["officials", "officials"]


def test_copies_are_listed_with_their_share() -> None:
    told = tell_event()
    share = Copy(
        told.reports["copy"].id, told.reports["wire"].id, "cut", 0.5,
        (SharedPassage(0, 10, 0, 10), SharedPassage(11, 28, 11, 28)),
    )  # fmt: skip
    (row,) = list_copies(told.reports_by_id, {told.reports["copy"].id: share})
    assert (row.outlet, row.original_outlet) == ("Tarn Post", "Alpine Wire")
    assert (row.share, len(row.passages), row.longest) == (0.5, 2, "met Piet Maas in")
    (bare,) = list_copies(told.reports_by_id)
    assert bare.share is None


def test_reports_that_share_text_are_listed_with_its_words() -> None:
    told = tell_event()
    pair = Copy(
        told.reports["copy"].id, told.reports["wire"].id, "shared", 0.25,
        (SharedPassage(0, 10, 0, 10), SharedPassage(11, 28, 11, 28)),
    )  # fmt: skip
    (row,) = list_shared(told.reports_by_id, [pair])
    assert (row.outlet, row.other_outlet, row.share) == ("Tarn Post", "Alpine Wire", 0.25)
    assert (row.longest, len(row.passages)) == ("met Piet Maas in", 2)
    assert list_shared(told.reports_by_id, []) == ()
