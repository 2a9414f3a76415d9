"""How much each kind of evidence counts when namesakes are told apart: one line each, and why.

A reading's score is the sum of its features, each times its weight; scores are log-odds against
the other readings of the name. First set by hand, then fitted by a conditional logit to the
even-numbered articles of three labelled corpora (LGL, GeoVirus, GeoWebNews), drawn to the hand's
numbers (``python -m evaluation.place_weights``), rounded, and never below nothing where evidence
can only speak for a place. By hand stayed `is_feature`, `spelt_alike` and `is_part`, too rare there
to be fitted, and `named_as_its_town`: what lies within 161 km is right there, so nothing there
tells a town from its province.
"""

from __future__ import annotations

from typing import NamedTuple


class Feature(NamedTuple):
    """A kind of evidence for a reading, and what it counts."""

    name: str
    weight: float
    why: str


FEATURES = (
    Feature("is_country", 3.6, "A state's name is the state, hardly ever a village or a street."),
    Feature("is_region", 5.2, "A region is in the table because reports name it."),
    Feature("is_admin1", 1.9, "A province is in the news more than a town of its name elsewhere."),
    Feature("is_admin2", -1.7, "A district is mostly named with the word for it."),
    Feature("is_feature", 0.5, "A river's name holds the word for it."),
    Feature("is_town", -1.2, "Towns are so many that one of any name will be found."),
    Feature("people", 0.9, "A larger town is in the news more; per tenfold people."),
    Feature("people_of_area", 0.2, "So is a larger province, but less."),
    Feature("share", 0.7, "A town far smaller than its namesake is seldom meant unsaid."),
    Feature("is_capital", 1.0, "Bare “Washington” is the capital."),
    Feature("is_hamlet", 1.8, "Nobody counted its people: it is smaller, not empty."),
    Feature("other_name_of_town", -4.2, "The lists hold old, foreign and mistaken names."),
    Feature("like_its_first_name", 1.6, "“Marawi” is Marawi City; but Aleppo was Berea once."),
    Feature("other_name_of_area", -0.8, "Mostly the area's name without its kind, so less."),
    Feature("named_as_its_state", -4.0, "“Mexico” is the state, not Mexico City."),
    Feature("named_as_its_town", -0.8, "Where town and province share a name, it is the town."),
    Feature("spelt_alike", -1.5, "Only a like spelling was found."),
    Feature("is_part", -0.5, "Only some of the words are a place's name."),
    Feature("holder_follows", 4.7, "“Tyler, Texas” says it outright."),
    Feature("holder_in_sentence", 0.1, "Its province or region is named in the sentence."),
    Feature("holder_in_report", 0.5, "… anywhere in the report."),
    Feature("country_in_sentence", 0.2, "Its state is named in the sentence."),
    Feature("country_in_report", 0.1, "… anywhere in the report."),
    Feature("close_in_sentence", 0.7, "A place near it is named in the sentence."),
    Feature("close_near", 1.5, "… in a sentence near by."),
    Feature("close_in_report", 2.6, "… anywhere in the report."),
    Feature("holds_others", 1.3, "Georgia is the one that holds Macon, also named."),
    Feature("listed_with_its_kind", 0.8, "“Ohio, Iowa and New York” are states all three."),
    Feature("same_state", 3.8, "The report's other places lie in its state, or are it."),
    Feature("same_area", 4.8, "The report's other places lie in its province, or are it."),
)
