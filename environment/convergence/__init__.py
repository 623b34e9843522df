"""What `benchmark.py convergence` runs and judges; standard library only."""
