"""Guessing at the sign-in: what a restart, a changed clock and a damaged counter do to the wait."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Protocol

import pytest

from tests.conftest import ADMIN, PASSWORD, TestClock
from zjrc_desk.desk.session import sign_in
from zjrc_desk.registry.errors import StoreError
from zjrc_desk.store import tries


class Guess(Protocol):
    """Answers what a sign-in was told; empty where it succeeded."""

    def __call__(self, password: str = ...) -> str: ...


class Machine:
    """How long the PC has been running."""

    def __init__(self) -> None:
        self.seconds = 5000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    machine = Machine()
    monkeypatch.setattr(tries, "running", machine)
    return machine


@pytest.fixture
def guess(store_folder: Path, clock: TestClock) -> Guess:
    def once(password: str = "wrong password") -> str:
        try:
            sign_in(store_folder, ADMIN, password, clock).close()
        except StoreError as error:
            return error.sentence()
        return ""

    return once


def test_after_five_wrong_passwords_each_try_waits_longer(guess: Guess, machine: Machine) -> None:
    for _ in range(5):
        assert "工号或密码不对" in guess()
    for wait in (30, 60, 120):
        machine.seconds += wait - 1
        assert "暂时不能登录" in guess(PASSWORD), "even the right one"
        machine.seconds += 2
        assert "工号或密码不对" in guess()
    machine.seconds += 30 * 60
    assert guess(PASSWORD) == ""
    assert "工号或密码不对" in guess()
    assert guess(PASSWORD) == "", "the count began anew"


def test_neither_a_clock_set_forward_nor_one_set_back_changes_the_wait(
    guess: Guess, machine: Machine, clock: TestClock
) -> None:
    for _ in range(5):
        guess()
    clock.time += timedelta(days=400)
    assert "暂时不能登录" in guess(PASSWORD)
    clock.time -= timedelta(days=800)
    assert "暂时不能登录" in guess(PASSWORD)
    machine.seconds += 31
    assert guess(PASSWORD) == ""


def test_a_restarted_pc_goes_on_waiting_and_not_for_ever(guess: Guess, machine: Machine) -> None:
    for _ in range(5):
        guess()
    machine.seconds = 12
    assert "请等 19 秒" in guess(PASSWORD)
    machine.seconds = 31
    assert guess(PASSWORD) == ""


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[1]",
        b'{"failed": "x"}',
        b'{"failed": 5000, "running": 1}',
        b'{"failed": 1e400, "running": 1}',
        b'{"failed": 7, "running": NaN}',
        b'{"failed": -7, "running": 1}',
    ],
)
def test_a_damaged_counter_gives_no_free_tries(
    guess: Guess, machine: Machine, store_folder: Path, content: bytes
) -> None:
    (store_folder / "tries.json").write_bytes(content)
    assert "暂时不能登录" in guess(PASSWORD)
    machine.seconds += 31
    assert guess(PASSWORD) == ""
