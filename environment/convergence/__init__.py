"""What `benchmark.py convergence` runs and computes, a module each; standard library only."""
