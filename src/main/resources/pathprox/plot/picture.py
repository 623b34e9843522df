"""Draws a Plotly figure: picture.py FIGURE.json PICTURE FORMAT SCALE, by Kaleido and a Chrome."""

import json
import sys
from pathlib import Path

try:
    import kaleido
except ImportError:
    sys.exit("Kaleido is not installed")

figure = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
layout = figure["layout"]
options = {
    "format": sys.argv[3],
    "scale": float(sys.argv[4]),
    "width": layout.get("width", 700),
    "height": layout.get("height", 450),
}
# Without MathJax, which would come from the network.
kaleido.start_sync_server(n=1, page_generator=kaleido.PageGenerator(mathjax=False))
try:
    Path(sys.argv[2]).write_bytes(kaleido.calc_fig_sync(figure, opts=options))
finally:
    kaleido.stop_sync_server()
