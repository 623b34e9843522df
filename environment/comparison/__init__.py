"""What environment/benchmark.py measures and shows, a module each; standard library only."""
