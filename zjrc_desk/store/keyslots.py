"""Key slots: who can open the store (``slots.json``, format ``zjrc-slots/2``).

Each staff member has a slot, one more belongs to the printed recovery code.  A slot holds an X25519
key pair, its private half under AES-256-GCM and Argon2id of the password; the store's key is sealed
to the public half (HPKE, RFC 9180).  So the store's key can be changed for everybody without
anybody's password, and who only knew the old key can't read the new one.

Whoever can write to the folder could seal a key of his own to those public halves, and let people
type into a store he reads.  Therefore the whole file is signed (Ed25519): each slot keeps the
signer's public key under the password, the private one lies in the file under the store's key.

The signature can only be believed after unlocking.  So that a damaged file is told from a wrong
password, ``sha256`` is a digest of the rest, in clear and without a secret: it decides nothing but
which of the two is said.  A file without it, or with that of another program's writing, opens.

``zjrc-slots/1`` wrapped the store's key under the password itself.  Such slots are read, and are
made anew when their owner next signs in (decision 0019).
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from zjrc_desk.registry.errors import StoreError
from zjrc_desk.store.files import write_atomically
from zjrc_desk.store.kdf import KEY_BYTES, Cost, derive
from zjrc_desk.store.place import slots_damaged
from zjrc_desk.store.recovery_code import secret_of

FORMAT, OLD_FORMAT = "zjrc-slots/2", "zjrc-slots/1"
STAFF, RECOVERY = "staff", "recovery"
_HPKE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_SIGNER = b"zjrc-slots/2 signer"

Slot = dict[str, Any]


@dataclass(frozen=True, repr=False)
class Claim:
    """Who wants in, and what they know.  ``plain``: the password as slots of format 1 took it."""

    kind: str
    staff: str
    secret: bytes
    plain: bytes

    @classmethod
    def by_password(cls, staff: str, password: str) -> Claim:
        """A staff member's.  NFKC, so that a letter typed full-width is the same letter."""
        normal = unicodedata.normalize("NFKC", password)
        return cls(STAFF, staff, normal.encode(), password.encode())

    @classmethod
    def by_code(cls, code: str) -> Claim:
        """The recovery code's."""
        return cls(RECOVERY, "", secret_of(code), secret_of(code))


