"""The casebook and its tests have the same numbers."""

from __future__ import annotations

from tests.rules.cases import cases_tested, cases_written


def test_every_case_has_exactly_one_test_and_every_test_its_case() -> None:
    assert sorted(cases_tested()) == sorted(cases_written())
    assert len(set(cases_written())) == len(cases_written())


def test_the_cases_stand_in_their_order() -> None:
    assert cases_written() == sorted(cases_written())
