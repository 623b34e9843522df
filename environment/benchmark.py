"""Measures the library beside others: python3 environment/benchmark.py --help

What runs is in src/benchmark; commands that need Python packages make environment/.venv-benchmark.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src" / "benchmark" / "python"))

from command import main  # noqa: E402 (needs the path above)

if __name__ == "__main__":
    sys.exit(main(ROOT, sys.argv[1:]))
