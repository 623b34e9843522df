"""What `benchmark.py tables` runs: raw tables to trained networks, beside scikit-learn and pandas."""
