"""What a saying does by what is said: it accuses, asks, backs or rejects, or it only states.

Source: the distinction of illocutionary acts (J. L. Austin, How to Do Things with Words, 1962);
the types are PLOVER's.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.claims.lexicon import Lexicon
from dateline.claims.participant_nouns import load_participant_nouns
from dateline.claims.verdicts import load_blaming_words, load_verdicts
from dateline.records import Attribution, Grammar, Token

_FIRST = frozenset({"i", "we"})
_NO_ONE = frozenset({"it", "there", "this", "that", "these", "those", "what", "one", "everyone",
                     "everybody", "nobody", "somebody", "all", "who", "which"})  # fmt: skip
_SUPPOSING = frozenset({"would", "could", "might", "may", "can", "should", "must", "will", "'d"})
_WILL = frozenset({"will", "'ll", "\u2019ll", "shall"})
_PREDICATED = ("acomp", "attr", "oprd")


@dataclass(frozen=True, slots=True)
class SpeechAct:
    """What a saying does.

    Attributes:
        type: ACCUSE, REQUEST, SUPPORT or REJECT.
        mode: A finer word of ours inside the type.
        word: The word that tells so.
        aimed_at: Heads of those whom it is done to, likeliest first.
    """

    type: str
    mode: str
    word: Token
    aimed_at: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """Verbs with what may go with each ("" where it stands alone), and the type that it has."""

    wrongdoing: Mapping[str, Mapping[str, str]]
    performing: Mapping[str, Mapping[str, str]]
    threatening: Mapping[str, Mapping[str, str]]
    deeds: frozenset[str]
    modals: frozenset[str]
    duties: frozenset[str]
    unwilled: frozenset[str]


_MODES = {
    "ACCUSE": "criticise", "REQUEST": "request", "SUPPORT": "support", "REJECT": "reject",
}  # fmt: skip


@cache
def _load_words() -> _Words:
    text = (files("dateline.claims") / "lexicon" / "speech_acts.toml").read_text("utf-8")
    rows = tomllib.loads(text)
    return _Words(
        wrongdoing=_by_verb(rows["wrongdoing"]),
        performing=_by_verb(rows["performing"]),
        threatening=_by_verb(rows["threatening"]),
        deeds=frozenset(rows["deed"]),
        modals=frozenset(_by_verb(rows["duty_modal"])),
        duties=frozenset(_by_verb(rows["duty_verb"])),
        unwilled=frozenset(_by_verb(rows["unwilled"])),
    )


def _by_verb(rows: Iterable[Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """For each verb the words that go with it, each with the type that the row has, if any."""
    found: dict[str, dict[str, str]] = {}
    for row in rows:
        verb, _, more = row["lemma"].partition(" ")
        found.setdefault(verb, {})[more] = row.get("type", "")
    return found


def find_speech_act(
    grammar: Grammar, lexicon: Lexicon, attributions: Sequence[Attribution]
) -> SpeechAct | None:
    """What a saying does, by the first of its clauses that tells; None if it only states.

    Args:
        attributions: Those whose cue the saying is.
    """
    content = sorted(
        {t.index for a in attributions for part in a.content for t in grammar.within(part)}
    )
    inside = frozenset(content)
    verbs = [grammar.tokens[i] for i in content if grammar.tokens[i].pos in ("VERB", "AUX")]
    for find in (_performed, _threatened, _asked, _blamed):
        for verb in verbs:
            act = find(grammar, lexicon, verb, inside)
            if act is not None:
                return act
    return None


# ------------------------------------------------------------------------------- what "I" do


def _performed(
    grammar: Grammar, lexicon: Lexicon, verb: Token, inside: frozenset[int]
) -> SpeechAct | None:
    """ "I urge him to go": said now, of the speaker's own doing."""
    more = _load_words().performing.get(lexicon.lemma_of(verb.text, verb.lemma))
    subject = _subject(grammar, verb)
    if more is None or verb.tag not in ("VBP", "VB") or subject is None:
        return None
    if subject.text.casefold() not in _FIRST or not _is_plain(grammar, verb):
        return None
    objects = grammar.children(verb.index, "dobj", "dative")
    after = {
        child.text.casefold(): grammar.children(child.index, "pobj")
        for child in grammar.children(verb.index, "prep", "prt")
    }
    for word, type_ in more.items():
        if word == "" or word in after:
            heads = after[word] if word else objects
            heads = [*heads, *(s for s in _own_subjects(grammar, verb))]
            return SpeechAct(type_, _MODES[type_], verb, tuple(heads))
    return None


def _threatened(
    grammar: Grammar, lexicon: Lexicon, verb: Token, inside: frozenset[int]
) -> SpeechAct | None:
    """ "We will strike back": violence or punishment that the speaker says is to come."""
    more = _load_words().threatening.get(lexicon.lemma_of(verb.text, verb.lemma))
    subject = _subject(grammar, verb)
    if more is None or subject is None or subject.text.casefold() not in _FIRST:
        return None
    aside = grammar.children(verb.index, "aux", "neg", "prt", "advmod")
    words = {t.text.casefold() for t in aside}
    if any(t.dep == "neg" for t in aside) or not words & _WILL:
        return None
    if "" not in more and not words & more.keys():
        return None
    return SpeechAct("THREATEN", "threaten", verb, tuple(_harmed(grammar, verb)))


def _harmed(grammar: Grammar, verb: Token) -> Iterator[Token]:
    """Whom a verb hits: its object, and whose that is."""
    for object_ in grammar.children(verb.index, "dobj"):
        yield object_
        yield from _owners(grammar, object_)


