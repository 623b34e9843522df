"""What the commands `methods` and `frontier` share: results that are kept, and who is run."""

import json

import pandas
from judged import tell
from pictures import draw
from programs import Programs, Progress, as_far_as_it_goes
from steps.console import SetupError

OURS = "recommended"


def run(options, checkout, contest):
    """Runs what the folder does not hold, shows what it holds, also if it is stopped."""
    folder = (options.folder or checkout.root / "target" / contest.NAME).absolute()
    if options.quick:
        folder = folder.with_name(folder.name + "-quick")
    contenders = {None: (OURS, *contest.RIVALS), "ours": (OURS,), "rivals": contest.RIVALS}[options.only]
    progress = Progress()
    with Programs(checkout) as programs:
        problems = chosen(options.problems, contest.problems(programs))
        jobs = contest.jobs(programs, folder, problems, contenders, options)

        def job(name, main, *arguments):
            progress(f"{name}: starting", may_take_long=True)
            for result in programs.results(f"{contest.NAME}-{name}", main, *arguments):
                progress(f"{name}: {contest.said(result)}")

        code = as_far_as_it_goes(lambda: programs.run_all(
            [lambda each=each: job(*each) for each in jobs], options.workers))
    found = contest.read(folder, problems)
    tell(contest.rows(found), contest.markdown(found), contest.content(found), options)
    if len(found):
        draw(options.picture, lambda: contest.picture(found))
    return code


def chosen(wanted, names):
    """The problems that were asked for, in their order."""
    unknown = [name for name in wanted or [] if name not in names]
    if unknown:
        raise SetupError(f"there is no problem {unknown[0]}; expected some of: {', '.join(names)}")
    return [name for name in names if not wanted or name in wanted]


def read(folder, name):
    """The results in a file, each as a row and as the object that it was (column `result`)."""
    file = folder / f"{name}.jsonl"
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    results = [json.loads(line) for line in lines]
    return pandas.DataFrame(results).assign(result=results)