class KeySlots:
    """The slots of one store, read from and written to ``slots.json``."""

    def __init__(self, path: Path, content: dict[str, Any]) -> None:
        self._path = path
        self._content = content

    @classmethod
    def new(cls, path: Path, key: bytes, cost: Cost) -> KeySlots:
        """No slots yet, and no file until the first one is put; ``cost`` is that of new slots."""
        slots = cls(path, {"format": FORMAT, "slots": []})
        slots._make_signer(key, cost)
        return slots

    @classmethod
    def load(cls, path: Path) -> KeySlots:
        """The slots on disk; StoreError D02 where they are missing, cut or not to be believed."""
        try:
            content = json.loads(path.read_bytes())
            _look_over(content)
        except FileNotFoundError:
            raise slots_damaged("slots.json missing") from None
        except (ValueError, KeyError, TypeError) as error:
            raise slots_damaged(f"slots.json unreadable: {type(error).__name__}") from error
        return cls(path, content)

    @property
    def cost(self) -> Cost:
        """What a new slot costs to open."""
        kdf = self._content.get("cost")
        return Cost() if kdf is None else Cost.from_json(kdf)

    def staff(self) -> list[str]:
        """The staff numbers that have a slot."""
        return [slot["staff"] for slot in self._content["slots"] if slot["kind"] == STAFF]

    def old(self) -> list[tuple[str, str]]:
        """Kind and staff number of the slots still in format 1; they bar changing the key."""
        return [(s["kind"], s["staff"]) for s in self._content["slots"] if "wrapped" in s]

    # -- opening ---------------------------------------------------------------------------------

    def unlock(self, staff: str, password: str) -> bytes:
        """The store's key; StoreError D01 for an unknown person and a wrong password alike."""
        return self.keys(Claim.by_password(staff, password))[0]

    def keys(self, claim: Claim) -> list[bytes]:
        """The store's key; old and new one while the key is being changed.

        Raises StoreError D01 for somebody unknown and a wrong secret alike, D02 where the file was
        tampered with, or is damaged.
        """
        try:
            return self._keys(claim)
        except InvalidTag:
            if self._content.get("sha256", self._digest()) != self._digest():
                raise slots_damaged("slots.json: digest") from None
            raise wrong_password() from None

    def _keys(self, claim: Claim) -> list[bytes]:
        """As :meth:`keys`; InvalidTag for somebody unknown and a wrong secret."""
        slot = self._slot_of(claim.kind, claim.staff)
        if slot is None:
            # The same time as for a wrong password, so that nobody learns who has an account.
            derive(claim.secret, b"\0" * 16, self.cost)
            raise InvalidTag
        cost = Cost.from_json(slot["kdf"])
        salt, nonce = _bytes(slot["salt"]), _bytes(slot["nonce"])
        old = "wrapped" in slot
        wrapping = AESGCM(derive(claim.plain if old else claim.secret, salt, cost))
        if old:
            key = wrapping.decrypt(nonce, _bytes(slot["wrapped"]), _bound(slot, "kdf", "salt"))
        else:
            inner = wrapping.decrypt(nonce, _bytes(slot["identity"]), _identity_bound(slot))
        try:
            if old:
                self._believe(self._seed(key) if "signer" in self._content else None)
                return [key]
            self._verify(Ed25519PublicKey.from_public_bytes(inner[KEY_BYTES:]))
            private = X25519PrivateKey.from_private_bytes(inner[:KEY_BYTES])
            return [_HPKE.decrypt(_bytes(b), private, _box_bound(slot)) for b in slot["boxes"]]
        except (InvalidTag, InvalidSignature) as error:
            raise slots_damaged(f"slots.json tampered with: {type(error).__name__}") from error

    def settle(self, claim: Claim, key: bytes) -> bool:
        """After opening with ``key``: bring the owner's slot up to date; True where that wrote.

        A slot of format 1 or of a lower cost is made anew, a digest that does not hold is too; a
        change of the key that was cut short ends with the key that opens the store.
        """
        content = self._content
        if content["format"] == OLD_FORMAT:
            content["format"] = FORMAT
            self._make_signer(key, Cost())
        due = self._drop_other_keys(key) or self._content.get("sha256") != self._digest()
        slot = self._slot_of(claim.kind, claim.staff)
        if slot is None or "wrapped" in slot or _weaker(slot, self.cost):
            self._set(claim, key)
            due = True
        if due:
            self._write(key)
        return due

    # -- changing --------------------------------------------------------------------------------

    def put(self, claim: Claim, key: bytes) -> None:
        """Add or replace one slot and write the file."""
        self._set(claim, key)
        self._write(key)

    def remove_staff(self, staff: str, key: bytes) -> None:
        """Take the slot of one staff member away and write the file."""
        self._content["slots"] = [
            s for s in self._content["slots"] if (s["kind"], s["staff"]) != (STAFF, staff)
        ]
        self._write(key)

    def set_cost(self, cost: Cost, key: bytes) -> None:
        """The cost of new slots; the others follow when their owners sign in."""
        self._content["cost"] = cost.to_json()
        self._write(key)

    def offer(self, key: bytes, new_key: bytes) -> None:
        """Let every slot open the new key beside the present one, and write the file.

        Not with slots of :meth:`old` in it: those would be shut out.
        """
        seed = self._seed(key)
        self._content["signer"]["seeds"].append(_wrap(new_key, seed, _SIGNER))
        for slot in self._content["slots"]:
            slot["boxes"].append(_box(slot, new_key))
        self._write(key)

    def keep_only(self, key: bytes) -> None:
        """Let every slot open ``key`` alone, and write the file."""
        if self._drop_other_keys(key):
            self._write(key)

    def _drop_other_keys(self, key: bytes) -> bool:
        seeds = self._content["signer"]["seeds"]
        if len(seeds) == 1:
            return False
        place = next(n for n, one in enumerate(seeds) if _unwrap(key, one, _SIGNER) is not None)
        self._content["signer"]["seeds"] = [seeds[place]]
        for slot in self._content["slots"]:
            slot["boxes"] = [slot["boxes"][place]]
        return True

    def _set(self, claim: Claim, key: bytes) -> None:
        private = X25519PrivateKey.generate()
        salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
        slot: Slot = {
            "kind": claim.kind,
            "staff": claim.staff,
            "kdf": self.cost.to_json(),
            "salt": _text(salt),
            "public": _text(private.public_key().public_bytes_raw()),
            "nonce": _text(nonce),
        }
        inner = private.private_bytes_raw() + _bytes(self._content["signer"]["public"])
        wrapping = AESGCM(derive(claim.secret, salt, self.cost))
        slot["identity"] = _text(wrapping.encrypt(nonce, inner, _identity_bound(slot)))
        slot["boxes"] = [_box(slot, key)]
        self._content["slots"] = [
            s
            for s in self._content["slots"]
            if (s["kind"], s["staff"]) != (claim.kind, claim.staff)
        ]
        self._content["slots"].append(slot)

    def _slot_of(self, kind: str, staff: str) -> Slot | None:
        slots: Sequence[Slot] = self._content["slots"]
        return next((s for s in slots if (s["kind"], s["staff"]) == (kind, staff)), None)

    # -- the signature ---------------------------------------------------------------------------

    def _make_signer(self, key: bytes, cost: Cost) -> None:
        signer = Ed25519PrivateKey.generate()
        self._content["cost"] = cost.to_json()
        self._content["signer"] = {
            "public": _text(signer.public_key().public_bytes_raw()),
            "seeds": [_wrap(key, signer.private_bytes_raw(), _SIGNER)],
        }

    def _seed(self, key: bytes) -> bytes:
        found = (_unwrap(key, one, _SIGNER) for one in self._content["signer"]["seeds"])
        seed = next((one for one in found if one is not None), None)
        if seed is None:
            raise slots_damaged("no signer for this key")
        return seed

    def _believe(self, seed: bytes | None) -> None:
        """An old slot vouches for the store's key, and that for the signer."""
        if seed is not None:
            self._verify(Ed25519PrivateKey.from_private_bytes(seed).public_key())

    def _verify(self, signer: Ed25519PublicKey) -> None:
        signer.verify(_bytes(self._content["signature"]), self._signed())

    def _digest(self) -> str:
        names = ("signature", "sha256")
        content = {name: value for name, value in self._content.items() if name not in names}
        return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()

    def _signed(self) -> bytes:
        content = {name: value for name, value in self._content.items() if name != "signature"}
        return json.dumps(content, sort_keys=True).encode()

    def _write(self, key: bytes) -> None:
        signer = Ed25519PrivateKey.from_private_bytes(self._seed(key))
        self._content["sha256"] = self._digest()
        self._content["signature"] = _text(signer.sign(self._signed()))
        write_atomically(self._path, json.dumps(self._content, indent=1).encode())


