"""What a role may not do is refused by the use case itself, whatever the window shows.

Every use case there is gets walked: a new one that changes, prints or exports fails here until it
asks for a role, and a new one that only reads until it is named among the readers.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from zjrc_desk import desk as room
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.registry.vocabulary import ADMINISTRATOR, AUDITOR, REGISTRAR

#: Read, or work on what is in memory only; what they read of a person's page they audit themselves.
READING = set(
    """
    attach.attachments_of attach.content_of attach.without_scan audit_trail.may_look
    back_up.due back_up.state back_up.worth_it check.check
    drafts.may_delete
    diary.check diary.entries diary.members diary.open_entry diary.revisions diary.visited_names
    diary.volunteers
    back_up.fault back_up.same_disk diary.left_open
    enrol.enrolled enrol.fingerprint enrol.upload export_list.chosen
    find.at_once find.find find.get_ready
    history.history list_form.known_fields monthly.monthly_counts paper_subjects.claims_of
    papers.offered papers.printed_papers print_letter.waiting
    referral.verify_certificate
    register.check register.close_form register.default_place register.find
    register.fill_in_place register.give_consent register.give_reason register.left_open
    register.moved_on register.open_registration
    register.registered_as register.revisions register.warm_up
    seal_batch.diary_waiting seal_batch.lost_batches seal_batch.waiting
    statistics.figures status.batches status.status
    set_up_steps.unfinished succession.possible today.todo verify.verify_token
    verify_file.verify_file
    """.split()
)
#: Everybody's: one's own password, and a backup, which is made whoever leaves and is encrypted.
OWN = {"back_up.back_up", "keys.change_password", "support.export_bundle"}
#: What an auditor is there for; and the administrator, but nobody whom the trail is about.
AUDITING = {f"audit_trail.{name}" for name in ("choices", "entries", "export", "unknown")}
ADMINISTRATORS = set(
    """
    enrol.enrol enrol.request erase.also_erased erase.erase erase.named_elsewhere
    keys.change_store_key keys.replace_recovery_code recovery.code_for
    staff.add staff.change_role staff.disable staff.enable staff.everybody staff.rename
    staff.reset_password staff.set_idle
    """.split()
)


def _use_cases() -> Iterator[tuple[str, Callable[..., Any]]]:
    for module in pkgutil.iter_modules(room.__path__):
        loaded = importlib.import_module(f"{room.__name__}.{module.name}")
        for name, act in inspect.getmembers(loaded, inspect.isfunction):
            parameters = list(inspect.signature(act).parameters.values())
            own = act.__module__ == loaded.__name__ and not name.startswith("_")
            # With a session it is a part of other use cases.
            part = any(parameter.annotation == "Session" for parameter in parameters)
            if own and not part and parameters and parameters[0].annotation == "Desk":
                yield f"{module.name}.{name}", act


USE_CASES = dict(_use_cases())
CHANGING = sorted(set(USE_CASES) - READING - OWN - AUDITING)


def refused(desk: Desk, name: str, role: str) -> bool:
    """Whether the role is refused before anything that was handed over is looked at."""
    desk.staff.role = role
    act = USE_CASES[name]
    needed = [
        parameter
        for parameter in list(inspect.signature(act).parameters.values())[1:]
        if parameter.default is parameter.empty
    ]
    try:
        done = act(desk, *(object() for _ in needed))
        if inspect.isgenerator(done):
            next(done)
    except ZjrcError as error:
        return error.code == "A01"
    except (AttributeError, TypeError):
        return False
    return False


def test_the_lists_name_only_what_there_is() -> None:
    assert set(USE_CASES) >= READING | OWN | AUDITING | ADMINISTRATORS
    assert not READING & ADMINISTRATORS
    assert len(CHANGING) > 40


@pytest.mark.parametrize("name", CHANGING)
def test_an_auditor_changes_prints_and_exports_nothing(desk: Desk, name: str) -> None:
    assert refused(desk, name, AUDITOR)


def test_what_is_an_administrators_is_refused_to_registrars_and_nothing_else_is(
    desk: Desk,
) -> None:
    assert {name for name in CHANGING if refused(desk, name, REGISTRAR)} == ADMINISTRATORS


def test_the_trail_is_the_auditors_and_the_administrators(desk: Desk) -> None:
    for name in AUDITING:
        assert refused(desk, name, REGISTRAR)
        assert not refused(desk, name, AUDITOR)
        assert not refused(desk, name, ADMINISTRATOR)


def test_administrators_are_refused_nothing(desk: Desk) -> None:
    for name in CHANGING:
        assert not refused(desk, name, ADMINISTRATOR), name
