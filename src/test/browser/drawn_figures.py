"""What is wrong with drawn figures: points that are missing, texts that cannot be read.

A box is (left, top, right, bottom) in pixels of the screen.
"""

import re

# Boxes of texts are as high as the font allows, so neighbors may share a pixel.
TOLERANCE = 1.5
# As much as the accessibility guidelines (WCAG 2) ask for large texts.
LEAST_CONTRAST = 3.0
TICKS = ("xTick", "yTick")


def problems(drawn, sent):
    """Compares figures as figures.js read them with the Plotly figures that the kernel sent."""
    if len(drawn) != len(sent):
        return [f"{len(drawn)} figures are drawn, {len(sent)} expected"]
    return [
        f'figure "{title(figure)}": {problem}'
        for figure, expected in zip(drawn, sent)
        for problem in point_problems(figure, expected) + text_problems(figure)
    ]


def title(figure):
    """The text above the figure."""
    return next((text["text"] for text in figure["texts"] if text["kind"] == "title"), "")


def point_problems(figure, sent):
    """Traces with other points than were sent, and traces that show nothing."""
    traces = [(trace["name"], trace["points"]) for trace in figure["traces"]]
    expected = [(trace.get("name", ""), points(trace)) for trace in sent["data"]]
    found = []
    if traces != expected:
        found.append(f"it has the points {traces}, expected {expected}")
    if not is_drawn(figure) or any(sum(trace["points"]) == 0 for trace in figure["traces"]):
        found.append("a trace has no points")
    # A flat curve has no height.
    visible = [box for box in figure["drawn"] if max(sides(box)) > 1]
    if len(visible) < len(expected):
        found.append(f"{len(visible)} of {len(expected)} traces are visible")
    return found


def points(trace):
    """How many points a trace has; of a heat map, in each row."""
    if "z" in trace:
        return [len(row) for row in trace["z"]]
    return [len(trace.get("x") or trace.get("y") or [])]


def text_problems(figure):
    """Texts that are missing, too pale, cut off, or on top of something."""
    texts = [text for text in figure["texts"] if text["text"]]
    found = [] if title(figure) else ["it has no title"]
    if not fits(figure["box"], figure["output"]):
        found.append("it is wider than its cell")
    for text in texts:
        found += [f'{text["kind"]} "{text["text"]}" {why}' for why in flaws(text, figure)]
    for index, text in enumerate(texts):
        found += [
            f'"{text["text"]}" and "{other["text"]}" overlap'
            for other in texts[index + 1:] if overlap(text["box"], other["box"])
        ]
    return found


def flaws(text, figure):
    """What keeps a text from being read, apart from other texts."""
    found = []
    if re.search(r"&\w+;|&#\d+;", text["text"]):
        found.append("shows an HTML entity")
    if min(sides(text["box"])) < 1:
        found.append("has no size")
    if not fits(text["box"], figure["box"]):
        found.append("is cut off by the figure's edge")
    if text["kind"] not in (*TICKS, "annotation"):
        found += ["is on top of the plot" for plot in figure["plots"] if overlap(text["box"], plot)]
    if contrast(text["color"], figure["background"]) < LEAST_CONTRAST:
        found.append(f'is hard to see: {text["color"]} on {figure["background"]}')
    return found


def is_drawn(figure):
    """Whether Plotly has computed all traces of a figure."""
    return bool(figure["traces"]) and all(trace["computed"] for trace in figure["traces"])


def sides(box):
    """The width and the height of a box."""
    left, top, right, bottom = box
    return right - left, bottom - top


def fits(inner, outer):
    """Whether a box is inside another one."""
    return all(inner[i] >= outer[i] - TOLERANCE for i in (0, 1)) and all(
        inner[i] <= outer[i] + TOLERANCE for i in (2, 3)
    )


def overlap(one, other):
    """Whether two boxes share more than their borders."""
    return all(
        min(one[i + 2], other[i + 2]) - max(one[i], other[i]) > TOLERANCE for i in (0, 1)
    )


def contrast(color, background):
    """The ratio of luminances of two opaque CSS colors such as "rgb(0, 10, 20)", from 1 to 21."""
    lighter, darker = sorted((luminance(color), luminance(background)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color):
    """The relative luminance of WCAG 2, from 0 to 1."""
    shares = [int(part) / 255 for part in re.findall(r"\d+", color)[:3]]
    light = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
             for share in shares]
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]
