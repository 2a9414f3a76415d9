"""The words that credit, hedge and deny, read once from ``data/``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from dateline.records import Certainty, KnownBy


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """A verb that credits its content to its subject.

    Attributes:
        shows: Whether it is said of recordings and documents ("shows"), not of speakers.
        denies: Whether its content is said not to have happened.
        clause: Whether only a clause is content, not the plain object ("told the senate that").
    """

    lemma: str
    known_by: KnownBy
    certainty: Certainty
    shows: bool = False
    denies: bool = False
    clause: bool = False


@dataclass(frozen=True, slots=True)
class Cues:
    """Cue words by what they do; nouns and verbs as lemmas in lower case.

    Attributes:
        adverbs, participles: To the certainty that they give their clause.
        open_participles: Participles that credit only before "to" or "as".
        outlets: Names of outlets, in lower case without an article.
        outlet_words: Last words of outlets' names.
        modals: Modal verbs to the certainty of what they govern.
        planning: Verbs, adjectives and nouns whose infinitive is planned.
        failing: Words whose infinitive did not happen.
        keeping: Verbs that keep somebody from a deed.
        planning_objects, wanted_objects: Verbs and nouns to the words between them and a noun of a
            happening that is planned or asked for; "" for their plain object.
        planning_nouns: Nouns whose gerund after a preposition is planned, to whether any other
            noun of a happening is too.
        fearing: Nouns that leave open the happening after a preposition.
        sought: Participles of those who are looked for because of a deed.
        arriving: Verbs whose infinitive of purpose is told as done.
        occurring: Verbs that say of their subject that it takes place.
        asking: Words whose infinitive is asked for, or a duty: no happening.
        open: Words that leave it open whether their clause holds, or what they are said of, to the
            certainty that they give it.
        conditional: Marks of conditions and questions.
        duties: Modal verbs of what ought to be.
        planned_adjectives, averted_adjectives: Of a happening to come, or that did not come.
        cancelling, putting_off: Verbs to the word that goes with each ("off") or ""; the happening
            that is their object did not come about, or is put off.
        doubting: Adjectives whose clause hardly holds.
        holding: Adjectives whose clause does not hold where "not" stands before them.
        nearly: Adverbs of what came close to being done.
        clearing: Verbs that free somebody of a deed.
        showing: Nouns whose clause does not hold where there is none ("no evidence that").
        surmising: Nouns whose clause is the writer's reading ("raises concern that").
        inferring: Nouns of the writer's reading ("pattern", "sign").
        occasions: Nouns of that in which somebody speaks ("statement", "interview").
        nouns: Nouns of telling to the certainty that they give what they tell.
        tellings: Nouns of what somebody says or wants: to reject one denies no happening.
    """

    verbs: Mapping[str, ReportingVerb]
    adverbs: Mapping[str, Certainty]
    participles: Mapping[str, Certainty]
    open_participles: Mapping[str, Certainty]
    media: frozenset[str]
    documents: frozenset[str]
    unnamed: frozenset[str]
    outlets: frozenset[str]
    outlet_words: frozenset[str]
    platforms: frozenset[str]
    modals: Mapping[str, Certainty]
    planning: frozenset[str]
    failing: frozenset[str]
    keeping: frozenset[str]
    planning_objects: Mapping[str, frozenset[str]]
    wanted_objects: Mapping[str, frozenset[str]]
    planning_nouns: Mapping[str, bool]
    fearing: frozenset[str]
    sought: frozenset[str]
    arriving: frozenset[str]
    occurring: frozenset[str]
    asking: frozenset[str]
    open: Mapping[str, Certainty]
    conditional: frozenset[str]
    duties: frozenset[str]
    planned_adjectives: frozenset[str]
    averted_adjectives: frozenset[str]
    occasions: frozenset[str]
    nouns: Mapping[str, Certainty]
    tellings: frozenset[str]
    inferring: frozenset[str]
    cancelling: Mapping[str, str]
    putting_off: Mapping[str, str]
    doubting: frozenset[str]
    holding: frozenset[str]
    nearly: frozenset[str]
    clearing: frozenset[str]
    showing: frozenset[str]
    surmising: frozenset[str]


_WISHES = frozenset(
    {"demand", "request", "call", "proposal", "offer", "plan", "appeal", "criticism", "invitation"}
)


@lru_cache(maxsize=1)
def load_cues() -> Cues:
    """The cue words of the package."""
    reporting, sources = _toml("reporting.toml"), _toml("sources.toml")
    certainty = _toml("certainty.toml")
    return Cues(
        verbs={row["lemma"]: _verb(row) for row in reporting["verb"]},
        adverbs={row["word"]: row["certainty"] for row in reporting["adverb"]},
        participles={row["lemma"]: row["certainty"] for row in reporting["participle"]},
        open_participles={
            row["lemma"]: row["certainty"] for row in reporting["participle_before_to"]
        },
        media=frozenset(sources["media"]),
        documents=frozenset(sources["documents"]),
        unnamed=frozenset(sources["unnamed"]),
        outlets=frozenset(
            name.casefold().removeprefix("the ")
            for name in (*sources["outlet"], *sources["ambiguous_outlet"])
        ),
        outlet_words=frozenset(word.casefold() for word in sources["outlet_words"]),
        platforms=frozenset(name.casefold() for name in sources["platforms"]),
        modals={row["word"]: row["certainty"] for row in certainty["modal"]},
        planning=_lemmas(certainty["planning"]),
        failing=_lemmas(certainty["failing"]),
        keeping=_lemmas(certainty["keeping"]),
        planning_objects=_partners(certainty["planning_object"]),
        wanted_objects=_partners(certainty["wanted_object"]),
        planning_nouns={
            row["lemma"]: row.get("happening", False) for row in certainty["planning_noun"]
        },
        fearing=_lemmas(certainty["fearing"]),
        sought=_lemmas(certainty["sought"]),
        arriving=_lemmas(certainty["arriving"]),
        occurring=_lemmas(certainty["occurring"]),
        asking=_lemmas(certainty["wanted"]) | _lemmas(certainty["obligation"]),
        open=_open(certainty),
        conditional=_lemmas(certainty["conditional"]) | _lemmas(certainty["question"]),
        duties=_lemmas(certainty["obligation"]) - {"must"},
        planned_adjectives=_lemmas(certainty["planned_adjective"]),
        averted_adjectives=_lemmas(certainty["averted_adjective"]),
        inferring=frozenset(certainty["inferring"]),
        cancelling={row["lemma"]: row.get("with", "") for row in certainty["cancelling"]},
        putting_off={row["lemma"]: row.get("with", "") for row in certainty["putting_off"]},
        doubting=_lemmas(certainty["doubting"]),
        holding=_lemmas(certainty["holding"]),
        nearly=_lemmas(certainty["nearly"]),
        clearing=_lemmas(certainty["clearing"]),
        showing=_lemmas(certainty["showing"]),
        surmising=_lemmas(certainty["surmising"]),
        occasions=_occasions(reporting, sources),
        nouns={row["lemma"]: row["certainty"] for row in reporting["noun"]},
        tellings=_lemmas(reporting["noun"]) | _WISHES,
    )


def _occasions(reporting: Mapping[str, Any], sources: Mapping[str, Any]) -> frozenset[str]:
    """Occasions, and what is written, recorded or posted, which may be one too."""
    posted = (name.casefold() for name in sources["platforms"])
    written = (*sources["documents"], *sources["media"], *posted)
    return frozenset((*reporting["occasion"], *written)) | _lemmas(reporting["noun"])


def _open(certainty: Mapping[str, Any]) -> Mapping[str, Certainty]:
    tried: dict[str, Certainty] = {row["lemma"]: "alleged" for row in certainty["trying"]}
    return tried | {row["lemma"]: row["certainty"] for row in certainty["uncertain"]}


def _partners(rows: list[dict[str, str]]) -> Mapping[str, frozenset[str]]:
    """Each word to those that may stand between it and its noun."""
    lemmas = dict.fromkeys(row["lemma"] for row in rows)
    return {
        lemma: frozenset(row.get("with", "") for row in rows if row["lemma"] == lemma)
        for lemma in lemmas
    }


def _verb(row: Mapping[str, Any]) -> ReportingVerb:
    return ReportingVerb(
        lemma=row["lemma"],
        known_by=row["known_by"],
        certainty=row["certainty"],
        shows=row.get("shows", False),
        denies=row.get("denies", False),
        clause=row.get("clause", False),
    )


def _lemmas(rows: list[dict[str, str]]) -> frozenset[str]:
    return frozenset(row.get("lemma") or row["word"] for row in rows)


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((files("dateline.annotate") / "data" / name).read_text("utf-8"))
