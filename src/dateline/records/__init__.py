"""The nouns that every stage speaks: frozen dataclasses with their invariants."""

from dateline.records.annotations import (
    Annotations,
    PlaceMention,
    PlaceUse,
    Sentence,
    Stance,
    TimeExpression,
    Token,
    TriggerGuess,
)
from dateline.records.claim import (
    AUTHOR,
    BY_HAND,
    EVENT_TYPES,
    RELATION_TYPES,
    Attribution,
    Certainty,
    Claim,
    ClaimKind,
    Count,
    KnownBy,
    Participant,
    Polarity,
    Reason,
    Source,
    SourceKind,
    UnnamedSort,
    claim_id,
)
from dateline.records.copy import Copy, CopyKind, SharedPassage
from dateline.records.edtf import edtf_bounds, edtf_of_days
from dateline.records.entity import Entity, EntityRole, entity_id
from dateline.records.event import (
    Collapse,
    CollapseBy,
    Conflict,
    ConflictOn,
    Event,
    Origin,
    Series,
    Side,
    Step,
    event_id,
)
from dateline.records.folding import fold_name, strip_marks
from dateline.records.grammar import SUBJECTS, Grammar, chains_at
from dateline.records.ids import content_id
from dateline.records.judgement import (
    ConflictStatus,
    JudgedThing,
    Judgement,
    JudgementKind,
    ReadingJudgement,
    judged_thing,
    make_judgement,
    utc_text,
)
from dateline.records.mention import Chain, Mention, MentionKind, Role, Schema, chain_id
from dateline.records.predication import ENDED, bearers, bodies, is_over, over_word
from dateline.records.report import Credit, Dateline, Report, report_id
from dateline.records.revision import (
    ChangedOn,
    ChangeState,
    ClaimChange,
    FieldChange,
    History,
    PassageChange,
    Revision,
)
from dateline.records.span import Quote, Span, cut
from dateline.records.when import Basis, When, read_when
from dateline.records.where import Where

__all__ = [
    "AUTHOR", "BY_HAND", "ENDED", "EVENT_TYPES", "RELATION_TYPES", "SUBJECTS", "Annotations",
    "Attribution", "Basis", "Certainty", "Chain", "ChangeState", "ChangedOn", "Claim",
    "ClaimChange", "ClaimKind", "Collapse", "CollapseBy", "Conflict", "ConflictOn",
    "ConflictStatus", "Copy", "CopyKind", "Count", "Credit", "Dateline", "Entity", "EntityRole",
    "Event", "FieldChange", "Grammar", "History", "JudgedThing", "Judgement", "JudgementKind",
    "KnownBy", "Mention", "MentionKind", "Origin", "Participant", "PassageChange", "PlaceMention",
    "PlaceUse", "Polarity", "Quote", "ReadingJudgement", "Reason", "Report", "Revision", "Role",
    "Schema", "Sentence", "Series", "SharedPassage", "Side", "Source", "SourceKind", "Span",
    "Stance", "Step", "TimeExpression", "Token", "TriggerGuess", "UnnamedSort", "When", "Where",
    "bearers", "bodies", "chain_id", "chains_at", "claim_id", "content_id", "cut", "edtf_bounds",
    "edtf_of_days", "entity_id", "event_id", "fold_name", "is_over", "judged_thing",
    "make_judgement", "over_word", "read_when", "report_id", "strip_marks", "utc_text",
]  # fmt: skip
