"""Finding a JDK: versions, what is refused and what the messages say."""

import unittest

from fixtures import WINDOWS, FolderTest, fake_java, silence

from steps import java
from steps.console import SetupError

JAVA_17 = 'openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment (build 17.0.15+6)\n'
JAVA_11 = 'openjdk version "11.0.22" 2024-01-16\nOpenJDK Runtime Environment (build 11.0.22+7)\n'

VERSIONS = [
    ('java version "1.8.0_392"\nJava(TM) SE Runtime Environment', "1.8.0_392", 8),
    ('openjdk version "9"', "9", 9),
    (JAVA_11, "11.0.22", 11),
    (JAVA_17, "17.0.15", 17),
    ('java version "21.0.2" 2024-01-16 LTS', "21.0.2", 21),
    ('openjdk version "25-ea" 2025-09-16', "25-ea", 25),
    ('openjdk version "25.0.3" 2026-04-21 LTS', "25.0.3", 25),
    ("Picked up JAVA_TOOL_OPTIONS: -Xmx1g\n" + JAVA_17, "17.0.15", 17),
    ("Property settings:\n    java.version = 3\n\n" + JAVA_17, "17.0.15", 17),
]


class VersionTest(unittest.TestCase):
    def test_version_known_texts_are_read(self):
        for text, version, feature in VERSIONS:
            with self.subTest(version):
                self.assertEqual(java.version_in(text), version)
                self.assertEqual(java.feature_of(version), feature)

    def test_version_other_text_is_none(self):
        self.assertIsNone(java.version_in("Unable to locate a Java Runtime."))


@unittest.skipIf(WINDOWS, "the fake java programs are shell scripts")
class FindJdkTest(FolderTest):
    def java_home(self, name, *arguments, **keywords):
        home = self.folder / name
        fake_java(home, *arguments, **keywords)
        return str(home)

    def find(self, java_home="", path=""):
        with silence() as self.output:
            return java.find_jdk({"JAVA_HOME": java_home, "PATH": path})

    def refusal(self, **where):
        with self.assertRaises(SetupError) as raised:
            self.find(**where)
        return str(raised.exception)

    def test_find_jdk_17_is_taken(self):
        home = self.java_home("jdk 17", JAVA_17)
        jdk = self.find(java_home=home)
        self.assertEqual((str(jdk.home), jdk.version, jdk.feature), (home, "17.0.15", 17))

    def test_find_jdk_11_on_path_says_version_place_and_cure(self):
        home = self.java_home("jdk 11", JAVA_11)
        text = self.refusal(path=f"{home}/bin")
        for part in ("Java 11.0.22", f"{home}/bin/java", "PATH", "17 or newer", "apt", "brew",
                     "winget", "adoptium.net"):
            self.assertIn(part, text)

    def test_find_jdk_old_java_home_falls_back_to_path(self):
        old, new = self.java_home("jdk 11", JAVA_11), self.java_home("jdk 17", JAVA_17)
        self.assertEqual(str(self.find(java_home=old, path=f"{new}/bin").home), new)

    def test_find_jdk_java_home_goes_before_path(self):
        first, second = self.java_home("a", JAVA_17), self.java_home("b", JAVA_17)
        self.assertEqual(str(self.find(java_home=first, path=f"{second}/bin").home), first)

    def test_find_jdk_link_on_path_gives_the_folder_that_java_tells(self):
        home = self.folder / "real"
        fake_java(home, f"Property settings:\n    java.home = {home}\n{JAVA_17}")
        links = self.folder / "links"
        links.mkdir()
        (links / "java").write_text(f'#!/bin/sh\nexec "{home}/bin/java" "$@"\n')
        (links / "java").chmod(0o755)
        self.assertEqual(self.find(path=str(links)).java, home / "bin" / "java")

    def test_find_jdk_without_jshell_is_called_a_jre(self):
        home = self.java_home("jre", JAVA_17, modules="java.base@17\njdk.compiler@17\n")
        self.assertIn("without jdk.jshell: a JRE", self.refusal(java_home=home))

    def test_find_jdk_without_javac_is_called_a_jre(self):
        home = self.java_home("jre", JAVA_17)
        (self.folder / "jre" / "bin" / "javac").unlink()
        self.assertIn("without javac: a JRE", self.refusal(java_home=home))

    def test_find_jdk_stub_that_fails_shows_its_message(self):
        home = self.java_home("stub", "Unable to locate a Java Runtime.\n", code=1)
        self.assertIn("Unable to locate a Java Runtime", self.refusal(java_home=home))

    def test_find_jdk_none_at_all_says_so(self):
        self.assertIn("no java, neither by JAVA_HOME nor on the PATH", self.refusal())

    def test_find_jdk_wrong_java_home_says_so(self):
        text = self.refusal(java_home=str(self.folder / "nowhere"))
        self.assertIn("no such program", text)
        self.assertIn("JAVA_HOME", text)
