"""The command `speed`: the library beside PyTorch, as a table in Markdown and as JSON."""

import machine
from judged import markdown, verdict, write_json
from lines import NONE, TRAINING, TRAINING_LINE, groups
from programs import Programs, Progress, WorkFailed
from timing import Timing, in_words, measure, ready_workers, worker_of

THOUSANDS, TWIN_STEPS, WARM_UP_STEPS = 100, 20, 50


def run(options, checkout):
    """Measures the chosen groups and shows them."""
    chosen = [group for group in groups() if group.name in options.only]
    if TRAINING in options.only and not options.quick and 1 in options.threads:
        chosen.append(TRAINING)
    progress, measured, description = Progress(), [], {}
    with Programs(checkout) as programs:
        # Each group in processes of its own: what another one left in an allocator can halve a time.
        for group in chosen:
            threads = [1] if group == TRAINING else options.threads
            with ready_workers(programs, threads) as workers:
                description = description or machine.describe(workers)
                if group == TRAINING:
                    measured += rows([TRAINING_LINE], threads, training(workers, progress))
                else:
                    measured += rows(group.lines, threads, measure(group, workers, threads, progress))
    description.update(machine.load())
    print(shown(description, options.threads, measured))
    write_json(options.json, {"machine": description, "threads": options.threads, "rows": measured})
    return 0 if any(row["measured"] is not None for row in measured) else 1


def training(workers, progress, thousands=THOUSANDS):
    """The 100,000 iterations of the published training: ours in full, PyTorch's by samples."""
    timed, twin_timed = TRAINING_LINE.timed(1)
    worker, twin_worker = worker_of(workers, timed), worker_of(workers, twin_timed)
    ours, twin = Timing(), Timing()
    try:
        worker.ask("prepare", TRAINING)
        twin_worker.ask("prepare", TRAINING)
        twin_worker.ask("run", TRAINING, WARM_UP_STEPS)
        for thousand in range(thousands):
            ours.add(worker.ask("run", TRAINING, 1))
            twin.add(twin_worker.ask("run", TRAINING, TWIN_STEPS))
            progress(f"{TRAINING}: {thousand + 1} of {thousands} thousands, {ours.note}")
        ours.nanoseconds = [sum(ours.nanoseconds)]
        ours.bytes = []  # a command's bytes include what a record needs
        twin.nanoseconds = [twin.milliseconds * 1e6 * 1000 * thousands]
    except WorkFailed as problem:
        ours = twin = Timing(problem=str(problem))
    return {timed: ours, twin_timed: twin}


def rows(lines, threads, timings):
    """The rows of the lines, in their order, for each number of threads that they are for."""
    return [row(line, count, timings)
            for line in lines for count in threads if line.against_threads != count]


def row(line, threads, timings):
    """One line as measured on a number of threads; without figures where a work failed."""
    timed, against = line.timed(threads)
    ours, reference = timings[timed], timings[against]
    on_one = timings.get(timed._replace(threads=1)) if threads > 1 else None
    must, aim = line.bounds(threads)
    gain_must, gain_aim = line.gain if threads == 2 else NONE
    notes = [line.note, ours.note, reference.note,
             *(f"not measured: {each.problem}" for each in (ours, reference) if each.problem)]
    return {
        "work": line.work, "threads": threads, "measured": ratio(ours, reference), "must": must, "aim": aim,
        "ours_ms": ours.milliseconds, "reference_ms": reference.milliseconds,
        "gain": ratio(on_one, ours), "gain_must": gain_must, "gain_aim": gain_aim,
        "allocated_bytes": ours.allocated, "note": "; ".join(filter(None, notes))}


def ratio(over, under):
    """Of two times; None where one was not measured."""
    if over is None or over.milliseconds is None or not under.milliseconds:
        return None
    return over.milliseconds / under.milliseconds


def shown(description, threads, measured):
    """The table as the README shows it: a line for each work, all numbers of threads beside."""
    header, lines = ["work"], []
    for count in threads:
        header += [f"ours, ms, {in_words(count)}", "PyTorch, ms", "ratio", "must, aim"]
        header += ["gain", "must, aim"] if count > 1 else []
    for work in dict.fromkeys(row["work"] for row in measured):
        found = {row["threads"]: row for row in measured if row["work"] == work}
        allocated = [row["allocated_bytes"] for row in found.values() if row["allocated_bytes"]]
        cells = [cell for count in threads for cell in row_cells(found.get(count), count)]
        lines.append([work, *cells, f"{max(allocated):,.0f}" if allocated else ""])
    notes = dict.fromkeys(f"- {row['work']}: {row['note']}" for row in measured if row["note"])
    return "\n".join([machine.line(description), "", markdown([*header, "bytes allocated"], lines), "", *notes])


def row_cells(row, threads):
    if row is None:
        return [""] * (4 if threads == 1 else 6)
    cells = [*map(number, (row["ours_ms"], row["reference_ms"], row["measured"])),
             bounds(row["measured"], "≤", row["must"], row["aim"])]
    if threads == 1:
        return cells
    gain = row["gain"]
    return cells + (["", ""] if gain is None else [
        number(gain), bounds(gain, "≥", row["gain_must"], row["gain_aim"])])


def number(value):
    """Three significant digits."""
    if value is None:
        return "–"
    return f"{value:,.0f}" if value >= 100 else f"{value:#.3g}".rstrip(".")


def bounds(measured, sign, must, aim):
    """The bounds and whether they are kept; nothing where there are none."""
    word = verdict(measured, must, aim, sign == "≥")
    if measured is None or must is None:
        return word
    return f"{sign} {must:g}{'' if aim is None else f', {aim:g}'}: {word}"
