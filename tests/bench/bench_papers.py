"""A letter beside Typst and WeasyPrint: the same words, face and QR, one process, warm.

    python -m tests.bench.bench_papers [--rounds 15]

Aims: a two-page letter no slower than 1.0 × Typst, and 20 × faster than WeasyPrint, without the
signature, which has its own column; the first letter after start under 0.5 s; 1,000 letters without
growing memory.  Each figure is the best of interleaved rounds, so that whatever else the machine
does counts for none of them; Typst works on several cores, so it loses most where they are busy.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import time
from collections.abc import Callable
from functools import cache
from html import escape
from pathlib import Path

from pypdf import PdfReader

from tests.letters.samples import POINT, SERIAL, TOKEN, WORDS
from tests.people import revision
from zjrc_desk.batches.certificates import new_key, self_signed
from zjrc_desk.desk.session import local_now
from zjrc_desk.letters import qr
from zjrc_desk.letters.frame import Imprint
from zjrc_desk.letters.intention_letter import render
from zjrc_desk.letters.signature import sign_pdf
from zjrc_desk.registry.tables import Revision

FACE = "LXGW WenKai"
FONT_FOLDERS = ["/usr/share/fonts/truetype/lxgw-wenkai"]
AIM_TYPST, AIM_WEASYPRINT, AIM_FIRST, AIM_MEMORY = 1.0, 20.0, 0.5, 8.0
#: Short enough for two pages.
_WORDS = WORDS[5:45]
_WORDINGS = 20
_drawn: list[None] = []


def token() -> str:
    """Another one each time: what is remembered of the letter before is of no use."""
    _drawn.append(None)
    start = len(_drawn) * 7 % len(TOKEN)
    return TOKEN[start:] + TOKEN[:start]


def letter() -> Revision:
    """Other words than the time before."""
    return _declared(len(_drawn) % _WORDINGS)


@cache
def _declared(start: int) -> Revision:
    """Made before the clock runs: a letter is printed of a record that is there already."""
    made = revision(record_id="0195548a-6f00-7000-8000-000000000001", state="signed")
    made.intention.family_letter = _WORDS[start:] + _WORDS[:start]
    return made


def words() -> list[list[str]]:
    """The letter's text, by page and line, as a reader of the PDF finds it."""
    pages = PdfReader(io.BytesIO(render(letter(), Imprint(POINT, SERIAL, TOKEN)))).pages
    return [page.extract_text().splitlines() for page in pages]


def svg() -> str:
    """The QR, made anew each time as the letter's is."""
    symbol = qr.rows(token())
    size = len(symbol) + 8
    starts, ends = _path_parts(len(symbol))
    path = "".join([starts[place] + ends[length] for place, length in qr.dark_runs(symbol)])
    box = f'viewBox="0 0 {size} {size}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}><path d="{path}"/></svg>'


@cache
def _path_parts(side: int) -> tuple[list[str], list[str]]:
    """As ready for the peers as the letter's own rectangles are."""
    starts = [f"M{column + 4} {row + 4}" for row in range(side) for column in range(side + 1)]
    return starts, [f"h{length}v1h-{length}z" for length in range(side + 1)]


def ours() -> bytes:
    return render(letter(), Imprint(POINT, SERIAL, token()))


def _turned(pages: list[list[str]]) -> list[list[str]]:
    """The same lines, each with its characters in another order than the time before."""
    start = len(_drawn) % 9
    return [[line[start:] + line[:start] for line in lines] for lines in pages]


def by_typst(pages: list[list[str]]) -> Callable[[], bytes]:
    import typst

    compiler = typst.Compiler(font_paths=FONT_FOLDERS, ignore_system_fonts=True)
    head = f'#set page(paper: "a4", margin: 25mm)\n#set text(font: "{FACE}", size: 10pt)\n'

    def run() -> bytes:
        image = svg().replace("\\", "\\\\").replace('"', '\\"')
        parts = [head, f'#let code = image(bytes("{image}"), format: "svg", width: 47mm)\n']
        for number, lines in enumerate(_turned(pages)):
            parts.append("#pagebreak()\n" if number else "")
            for line in lines:
                quoted = line.replace("\\", "\\\\").replace('"', '\\"')
                parts.append(f'#block(text("{quoted}"))\n')
            parts.append("#place(bottom + right, code)\n")
        made = compiler.compile(input="".join(parts).encode())
        assert isinstance(made, bytes)
        return made

    return run


