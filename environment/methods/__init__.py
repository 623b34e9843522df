"""The fair comparison of the methods: `benchmark.py methods`."""
