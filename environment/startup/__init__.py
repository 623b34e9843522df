"""What `benchmark.py startup` measures: how soon a kernel answers, and what it takes."""
