"""Compares the outputs of a new run with those that are committed.

On another kind of processor matrix products round differently, and a training in float32 takes
another way from there; environment/README.md says what then must be the same. A cell with the tag
"varies" only has to show the same kinds of outputs.
"""

import re

from .notebook_file import PLOTLY, SVG, code_cells, tags, text

ANY_CONTENT = "varies"
MOST_RELATIVE = 0.5
MOST_WHOLE = 2
AS_GOOD_AS_ZERO = 1e-6
SHOWN_CHARACTERS = 60

NUMBER = re.compile(r"(?<![\w.])[-−+]?\d[\d,]*(?:\.\d+)?(?:[eE][-+]?\d+)?")
# Units are numbered; which of them is the strongest is no quantity.
NAME_OF_UNIT = re.compile(r"\bunit \d+")
SPARKLINE = re.compile("[▁▂▃▄▅▆▇█]")
NO_TEXT = re.compile(r"<svg.*?</svg>|<[^>]*>", re.DOTALL)


def differences(committed, executed):
    """A line for each cell that shows something else than is committed."""
    pairs = zip(code_cells(committed), code_cells(executed))
    reasons = [(number, of_cell(old, new)) for (number, old), (_, new) in pairs]
    return [f"cell {number} shows something else than is committed: {reason}"
            for number, reason in reasons if reason]


def first(reasons):
    """The first reason that is one, or None."""
    return next(filter(None, reasons), None)


def of_cell(old, new):
    """The first difference between two runs of a cell, or None."""
    before, after = ([kind(output) for output in cell["outputs"]] for cell in (old, new))
    if before != after:
        return f"{after} instead of {before}"
    if ANY_CONTENT in tags(old):
        return None
    return first(of_output(*outputs) for outputs in zip(old["outputs"], new["outputs"]))


def kind(output):
    """What an output is: "stream stdout", "error E", "text/html text/plain"."""
    if "data" not in output:
        return f"{output['output_type']} {output.get('name') or output.get('ename')}"
    return " ".join(sorted(mime for mime in output["data"] if mime != SVG))


def of_output(old, new):
    """The first difference between two outputs of the same kind, or None."""
    texts = [("text", old.get("text", ""), new.get("text", ""))]
    texts += [(mime, data, new["data"][mime]) for mime, data in old.get("data", {}).items()
              if mime.startswith("text/")]
    reason = first(of_text(readable(mime, text(before)), readable(mime, text(after)))
                   for mime, before, after in texts)
    if not reason and PLOTLY in old.get("data", {}):
        return of_json("figure", old["data"][PLOTLY], new["data"][PLOTLY])
    return reason


def readable(mime, content):
    """What a reader reads, without what depends on lengths and shades."""
    if mime == "text/html":
        content = NO_TEXT.sub(" ", content)
    content = SPARKLINE.sub("▁", NAME_OF_UNIT.sub("unit #", content))
    return re.sub(r"([-─▁])\1+", r"\1", " ".join(content.split()))


def of_text(before, after):
    """Texts differ in a word, or in the size of a number."""
    words = [NUMBER.sub("#", content) for content in (before, after)]
    if words[0] != words[1]:
        at = next((i for i, (a, b) in enumerate(zip(*words)) if a != b), min(map(len, words)))
        start = max(0, at - SHOWN_CHARACTERS // 2)
        shown = [content[start:start + SHOWN_CHARACTERS] for content in words]
        return f'"{shown[1]}" instead of "{shown[0]}"'
    return first(
        f"{new} instead of {old}"
        for old, new in zip(NUMBER.findall(before), NUMBER.findall(after))
        if not same_size(*(float(each.replace(",", "").replace("−", "-")) for each in (old, new)))
    )


def same_size(old, new):
    """Whether two numbers differ by no more than another processor explains."""
    apart, larger = abs(old - new), max(abs(old), abs(new))
    whole = old == int(old) and new == int(new)
    return (larger <= AS_GOOD_AS_ZERO or apart <= MOST_RELATIVE * larger
            or (whole and apart <= MOST_WHOLE))


def of_json(place, old, new):
    """Figures differ in a word, in the length of a list, or in what is missing."""
    if isinstance(old, dict) and isinstance(new, dict):
        if sorted(old) != sorted(new):
            return f"{place} has {sorted(new)} instead of {sorted(old)}"
        steps = [(f"{place}.{name}", old[name], new[name]) for name in old]
    elif isinstance(old, list) and isinstance(new, list):
        if len(old) != len(new):
            return f"{place} has {len(new)} entries instead of {len(old)}"
        steps = [(f"{place}[{i}]", *pair) for i, pair in enumerate(zip(old, new))]
    elif isinstance(old, str) and isinstance(new, str):
        reason = of_text(readable("text/plain", old), readable("text/plain", new))
        return f"{place}: {reason}" if reason else None
    else:
        # JSON's true and false are no numbers.
        numbers = all(isinstance(each, (int, float)) and not isinstance(each, bool)
                      for each in (old, new))
        return None if old == new or numbers else f"{place} is {new!r} instead of {old!r}"
    return first(of_json(*step) for step in steps)
