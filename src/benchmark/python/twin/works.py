"""All works by the names that commands use."""

import time

import torch
from torch import nn

from . import networks, published_step
from .published_step import CROSS_ENTROPY, MEAN_SQUARED_ERROR, PathProx
from .samples import INPUTS

RATE = 0.3
LAMBDA = 1e-4
CLASSES = 10
VGG_BATCH = 128


class Iteration:
    """A step on batches that lie ready."""

    def __init__(self, step, batches):
        self.step = step
        self.batches = batches
        self.iteration = 0

    def __call__(self):
        inputs, targets = self.batches[self.iteration % len(self.batches)]
        self.iteration += 1
        self.step.take(inputs, targets)


class ShuffledIteration:
    """A step that first gathers its batch, as each iteration of a training does."""

    def __init__(self, step, images, classes, size):
        self.step = step
        self.images = images
        self.classes = classes
        self.size = size
        self.rows = []

    def __call__(self):
        if not self.rows:
            self.rows = list(torch.randperm(len(self.classes)).split(self.size))
        rows = self.rows.pop()
        self.step.take(self.images[rows], self.classes[rows])


class Convolution:
    """3×3, forward and backward, of SIDE×SIDE pixels; images, the first input, need no gradient."""

    IMAGE_CHANNELS = 3

    def __init__(self, inputs, outputs, side, batch, layout):
        self.layer = nn.Conv2d(inputs, outputs, 3, padding=1).to(memory_format=layout)
        self.inputs = torch.randn(batch, inputs, side, side).to(memory_format=layout)
        self.inputs.requires_grad_(inputs != self.IMAGE_CHANNELS)
        self.gradient = torch.randn(batch, outputs, side, side).to(memory_format=layout)

    def __call__(self):
        self.layer.weight.grad = self.layer.bias.grad = self.inputs.grad = None
        self.layer(self.inputs).backward(self.gradient)


class Evaluation:
    """Loss and accuracy on 10,000 images, in chunks of the size, of those tried, that is fastest."""

    SIZES = (500, 1000, 2500, 10000)

    def __init__(self, samples):
        self.network = networks.factorized_mlp(INPUTS, 400, 3, 10).eval()
        self.images = samples.images("test")
        self.classes = samples.classes("test")
        self.loss = nn.CrossEntropyLoss(reduction="sum")
        self.size = min(self.SIZES, key=self._seconds)
        self.note = f"PyTorch in chunks of {self.size}"

    def _seconds(self, size):
        self._evaluate(size)
        times = []
        for _ in range(5):
            start = time.perf_counter()
            self._evaluate(size)
            times.append(time.perf_counter() - start)
        return sorted(times)[2]

    def _evaluate(self, size):
        loss, correct = 0.0, 0
        with torch.no_grad():
            for images, classes in zip(self.images.split(size), self.classes.split(size)):
                outputs = self.network(images)
                loss += self.loss(outputs, classes).item()
                correct += (outputs.argmax(dim=1) == classes).sum().item()
        return loss / len(self.classes), correct / len(self.classes)

    def __call__(self):
        self._evaluate(self.size)


def dense(kind, samples, rate=RATE, width=400, blocks=3, batch=200):
    """A step on 784-400×5-10, or on another size of it."""
    network = networks.factorized_mlp(INPUTS, width, blocks, CLASSES)
    step = kind(network, CROSS_ENTROPY, rate, LAMBDA)
    return Iteration(step, samples.batches(batch))


def training(samples):
    """An iteration of the 100,000."""
    network = networks.factorized_mlp(INPUTS, 400, 3, CLASSES)
    step = PathProx(network, CROSS_ENTROPY, RATE, LAMBDA)
    return ShuffledIteration(step, samples.images("train"), samples.classes("train"), 200)


def scaled(name, samples):
    """step-WIDTH-BLOCKS-BATCH, with a rate that no size diverges at."""
    width, blocks, batch = map(int, name.split("-")[1:])
    return dense(PathProx, samples, 0.01, width, blocks, batch)


def small(name, samples, layout):
    """small-notebook or small-CHANNELS-CHANNELS-BATCH, on digits as images."""
    if name == "small-notebook":
        network, size = networks.small_notebook(CLASSES), 50
    else:
        *channels, size = map(int, name.split("-")[1:])
        network = networks.small(*channels, CLASSES)
    batches = [
        (images.view(-1, 1, 28, 28).to(memory_format=layout), classes)
        for images, classes in samples.batches(size)
    ]
    step = PathProx(network.to(memory_format=layout), CROSS_ENTROPY, 0.01, LAMBDA)
    return Iteration(step, batches)


def toy():
    """A step on 2-32-1, batches of 32."""
    inputs = 2 * torch.rand(32, 2) - 1
    targets = inputs.prod(dim=1, keepdim=True)
    step = PathProx(networks.toy(), MEAN_SQUARED_ERROR, 0.05, LAMBDA)
    return Iteration(step, [(inputs, targets)])


def vgg19(layout):
    """A step on VGG19 with images of noise; its cost does not depend on the pixels."""
    network = networks.vgg19(CLASSES).to(memory_format=layout)
    images = torch.randn(VGG_BATCH, 3, 32, 32).to(memory_format=layout)
    classes = torch.randint(CLASSES, (VGG_BATCH,))
    return Iteration(PathProx(network, CROSS_ENTROPY, 0.01, LAMBDA), [(images, classes)])


def make(name, samples):
    """The work of this name; the channels-last layout is named by a suffix."""
    last = "-channels-last"
    layout = torch.channels_last if name.endswith(last) else torch.contiguous_format
    name = name[: -len(last)] if name.endswith(last) else name
    if name.startswith("step-"):
        return scaled(name, samples)
    if name.startswith("small-"):
        return small(name, samples, layout)
    if name.startswith("convolution-"):
        return Convolution(*map(int, name.split("-")[1:]), layout)
    return {
        "dense-sgd": lambda: dense(published_step.Sgd, samples),
        "dense-weight-decay": lambda: dense(published_step.WeightDecay, samples),
        "dense-pathprox": lambda: dense(PathProx, samples),
        "training": lambda: training(samples),
        "evaluation": lambda: Evaluation(samples),
        "toy-pathprox": toy,
        "vgg19-pathprox": lambda: vgg19(layout),
    }[name]()
