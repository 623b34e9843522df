"""The steps of environment/start.py, one module each; standard library only."""
