"""F08: names and texts with characters of all kinds, by properties.

The rules are asked with an oracle of their own: what must stop is worked out here in another way.
"""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.people import revision, volunteer
from tests.registry.judging import NOW, stops
from zjrc_desk.registry.normalise import normalise_name
from zjrc_desk.registry.rules import Force, Step, problems
from zjrc_desk.registry.tables import Kin

_HAN = st.one_of(
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF),
    st.characters(min_codepoint=0x20000, max_codepoint=0x2A6DF),  # plane 2
    st.characters(min_codepoint=0x2CEB0, max_codepoint=0x2EBE0),  # extension F
    st.characters(min_codepoint=0x30000, max_codepoint=0x3134A),  # plane 3
    st.integers(0x31350, 0x323AF).map(chr),  # extension H, newer than Python's own tables
)

_BAD = st.one_of(
    st.characters(categories=["Cc", "Cf", "Cs", "Co"]),
    st.sampled_from('<>{}=()"\\;%&@#|😀👩‍⚕\u202e\u200f\ufeff0123456789'),
)
#: Ask for another form of the character before them, and are not seen themselves.
_SELECTORS = "".join(map(chr, [*range(0xFE00, 0xFE0E), *range(0xE0100, 0xE01F0)]))


@given(st.text(_HAN, min_size=1, max_size=60))
def test_f08_a_name_of_any_han_characters_of_any_plane_is_taken_as_it_is(name: str) -> None:
    assert normalise_name(name) == name
    found = revision(volunteer=volunteer(name=name))
    assert stops(found, Step.COMPLETE) <= {("F06", "executor.name")}, "unless a namesake"
    hints = {p.path for p in problems(found, Step.COMPLETE, NOW) if p.force is Force.HINT}
    assert ("volunteer.name" in hints) is (len(name) == 1)


@given(st.text(_HAN, min_size=61, max_size=90))
def test_f08_a_name_of_more_than_60_characters_stops(name: str) -> None:
    assert ("F08", "volunteer.name") in stops(revision(volunteer=volunteer(name=name)))


@given(st.text(_HAN, max_size=5), _BAD, st.text(_HAN, max_size=5))
def test_f08_a_name_with_anything_else_stops_wherever_it_stands(
    before: str, bad: str, after: str
) -> None:
    name = f"{before}{bad}{after}"
    found = revision(volunteer=volunteer(name=name), kin=[Kin(name=name, relation="child")])
    found.witnesses[0].name = found.executor.name = name
    paths = {path for code, path in stops(found) if code == "F08"}
    assert paths >= {"volunteer.name", "kin.0.name", "executor.name", "witnesses.0.name"}


@pytest.mark.parametrize(
    "name",
    ["阿卜杜拉·买买提", "Anne-Marie O’Neil", "José Núñez", "Nguyễn Văn Anh", "欧阳𬍛", "王𰻝"],
)
def test_f08_names_of_other_tongues_are_taken(name: str) -> None:
    assert stops(revision(volunteer=volunteer(name=normalise_name(name)))) == set()


@pytest.mark.parametrize("character", ["\ufe00", "\U000e0100"])
def test_f08_a_selector_nobody_sees_is_said_to_be_unseen(character: str) -> None:
    found = revision(volunteer=volunteer(name=f"葛{character}样"))
    found.intention.family_letter = f"葛{character}"
    said = {p.path: p.message for p in problems(found, Step.COMPLETE, NOW) if p.code == "F08"}
    assert set(said) == {"volunteer.name", "intention.family_letter"}
    assert all("看不见的" in message for message in said.values())


@given(
    st.characters(categories=["Cc", "Cf", "Cs", "Co"], exclude_characters="\n\t")
    | st.sampled_from(_SELECTORS)
)
def test_f08_no_unreadable_character_passes_in_any_text(character: str) -> None:
    found = revision()
    found.volunteer.residence_address = f"样例路{character}1 号"
    found.intention.family_letter = f"孩子们{character}"
    found.statement.second_staff = character
    expected = ("volunteer.residence_address", "intention.family_letter", "statement.second_staff")
    assert stops(found) == {("F08", path) for path in expected}


@given(
    st.text(st.characters(exclude_categories=["C"], exclude_characters=_SELECTORS), max_size=150)
)
def test_f08_readable_text_of_any_kind_passes_and_is_never_run(text: str) -> None:
    found = revision()
    found.volunteer.residence_address = f"样例路 1 号{text}"
    found.intention.family_letter = f"=cmd() {{{{x}}}} <b> ' OR 1=1 --{text}"
    assert stops(found) == set()


def test_the_newest_characters_are_taken_though_python_does_not_know_them() -> None:
    assert unicodedata.category(chr(0x31350)) in ("Cn", "Lo")
    assert stops(revision(volunteer=volunteer(name="王" + chr(0x31350)))) == set()
