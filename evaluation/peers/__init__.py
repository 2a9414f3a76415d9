"""Other tools, measured beside the product: each in its own environment and its own process.

They are no dependencies of the project: ``python -m evaluation.peers.setup`` installs them apart,
and a set leaves out those that are not there.
"""
