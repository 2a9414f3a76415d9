"""The tables of a case as the code reads and writes them; `migrations` makes them.

A record is kept whole, as JSON in `payload`; the other columns are there to find it. Days are
ISO text, so that they sort alike in both databases. Beside each record of the evidence stands
the SHA-256 of its payload as it was added.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()

reports = Table(
    "reports",
    metadata,
    Column("id", Text, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("payload_sha256", Text),
    Column("number", BigInteger),  # the order of adding
)

chains = Table(
    "chains",
    metadata,
    Column("id", Text, primary_key=True),
    Column("report", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("payload_sha256", Text),
)

claims = Table(
    "claims",
    metadata,
    Column("id", Text, primary_key=True),
    Column("report", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("start_day", Text),  # first possible day; null if undated or open
    Column("end_day", Text),  # first day after the last possible one
    Column("payload", Text, nullable=False),
    Column("payload_sha256", Text),
)

passages = Table(  # what search looks through: quotes of claims, and parts of a report's text
    "passages",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("report", Text, nullable=False),
    Column("claim", Text),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("payload", Text, nullable=False),
)

entities = Table(
    "entities",
    metadata,
    Column("id", Text, primary_key=True),
    Column("schema", Text, nullable=False),
    Column("payload", Text, nullable=False),
)

entity_names = Table(
    "entity_names",
    metadata,
    Column("entity", Text, primary_key=True),
    Column("words", Text, primary_key=True),  # the name as search compares it
)

events = Table(
    "events",
    metadata,
    Column("id", Text, primary_key=True),
    Column("type", Text, nullable=False),
    Column("start_day", Text),
    Column("end_day", Text),
    Column("payload", Text, nullable=False),
)

copies = Table(
    "copies",
    metadata,
    Column("report", Text, primary_key=True),
    Column("copy_of", Text, nullable=False),
)

ungrouped = Table(  # reports that the last resolution has not seen
    "ungrouped",
    metadata,
    Column("report", Text, primary_key=True),
)

judgements = Table(  # the log of what people judged: only ever added to
    "judgements",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("payload_sha256", Text),
)

unheeded = Table(  # judgements that the last resolution has not seen
    "unheeded",
    metadata,
    Column("judgement", Text, primary_key=True),
)

# What is kept so that a case grows report by report; see `growing`.

signs = Table(  # each chain that is grouped: how it votes, what it is, and whose it is
    "signs",
    metadata,
    Column("chain", Text, primary_key=True),
    Column("report", Text, nullable=False),
    Column("name", Text, nullable=False),  # without titles, folded
    Column("taken", Boolean, nullable=False),  # whether its report takes it for a person
    Column("firm", Boolean, nullable=False),
    Column("alone", Text, nullable=False),  # the entity that it would be by itself
    Column("is_person", Boolean),
    Column("entity", Text),
)

said = Table(  # what each report that is grouped says of its chains
    "said",
    metadata,
    Column("report", Text, primary_key=True),
    Column("payload", Text, nullable=False),
)

votes = Table(
    "votes",
    metadata,
    Column("name", Text, primary_key=True),
    Column("is_person", Boolean, primary_key=True),
    Column("number", BigInteger, nullable=False),
)

chain_keys = Table(
    "chain_keys",
    metadata,
    Column("key", Text, primary_key=True),
    Column("chain", Text, primary_key=True),
    Column("is_sought", Boolean, primary_key=True),
    Column("name", Text, primary_key=True),  # the one that bears it, if that is counted
)

posts = Table(  # chains of a body, and of those who hold a post in it
    "posts",
    metadata,
    Column("body", Text, primary_key=True),
    Column("holder", Text, primary_key=True),
)

bearers = Table(  # the names of each entity, folded
    "bearers",
    metadata,
    Column("name", Text, primary_key=True),
    Column("entity", Text, primary_key=True),
)

tellings = Table(  # each event claim that is grouped
    "tellings",
    metadata,
    Column("claim", Text, primary_key=True),
    Column("paragraph", Integer, nullable=False),
    Column("event", Text),
)

telling_keys = Table(
    "telling_keys",
    metadata,
    Column("key", Text, primary_key=True),
    Column("claim", Text, primary_key=True),
)

telling_ties = Table(  # claims that may tell of one event, and the key that they share
    "telling_ties",
    metadata,
    Column("key", Text, primary_key=True),
    Column("one", Text, primary_key=True),
    Column("other", Text, primary_key=True),
)

outlets = Table("outlets", metadata, Column("name", Text, primary_key=True))  # folded

bodies = Table(  # the text of each report that is grouped, as it is compared with others
    "bodies",
    metadata,
    Column("report", Text, primary_key=True),
    Column("place", Text, nullable=False),  # sorts them by when they were published
    Column("whole", BigInteger, nullable=False),
    Column("size", Integer, nullable=False),
    Column("sample", Integer, nullable=False),
    Column("holder", Text),  # the earlier report that holds its text
)

runs = Table(  # runs of words, hashed, and the bodies that they are in
    "runs",
    metadata,
    Column("run", BigInteger, primary_key=True),
    Column("place", Text, primary_key=True),
)

texts = Table(  # each report with an address, and its place among the texts of that address
    "texts",
    metadata,
    Column("report", Text, primary_key=True),
    Column("address", Text, nullable=False),
    Column("words", Text, nullable=False),  # hash of them
    Column("first", BigInteger, nullable=False),  # when it was published, in microseconds
    Column("last", BigInteger, nullable=False),
    Column("revision_of", Text),
    Column("replaced_by", Text),
    Column("same_as", Text),
)

settled_copies = Table(  # where texts that were replaced make another copy of a report, or none
    "settled_copies",
    metadata,
    Column("report", Text, primary_key=True),
    Column("copy_of", Text),
)

unused_blobs = Table(  # bytes of removed reports that are still to be deleted
    "unused_blobs",
    metadata,
    Column("sha256", Text, primary_key=True),
)

rules = Table("rules", metadata, Column("name", Text, primary_key=True))  # grouped by these

blobs = Table(  # in PostgreSQL only: a folder keeps the bytes as files
    "blobs",
    MetaData(),
    Column("sha256", Text, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)

migrations = Table("migrations", metadata, Column("name", Text, primary_key=True))