def wrong_password() -> StoreError:
    """D01, in words that don't say which of the two was wrong."""
    return StoreError("D01", "工号或密码不对。", "请核对大小写后再试；忘记密码请找管理员。")


def _look_over(content: dict[str, Any]) -> None:
    """Raises ValueError, KeyError or TypeError for anything that is not as it is written here."""
    new = content["format"] == FORMAT
    if not new and content["format"] != OLD_FORMAT:
        raise ValueError("unknown format")
    texts: list[str] = []
    if new:
        Cost.from_json(content["cost"])
        signer = content["signer"]
        texts += [signer["public"], content["signature"], *signer["seeds"]]
    for slot in content["slots"]:
        Cost.from_json(slot["kdf"])
        if not isinstance(slot["kind"], str) or not isinstance(slot["staff"], str):
            raise TypeError("kind and staff are texts")
        texts += [slot["salt"], slot["nonce"]]
        if "wrapped" in slot:
            texts.append(slot["wrapped"])
            continue
        if not new or len(slot["boxes"]) != len(content["signer"]["seeds"]):
            raise ValueError("boxes and seeds don't agree")
        texts += [slot["public"], slot["identity"], *slot["boxes"]]
    for text in texts:
        _bytes(text)


def _weaker(slot: Slot, cost: Cost) -> bool:
    return Cost.from_json(slot["kdf"]).work() < cost.work()


def _bound(slot: Slot, *names: str) -> bytes:
    """A slot's public fields: it can't be moved, relabelled or made cheaper."""
    public = {name: slot[name] for name in ("kind", "staff", *names)}
    return json.dumps(public, sort_keys=True, ensure_ascii=False).encode()


def _identity_bound(slot: Slot) -> bytes:
    return _bound(slot, "kdf", "salt", "public")


def _box_bound(slot: Slot) -> bytes:
    return FORMAT.encode() + _bound(slot, "public")


def _box(slot: Slot, key: bytes) -> str:
    public = X25519PublicKey.from_public_bytes(_bytes(slot["public"]))
    return _text(_HPKE.encrypt(key, public, _box_bound(slot)))


def _wrap(key: bytes, content: bytes, bound: bytes) -> str:
    nonce = secrets.token_bytes(12)
    return _text(nonce + AESGCM(key).encrypt(nonce, content, bound))


def _unwrap(key: bytes, wrapped: str, bound: bytes) -> bytes | None:
    raw = _bytes(wrapped)
    try:
        return AESGCM(key).decrypt(raw[:12], raw[12:], bound)
    except InvalidTag:
        return None


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
