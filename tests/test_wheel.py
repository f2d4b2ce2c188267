"""What is installed from a wheel finds its resources as a checkout does."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_wheel_holds_every_resource_and_finds_it_without_the_checkout(tmp_path: Path) -> None:
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps"),
            *("--no-build-isolation", "--wheel-dir", str(tmp_path), str(ROOT)),
        ],
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]);"
        "from zjrc_desk.registry.resources import resource_root as root;"
        "print(root()); print(*sorted(str(p.relative_to(root())) for p in root().rglob('*.*')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(site)],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )
    where, found = done.stdout.splitlines()
    assert Path(where).is_relative_to(site)
    resources = ROOT / "resources"
    expected = sorted(str(p.relative_to(resources)) for p in resources.rglob("*.*"))
    assert found.split() == expected
    assert "schema/record-1.json" in expected
