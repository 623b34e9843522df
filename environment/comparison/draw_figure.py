"""Draws a figure, in PyTorch's environment: draw_figure.py FIGURE.json PICTURE.png."""

import json
import os
import sys
from pathlib import Path


def main():
    import kaleido

    source, target = map(Path, sys.argv[1:])
    figure = json.loads(source.read_text(encoding="utf-8"))
    image = kaleido.calc_fig_sync(figure, opts={"format": target.suffix[1:], "scale": 2})
    part = target.with_name(f"{target.name}.part-{os.getpid()}")
    part.write_bytes(image)
    os.replace(part, target)


if __name__ == "__main__":
    main()
