"""The command `methods`: the recommended method at its one default, its rivals at their best."""

import math
import sys

import numpy
import pandas
import rivals
from judged import Row, finite, markdown as table
from pictures import AXIS, BLACK, BLUE, GRAY, GREEN, ORANGE, VIOLET, layout, pen
from plotly.graph_objects import Figure
from rivals import OURS

NAME = "methods"
MAIN = "pathprox.benchmark.methods.Methods"
PUBLISHED, WEIGHT_DECAY = "published", "weight-decay"
# By method: its name, and the color, dashes and width of its line.
LOOKS = {
    OURS: ("PathProx, recommended, its default rate", BLUE, "solid", 4),
    PUBLISHED: ("PathProx as published, its best rate", ORANGE, "9px 5px", 2.5),
    WEIGHT_DECAY: ("weight decay, its best rate", GRAY, "solid", 2),
    "heavy-ball-90": ("weight decay, momentum 0.9", GREEN, "2px 4px", 2.5),
    "heavy-ball-95": ("weight decay, momentum 0.95", VIOLET, "9px 4px 2px 4px", 2.5),
    "heavy-ball-99": ("weight decay, momentum 0.99", BLACK, "16px 5px", 1.5),
}
RIVALS = tuple(LOOKS)[1:]
MULTIPLES = "1,0.333,3"
QUICKER = 50
LOWEST, HIGHEST = 0.5, 4
WITHIN, ABOVE_PUBLISHED, RATE_MARGIN, RISE = 1.05, 1.03, 1.25, 1.05
NEAR_CHANCE, LEARNED = 0.05, 0.2
RUN = ["problem", "seed"]
HEADER = ["problem", "ours", "best rival", "ratio by seed", "the best rivals", "units: strong, active, all",
          "published: strong", "test accuracy, or error", "weight decay's"]


def run(options, checkout):
    return rivals.run(options, checkout, sys.modules[__name__])


def problems(programs):
    """The names of all problems, from the shortest trainings to the longest."""
    return list(programs.results("methods-list", MAIN, "--list"))


def jobs(programs, folder, names, contenders, options):
    """A program for each problem, that which takes longest first."""
    seeds, divisor = ("1", QUICKER) if options.quick else ("1,2,3", 1)
    return [(name, MAIN, "--problems", name, "--methods", ",".join(contenders), "--seeds", seeds,
             "--multiples", MULTIPLES, "--out", folder, "--divide", divisor,
             *(["--fresh"] if options.fresh_ours else [])) for name in reversed(names)]


def said(result):
    found = result["objective"]
    return (f"{result['method']}, {result['schedule']} {result['rate']:g}, seed {result['seed']}: "
            + ("diverged" if found is None else f"objective {found:.5g}"))


def read(folder, names):
    """The runs of these problems; those of another state of a problem do not count."""
    found = [rivals.read(folder, name) for name in names]
    found = [runs[runs.fingerprint == runs.fingerprint.iloc[-1]] for runs in found if len(runs)]
    return prepared(pandas.concat(found, ignore_index=True)) if found else pandas.DataFrame()


def prepared(runs):
    """Adds what they are compared by, in which one that diverged is worse than all else.

    `role` is ours, other-rate, rival (at the setting that is best on its first seed) or tried;
    `ratio` the objective divided by that of the best rival on the same problem and seed.
    """
    numbers = ["objective", "best", "start", "chance", "trainAccuracy", "bestTrainAccuracy", "testAccuracy",
               "testLoss", "changes"]
    runs = runs.astype(dict.fromkeys(numbers, float))
    runs["judged"] = runs.objective.fillna(math.inf)
    is_ours, key = runs.method == OURS, ["problem", "method"]
    first = runs[~is_ours & (runs.seed == runs.groupby(key).seed.transform("min"))]
    best = first.loc[first.groupby(key).judged.idxmin(), [*key, "schedule", "rate"]]
    is_best = pandas.MultiIndex.from_frame(runs[best.columns]).isin(pandas.MultiIndex.from_frame(best))
    runs["role"] = numpy.select(
        [is_ours & (runs.rate == 1), is_ours, is_best], ["ours", "other-rate", "rival"], "tried")
    lowest = runs[runs.role == "rival"].groupby(RUN).judged.min().rename("lowest")
    runs = runs.join(lowest, on=RUN)
    runs["ratio"] = (runs.judged / runs.lowest).where(runs.lowest < math.inf)
    return runs


