"""The networks of the paper; each is told which layers are paired and which are not."""

from torch import nn

VGG19 = [64, 64, "M", 128, 128, "M", *[256] * 4, "M", *[512] * 4, "M", *[512] * 4, "M"]


class Paired(nn.Module):
    """Layers in a row; `pairs` are (w, v), `others` the layers with weights that are in none."""

    def __init__(self, layers, pairs):
        super().__init__()
        self.layers = nn.Sequential(*layers)
        self.pairs = pairs
        paired = [layer for pair in pairs for layer in pair]
        self.parametric = [layer for layer in layers if hasattr(layer, "weight")]
        self.others = [
            layer for layer in self.parametric if not any(layer is each for each in paired)
        ]

    def forward(self, inputs):
        return self.layers(inputs)


def factorized_mlp(inputs, width, blocks, outputs):
    """Blocks of linear, rectifier, linear, with no rectifier between blocks."""
    layers, pairs = [], []
    for block in range(blocks):
        w = nn.Linear(width if block else inputs, width)
        v = nn.Linear(width, outputs if block == blocks - 1 else width)
        layers += [w, nn.ReLU(), v]
        pairs.append((w, v))
    return Paired(layers, pairs)


def toy():
    """2-32-1."""
    w, v = nn.Linear(2, 32), nn.Linear(32, 1)
    return Paired([w, nn.ReLU(), v], [(w, v)])


def small_notebook(classes):
    """The network of notebook 08: three convolutions and a linear layer, in two pairs."""
    w1, v1 = nn.Conv2d(1, 32, 5, stride=2, padding=2), nn.Conv2d(32, 16, 3, padding=1)
    w2, v2 = nn.Conv2d(16, 32, 3, padding=1), nn.Linear(288, classes)
    v2.units = 32  # whose pixels are its inputs
    layers = [w1, nn.ReLU(), v1, nn.ReLU(), nn.MaxPool2d(2), w2, nn.ReLU(), nn.MaxPool2d(2)]
    return Paired([*layers, nn.Flatten(), v2], [(w1, v1), (w2, v2)])


def small(first, second, classes):
    """Two convolutions of 28×28 pixels, which are a pair, and a linear layer."""
    w, v = nn.Conv2d(1, first, 3, padding=1), nn.Conv2d(first, second, 3, padding=1)
    layers = [w, nn.ReLU(), v, nn.ReLU(), nn.MaxPool2d(2), nn.Flatten()]
    return Paired([*layers, nn.Linear(second * 14 * 14, classes)], [(w, v)])


def vgg19(classes):
    """VGG19 for 32×32 images: sixteen convolutions in eight pairs and one linear layer."""
    layers, convolutions, channels = [], [], 3
    for width in VGG19:
        if width == "M":
            layers.append(nn.MaxPool2d(2))
        else:
            convolutions.append(nn.Conv2d(channels, width, 3, padding=1))
            layers += [convolutions[-1], nn.ReLU()]
            channels = width
    layers += [nn.Flatten(), nn.Linear(channels, classes)]
    return Paired(layers, list(zip(convolutions[::2], convolutions[1::2])))
