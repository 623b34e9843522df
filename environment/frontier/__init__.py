"""Units kept against test accuracy: `benchmark.py frontier`."""