def _own_subjects(grammar: Grammar, verb: Token) -> Iterator[Token]:
    """Subjects of the clause that a verb asks for: "I urge that the council open it"."""
    for clause in grammar.children(verb.index, "ccomp", "xcomp"):
        yield from grammar.children(clause.index, "nsubj", "nsubjpass")


def _is_plain(grammar: Grammar, verb: Token) -> bool:
    """Whether a verb is neither denied nor only supposed: "I would support", "I don't support"."""
    aside = grammar.children(verb.index, "aux", "neg")
    return not any(t.dep == "neg" or t.text.casefold() in _SUPPOSING for t in aside)


# ------------------------------------------------------------------------------ what is asked


def _asked(
    grammar: Grammar, lexicon: Lexicon, verb: Token, inside: frozenset[int]
) -> SpeechAct | None:
    """ "They must go": a duty of others, told as the saying's own clause."""
    if not _is_main(grammar, verb, inside):
        return None
    words = _load_words()
    bound = [t for t in grammar.children(verb.index, "aux") if t.text.casefold() in words.modals]
    if not bound and lexicon.lemma_of(verb.text, verb.lemma) in words.duties:
        bound = [t for t in grammar.children(verb.index, "xcomp") if _has_to(grammar, t)]
    subject = _subject(grammar, verb)
    if not bound or subject is None or subject.dep == "nsubjpass" or verb.tag == "VBD":
        return None
    if grammar.children(verb.index, "neg") and bound[0].text.casefold() not in words.modals:
        return None
    asked = bound[0] if bound[0].dep == "xcomp" else verb
    if subject.text.casefold() in _FIRST | _NO_ONE or _is_no_deed(grammar, asked):
        return None
    return SpeechAct("REQUEST", "request", bound[0], (subject,))


def _is_no_deed(grammar: Grammar, verb: Token) -> bool:
    """Whether nobody can be asked for what a verb tells: "must think", "must have left"."""
    is_past = any(t.lemma == "have" for t in grammar.children(verb.index, "aux"))
    return is_past or verb.lemma in _load_words().unwilled


def _has_to(grammar: Grammar, verb: Token) -> bool:
    return any(t.text.casefold() == "to" for t in grammar.children(verb.index, "aux"))


def _is_main(grammar: Grammar, verb: Token, inside: frozenset[int]) -> bool:
    """Whether a verb heads a clause of what is said and not one inside of it."""
    while verb.dep == "conj" and verb.head in inside:
        verb = grammar.tokens[verb.head]
    return verb.head not in inside or verb.head == verb.index


# ----------------------------------------------------------------------------- what is blamed


def _blamed(
    grammar: Grammar, lexicon: Lexicon, verb: Token, inside: frozenset[int]
) -> SpeechAct | None:
    """ "They are breaking the law", "the plan is a disgrace"."""
    subject = _subject(grammar, verb)
    if subject is None or subject.text.casefold() in _FIRST or not _is_plain(grammar, verb):
        return None
    if verb.dep in ("advcl", "relcl") or subject.dep == "expl":
        return None
    word = _wrong(grammar, lexicon, verb)
    if word is None and _can_be_blamed(lexicon, subject):
        word = _predicated(grammar, verb)
    if word is None:
        return None
    return SpeechAct("ACCUSE", "criticise", word, (subject, *_owners(grammar, subject)))


def _can_be_blamed(lexicon: Lexicon, subject: Token) -> bool:
    """Whether a subject is somebody, or what somebody did: the weather is bad and blames nobody."""
    if subject.pos in ("PROPN", "PRON", "VERB", "DET"):
        return True
    lemma = subject.lemma.casefold()
    if lemma in _load_words().deeds or lemma in lexicon.nouns_by_head:
        return True
    return load_participant_nouns().kinds.get(lemma) in ("person", "group")


def _wrong(grammar: Grammar, lexicon: Lexicon, verb: Token) -> Token | None:
    more = _load_words().wrongdoing.get(lexicon.lemma_of(verb.text, verb.lemma))
    if more is None or grammar.children(verb.index, "auxpass"):
        return None
    near = grammar.children(verb.index, "dobj", "prt", "prep")
    words = {w for t in near for w in (t.lemma.casefold(), t.text.casefold())}
    return verb if "" in more or words & more.keys() else None


def _predicated(grammar: Grammar, verb: Token) -> Token | None:
    """The blaming word that a clause says of its subject: "is a dangerous way"."""
    blaming = load_blaming_words() | load_verdicts().against
    if verb.lemma != "be":
        return None
    for head in grammar.children(verb.index, *_PREDICATED):
        for token in grammar.conjuncts(head.index):
            beside = grammar.children(token.index, "amod", "compound", "neg", "advmod")
            if any(t.text.casefold() in ("not", "no", "never") for t in beside):
                return None
            word = next((t for t in (token, *beside) if t.text.casefold() in blaming), None)
            if word is not None:
                return word
    return None


def _owners(grammar: Grammar, subject: Token) -> Iterator[Token]:
    """Whose a thing is: "the behaviour of my colleagues", "the council's plan"."""
    yield from grammar.children(subject.index, "poss")
    for prep in grammar.children(subject.index, "prep"):
        if prep.text in ("of", "by", "between", "from"):
            yield from grammar.children(prep.index, "pobj")


def _subject(grammar: Grammar, verb: Token) -> Token | None:
    """The subject of a clause, or of the one that it is joined to or hangs on."""
    for _ in range(4):
        own = grammar.children(verb.index, "nsubj", "nsubjpass", "csubj", "expl")
        if own:
            return own[0]
        if verb.dep not in ("conj", "xcomp") or verb.head == verb.index:
            return None
        verb = grammar.tokens[verb.head]
    return None
