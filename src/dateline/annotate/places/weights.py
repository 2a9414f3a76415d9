"""How much each kind of evidence counts when namesakes are told apart: one line each, and why.

A reading's score is the sum of its features, each times its weight; scores are log-odds against
the other readings of the name. The weights are thirty plain numbers kept by hand: halves, and
less for what hardly counts. They were set by hand first and then moved where the even-numbered
articles of LGL, GeoVirus and GeoWebNews, by a fit drawn to the first numbers, showed them to be
off. Those corpora have no licence, so no table is learnt from them: they check these numbers,
and nothing of their words or places is here. None of our open sets has coordinates.
"""

from __future__ import annotations

from typing import NamedTuple


class Feature(NamedTuple):
    """A kind of evidence for a reading, and what it counts."""

    name: str
    weight: float
    why: str


FEATURES = (
    Feature("is_country", 3.5, "A state's name is the state, hardly ever a village or a street."),
    Feature("is_region", 5.0, "A region is in the table because reports name it."),
    Feature("is_admin1", 2.0, "A province is in the news more than a town of its name elsewhere."),
    Feature("is_admin2", -1.5, "A district is mostly named with the word for it."),
    Feature("is_feature", 0.5, "A river's name holds the word for it."),
    Feature("is_town", -1.0, "Towns are so many that one of any name will be found."),
    Feature("people", 1.0, "A larger town is in the news more; per tenfold people."),
    Feature("people_of_area", 0.2, "So is a larger province, but less."),
    Feature("share", 0.5, "A town far smaller than its namesake is seldom meant unsaid."),
    Feature("is_capital", 1.0, "Bare “Washington” is the capital."),
    Feature("is_hamlet", 2.0, "Nobody counted its people: it is smaller, not empty."),
    Feature("other_name_of_town", -4.0, "The lists hold old, foreign and mistaken names."),
    Feature("like_its_first_name", 1.5, "“Marawi” is Marawi City; but Aleppo was Berea once."),
    Feature("other_name_of_area", -1.0, "Mostly the area's name without its kind, so less."),
    Feature("named_as_its_state", -4.0, "“Mexico” is the state, not Mexico City."),
    Feature("named_as_its_town", -1.0, "Where town and province share a name, it is the town."),
    Feature("spelt_alike", -1.5, "Only a like spelling was found."),
    Feature("is_part", -0.5, "Only some of the words are a place's name."),
    Feature("holder_follows", 4.5, "“Tyler, Texas” says it outright."),
    Feature("holder_in_sentence", 0.1, "Its province or region is named in the sentence."),
    Feature("holder_in_report", 0.5, "… anywhere in the report."),
    Feature("country_in_sentence", 0.2, "Its state is named in the sentence."),
    Feature("country_in_report", 0.1, "… anywhere in the report."),
    Feature("close_in_sentence", 0.5, "A place near it is named in the sentence."),
    Feature("close_near", 1.5, "… in a sentence near by."),
    Feature("close_in_report", 2.5, "… anywhere in the report."),
    Feature("holds_others", 1.5, "Georgia is the one that holds Macon, also named."),
    Feature("listed_with_its_kind", 1.0, "“Ohio, Iowa and New York” are states all three."),
    Feature("same_state", 4.0, "The report's other places lie in its state, or are it."),
    Feature("same_area", 5.0, "The report's other places lie in its province, or are it."),
)
