"""Steps as the published code takes them: gradient step, balancing, normalization, threshold."""

import torch
from torch import nn

SMALLEST = 1e-6


def half_squared_norm(layers):
    """½·Σ‖weights‖², or 0 where there is no layer."""
    return 0.5 * sum(torch.pow(layer.weight, 2).sum() for layer in layers)


class Step:
    """One iteration: loss with its penalty, gradients, SGD; subclasses say what is penalized."""

    def __init__(self, network, criterion, rate, decay):
        self.network = network
        self.criterion = criterion
        self.rate = rate
        self.decay = decay
        self.optimizer = torch.optim.SGD(network.parameters(), lr=rate)

    def penalized(self):
        return []

    def take(self, inputs, targets):
        self.optimizer.zero_grad()
        loss = self.criterion(self.network(inputs), targets)
        layers = self.penalized()
        if layers:
            loss = loss + self.decay * half_squared_norm(layers)
        loss.backward()
        self.optimizer.step()


class Sgd(Step):
    """Gradient descent without regularization."""


class WeightDecay(Step):
    """Weight decay of every layer as a term of the loss."""

    def penalized(self):
        return self.network.parametric


class PathProx(Step):
    """A gradient step on loss and unpaired weights, and then the proximal step of the pairs."""

    def penalized(self):
        return self.network.others

    def take(self, inputs, targets):
        super().take(inputs, targets)
        with torch.no_grad():
            balance(self.network.pairs)
            for w, v in self.network.pairs:
                normalize(w)
                shrink(v, self.rate * self.decay)


def norms_in(w):
    """‖w_i‖ for each unit: each row of a linear layer, each filter of a convolution."""
    return torch.linalg.vector_norm(w.weight, dim=tuple(range(1, w.weight.dim())))


def by_unit(v):
    """The weights with units as their second dimension; inputs of one unit lie side by side."""
    return v.weight.view(v.weight.shape[0], v.units, -1) if hasattr(v, "units") else v.weight


def norms_out(v):
    """‖v_i‖ for each unit: each column of a linear layer, each input channel of a convolution."""
    weight = by_unit(v)
    return torch.linalg.vector_norm(weight, dim=(0, *range(2, weight.dim())))


def balance(pairs):
    """Makes the path norms of all pairs equal and keeps the function."""
    sums = torch.stack([(norms_in(w) * norms_out(v)).sum() for w, v in pairs])
    mean = sums.clamp(min=SMALLEST).log().mean().exp()
    sums = list(sums)
    for k, (_, v) in enumerate(pairs):
        scale = mean / sums[k]
        v.weight *= scale
        v.bias *= scale
        if k + 1 < len(pairs):
            next_w, next_v = pairs[k + 1]
            next_w.bias *= scale
            next_v.weight /= scale
            sums[k + 1] = sums[k + 1] / scale


def normalize(w):
    """w_i ← w_i/‖w_i‖, its bias with it."""
    norms = norms_in(w).clamp(min=SMALLEST)
    w.weight /= norms.view(-1, *[1] * (w.weight.dim() - 1))
    w.bias /= norms


def shrink(v, threshold):
    """v_i ← v_i·max(0, 1 − threshold/‖v_i‖)."""
    norms = norms_out(v)
    factors = torch.where(norms <= threshold, 0.0, 1 - threshold / norms)
    weight = by_unit(v)
    weight *= factors.view(1, -1, *[1] * (weight.dim() - 2))


CROSS_ENTROPY = nn.CrossEntropyLoss()
MEAN_SQUARED_ERROR = nn.MSELoss()
