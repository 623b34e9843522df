"""The command `scaling`: how the time of a PathProx step grows with width, depth and batch."""

import machine
import pandas
from judged import markdown, write_json
from lines import Group, same
from pictures import AXIS, BLUE, GRAY, draw, layout
from plotly.subplots import make_subplots
from programs import Programs, Progress
from steps.stamps import write_whole
from timing import in_words, measure, ready_workers

SIZES = {"width": (100, 200, 400, 800), "depth": (1, 2, 3, 4, 5), "batch": (50, 100, 200, 400, 800)}
MIDDLE = {"width": 400, "depth": 3, "batch": 200}
UNITS = {"width": "units in each layer", "depth": "blocks of two layers", "batch": "samples in a batch"}
SIDES = (("pytorch_ms", "PyTorch", GRAY, "circle-open"), ("ours_ms", "this library", BLUE, "circle"))


def sizes():
    """(what is varied, the size) of every point; the middle one is in all three."""
    return [(varied, {**MIDDLE, varied: value}) for varied, values in SIZES.items() for value in values]


def run(options, checkout):
    """Measures the sizes, shows them, and draws them."""
    with Programs(checkout) as programs, ready_workers(programs, options.threads) as workers:
        description = machine.describe(workers)
        found = points(workers, options.threads, Progress())
    description.update(machine.load())
    print(machine.line(description) + "\n\n" + shown(found))
    content = {"machine": description, "threads": options.threads, "rows": found.to_dict("records")}
    write_json(options.json, content)
    if options.csv:
        write_whole(options.csv, found.to_csv(index=False, float_format="%.4g"))
    draw(options.picture, lambda: picture(found))
    return 0


def points(workers, threads, progress):
    """Measures all sizes, in turns: a row for each point and number of threads."""
    lines = {name(size): same(name(size), name(size)) for _, size in sizes()}
    timings = measure(Group("scaling", tuple(lines.values()), blocks=15), workers, threads, progress)
    rows = []
    for varied, size in sizes():
        for count in threads:
            ours, twin = (timings[each].milliseconds for each in lines[name(size)].timed(count))
            rows.append({"varied": varied, **size, "threads": count, "ours_ms": ours, "pytorch_ms": twin})
    return pandas.DataFrame(rows)


def name(size):
    return "step-{width}-{depth}-{batch}".format(**size)


def shown(found):
    """The points as a table."""
    header = ["varied", "width", "depth", "batch", "threads", "ours, ms", "PyTorch, ms", "ratio"]
    return markdown(header, [
        [*map(str, row[:5]), f"{row[5]:.2f}", f"{row[6]:.2f}", f"{row[5] / row[6]:.2f}"]
        for row in found.itertuples(index=False)])


def picture(found):
    """Three panels, readable without color: more than one thread is a dashed line."""
    figure = make_subplots(1, 3, subplot_titles=[f"<b>{each.title()}</b>" for each in SIZES])
    for number, varied in enumerate(SIZES, start=1):
        panel = found[found.varied == varied]
        for column, side, color, symbol in SIDES:
            for threads, curve in panel.groupby("threads"):
                figure.add_scatter(
                    row=1, col=number, x=curve[varied], y=curve[column], mode="lines+markers",
                    name=f"{side}, {in_words(threads)}", showlegend=number == 1,
                    line={"color": color, "dash": "solid" if threads == 1 else "dash", "width": 2.5},
                    marker={"symbol": symbol, "size": 9, "line": {"color": color, "width": 2}})
        ticks = [each for each in SIZES[varied] if each >= max(SIZES[varied]) / 10]
        figure.update_xaxes(title=UNITS[varied], tickvals=ticks, range=[0, 1.06 * max(ticks)],
                            **AXIS, showgrid=False, row=1, col=number)
        figure.update_yaxes(rangemode="tozero", **AXIS, row=1, col=number)
    figure.update_yaxes(title_text="ms per PathProx step", row=1, col=1)
    return figure.update_layout(layout(1200, 470))
