"""Runs in a Python with JJava and jupyter_client alone: what a plain kernel shows of the library."""

import sys

from jupyter_client.manager import start_new_kernel

TRAINING = """\
var data = Digits.split(1);
var start = Architecture.mlp(64, 50, 10).initialize(1);
var options = TrainingOptions.defaults().withIterations(200);
var trainer = Trainer.with(options);
var result = trainer.train(start, data, PathProx.recommended(1e-3));"""

# Cells, and what of each must be shown: a type of output, and a part of its plain text.
CELLS = [
    (TRAINING, "text/html", "PathProx recommended λ=0.001: completed after 200 iterations"),
    ("result", "text/html", "active units"),
    ("Compare.objective(result)", "application/vnd.plotly.v1+json", "y: objective"),
    ("data.train().first(9)", "image/svg+xml", "digits"),
    ("new double[] {1, 2.5}", "text/html", "min 1, mean 1.75, max 2.5"),
    ('doc("PathProx.recommended")', "text/html", "the method to start with"),
    ("diagnostics()", "text/plain", "failures   none"),
]

# What is typed, a cursor from its end, and what Shift-Tab must say.
TYPED = [
    ("PathProx.recommended(", 0, "the method to start with"),
    ("var x = 3;\nvar y = trainer.train", 0, "train(Network start"),
    ("result", 0, "record TrainingResult"),
    ("Math.max(", 0, "int Math.max(int a, int b)"),
]


def cell(client, source):
    """Executes a cell; returns its outputs, the last state of those that change."""
    outputs = []

    def take(message):
        if message["msg_type"] in ("execute_result", "display_data", "error"):
            outputs.append(message["content"])
        elif message["msg_type"] == "update_display_data":
            outputs[-1] = message["content"]

    client.execute_interactive(source, timeout=600, output_hook=take)
    return outputs


def main(version):
    """Exits with a message if something is missing."""
    manager, client = start_new_kernel(kernel_name="java", startup_timeout=120)
    try:
        failed = cell(client, f"%maven io.github.pathprox:pathprox:{version}")
        assert not failed, failed
        for source, kind, part in CELLS:
            outputs = cell(client, source)
            texts = [output.get("data", {}).get("text/plain", "") for output in outputs]
            assert any(kind in output.get("data", {}) for output in outputs), (source, outputs)
            assert any(part in text for text in texts), (source, texts)
        for code, back, part in TYPED:
            shown = client.inspect(code, len(code) - back, reply=True, timeout=60)["content"]
            assert part in shown["data"].get("text/plain", ""), (code, shown)
        names = client.complete("Data", 4, reply=True, timeout=60)["content"]["matches"]
        assert names[0] == "Dataset", names
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


if __name__ == "__main__":
    main(sys.argv[1])
