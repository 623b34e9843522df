"""Draws the scaling figure, in PyTorch's environment: draw_scaling.py POINTS.csv PICTURE.png."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from comparison import scaling, scaling_figure  # noqa: E402 (needs the path above)


def main():
    import kaleido

    source, target = map(Path, sys.argv[1:])
    figure = scaling_figure.figure(scaling.read_csv(source))
    image = kaleido.calc_fig_sync(figure, opts={"format": target.suffix[1:], "scale": 2})
    part = target.with_name(f"{target.name}.part-{os.getpid()}")
    part.write_bytes(image)
    os.replace(part, target)


if __name__ == "__main__":
    main()
