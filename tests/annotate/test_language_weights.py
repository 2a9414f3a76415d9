"""The parser's weights are those that its authors published, whichever package they came in."""

from __future__ import annotations

import hashlib

import pytest

from dateline.annotate.language import load_model

WEIGHTS = {
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
}
"""SHA-256 of the weights in spaCy's own en_core_web_sm 3.8.0."""


@pytest.mark.parametrize("part", WEIGHTS)
def test_the_weights_of_the_language_model_are_the_original_s(part: str) -> None:
    weights = load_model().path / part  # of the original if it is installed, else of its copy
    assert hashlib.sha256(weights.read_bytes()).hexdigest() == WEIGHTS[part]
