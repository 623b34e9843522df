"""The command `frontier`: test accuracy of networks with few units, by all means beside each other."""

import math
import sys

import pandas
import rivals
from judged import Row, markdown as table
from pictures import AXIS, BLACK, BLUE, GRAY, GREEN, ORANGE, VIOLET, layout, pen
from plotly.subplots import make_subplots
from rivals import OURS

NAME = "frontier"
MAIN = "pathprox.benchmark.frontier.Frontier"
ALL_UNITS = "all-units"
CHANCE = 0.1  # of ten classes: what a network that diverged is worth
QUICKER = 50
SHARES = FEW, SOME, HALF = 0.12, 0.25, 0.5
# From the shortest trainings to the longest.
TITLES = {
    "digits": "Bundled digits, 64-100-10, 100 units",
    "mnist": "MNIST subset, 784-100×5-10, 300 units",
    "convolutional": "MNIST subset, four convolutions, 96 units",
}
# By competitor: its name, and the color, dashes and width of its line.
LOOKS = {
    OURS: ("PathProx, recommended", BLUE, "solid", 4),
    "published": ("PathProx as published", ORANGE, "9px 5px", 2.5),
    "pruned-gradually": ("weight decay, pruned gradually", GREEN, "solid", 2),
    "pruned-at-once": ("weight decay, pruned at once", GREEN, "2px 4px", 2.5),
    "narrow": ("weight decay, narrow from the start", GRAY, "16px 5px", 2),
    "d-gating": ("D-Gating", VIOLET, "9px 4px 2px 4px", 2.5),
    ALL_UNITS: ("weight decay, all units", BLACK, "2px 6px", 1.5),
}
RIVALS = tuple(LOOKS)[1:]
MOST_POINTS = 10  # what lies further below the best is cut off: networks that died would hide all else
LEAST, MOST = 0.08, 0.6
INTRODUCTION = (
    "Test accuracy in percent, mean ± deviation over the seeds, and in brackets the mean number of "
    "units kept, those below 1/1000 of the largest path norm of their pair left out. All have "
    "the same iterations for one network, and their best of a few settings for each share by "
    "validation on two fifths of the first seed's training set, those left out that diverge or end "
    "at chance on a seed.\n\n")


def run(options, checkout):
    return rivals.run(options, checkout, sys.modules[__name__])


def problems(programs):
    return list(TITLES)


def jobs(programs, folder, names, contenders, options):
    """A program for each competitor on each problem, those that take longest first."""
    seeds, divisor = (2, QUICKER) if options.quick else (5, 1)
    return [(f"{name}-{each}", MAIN, name, each, seeds, folder, divisor,
             *(["fresh"] if options.fresh_ours and each == OURS else []))
            for name in reversed(names) for each in contenders]


def said(result):
    order = result["order"]
    judge = "test set" if order.get("fold") is None else f"fold {order['fold']}"
    kept = ["diverged" if each["accuracy"] is None else
            f"{100 * each['accuracy']:.1f} % with {each['units']} units" for each in result["kept"]]
    return f"{in_words(order['setting'])}, seed {order['seed']}, {judge}: {', '.join(kept)}"


def in_words(setting):
    """Such as rate 0.1, decay 0.001."""
    return ", ".join(f"{name} {value:g}" for name, value in setting.items())


def read(folder, names):
    return points([result for name in TITLES for each in LOOKS
                   for result in rivals.read(folder, f"{name}-{each}").result])


def points(results):
    """A row for each problem, competitor and share; its lists have a value for each seed.

    Folds of the training set only chose settings. Of a seed that was run again, as its setting
    failed on another, the last result counts.
    """
    kept = [{"problem": result["problem"], "competitor": result["competitor"], "share": each["share"],
             "seed": result["order"]["seed"], "units": each["units"], "accuracy": each["accuracy"],
             "setting": in_words(result["order"]["setting"]), "all_units": result["units"]}
            for result in results if result["order"].get("fold") is None for each in result["kept"]]
    key = ["problem", "competitor", "share"]
    found = []
    last = {tuple(each[name] for name in [*key, "seed"]): each for each in kept}
    for (problem, competitor, share), group in pandas.DataFrame(last.values()).groupby(key, sort=False) if kept else []:
        judged = 100 * group.accuracy.astype(float).fillna(CHANCE)
        found.append({
            "problem": problem, "competitor": competitor, "share": share, "all_units": group.all_units.iloc[0],
            "units": group.units.tolist(), "settings": group.setting.unique().tolist(),
            "accuracies": [last[problem, competitor, share, seed]["accuracy"] for seed in group.seed],
            "accuracy": round(judged.mean(), 9), "deviation": judged.std() if len(judged) > 1 else 0.0,
            "kept": group.units.mean()})
    return pandas.DataFrame(found, columns=[*key, "all_units", "units", "settings", "accuracies", "accuracy",
                                            "deviation", "kept"])


