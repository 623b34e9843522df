"""The commands `methods` and `frontier`: the recommended method beside others; results are kept."""

import json

from programs import Programs, Progress, as_far_as_it_goes
from steps.console import SetupError

OURS = "recommended"
METHODS = "pathprox.benchmark.methods.Methods"
QUICKER = 50


class MethodsContest:
    """A Java program for each problem."""

    rivals = ("published", "weight-decay", "heavy-ball-90", "heavy-ball-95", "heavy-ball-99")
    report = "pathprox.benchmark.methods.MethodsReport"

    @staticmethod
    def problems(programs):
        """From the shortest trainings to the longest."""
        return list(programs.results("methods-list", *programs.java(METHODS, "--list")))

    def jobs(self, problems, contenders, folder, options):
        """(name, main, arguments), those that take longest first."""
        seeds, divisor = ("1", QUICKER) if options.quick else ("1,2,3", 1)
        return [(name, METHODS, "--problems", name, "--methods", ",".join(contenders), "--seeds", seeds,
                 "--multiples", "1,0.333,3", "--out", folder, "--divide", divisor,
                 *(["--fresh"] if options.fresh_ours else [])) for name in reversed(problems)]

    @staticmethod
    def said(result):
        found = result["objective"]
        return (f"{result['method']}, {result['schedule']} {result['rate']:g}, seed {result['seed']}: "
                + ("diverged" if found is None else f"objective {found:.5g}"))


class FrontierContest:
    """A Java program for each competitor on each problem."""

    rivals = ("published", "pruned-gradually", "pruned-at-once", "narrow", "d-gating", "all-units")
    report = "pathprox.benchmark.frontier.FrontierReport"

    @staticmethod
    def problems(programs):
        return ["digits", "mnist", "convolutional"]

    def jobs(self, problems, contenders, folder, options):
        seeds, divisor = (2, QUICKER) if options.quick else (5, 1)
        return [(f"{name}-{each}", "pathprox.benchmark.frontier.Frontier", name, each, seeds, folder, divisor,
                 *(["fresh"] if options.fresh_ours and each == OURS else []))
                for name in reversed(problems) for each in contenders]

    @staticmethod
    def said(result):
        order = result["order"]
        setting = ", ".join(f"{name} {value:g}" for name, value in order["setting"].items())
        judge = "test set" if order.get("fold") is None else f"fold {order['fold']}"
        kept = ["diverged" if each["accuracy"] is None else
                f"{100 * each['accuracy']:.1f} % with {each['units']} units" for each in result["kept"]]
        return f"{setting}, seed {order['seed']}, {judge}: {', '.join(kept)}"


def run(options, checkout):
    """Runs what the folder does not hold, shows what it holds, also if it is stopped."""
    contest = {"methods": MethodsContest, "frontier": FrontierContest}[options.command]()
    folder = (options.folder or checkout.root / "target" / options.command).absolute()
    if options.quick:
        folder = folder.with_name(folder.name + "-quick")
    contenders = {None: (OURS, *contest.rivals), "ours": (OURS,), "rivals": contest.rivals}[options.only]
    progress = Progress()
    with Programs(checkout) as programs:

        def train(name, main, *arguments):
            progress(f"{name}: starting", may_take_long=True)
            for result in programs.results(f"{options.command}-{name}", *programs.java(main, *arguments)):
                progress(f"{name}: {contest.said(result)}")

        problems = chosen(options.problems, contest.problems(programs))
        jobs = contest.jobs(problems, contenders, folder, options)
        code = as_far_as_it_goes(lambda: programs.run_all(
            [lambda job=job: train(*job) for job in jobs], options.workers))
        file = programs.target(options)
        programs.show(contest.report, folder, file, str(options.quick).lower(), *problems)
    if options.picture:
        import pictures

        content = json.loads(file.read_text(encoding="utf-8"))
        pictures.draw(options.picture, lambda: getattr(pictures, options.command)(content))
    return code


def chosen(wanted, names):
    """The problems that were asked for, in their order."""
    unknown = [name for name in wanted or [] if name not in names]
    if unknown:
        raise SetupError(f"there is no problem {unknown[0]}; expected some of: {', '.join(names)}")
    return [name for name in names if not wanted or name in wanted]