def of(runs, role, method=None):
    if not len(runs):
        return pandas.DataFrame(columns=[*RUN, "method", "judged", "ratio", "strong", "active", "changes",
                                         "testAccuracy", "result"])
    return runs[(runs.role == role) & ((runs.method == method) if method else True)]


def paired(runs, method):
    """Ours and those of a rival, side by side, on the problems and seeds that both were run on."""
    return of(runs, "ours").merge(of(runs, "rival", method), on=RUN, suffixes=("", "_their"))


def rows(runs):
    """All rows in their order, with must and aim of each."""
    ours, others = of(runs, "ours"), of(runs, "other-rate")
    compared = ours[ours.ratio.notna()]
    misses = compared[compared.ratio > WITHIN]
    published = paired(runs, PUBLISHED)
    above = published[published.judged > ABOVE_PUBLISHED * published.judged_their]
    rates = others.merge(ours[[*RUN, "judged"]], on=RUN, suffixes=("", "_default"))
    is_level = rates.judged <= RATE_MARGIN * rates.judged_default
    alive = published[published.judged_their < math.inf]
    decay = paired(runs, WEIGHT_DECAY)
    decay = decay[decay.testAccuracy.notna() & (decay.judged_their < math.inf)]
    points = 100 * (decay.testAccuracy - decay.testAccuracy_their)
    active = ours.active / ours.strong.clip(lower=1)
    failed = {f"{each['problem']} seed {each['seed']}": why(each) for each in ours.result}
    bad = [f"{name}: {reason}" for name, reason in failed.items() if reason]
    return [
        Row("runs that end at or above their start, 5 % above their own best record, or at chance after "
            "having learned", len(bad) if len(ours) else None, 0, 0,
            f"{listed(bad)}; with other rates {sum(bool(why(each)) for each in others.result)}"),
        Row("objective at most 1.05 × the best rival's, share of problem × seed",
            number((compared.ratio <= WITHIN).mean()), 0.85, 0.95,
            f"{len(compared)} runs on {runs.problem.nunique() if len(runs) else 0} problems; above: "
            + listed(f"{run.problem} seed {run.seed}: {run.ratio:.2f}" for run in misses.itertuples()), True),
        worst("worst ratio to the best rival", compared, compared.ratio, 1.5, 1.15),
        Row("more than 3 % above published PathProx at its best, share of runs",
            len(above) / len(published) if len(published) else None, 0.05, 0,
            listed(f"{run.problem} seed {run.seed}" for run in above.itertuples())),
        Row("a third and three times the default rate: objective within 1.25 × of the default's, share",
            number(is_level.mean()), 0.8, 0.95,
            "not: " + listed(f"{run.problem} × {run.rate:g}: "
                             + ("diverged" if math.isinf(run.judged) else f"{run.judged:.4g}")
                             for run in rates[~is_level.astype(bool)].itertuples()), True),
        Row("strong units against published PathProx's, median ratio",
            number((alive.strong / alive.strong_their.clip(lower=1)).median()), 0.9, 0.5,
            "where it did not diverge"),
        worst("active units against strong ones, worst", ours, active, 1.1, 1,
              lambda run: f": {run.active} and {run.strong}"),
        Row("test accuracy minus weight decay's at its best, points, median", number(points.median()),
            -0.5, 0, f"{len(points)} runs", True),
        worst("the same, worst", decay, points, -2.5, -1, higher=True),
        worst("units that die or return per step of the last quarter, worst", ours, ours.changes, 0.2, 0.05),
    ]


def why(run):
    """What is wrong with how a run ended; empty if nothing is."""
    if run["objective"] is None:
        return "diverged"
    if run["objective"] >= run["start"]:
        return "not below its start"
    if run["objective"] > RISE * run["best"]:
        return "above its best record"
    chance = run["chance"]
    if chance is not None and run["trainAccuracy"] <= chance + NEAR_CHANCE and (
            run["bestTrainAccuracy"] >= chance + LEARNED):
        return "at chance after having learned"
    return ""


def worst(work, runs, values, must, aim, more=lambda run: "", higher=False):
    """The row of the highest of some values, or of the lowest where high ones are good."""
    known = pandas.to_numeric(values).dropna()
    if not len(known):
        return Row(work, None, must, aim, "", higher)
    place = known.idxmin() if higher else known.idxmax()
    run = runs.loc[place]
    return Row(work, number(known[place]), must, aim, f"{run.problem}, seed {run.seed}{more(run)}", higher)


