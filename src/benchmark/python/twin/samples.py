"""The samples that the Java worker exported, as tensors."""

from pathlib import Path

import numpy
import torch

INPUTS = 784


class Samples:
    """The files of one folder, read when they are asked for."""

    def __init__(self, folder):
        self.folder = Path(folder)

    def images(self, part):
        return torch.from_numpy(self._read(f"{part}-images")).view(-1, INPUTS)

    def classes(self, part):
        return torch.from_numpy(self._read(f"{part}-classes")).long()

    def _read(self, name):
        return numpy.fromfile(self.folder / name, dtype="<f4").astype(numpy.float32)

    def batches(self, size):
        """One epoch of the training samples, shuffled once."""
        images, classes = self.images("train"), self.classes("train")
        order = torch.randperm(len(classes))
        chunks = order[: len(order) // size * size].split(size)
        return [(images[rows].contiguous(), classes[rows]) for rows in chunks]
