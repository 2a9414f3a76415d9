"""The speed of the product beside the bare model: three small reports are enough to see it run."""

from __future__ import annotations

from evaluation.throughput import MODEL, measure


def test_speed_and_memory_are_measured_on_as_many_reports_as_asked_for() -> None:
    result = measure(3)
    assert result.documents == 3
    assert set(result.figures) == {
        "reports_per_s",
        "ratio_to_model",
        "ratio_to_model_in_batches",
        "ratio_to_parser",
        "peak_mib",
        "case_reports_per_s",
        "case_peak_mib",
    }
    assert all(value > 0 for value in result.figures.values())
    ours, bare = result.figures, result.peers[MODEL]
    assert abs(ours["reports_per_s"] / bare["reports_per_s"] - ours["ratio_to_model"]) < 1e-9
    assert ours["case_peak_mib"] > 20
