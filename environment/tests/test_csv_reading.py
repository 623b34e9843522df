"""Reading CSV files: the rows, and what runs by the Python with pandas, on a fake Java program."""

import unittest
from unittest import mock

from fixtures import FolderTest

from steps.console import SetupError
from tables import csv_reading


class FakePrograms:
    """Answers as the Java side does."""

    def __init__(self, answer):
        self.answer, self.asked = answer, []

    def results(self, *arguments):
        self.asked.append(arguments)
        return [self.answer]


class RowsTest(FolderTest):
    def test_rows_are_ratios_of_medians(self):
        programs = FakePrograms({"seconds": 2.0, "bytes": 5 * 2**20})
        theirs = iter([{"seconds": each, "bytes": 2**20} for each in (1.0, 9.0, 0.5) * 2])
        with mock.patch.object(csv_reading, "ask", self.asked(theirs)):
            table = csv_reading.rows(programs, "python", self.folder, 3)
        self.assertEqual([row.measured for row in table], [2.0, 5.0, 2.0, 5.0])
        self.assertEqual([row.verdict for row in table], ["aim", "miss", "aim", "miss"])
        self.assertIn("2 s against 1 s, medians of 3", table[0].note)
        self.assertEqual(len(programs.asked), 6)

    @staticmethod
    def asked(answers):
        return lambda python, what, *_: next(answers) if what == "read" else None

    def test_nothing_measured_gives_rows_all_the_same(self):
        verdicts = {row.verdict for row in csv_reading.judged(10, [], [])}
        self.assertEqual(verdicts, {"not measured"})

    def test_python_that_fails_is_named(self):
        with self.assertRaisesRegex(SetupError, "pandas failed: .*false -m tables"):
            csv_reading.ask("/bin/false", "read", "a.csv")

    def test_memory_is_read_in_bytes(self):
        status = self.write("status", "VmPeak:\t   5 kB\nVmHWM:\t  12 kB\n")
        self.assertEqual(csv_reading.memory("VmHWM", status), 12 * 1024)


if __name__ == "__main__":
    unittest.main()
