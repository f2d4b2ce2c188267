"""Sealing against the shell's own ``tar | zstd | age`` on the same bytes.

    python -m tests.bench.bench_seal [--records 10000] [--mib 1024] [--rounds 5]

Aim: at most 1.5 times the wall time of the pipeline (its output synced too), under 200 MiB of
memory.  Each round runs both, one after the other; the table shows the best of each.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import multiprocessing
import os
import resource
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.batches.samples import NOW, World, header, sample_record
from zjrc_desk.batches.open import read_payload, verify_envelope
from zjrc_desk.batches.seal import AttachmentSource, seal
from zjrc_desk.batches.strictjson import dumps

MIB = 1024**2
AIM_RATIO, AIM_MIB = 1.5, 200
PDF = "application/pdf"
LETTER = "身后把遗体捐给医学，请家人不必难过，一切从简。" * 8


def _records(count: int, sources: list[AttachmentSource]) -> Iterator[dict[str, object]]:
    for number in range(1, count + 1):
        source = sources[number - 1] if number <= len(sources) else None
        record = sample_record(number)
        intention = record["intention"]
        assert isinstance(intention, dict)
        intention["family_letter"] = f"{number} {LETTER}"
        if source is not None:
            record["attachments"] = [
                {"sha256": source.sha256, "media_type": PDF, "size": source.size, "role": "letter"}
            ]
        yield record


def _make_bag(folder: Path, records: int, mib: int) -> list[AttachmentSource]:
    """The files the pipeline packs; the attachments are what sealing reads, too."""
    attachments = folder / "data" / "attachments"
    attachments.mkdir(parents=True)
    sources = []
    for _ in range(mib):
        content = b"%PDF-1.7\n" + os.urandom(MIB - 9)
        digest = hashlib.sha256(content).hexdigest()
        path = attachments / f"{digest}.pdf"
        path.write_bytes(content)
        sources.append(AttachmentSource(digest, PDF, MIB, lambda path=path: path.open("rb", 0)))
    with (folder / "data" / "records.ndjson").open("wb") as file:
        for record in _records(records, sources):
            file.write(dumps(record) + b"\n")
    return sources


def _pipeline(bag: Path, out: Path, recipient: str) -> float:
    started = time.perf_counter()
    command = f"tar -C {bag.parent} -c {bag.name} | zstd -q | age -r {recipient} -o {out}"
    subprocess.run(["bash", "-o", "pipefail", "-c", command], check=True)
    with out.open("rb") as file:
        os.fsync(file.fileno())
    return time.perf_counter() - started


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _measure(folder: str, records: int, mib: int, rounds: int) -> None:
    """In a process of its own, so that its peak memory is that of sealing and opening."""
    base, world = Path(folder), World()
    sources = _make_bag(base / "bag", records, mib)
    lines = base / "bag" / "data" / "records.ndjson"
    seconds: dict[str, list[float]] = {"pipeline": [], "seal": [], "open": []}
    for number in range(1, rounds + 1):
        out = base / "pipeline.age"
        seconds["pipeline"].append(_pipeline(base / "bag", out, world.identity.recipient))
        size = out.stat().st_size
        out.unlink()
        started = time.perf_counter()
        batch = seal(
            base,
            header(sequence=number),
            world.point,
            [world.identity.recipient],
            lambda: map(json.loads, lines.open(encoding="utf-8")),
            sources,
        )
        seconds["seal"].append(time.perf_counter() - started)
        seal_memory = _memory()
        started = time.perf_counter()
        envelope = verify_envelope(batch.path, world.trust(), now=NOW)
        read_payload(
            envelope, [world.identity], on_record=lambda _: None, on_attachment=lambda *_: None
        )
        seconds["open"].append(time.perf_counter() - started)
        batch.path.unlink()
    best = {name: min(times) for name, times in seconds.items()}
    print(f"{records} records, {mib} MiB of attachments; best of {rounds}; {batch.size} bytes")
    print(f"{'':28}{'seconds':>8}{'ratio':>7}{'peak MiB':>10}{'bytes':>13}")
    print(f"{'tar | zstd | age':28}{best['pipeline']:8.2f}{1:7.2f}{'':10}{size:13}")
    ratio = best["seal"] / best["pipeline"]
    print(f"{'seal':28}{best['seal']:8.2f}{ratio:7.2f}{seal_memory:10.0f}{batch.size:13}")
    ratio = best["open"] / best["pipeline"]
    print(f"{'verify_envelope+read_payload':28}{best['open']:8.2f}{ratio:7.2f}{_memory():10.0f}")
    if best["seal"] > AIM_RATIO * best["pipeline"] or _memory() > AIM_MIB:
        print(f"over the aim of {AIM_RATIO} and {AIM_MIB} MiB")
        raise SystemExit(1)


def main() -> None:
    """Run with the sizes of the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--mib", type=int, default=1024)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", default=None, help="where to write (default: temporary)")
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="bench-seal-", dir=options.folder)
    try:
        arguments = (folder, options.records, options.mib, options.rounds)
        process = multiprocessing.get_context("spawn").Process(target=_measure, args=arguments)
        process.start()
        process.join()
        if process.exitcode:
            raise SystemExit(process.exitcode)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
