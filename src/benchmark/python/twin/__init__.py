"""The works of the benchmark as PyTorch does them, written from the paper; a module each."""
