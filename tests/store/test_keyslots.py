"""Key slots: both formats, their cost, and what tampering with the file comes to."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tests.conftest import ADMIN, CHEAP, PASSWORD, TestClock
from zjrc_desk.desk.session import sign_in
from zjrc_desk.registry.errors import AccessError, StoreError
from zjrc_desk.store.kdf import Cost, calibrated, derive, seconds_of
from zjrc_desk.store.keyslots import _HPKE, Claim, KeySlots, _box_bound
from zjrc_desk.store.recovery_code import new_recovery_code, same, secret_of
from zjrc_desk.store.store import Store


def written(folder: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((folder / "slots.json").read_bytes())
    return content


def first_format(kind: str, staff: str, secret: bytes, key: bytes) -> dict[str, Any]:
    """A slot as ``zjrc-slots/1`` had it, written here by its own description."""
    salt, nonce = b"s" * 16, b"n" * 12
    kdf = {"name": "argon2id", "passes": 1, "memory_kib": 8192, "lanes": 1}
    public = {
        "kind": kind,
        "staff": staff,
        "kdf": kdf,
        "salt": base64.b64encode(salt).decode(),
    }
    bound = json.dumps(public, sort_keys=True, ensure_ascii=False).encode()
    wrapped = AESGCM(derive(secret, salt, CHEAP)).encrypt(nonce, key, bound)
    return public | {
        "nonce": base64.b64encode(nonce).decode(),
        "wrapped": base64.b64encode(wrapped).decode(),
    }


@pytest.fixture
def old_store(store_folder: Path) -> tuple[Path, str]:
    """A store of the version before, and its recovery code."""
    key = KeySlots.load(store_folder / "slots.json").unlock(ADMIN, PASSWORD)
    code = new_recovery_code()
    slots = [
        first_format("recovery", "", secret_of(code), key),
        first_format("staff", ADMIN, PASSWORD.encode(), key),
    ]
    content = {"format": "zjrc-slots/1", "slots": slots}
    (store_folder / "slots.json").write_text(json.dumps(content))
    return store_folder, code


def test_slots_of_the_first_format_open_and_are_made_anew_when_their_owner_signs_in(
    old_store: tuple[Path, str], clock: TestClock
) -> None:
    folder, code = old_store
    store = Store.open(folder, ADMIN, PASSWORD, clock())
    assert store.keys_of().old() == [("recovery", "")]
    with pytest.raises(AccessError, match="A09") as caught:
        store.change_key(CHEAP)
    assert "恢复码" in caught.value.sentence()
    store.close()
    store = Store.open_with_recovery(folder, code, clock())
    assert store.keys_of().old() == []
    store.change_key(CHEAP)
    store.close()
    Store.open_with_recovery(folder, code, clock()).close()
    Store.open(folder, ADMIN, PASSWORD, clock()).close()


def test_a_slot_of_a_lower_cost_is_made_anew_at_the_next_right_sign_in(
    store_folder: Path, clock: TestClock
) -> None:
    path = store_folder / "slots.json"
    slots = KeySlots.load(path)
    dearer = Cost(passes=2, memory_kib=8 * 1024, lanes=1)
    slots.set_cost(dearer, slots.unlock(ADMIN, PASSWORD))
    with pytest.raises(StoreError, match="D01"):
        sign_in(store_folder, ADMIN, "wrong password", clock)

    def costs() -> dict[str, int]:
        return {slot["kind"]: slot["kdf"]["passes"] for slot in written(store_folder)["slots"]}

    assert costs() == {"recovery": 1, "staff": 1}
    sign_in(store_folder, ADMIN, PASSWORD, clock).close()
    assert costs() == {"recovery": 1, "staff": 2}
    before = path.read_bytes()
    sign_in(store_folder, ADMIN, PASSWORD, clock).close()
    assert path.read_bytes() == before, "only once"


def _foreign_key(content: dict[str, Any]) -> None:
    """Somebody without any key seals a key of his own to everybody."""
    for slot in content["slots"]:
        public = X25519PublicKey.from_public_bytes(base64.b64decode(slot["public"]))
        box = _HPKE.encrypt(b"k" * 32, public, _box_bound(slot))
        slot["boxes"] = [base64.b64encode(box).decode()]


def _slots_swapped(content: dict[str, Any]) -> None:
    first, second = content["slots"]
    first["boxes"], second["boxes"] = second["boxes"], first["boxes"]


def _made_cheaper(content: dict[str, Any]) -> None:
    content["cost"]["passes"] = 1
    content["cost"]["memory_kib"] = 8192 + 1


def _one_gone(content: dict[str, Any]) -> None:
    content["slots"] = [slot for slot in content["slots"] if slot["kind"] == "staff"]


@pytest.mark.parametrize("tamper", [_foreign_key, _slots_swapped, _made_cheaper, _one_gone])
def test_who_can_only_write_the_file_is_found_out(
    tamper: Callable[[dict[str, Any]], None], store_folder: Path, clock: TestClock
) -> None:
    content = written(store_folder)
    tamper(content)
    (store_folder / "slots.json").write_text(json.dumps(content))
    with pytest.raises(StoreError, match="D02"):
        sign_in(store_folder, ADMIN, PASSWORD, clock)


def test_a_character_changed_anywhere_is_a_damaged_file_and_no_wrong_password(
    store_folder: Path, clock: TestClock
) -> None:
    path = store_folder / "slots.json"
    whole = path.read_text()
    (mine,) = (slot for slot in written(store_folder)["slots"] if slot["staff"] == ADMIN)
    for part in ("salt", "nonce", "public", "identity"):
        at = whole.index(mine[part]) + 5
        path.write_text(whole[:at] + ("B" if whole[at] == "A" else "A") + whole[at + 1 :])
        with pytest.raises(StoreError, match="D02"):
            sign_in(store_folder, ADMIN, PASSWORD, clock)
    path.write_text(whole.replace(f'"staff": "{ADMIN}"', '"staff": "A0O1"'))
    with pytest.raises(StoreError, match="D02"):
        sign_in(store_folder, ADMIN, PASSWORD, clock)
    path.write_text(whole)
    with pytest.raises(StoreError, match="D01"):
        sign_in(store_folder, ADMIN, "wrong password", clock)
    sign_in(store_folder, ADMIN, PASSWORD, clock).close()


def signed_by(program: str, folder: Path) -> None:
    """The file as a program without the digest writes it: none there, or a stale one kept."""
    slots = KeySlots.load(folder / "slots.json")
    key = slots.unlock(ADMIN, PASSWORD)
    slots._content.pop("sha256")
    if program == "went back to":
        slots._content["sha256"] = "0" * 64
    signer = Ed25519PrivateKey.from_private_bytes(slots._seed(key))
    slots._content["signature"] = base64.b64encode(signer.sign(slots._signed())).decode()
    (folder / "slots.json").write_text(json.dumps(slots._content))


@pytest.mark.parametrize("program", ["before", "went back to"])
def test_a_file_of_a_program_without_the_digest_opens_and_gets_it(
    program: str, store_folder: Path, clock: TestClock
) -> None:
    digest = written(store_folder)["sha256"]
    signed_by(program, store_folder)
    assert written(store_folder).get("sha256") != digest
    sign_in(store_folder, ADMIN, PASSWORD, clock).close()
    assert written(store_folder)["sha256"] == digest
    sign_in(store_folder, ADMIN, PASSWORD, clock).close()


def test_a_password_typed_in_full_width_letters_is_the_same(
    store_folder: Path, clock: TestClock
) -> None:
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in PASSWORD)
    assert wide != PASSWORD
    sign_in(store_folder, ADMIN, wide, clock).close()


def test_nothing_that_opens_the_store_stands_in_the_file_or_in_a_claim(
    store_folder: Path,
) -> None:
    raw = (store_folder / "slots.json").read_text()
    key = KeySlots.load(store_folder / "slots.json").unlock(ADMIN, PASSWORD)
    assert PASSWORD not in raw
    assert key.hex() not in raw
    assert base64.b64encode(key).decode() not in raw
    assert PASSWORD not in repr(Claim.by_password(ADMIN, PASSWORD))


@pytest.mark.parametrize(
    ("seconds_per_mib_pass", "memory_mib"), [(0.5, 64), (0.00125, 128), (0.00001, 256)]
)
def test_the_cost_is_measured_and_never_below_64_mib_and_three_passes(
    seconds_per_mib_pass: float, memory_mib: int
) -> None:
    def seconds(cost: Cost) -> float:
        return cost.passes * cost.memory_kib / 1024 * seconds_per_mib_pass

    cost = calibrated(seconds)
    assert cost.memory_kib == memory_mib * 1024
    assert cost.passes >= 3
    assert cost.bearable()
    assert seconds(cost) >= 0.4 or cost.passes == 32


def test_the_measure_is_of_the_real_function() -> None:
    assert seconds_of(Cost(4, 16 * 1024, 1)) > seconds_of(CHEAP) > 0


def test_codes_are_the_same_however_typed_and_nothing_is_the_same_as_nothing() -> None:
    code = new_recovery_code()
    assert len(code) == 39
    assert same(code, code.lower().replace("-", " "))
    assert not same(code, new_recovery_code())
    assert not same("", "")
    assert not same(code[:-5], code[:-5])
