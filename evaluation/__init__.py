"""How good Dateline is, measured on labelled reports: ``python -m evaluation``.

One module a set, each ending in a `BenchmarkSet`; `sets.py` lists them. What is measured goes
to docs/scores.md with its date, version, part and machine.
"""
