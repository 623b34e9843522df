"""Compares the twin's steps with what the published code computed; skipped where there is no PyTorch.

To run it: environment/.venv-benchmark/bin/python -m unittest discover -s src/benchmark/python/tests
"""

import json
import sys
import unittest
from pathlib import Path

try:
    import torch
    from torch import nn
except ImportError:
    torch = None

PYTHON = Path(__file__).resolve().parents[1]
CASES = PYTHON.parents[1] / "test/resources/reference/steps"
TOLERANCE = 1e-10
sys.path.insert(0, str(PYTHON))


@unittest.skipIf(torch is None, "needs PyTorch")
class TwinTest(unittest.TestCase):
    def test_steps_are_those_of_the_published_code(self):
        self.addCleanup(torch.set_default_dtype, torch.get_default_dtype())
        torch.set_default_dtype(torch.float64)
        cases = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(CASES.glob("*.json"))]
        # Momentum and regularized biases are no part of the benchmark.
        cases = [case for case in cases if not case["momentum"] and not case["regularize_bias"]]
        self.assertGreater(len(cases), 5)
        for case in cases:
            with self.subTest(case["name"]):
                self.assertLess(difference(case), TOLERANCE)


def parametric_layers(case):
    """The layers with the initial parameters, by name."""
    layers = {}
    for name in dict.fromkeys(key.rsplit(".", 1)[0] for key in case["initial"]):
        weight = torch.tensor(case["initial"][f"{name}.weight"])
        sizes = weight.shape[1], weight.shape[0]
        layer = nn.Conv2d(*sizes, 3, padding=1) if weight.dim() == 4 else nn.Linear(*sizes)
        layer.weight.data = weight
        layer.bias.data = torch.tensor(case["initial"][f"{name}.bias"])
        layers[name] = layer
    return layers


def arranged(name, layers):
    """The layers with what lies between them, which the name of the case tells."""
    if name.startswith("convnet"):
        c1, c2, c3, c4, last = layers
        pools = [nn.MaxPool2d(2)], [nn.AvgPool2d(2), nn.Flatten()]
        return [*rectified(c1, c2), *pools[0], *rectified(c3, c4), *pools[1], last]
    if "factorized" in name or "mse" in name:
        pairs = zip(layers[::2], layers[1::2])
        return [layer for w, v in pairs for layer in (w, nn.ReLU(), v)]
    return rectified(*layers)[:-1]


def rectified(*layers):
    return [each for layer in layers for each in (layer, nn.ReLU())]


def difference(case):
    """The largest difference of a parameter after all iterations."""
    from twin.networks import Paired
    from twin.published_step import CROSS_ENTROPY, MEAN_SQUARED_ERROR, PathProx, WeightDecay

    layers = parametric_layers(case)
    pairs = [(layers[w], layers[v]) for w, v in case["grouped"]]
    network = Paired(arranged(case["name"], list(layers.values())), pairs)
    criterion = CROSS_ENTROPY if case["criterion"] == "ce" else MEAN_SQUARED_ERROR
    method = PathProx if case["method"] == "pathprox" else WeightDecay
    step = method(network, criterion, case["learning_rate"], case["lam"])
    inputs, targets = torch.tensor(case["x"]), torch.tensor(case["y"])
    for k in range(case["iterations"]):
        first = k * case["batch_size"] % len(inputs)
        rows = slice(first, first + case["batch_size"])
        step.take(inputs[rows], targets[rows])
    return max(
        (value - torch.tensor(case["final"][f"{name}.{kind}"])).abs().max().item()
        for name, layer in layers.items() for kind, value in layer.named_parameters()
    )


if __name__ == "__main__":
    unittest.main()
