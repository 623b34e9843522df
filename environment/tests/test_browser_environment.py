"""What browser.py needs: its own environment, and options that make sense."""

import unittest
from pathlib import Path
from unittest import mock

from fixtures import ENVIRONMENT, FolderTest, silence

import browser
from steps import browser_environment, python_environment


class EnvironmentTest(FolderTest):
    def test_ensure_uses_folder_and_requirements_of_its_own(self):
        checkout = browser_environment.BrowserCheckout(self.checkout.root)
        self.write("environment/browser-requirements.txt", "playwright==1.65.2\n")
        commands = []

        def record(doing, command, log, cwd, environment):
            commands.append([str(part) for part in command])
            checkout.venv.mkdir(exist_ok=True)

        with silence(), mock.patch.object(python_environment, "run_logged", record):
            browser_environment.ensure(checkout)
        made, installed = commands
        self.assertEqual(made[-1], str(checkout.environment / ".venv-browser"))
        self.assertEqual(installed[-1], str(checkout.requirements))


class OptionsTest(unittest.TestCase):
    def test_parse_arguments_none_are_all_checks_once(self):
        options = browser.parse_arguments([])
        self.assertEqual((list(options.only), options.repeat), (list(browser.CHECKS), 1))

    def test_parse_arguments_wrong_ones_are_refused(self):
        for arguments in (["--repeat", "0"], ["--repeat", "x"], ["--only", "nothing"]):
            with self.subTest(arguments), silence(), self.assertRaises(SystemExit):
                browser.parse_arguments(arguments)

    def test_checks_are_all_modules_of_the_folder(self):
        modules = Path(ENVIRONMENT, "lab_checks").glob("check_*.py")
        self.assertEqual(sorted(f"check_{name}.py" for name in browser.CHECKS),
                         sorted(module.name for module in modules))
