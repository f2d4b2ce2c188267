"""Divisions are found by a few letters of their pinyin, however much of the name is typed."""

from __future__ import annotations

import pytest

from zjrc_desk.registry.regions import matching


@pytest.mark.parametrize("typed", ["cxx", "hzcx", "hzscxx", "zjhzcx", "zjshzscxx", "长兴"])
def test_a_county_is_found_by_the_letters_of_all_or_of_the_last_of_its_name(typed: str) -> None:
    assert "浙江省湖州市长兴县" in matching(typed)


def test_zhejiang_comes_first_and_another_province_is_found_as_well() -> None:
    assert matching("xh")[0].startswith("浙江省")
    assert "上海市徐汇区" in matching("shxh")


def test_what_is_none_finds_nothing() -> None:
    assert matching("") == matching("zzzzzz") == []
