"""A letter beside Typst and WeasyPrint: the same words, faces and QR, one process, warm.

    python -m tests.bench.bench_papers [--rounds 40]

Aims: a two-page letter no slower than 1.0 × Typst, and 20 × faster than WeasyPrint, without the
signature, which has its own column; the first letter after start under 0.5 s; 1,000 letters without
growing memory.  Each figure is the best of interleaved rounds, so that whatever else the machine
does counts for none of them; Typst works on several cores, so it loses most where they are busy.

In a round all three get the same letter, with a token and words that no round before had; the form
around them is the same each time, and may be remembered by whoever does.  All make PDF/A-2b without
tags.  That the peers show the same characters of the same faces is looked at before the clock runs.
What differs: the letter breaks and fills its lines, draws tables and lines to sign on and sets its
parts in their sizes; the peers get the lines as they are broken, at 10 pt, one below the other.
Typst and WeasyPrint pack harder.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache
from html import escape
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from tests.letters.samples import POINT, SERIAL, TOKEN, WORDS
from tests.people import revision
from zjrc_desk.batches.certificates import new_key, self_signed
from zjrc_desk.desk.session import local_now
from zjrc_desk.letters import qr
from zjrc_desk.letters.fonts import chain
from zjrc_desk.letters.frame import Imprint
from zjrc_desk.letters.intention_letter import render
from zjrc_desk.letters.signature import sign_pdf
from zjrc_desk.registry.tables import Revision

FONT_FOLDERS = [str(folder) for folder in chain().folders]
#: What the peers call a face, by its name in a file: family and weight.
FACES = {
    "LXGWWenKai-Regular": ("LXGW WenKai", 400),
    "LXGWWenKai-Bold": ("LXGW WenKai", 700),
    "BousungEG-Light-GB": ("AR PL SungtiL GB", 400),
    "WenQuanYiMicroHei-0": ("WenQuanYi Micro Hei", 400),
}
#: How wide a line goes along a face's outlines, in em.
STROKES = {"BousungEG-Light-GB": chain().strokes["gbsn00lp"]}
AIM_TYPST, AIM_WEASYPRINT, AIM_FIRST, AIM_MEMORY = 1.0, 20.0, 0.5, 8.0
_WORDS = WORDS.replace("\n", "")
#: Short enough for two pages.
_LENGTH = 40
_WORDINGS = len(_WORDS) - _LENGTH
#: From one letter's words to the next ones'.
_STEP = 47
#: So many letters are made before the clock runs: what the last ones leave is of no other letter.
_WARM = 10
#: What takes seconds has a turn in every eighth round.
_SLOW, _SELDOM = ("weasyprint",), 8

#: The lines of a page; a line is text in one face after the other.
Line = list[tuple[str, str]]
#: Makes the letter of a round.
Run = Callable[[int], bytes]


def token(number: int) -> str:
    """Another one in each round."""
    start = number * 7 % len(TOKEN)
    return TOKEN[start:] + TOKEN[:start]


def letter(number: int) -> Revision:
    """Other words in each round."""
    return _declared(number * _STEP % _WORDINGS)


@cache
def _declared(start: int) -> Revision:
    """Made before the clock runs: a letter is printed of a record that is there already."""
    made = revision(record_id="0195548a-6f00-7000-8000-000000000001", state="signed")
    made.intention.family_letter = _WORDS[start : start + _LENGTH]
    return made


@cache
def lines(number: int) -> list[list[Line]]:
    """The letter by page, line and face, as a reader of the PDF finds it."""
    pages = []
    for page in PdfReader(io.BytesIO(ours(number))).pages:
        found: list[Line] = [[]]

        def hear(text: str, _cm: Any, _tm: Any, font: Any, _size: float, to: Any = found) -> None:
            for place, said in enumerate(text.split("\n")):
                if place:
                    to.append([])
                if said:
                    to[-1].append((face_name(font), said))

        page.extract_text(visitor_text=hear)
        pages.append([_in_runs(line) for line in found if line])
    return pages


def _in_runs(line: Line) -> Line:
    """What follows each other in one face is one."""
    faces = groupby(line, key=itemgetter(0))
    return [(face, "".join(text for _, text in group)) for face, group in faces]


def face_name(font: Any) -> str:
    return str(font["/BaseFont"]).split("+")[-1]


def characters(pdf: bytes) -> list[str]:
    """What is shown of each face, whose name each peer writes in a way of its own."""
    said: dict[str, list[str]] = defaultdict(list)

    def hear(text: str, _cm: Any, _tm: Any, font: Any, _size: float) -> None:
        if text.strip():
            said[face_name(font)].extend("".join(text.split()))

    for page in PdfReader(io.BytesIO(pdf)).pages:
        page.extract_text(visitor_text=hear)
    return sorted("".join(sorted(shown)) for shown in said.values())


def svg(number: int) -> str:
    """The QR, made anew each time as the letter's is."""
    symbol = qr.rows(token(number))
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


def ours(number: int) -> bytes:
    return render(letter(number), Imprint(POINT, SERIAL, token(number)))


