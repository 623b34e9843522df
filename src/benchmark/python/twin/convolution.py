"""One 3×3 convolution, forward and backward."""

import torch
from torch import nn


class Convolution:
    """INPUTS → OUTPUTS channels at SIDE×SIDE pixels; images, the first input, need no gradient."""

    IMAGE_CHANNELS = 3

    def __init__(self, inputs, outputs, side, batch, layout):
        self.layer = nn.Conv2d(inputs, outputs, 3, padding=1).to(memory_format=layout)
        self.inputs = torch.randn(batch, inputs, side, side).to(memory_format=layout)
        self.inputs.requires_grad_(inputs != self.IMAGE_CHANNELS)
        self.gradient = torch.randn(batch, outputs, side, side).to(memory_format=layout)

    def __call__(self):
        self.layer.weight.grad = self.layer.bias.grad = self.inputs.grad = None
        self.layer(self.inputs).backward(self.gradient)