def number(value):
    """None where nothing was measured."""
    return None if pandas.isna(value) else float(value)


def listed(words):
    return "; ".join(words) or "none"


def markdown(runs):
    """A line for each problem; figures are medians over the seeds."""
    lines = []
    for name, group in runs.groupby("problem", sort=False) if len(runs) else []:
        ours = of(group, "ours")
        ran = of(group, "rival").merge(ours[RUN], on=RUN)
        if len(ours) and len(of(group, "rival")):
            ordered = ran.assign(order=ran.method.map(RIVALS.index)).sort_values("order", kind="stable")
            best = ordered.loc[ordered.groupby("seed").judged.idxmin()]
            settings = dict.fromkeys(f"{run.method}, {run.rate:g} {run.schedule}" for run in best.itertuples())
            lines.append([
                name, median(ours.judged), median(best.judged),
                " ".join(f"{ratio:.2f}" for ratio in ours.ratio.dropna()), "; ".join(settings),
                f"{median(ours.strong)}, {median(ours.active)}, {ours.units.iloc[0]}",
                median(paired(group, PUBLISHED).strong_their), tested(ours),
                tested(paired(group, WEIGHT_DECAY), "_their")])
    return table(HEADER, lines)


def tested(runs, side=""):
    """The median test accuracy; for regression the median test error."""
    accuracy = runs["testAccuracy" + side].median()
    return median(runs["testLoss" + side]) if pandas.isna(accuracy) else f"{100 * accuracy:.1f} %"


def median(values):
    """Of what is known, in a few digits."""
    value = pandas.to_numeric(values).median()
    if pandas.isna(value):
        return "–"
    if math.isinf(value):
        return "diverged"
    return f"{value:,.0f}" if value == int(value) else f"{value:.4g}"


def content(runs):
    """All settings and runs behind the tables, for JSON."""
    found = []
    for name, group in runs.groupby("problem", sort=False) if len(runs) else []:
        ours, searched = of(group, "ours"), of(group, "rival")
        found.append({
            "problem": name, "ratios": {run.seed: finite(run.ratio) for run in ours.itertuples()
                                        if not math.isnan(run.ratio)},
            "ours": list(ours.result), "other_rates": list(of(group, "other-rate").result),
            "rivals": [{"setting": f"{method}, {tried.rate.iloc[0]:g} {tried.schedule.iloc[0]}",
                        "runs": list(tried.result)}
                       for method in RIVALS for tried in [searched[searched.method == method]] if len(tried)]})
    return {"problems": found, "profile": {method: list(map(finite, values))
                                           for method, values in profile(runs).items()}}


def profile(runs):
    """By method, the ratios to the best rival, the smallest first, where ours was run too."""
    every = pandas.concat([of(runs, "ours"), of(runs, "rival").merge(of(runs, "ours")[RUN], on=RUN)])
    return {method: sorted(every[every.method == method].ratio.dropna()) for method in LOOKS}


def picture(runs):
    """Which share of the runs ends within a factor of the best rival; readable without color."""
    figure = Figure()
    for method, ratios in reversed(profile(runs).items()):  # ours above all others
        if ratios:
            name, *look = LOOKS[method]
            steps = [LOWEST, *(each for each in ratios if LOWEST < each <= HIGHEST), HIGHEST]
            shares = [100 * share(ratios, each) for each in steps]
            figure.add_scatter(x=steps, y=shares, name=name, mode="lines", line=pen(*look), line_shape="hv")
    figure.update_xaxes(type="log", range=[math.log10(LOWEST), math.log10(HIGHEST)],
                        tickvals=[0.5, 0.7, 1, 1.5, 2, 3, 4],
                        title="objective at the end / the best rival's on the same problem and seed", **AXIS)
    figure.update_yaxes(title="share of the runs up to this factor", range=[0, 100], ticksuffix=" %", **AXIS)
    legend = {"traceorder": "reversed", "x": 0.99, "y": 0.03, "xanchor": "right", "yanchor": "bottom"}
    return figure.update_layout(layout(900, 480, legend=legend, margin={"l": 75, "r": 20, "t": 20, "b": 65}))


def share(values, factor):
    return sum(value <= factor for value in values) / len(values)
