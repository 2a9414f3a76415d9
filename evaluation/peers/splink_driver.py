"""Asks Splink, in an environment of its own, which mentions are of one identity.

The one question is {"people": [row], "bodies": [row]}; a row is an object with the columns below.
The one answer has, for people and bodies, the number of the cluster of each row at each of
`THRESHOLDS`, and what it took on one thread: processor seconds and peak memory. The rules and
comparisons are those that its guides advise for names: full names with term frequencies, then
parts of the name with what stands beside it; weights are learned without labels.
"""

from __future__ import annotations

import importlib
import json
import logging
import resource
import sys
import time
from pathlib import Path
from typing import Any

duckdb, pyarrow, splink, compare = (
    importlib.import_module(name)
    for name in ("duckdb", "pyarrow", "splink", "splink.comparison_library")
)
block_on = splink.block_on

THRESHOLDS = (0.1, 0.5, 0.9, 0.99)
"""Least probability of a match; which serves it best is found by who asks."""
MEMORY = "6GB"

PEOPLE = splink.SettingsCreator(
    link_type="dedupe_only",
    blocking_rules_to_generate_predictions=[
        block_on("name"), block_on("surname", "initial"), block_on("surname", "post"),
        block_on("surname", "town"), block_on("given", "post", "town"),
    ],
    comparisons=[
        compare.ForenameSurnameComparison(
            "given", "surname", forename_surname_concat_col_name="name"
        ),
        compare.ExactMatch("post"),
        compare.ExactMatch("body"),
        compare.ExactMatch("town").configure(term_frequency_adjustments=True),
        compare.ArrayIntersectAtSizes("beside", [2, 1]),
    ],
)  # fmt: skip
BODIES = splink.SettingsCreator(
    link_type="dedupe_only",
    blocking_rules_to_generate_predictions=[
        block_on("name"), block_on("given", "surname"), block_on("given", "country"),
        block_on("acronym", "country"), block_on("surname", "town"),
    ],
    comparisons=[
        compare.DamerauLevenshteinAtThresholds("name", [1, 3]).configure(
            term_frequency_adjustments=True
        ),
        compare.ExactMatch("given"),
        compare.ExactMatch("acronym"),
        compare.ExactMatch("town").configure(term_frequency_adjustments=True),
        compare.ArrayIntersectAtSizes("beside", [2, 1]),
    ],
)  # fmt: skip


def link(rows: list[dict[str, Any]], settings: Any, is_person: bool) -> list[list[int]]:
    """For each threshold the number of each row's cluster."""
    connection = duckdb.connect(":memory:")
    connection.execute(f"SET threads = 1; SET memory_limit = '{MEMORY}'")
    api = splink.DuckDBAPI(connection)
    for number, row in enumerate(rows):
        row["unique_id"] = number
    linker = splink.Linker(
        api.register(pyarrow.Table.from_pylist(rows)), settings, log_level="ERROR"
    )
    train = linker.training
    train.estimate_probability_two_random_records_match([block_on("name")], recall=0.5)
    train.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in (block_on("name"), block_on("surname", "town" if is_person else "country")):
        train.estimate_parameters_using_expectation_maximisation(rule)
    pairs = linker.inference.predict(threshold_match_probability=min(THRESHOLDS))
    found = []
    for threshold in THRESHOLDS:
        clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(
            pairs, threshold_match_probability=threshold
        )
        records = clusters.as_record_list()
        of = {record["unique_id"]: record["cluster_id"] for record in records}
        found.append([int(of[number]) for number in range(len(rows))])
    return found


def main() -> None:
    """Reads the question, asks, writes the answer."""
    logging.disable(logging.WARNING)
    (asked,) = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    began = time.process_time()
    people = link(asked["people"], PEOPLE, True)
    bodies = link(asked["bodies"], BODIES, False)
    answer = {
        "thresholds": THRESHOLDS,
        "people": people,
        "bodies": bodies,
        "spent_s": time.process_time() - began,
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    Path(sys.argv[2]).write_text(json.dumps([answer]), encoding="utf-8")


if __name__ == "__main__":
    main()