def at(found, problem, share, competitors):
    """The most accurate of some competitors at a share; None if none was run."""
    chosen = found[(found.problem == problem) & (found.share == share) & found.competitor.isin(competitors)]
    return chosen.loc[chosen.accuracy.idxmax()] if len(chosen) else None


def rows(found):
    """Three rows for each problem, with must and aim of each."""
    judged = []
    for problem in found.problem.unique():
        for share, must, aim in ((FEW, 0, 1), (SOME, -0.3, 0.3)):
            judged.append(row(
                f"{TITLES[problem]}: recommended minus the best other at {100 * share:.0f} % of the units, "
                "points", at(found, problem, share, [OURS]), at(found, problem, share, RIVALS), must, aim))
        judged.append(row(
            f"{TITLES[problem]}: recommended at {100 * SOME:.0f} % of the units minus weight decay with all, "
            "points", at(found, problem, SOME, [OURS]), at(found, problem, 1, [ALL_UNITS]), None, -0.5))
    return judged


def row(work, ours, other, must, aim):
    if ours is None or other is None:
        return Row(work, None, must, aim, "not run", True)
    means = [f"{each.accuracy:.2f} ± {each.deviation:.2f} % with {each.kept:.0f} units" for each in (ours, other)]
    name = "" if other.competitor == ALL_UNITS else f", {LOOKS[other.competitor][0]}"
    return Row(work, round(ours.accuracy - other.accuracy, 9), must, aim, " against ".join(means) + name, True)


def markdown(found):
    """A line for each problem and competitor, a column for each share."""
    lines = [[TITLES[problem], LOOKS[each][0], *(cell(at(found, problem, share, [each])) for share in (*SHARES, 1))]
             for problem in found.problem.unique() for each in LOOKS
             if ((found.problem == problem) & (found.competitor == each)).any()]
    shares = [f"{100 * share:.0f} % of the units" for share in SHARES]
    return INTRODUCTION + table(["data", "competitor", *shares, "all units"], lines)


def cell(point):
    if point is None:
        return ""
    count = point.accuracies.count(None)
    return f"{point.accuracy:.2f} ± {point.deviation:.2f} ({point.kept:.0f}{f', {count} diverged' * (count > 0)})"


def content(found):
    columns = ["share", "all_units", "units", "accuracies", "settings", "accuracy", "deviation"]
    return {"problems": [
        {"problem": problem, "competitors": {
            name: group.sort_values("share")[columns].to_dict("records")
            for name, group in of_problem.groupby("competitor", sort=False)}}
        for problem, of_problem in found.groupby("problem", sort=False)]}


def picture(found):
    """Accuracy over the share of units: a panel for each problem, a line with a band for each competitor."""
    names = list(found.problem.unique())
    figure = make_subplots(1, len(names), subplot_titles=[TITLES[name] for name in names])
    shown = set()
    for column, problem in enumerate(names, start=1):
        panel = found[found.problem == problem]
        above, below = panel.accuracy + panel.deviation, panel.accuracy - panel.deviation
        top = above.max() + 0.3
        for name in [each for each in reversed(LOOKS) if each in set(panel.competitor)]:
            curve = panel[panel.competitor == name].sort_values("share")
            place = (curve.kept / curve.all_units).clip(lower=LEAST / 10)
            if name == ALL_UNITS:  # a level line
                curve, place = pandas.concat([curve, curve]), pandas.Series([LEAST, MOST])
            title, color, dash, width = LOOKS[name]
            high, low = curve.accuracy + curve.deviation, curve.accuracy - curve.deviation
            figure.add_scatter(x=[*place, *place[::-1]], y=[*high, *low[::-1]], fill="toself", fillcolor=color,
                               opacity=0.1, mode="none", showlegend=False, row=1, col=column)
            figure.add_scatter(x=place, y=curve.accuracy, name=title, mode="lines", line=pen(color, dash, width),
                               showlegend=name not in shown, row=1, col=column)
            shown.add(name)
        figure.update_yaxes(range=[max(top - MOST_POINTS, below.min() - 0.3), top], **AXIS, row=1, col=column)
    figure.update_xaxes(type="log", range=[math.log10(LEAST), math.log10(MOST)], title="units kept",
                        tickvals=SHARES, ticktext=[f"{100 * share:.0f} %" for share in SHARES], **AXIS)
    figure.update_yaxes(title_text="test accuracy, %", col=1)
    legend = {"orientation": "h", "x": 0, "y": -0.2, "yanchor": "top", "traceorder": "reversed"}
    return figure.update_layout(layout(max(1, len(names)) * 400, 500, legend=legend))
