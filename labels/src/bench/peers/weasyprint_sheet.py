"""The sheet as WeasyPrint draws it, symbols by segno. Arguments: folder, labels, rounds. See Round.java for what is written out."""

import html
import re
import sys
import time
from pathlib import Path

try:
    import segno
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration
except ImportError:
    sys.exit(3)

STYLE = """
@font-face { font-family: Sheet; src: url(regular.ttf) }
@font-face { font-family: Sheet; font-weight: bold; src: url(bold.ttf) }
@page { size: A4; margin: 0 }
body { margin: 0; font: 8pt Sheet }
section { position: relative; height: 297mm; break-after: page }
div, p, svg { position: absolute; margin: 0 }
div { width: 63.5mm; height: 38.1mm }
svg { left: 4.4mm; top: 4.4mm; width: 17.2mm; height: 17.2mm }
p { left: 25mm; white-space: nowrap }
.title { font: bold 11pt Sheet }
.code { left: 4.4mm; top: 26mm }
"""


def sheets(folder, lines, rows):
    texts = "".join(
        f'<p style="top:{4 + 5 * n}mm"{" class=title" if n == 0 else ""}>{html.escape(line)}</p>' for n, line in enumerate(lines))
    page = []
    for first in range(0, len(rows), 21):
        page.append("<section>")
        for cell, (content, letters) in enumerate(rows[first:first + 21]):
            left, top = 7.21 + 66.04 * (cell % 3), 15.15 + 38.1 * (cell // 3)
            symbol = segno.make(content, error="m", boost_error=False, micro=False).svg_inline(border=0, omitsize=True)
            page.append(f'<div style="left:{left:.2f}mm;top:{top:.2f}mm">{symbol}{texts}<p class=code>{letters}</p></div>')
        page.append("</section>")
    fonts = FontConfiguration()
    style = CSS(string=STYLE, base_url=f"{folder}/", font_config=fonts)
    return HTML(string="".join(page)).write_pdf(stylesheets=[style], font_config=fonts)


def main(folder, labels, rounds):
    lines = Path(folder, "lines.txt").read_text("utf-8").splitlines()
    rows = [row.split("\t") for row in Path(folder, "labels.tsv").read_text("utf-8").splitlines()[:int(labels)]]
    for number in range(int(rounds) + 1):
        begun, clock = time.process_time(), time.perf_counter()
        file = sheets(folder, lines, rows)
        seconds, wall = time.process_time() - begun, time.perf_counter() - clock
        if number > 0:
            print(f"WeasyPrint\t{seconds:.6f}\t{wall:.6f}\t{len(file)}", flush=True)
    Path(folder, "weasyprint.pdf").write_bytes(file)
    print("peak\t" + re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1])


main(*sys.argv[1:])
