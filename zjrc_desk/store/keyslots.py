"""Key slots: the store's random 256-bit key, wrapped once for each staff member.

``slots.json`` holds for each slot the Argon2id parameters (RFC 9106), a salt, and the key under
AES-256-GCM with the slot's public fields as associated data, so that a slot can't be moved or
relabelled.  One more slot is opened by the printed recovery code (160 random bits).  Disabling a
person means removing the slot; nothing is re-encrypted.
"""

from __future__ import annotations

import base64
import json
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from zjrc_desk.registry.errors import StoreError
from zjrc_desk.store.files import write_atomically

FORMAT = "zjrc-slots/1"
KEY_BYTES = 32
PASSWORD_LENGTH = 8
RECOVERY = "recovery"
_RECOVERY_BYTES = 20
_CROCKFORD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHJKMNPQRSTVWXYZ")
_TO_BASE32 = str.maketrans(
    "0123456789ABCDEFGHJKMNPQRSTVWXYZILO", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567BBA"
)


@dataclass(frozen=True)
class Cost:
    """Argon2id cost: passes, memory in KiB, lanes."""

    passes: int = 3
    memory_kib: int = 64 * 1024
    lanes: int = 2

    def bearable(self) -> bool:
        """Whether opening with it ends in reasonable time; a tampered file may ask for hours."""
        return (
            1 <= self.passes <= 32
            and 8 * 1024 <= self.memory_kib <= 1024 * 1024
            and 1 <= self.lanes <= 16
        )


def new_recovery_code() -> str:
    """160 random bits in Crockford's base 32, in groups of four: easy to write down and read."""
    text = base64.b32encode(secrets.token_bytes(_RECOVERY_BYTES)).decode().translate(_CROCKFORD)
    return "-".join(text[i : i + 4] for i in range(0, len(text), 4))


def _recovery_secret(code: str) -> bytes:
    plain = "".join(code.upper().replace("-", "").split()).translate(_TO_BASE32)
    try:
        return base64.b32decode(plain)
    except ValueError:
        # No code at all; like a wrong one it opens nothing.
        return b""


def check_password(password: str) -> None:
    """Refuses a password that is too short (A02)."""
    if len(password) < PASSWORD_LENGTH:
        raise StoreError(
            "A02",
            f"密码太短，至少要 {PASSWORD_LENGTH} 个字符。",
            "请换一个更长、只有自己知道的密码。",
        )


class KeySlots:
    """The slots of one store, read from and written to ``slots.json``."""

    def __init__(self, path: Path, slots: list[dict[str, Any]]) -> None:
        self._path = path
        self._slots = slots

    @classmethod
    def new(cls, path: Path) -> KeySlots:
        """No slots yet, and no file until the first one is added."""
        return cls(path, [])

    @classmethod
    def load(cls, path: Path) -> KeySlots:
        """The slots on disk; StoreError D02 where they are missing, cut or not to be believed."""
        try:
            content = json.loads(path.read_bytes())
            if content["format"] != FORMAT:
                raise _damaged("unknown format")
            slots = content["slots"]
            for slot in slots:
                if not _cost(slot).bearable():
                    raise _damaged("unbearable Argon2 parameters")
                for name in ("salt", "nonce", "wrapped"):
                    base64.b64decode(slot[name], validate=True)
        except FileNotFoundError:
            raise _damaged("slots.json missing") from None
        except (ValueError, KeyError, TypeError) as error:
            raise _damaged(f"slots.json unreadable: {type(error).__name__}") from error
        return cls(path, slots)

    def staff(self) -> list[str]:
        """The staff numbers that have a slot."""
        return [slot["staff"] for slot in self._slots if slot["kind"] == "staff"]

    def add_staff(self, staff: str, password: str, key: bytes, cost: Cost) -> None:
        """Add or replace the slot of one staff member and write the file."""
        check_password(password)
        self._replace("staff", staff, password.encode(), key, cost)

    def add_recovery(self, code: str, key: bytes, cost: Cost) -> None:
        """Add or replace the slot of the recovery code and write the file."""
        self._replace(RECOVERY, "", _recovery_secret(code), key, cost)

    def remove_staff(self, staff: str) -> None:
        """Take the slot of one staff member away and write the file."""
        self._slots = [s for s in self._slots if (s["kind"], s["staff"]) != ("staff", staff)]
        self._write()

    def unlock(self, staff: str, password: str) -> bytes:
        """The store's key; StoreError D01 for an unknown person and a wrong password alike."""
        return self._open("staff", staff, password.encode())

    def unlock_with_recovery(self, code: str) -> bytes:
        """The store's key by the printed code; StoreError D01 where the code is wrong."""
        return self._open(RECOVERY, "", _recovery_secret(code))

    def _open(self, kind: str, staff: str, secret: bytes) -> bytes:
        slot = next((s for s in self._slots if (s["kind"], s["staff"]) == (kind, staff)), None)
        if slot is None:
            # The same time as for a wrong password, so that nobody learns who has an account.
            _derive(secret, b"\0" * 16, Cost())
            raise wrong_password()
        wrapping_key = _derive(secret, base64.b64decode(slot["salt"]), _cost(slot))
        try:
            return AESGCM(wrapping_key).decrypt(
                base64.b64decode(slot["nonce"]), base64.b64decode(slot["wrapped"]), _bound(slot)
            )
        except InvalidTag:
            raise wrong_password() from None

    def _replace(self, kind: str, staff: str, secret: bytes, key: bytes, cost: Cost) -> None:
        salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
        slot: dict[str, Any] = {
            "kind": kind,
            "staff": staff,
            "kdf": {
                "name": "argon2id",
                "passes": cost.passes,
                "memory_kib": cost.memory_kib,
                "lanes": cost.lanes,
            },
            "salt": base64.b64encode(salt).decode(),
            "nonce": base64.b64encode(nonce).decode(),
        }
        wrapped = AESGCM(_derive(secret, salt, cost)).encrypt(nonce, key, _bound(slot))
        slot["wrapped"] = base64.b64encode(wrapped).decode()
        self._slots = [s for s in self._slots if (s["kind"], s["staff"]) != (kind, staff)]
        self._slots.append(slot)
        self._write()

    def _write(self) -> None:
        content = {"format": FORMAT, "slots": self._slots}
        write_atomically(self._path, json.dumps(content, indent=1).encode())


def wrong_password() -> StoreError:
    """D01, in words that don't say which of the two was wrong."""
    return StoreError("D01", "工号或密码不对。", "请核对大小写后再试；忘记密码请找管理员。")


def _cost(slot: dict[str, Any]) -> Cost:
    kdf = slot["kdf"]
    if kdf["name"] != "argon2id":
        raise _damaged("unknown key derivation")
    return Cost(int(kdf["passes"]), int(kdf["memory_kib"]), int(kdf["lanes"]))


def _bound(slot: dict[str, Any]) -> bytes:
    public = {name: slot[name] for name in ("kind", "staff", "kdf", "salt")}
    return json.dumps(public, sort_keys=True, ensure_ascii=False).encode()


def _derive(secret: bytes, salt: bytes, cost: Cost) -> bytes:
    return hash_secret_raw(
        secret, salt, cost.passes, cost.memory_kib, cost.lanes, KEY_BYTES, Type.ID
    )


def _damaged(detail: str) -> StoreError:
    return StoreError(
        "D02",
        "钥匙文件缺失或已损坏，打不开登记库。",
        "请不要改动任何文件，用最近的备份恢复，或联系省中心。",
        detail=detail,
    )
