"""PyTorch's environment: its own folder, the index of processor wheels first, PyPI otherwise."""

from unittest import mock

from fixtures import FolderTest, silence

from steps import python_environment, torch_environment
from steps.console import SetupError

REQUIREMENTS = """\
# comment
torch==2.15.0; python_version >= "3.11"
torch==2.8.0; python_version < "3.11"
numpy==2.4.6
"""


class TorchEnvironmentTest(FolderTest):
    def setUp(self):
        super().setUp()
        self.checkout = torch_environment.TorchCheckout(self.checkout.root)
        self.write("environment/torch-requirements.txt", REQUIREMENTS)
        self.commands = []
        self.index_answers = True
        for module in (torch_environment, python_environment):
            patcher = mock.patch.object(module, "run_logged", self.record)
            patcher.start()
            self.addCleanup(patcher.stop)

    def record(self, doing, command, log, cwd, environment):
        self.commands.append([str(part) for part in command])
        self.checkout.venv.mkdir(exist_ok=True)
        if torch_environment.CPU_INDEX in self.commands[-1] and not self.index_answers:
            raise SetupError("no answer")

    def ensure(self):
        """Returns what it said."""
        with silence() as output:
            torch_environment.ensure(self.checkout)
            return output.getvalue()

    def test_ensure_uses_a_folder_of_its_own(self):
        self.ensure()
        self.assertIn(str(self.checkout.environment / ".venv-torch"), self.commands[0])
        self.assertEqual(self.checkout.venv.name, ".venv-torch")

    def test_ensure_index_answers_installs_from_it_and_completes_from_pypi(self):
        self.ensure()
        _, from_index, from_pypi = self.commands
        self.assertIn(torch_environment.CPU_INDEX, from_index)
        self.assertIn("--no-deps", from_index)
        self.assertEqual([word for word in from_index if word.startswith("numpy")], [])
        self.assertIn(str(self.checkout.requirements), from_pypi)
        self.assertNotIn("--index-url", from_pypi)

    def test_ensure_index_silent_falls_back_and_says_how_big_it_is(self):
        self.index_answers = False
        said = self.ensure()
        self.assertIn("5 GB", said)
        self.assertIn(str(self.checkout.requirements), self.commands[-1])

    def test_ensure_index_is_not_waited_for_long(self):
        self.ensure()
        from_index = self.commands[1]
        self.assertEqual(from_index[from_index.index("--timeout") + 1], "10")
        self.assertEqual(from_index[from_index.index("--retries") + 1], "0")

    def test_ensure_second_time_does_nothing(self):
        self.ensure()
        self.commands.clear()
        with mock.patch.object(python_environment, "python_runs", lambda checkout: True):
            self.ensure()
        self.assertEqual(self.commands, [])

    def test_torch_lines_are_those_of_pytorch(self):
        self.assertEqual(len(torch_environment.torch_lines(REQUIREMENTS)), 2)
