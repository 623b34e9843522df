"""Ports and the command line of JupyterLab."""

import argparse
import socket
import unittest

from fixtures import FolderTest

from steps import lab
from steps.console import SetupError


class PortTest(unittest.TestCase):
    def setUp(self):
        self.server = socket.socket()
        self.addCleanup(self.server.close)
        self.server.bind((lab.HOST, 0))
        self.server.listen()
        self.port = self.server.getsockname()[1]

    def test_choose_port_busy_is_refused_with_a_free_one(self):
        with self.assertRaises(SetupError) as raised:
            lab.choose_port(self.port)
        self.assertIn(f"port {self.port} is taken", str(raised.exception))
        suggested = int(str(raised.exception).split("--port ")[1])
        self.assertTrue(lab.is_free(suggested))

    def test_next_free_port_skips_a_busy_one(self):
        self.assertNotEqual(lab.next_free_port(self.port), self.port)

    def test_choose_port_free_is_taken(self):
        self.server.close()
        self.assertEqual(lab.choose_port(self.port), self.port)

    def test_port_number_reads_only_ports(self):
        self.assertEqual(lab.port_number("9000"), 9000)
        for text in ("0", "65536", "-1", "http", ""):
            with self.subTest(text), self.assertRaises(argparse.ArgumentTypeError):
                lab.port_number(text)


class CommandTest(FolderTest):
    def command(self, browser=True):
        return [str(part) for part in lab.lab_command(self.checkout, 9000, browser)]

    def test_command_serves_this_machine_only(self):
        self.assertIn("--ServerApp.ip=127.0.0.1", self.command())
        self.assertIn("--ServerApp.port=9000", self.command())

    def test_command_no_browser_is_passed_on(self):
        self.assertIn("--no-browser", self.command(browser=False))
        self.assertNotIn("--no-browser", self.command(browser=True))

    def test_command_opens_the_first_notebook_if_there(self):
        self.assertNotIn("00-start-here", " ".join(self.command()))
        notebook = self.write("notebooks/00-start-here.ipynb", "{}")
        self.assertEqual(self.command()[-1], str(notebook))
        self.assertEqual(
            lab.address(self.checkout, 9000, "t"),
            "http://127.0.0.1:9000/lab/tree/notebooks/00-start-here.ipynb?token=t",
        )

    def test_command_keeps_the_token_to_itself(self):
        self.assertNotIn("token", " ".join(self.command()))

    def test_wait_until_ready_ended_server_is_false(self):
        self.assertFalse(lab.wait_until_ready(9, lambda: False))


class SettingsTest(FolderTest):
    def test_write_settings_puts_our_defaults_where_lab_reads_them(self):
        file = self.checkout.venv / "share/jupyter/lab/settings/overrides.json"
        source = self.checkout.environment / "lab-settings.json"
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text("{}", encoding="utf-8")
        lab.write_settings(self.checkout)
        self.assertEqual(file.read_text(encoding="utf-8"), "{}")
        before = file.stat().st_mtime_ns
        lab.write_settings(self.checkout)
        self.assertEqual(file.stat().st_mtime_ns, before)