def by_typst() -> Run:
    import typst

    faces = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=FONT_FOLDERS
    )
    compiler = typst.Compiler(font_paths=faces)
    names = {face: f"f{number}" for number, face in enumerate(FACES)}
    head = '#set page(paper: "a4", margin: 25mm)\n#set text(size: 10pt, lang: "zh")\n'
    head += f'#set document(title: "{SERIAL}", author: "{POINT.name}")\n'
    for face, (family, weight) in FACES.items():
        stroke = f", stroke: {strokes}em" if (strokes := STROKES.get(face)) else ""
        head += f'#let {names[face]} = text.with(font: "{family}", weight: {weight}{stroke})\n'

    def quoted(text: str) -> str:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    def run(number: int) -> bytes:
        image = quoted(svg(number))
        parts = [head, f'#let code = image(bytes({image}), format: "svg", width: 47mm)\n']
        for page, its in enumerate(lines(number)):
            parts.append("#pagebreak()\n" if page else "")
            for line in its:
                said = " + ".join(f"{names[face]}({quoted(text)})" for face, text in line)
                parts.append(f"#block({said})\n")
            parts.append("#place(bottom + right, code)\n")
        source = "".join(parts).encode()
        made = compiler.compile(input=source, pdf_standards=["a-2b"], pdf_tags=False, timestamp=0)
        assert isinstance(made, bytes)
        return made

    return run


def by_weasyprint() -> Run:
    import weasyprint

    style = "@page {size: A4; margin: 25mm} body {font-size: 10pt} p {margin: 0} svg {width: 47mm}"
    names = {face: f"f{number}" for number, face in enumerate(FACES)}
    for face, (family, weight) in FACES.items():
        style += f" .{names[face]} {{font-family: '{family}'; font-weight: {weight}}}"

    def run(number: int) -> bytes:
        bodies, code = [], svg(number)
        for page in lines(number):
            text = "".join(
                f"<p>{''.join(f'<span class={names[f]}>{escape(t)}</span>' for f, t in line)}</p>"
                for line in page
            )
            bodies.append(f'<section style="break-after: page">{text}{code}</section>')
        html = f"<style>{style}</style>{''.join(bodies)}"
        made = weasyprint.HTML(string=html).write_pdf(pdf_variant="pdf/a-2b")
        assert isinstance(made, bytes)
        return made

    return run


def first_letter() -> float:
    """Seconds that a new process takes for its first letter, faces and all."""
    start = time.perf_counter()
    ours(0)
    return time.perf_counter() - start


def grown(count: int) -> float:
    """MiB that a process is larger after so many signed letters than after the first tenth."""
    sign = signer()
    sizes = []
    for number in range(count):
        sign(ours(number))
        if number in (count // 10, count - 1):
            status = Path("/proc/self/status").read_text()
            sizes.append(int(status.split("VmRSS:")[1].split()[0]) / 1024)
    return sizes[-1] - sizes[0]


def signer() -> Callable[[bytes], object]:
    key = new_key()
    certificate = self_signed(key, POINT.code, POINT.name, local_now())
    return lambda pdf: sign_pdf(pdf, key, certificate, ())


def _in_new_process(call: str) -> float:
    """What it gives where nothing was done before."""
    story = f"from tests.bench import bench_papers\nprint(bench_papers.{call})"
    done = subprocess.run([sys.executable, "-c", story], capture_output=True, text=True, check=True)
    return float(done.stdout)


def _best(runs: Mapping[str, Callable[[int], object]], rounds: int) -> dict[str, float]:
    best = dict.fromkeys(runs, float("inf"))
    for number in range(rounds):
        for name, run in runs.items():
            if name in _SLOW and number % _SELDOM:
                continue
            start = time.perf_counter()
            run(number)
            best[name] = min(best[name], time.perf_counter() - start)
    return best


def _contenders(rounds: int) -> dict[str, Run]:
    """The letter and those of its peers that are installed, each of them warm."""
    runs: dict[str, Run] = {"letter": ours}
    for name, peer in (("typst", by_typst), ("weasyprint", by_weasyprint)):
        try:
            runs[name] = peer()
        except (ImportError, OSError):  # WeasyPrint wants Pango of the system
            print(f"{name} is not installed: pip install {name}")
    for number in range(rounds + _WARM):
        assert len(lines(number)) == 2
    said = characters(ours(rounds))
    for name, run in runs.items():
        if characters(run(rounds)) != said:
            raise SystemExit(f"{name} does not show the same characters of the same faces")
        for number in range(rounds, rounds + (1 if name in _SLOW else _WARM)):
            run(number)
    return runs


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--many", type=int, default=1000)
    options = parser.parse_args()
    rounds = options.rounds
    runs = _contenders(rounds)
    best = _best(runs, rounds)
    symbol = _best({"symbol": lambda number: qr.rows(token(number))}, rounds)["symbol"]
    pdf, sign = ours(0), signer()
    signing = _best({"sign": lambda _: sign(pdf)}, rounds)["sign"]
    first = min(_in_new_process("first_letter()") for _ in range(3))
    print(f"2 pages, PDF/A-2b; milliseconds, best of {rounds}")
    print(f"{'':>12} {'ms':>8} {'letter is':>10} {'KB':>6}")
    for name, seconds in best.items():
        ratio, size = best["letter"] / seconds, len(runs[name](0))
        print(f"{name:>12} {1000 * seconds:8.1f} {ratio:9.2f}× {size / 1000:6.0f}")
    print(f"{'symbol':>12} {1000 * symbol:8.1f}   in each of them")
    print(f"{'signature':>12} {1000 * signing:8.1f}")
    print(f"{'first letter':>12} {1000 * first:8.1f}")
    more = _in_new_process(f"grown({options.many})")
    print(f"{options.many} letters, signed, in one job: {more:+.1f} MiB from the first tenth on")
    good = first < AIM_FIRST and more < AIM_MEMORY
    if "typst" in best:
        good &= best["letter"] <= AIM_TYPST * best["typst"]
    if "weasyprint" in best:
        good &= AIM_WEASYPRINT * best["letter"] <= best["weasyprint"]
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
