"""Draws a figure of Plotly's with a Chrome or Chromium."""

import contextlib
import json
import sys

from steps.commands import child_environment, run_logged
from steps.stamps import write_whole


def picture(checkout, figure, target):
    """Writes the picture; its name ends in .png or .svg. PyTorch's environment has the means."""
    log = checkout.log("benchmark-picture")
    log.write_bytes(b"")
    source = checkout.work / f"{target.stem}.json"
    write_whole(source, json.dumps(figure))
    program = checkout.environment / "comparison" / "draw_figure.py"
    command = [checkout.venv_python, program, source, target]
    with contextlib.redirect_stdout(sys.stderr):
        run_logged("drawing with Chrome or Chromium", command, log, None, child_environment())