def by_weasyprint(pages: list[list[str]]) -> Callable[[], bytes]:
    import weasyprint

    def run() -> bytes:
        style = f"@page {{size: A4; margin: 25mm}} body {{font: 10pt '{FACE}'}}"
        bodies = []
        for lines in _turned(pages):
            text = "".join(f"<p>{escape(line)}</p>" for line in lines)
            bodies.append(f'<section style="break-after: page">{text}{svg()}</section>')
        html = f"<style>{style} p {{margin: 0}} svg {{width: 47mm}}</style>{''.join(bodies)}"
        made = weasyprint.HTML(string=html).write_pdf()
        assert isinstance(made, bytes)
        return made

    return run


def first_letter() -> float:
    """Seconds from the first line of a new process's work to its first letter, faces and all."""
    story = (
        "import time; start = time.perf_counter()\n"
        "from tests.bench.bench_papers import *\n"
        "loaded = time.perf_counter()\n"
        "ours(); print(time.perf_counter() - loaded)"
    )
    done = subprocess.run([sys.executable, "-c", story], capture_output=True, text=True, check=True)
    return float(done.stdout)


def grown(count: int, sign: Callable[[bytes], object]) -> float:
    """MiB that the process is larger after so many letters than after the first tenth."""
    sizes = []
    for number in range(count):
        sign(ours())
        if number in (count // 10, count - 1):
            status = Path("/proc/self/status").read_text()
            sizes.append(int(status.split("VmRSS:")[1].split()[0]) / 1024)
    return sizes[-1] - sizes[0]


def _best(runs: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    best = dict.fromkeys(runs, float("inf"))
    for run in runs.values():
        run()
    for _ in range(rounds):
        for name, run in runs.items():
            start = time.perf_counter()
            run()
            best[name] = min(best[name], time.perf_counter() - start)
    return best


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--many", type=int, default=1000)
    options = parser.parse_args()
    rounds = options.rounds
    for start in range(_WORDINGS):
        _declared(start)
    pages = words()
    pdf, key = ours(), new_key()
    certificate = self_signed(key, POINT.code, POINT.name, local_now())
    runs: dict[str, Callable[[], object]] = {"letter": ours}
    for name, peer in (("typst", by_typst), ("weasyprint", by_weasyprint)):
        try:
            runs[name] = peer(pages)
        except (ImportError, OSError):  # WeasyPrint wants Pango of the system
            print(f"{name} is not installed: pip install {name}")
    best = _best(runs, rounds)
    symbol = _best({"symbol": lambda: qr.rows(token())}, rounds)["symbol"]
    sizes = {name: len(made) for name, run in runs.items() if isinstance(made := run(), bytes)}
    signing = _best({"sign": lambda: sign_pdf(pdf, key, certificate, ())}, rounds)["sign"]
    first = min(first_letter() for _ in range(3))
    print(f"{len(pages)} pages; milliseconds, best of {rounds}")
    print(f"{'':>12} {'ms':>8} {'letter is':>10} {'KB':>6}")
    for name, seconds in best.items():
        ratio = best["letter"] / seconds
        print(f"{name:>12} {1000 * seconds:8.1f} {ratio:9.2f}× {sizes[name] / 1000:6.0f}")
    print(f"{'symbol':>12} {1000 * symbol:8.1f}   in each of them")
    print(f"{'signature':>12} {1000 * signing:8.1f}")
    print(f"{'first letter':>12} {1000 * first:8.1f}")
    more = grown(options.many, lambda made: sign_pdf(made, key, certificate, ()))
    print(f"{options.many} letters, signed, in one job: {more:+.1f} MiB from the first tenth on")
    good = first < AIM_FIRST and more < AIM_MEMORY
    if "typst" in best:
        good &= best["letter"] <= AIM_TYPST * best["typst"]
    if "weasyprint" in best:
        good &= AIM_WEASYPRINT * best["letter"] <= best["weasyprint"]
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
