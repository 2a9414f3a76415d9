"""The features of two names and their weights: the score is a table.

Weights are log-odds. They were set by hand, then moved by a logistic regression that is drawn to
what was set: on the even rows of nomenklatura's name_bench, the aliases of every second entry of
OFAC's list, half of a list of treated names, invented people, slips and swaps made by a program,
and a hundred pairs of our own; rounded to one decimal. Which rows: `evaluation/name_matching.py`.

What a weight can't say: two numbers that differ ("Fund VII", "Fund VIII") are told as a conflict
and cost nothing, since those who labelled the pairs want to see such names. Who joins names on
their own should ask `NameMatch.conflicts` too.
"""

from __future__ import annotations

PERSON_WEIGHTS: dict[str, float] = {
    "start": -2.2,  # before anything is known
    "same parts": 1.2,  # parts that are equal or spellings of one name, by what they say
    "nickname": 0.8,  # a short form of a given name (Bill, William)
    "one letter differs": 1.7,  # a slip, or two words written together
    "sounds alike": 0.6,  # words that differ in vowels or by two letters
    "loosely alike": -0.3,  # words that share no more than most of their letters
    "initial": 0.4,  # an initial and a part that begins with it
    "part left out": -0.4,  # parts that one side has alone
    "parts conflict": -2.4,  # parts left on both sides
    "single word": 0.7,  # one of the names is a single word
    "suffix conflicts": -4.0,  # Jr against Sr, II against III
    "letters alike": 2.0,  # from 70 % (0) to all (1) of the letters in their order
    "letters covered": 3.6,  # the share of the letters that stand in pairs
    "initial conflicts": -2.6,  # an initial that the other name has something else for
    "two known names": -4.9,  # alike, but each a first name that many bear (Maria, Mario)
    "other first letter": -0.9,  # words that are alike but for their first sound too
    "no part is the same": -0.6,  # each part differs in its letters
    "nothing differs": 0.6,  # each part has its equal
    "common names only": -2.0,  # many people bear what the two share
    "family names differ": -0.1,  # the last parts are both left over
}
"""Of persons, for each unit of a feature's value."""

BODY_WEIGHTS: dict[str, float] = {
    "start": -4.1,  # before anything is known
    "same parts": 0.7,  # parts that are equal or spellings of one name, by what they say
    "nickname": 1.0,  # a short form of a given name (Bill, William)
    "one letter differs": 2.1,  # a slip, or two words written together
    "sounds alike": 1.3,  # words that differ in vowels or by two letters
    "loosely alike": -0.4,  # words that share no more than most of their letters
    "part left out": -0.7,  # parts that one side has alone
    "parts conflict": -2.8,  # parts left on both sides
    "common word left out": -1.4,  # a common word on one side alone (Systems)
    "common words conflict": -3.4,  # and on one side common words alone are left (Bank)
    "place left out": -2.9,  # a state or city on one side alone
    "places conflict": -3.3,  # a state or city left on each side
    "number left out": -4.0,  # a number on one side alone, 1 excepted
    "numbers conflict": 0.0,  # told and not weighed: see below
    "legal form conflicts": -0.8,  # LLC against JSC
    "acronym": 7.0,  # one is the first letters of the other
    "same known name": 9.0,  # both are names of one state or treaty body
    "known names conflict": -6.0,  # they are names of two of those
    "nothing differs": 1.4,  # each part has its equal
    "single word": 0.8,  # one of the names is a single word
    "letters alike": 2.9,  # from 70 % (0) to all (1) of the letters in their order
    "letters covered": 4.0,  # the share of the letters that stand in pairs
    "other first letter": -1.4,  # words that are alike but for their first sound too
    "no part is the same": -0.9,  # each part differs in its letters
    "first words differ": -0.3,  # the first words are both left over
}
"""Of organisations, companies and things."""
