"""Finding a JDK: versions, what is refused and what the messages say; a home for Java."""

import os
import shlex
import unittest
from pathlib import Path
from unittest import mock

from fixtures import WINDOWS, FolderTest, silence

from steps import home, java

JAVA_17 = 'openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment (build 17.0.15+6)\n'
JAVA_11 = 'openjdk version "11.0.22" 2024-01-16\nOpenJDK Runtime Environment (build 11.0.22+7)\n'


class VersionTest(unittest.TestCase):
    def test_version_known_texts_are_read(self):
        for text, version, feature in (
            ('java version "1.8.0_392"\nJava(TM) SE Runtime Environment', "1.8.0_392", 8),
            ('openjdk version "9"', "9", 9), (JAVA_11, "11.0.22", 11), (JAVA_17, "17.0.15", 17),
            ('openjdk version "25-ea" 2025-09-16', "25-ea", 25),
            ('openjdk version "25.0.3" 2026-04-21 LTS', "25.0.3", 25),
            ("Picked up JAVA_TOOL_OPTIONS: -Xmx1g\n" + JAVA_17, "17.0.15", 17),
            ("Property settings:\n    java.version = 3\n\n" + JAVA_17, "17.0.15", 17),
        ):
            self.assertEqual((java.version_in(text), java.feature_of(version)), (version, feature))
        self.assertIsNone(java.version_in("Unable to locate a Java Runtime."))


@unittest.skipIf(WINDOWS, "the fake java programs are shell scripts")
class FindJdkTest(FolderTest):
    def java_home(self, name, version, modules="jdk.compiler@17\njdk.jshell@17\n", code=0):
        """Makes a folder that looks like a JDK; its `java` prints these texts."""
        program = self.folder / name / "bin" / "java"
        program.parent.mkdir(parents=True)
        program.with_name("javac").touch()
        program.write_text(f"""#!/bin/sh
case "$*" in
*-version) printf %s {shlex.quote(version)} >&2 ;;
*) printf %s {shlex.quote(modules)} ;;
esac
exit {code}""", encoding="utf-8")
        program.chmod(0o755)
        return str(self.folder / name)

    def find(self, java_home="", path=""):
        with silence():
            return java.find_jdk({"JAVA_HOME": java_home, "PATH": path})

    def test_find_jdk_takes_the_first_that_is_new_enough(self):
        old, first = self.java_home("jdk 11", JAVA_11), self.java_home("a", JAVA_17)
        second = self.java_home("b", JAVA_17)
        jdk = self.find(java_home=first, path=f"{second}/bin")
        self.assertEqual((str(jdk.home), jdk.version, jdk.feature), (first, "17.0.15", 17))
        self.assertEqual(str(self.find(java_home=old, path=f"{second}/bin").home), second)

    def test_find_jdk_link_on_path_gives_the_folder_that_java_tells(self):
        home = self.folder / "real"
        self.java_home("real", f"Property settings:\n    java.home = {home}\n{JAVA_17}")
        links = self.folder / "links"
        links.mkdir()
        (links / "java").write_text(f'#!/bin/sh\nexec "{home}/bin/java" "$@"\n')
        (links / "java").chmod(0o755)
        self.assertEqual(self.find(path=str(links)).java, home / "bin" / "java")

    def test_find_jdk_says_what_was_found_where_and_the_cure(self):
        old = self.java_home("jdk 11", JAVA_11)
        stub = self.java_home("stub", "Unable to locate a Java Runtime.\n", code=1)
        shell = self.java_home("jre", JAVA_17, modules="jdk.compiler@17\n")
        compiler = self.java_home("no javac", JAVA_17)
        (self.folder / "no javac" / "bin" / "javac").unlink()
        nowhere = str(self.folder / "nowhere")
        for home, path, parts in (
            ("", f"{old}/bin", ["Java 11.0.22, too old", f"{old}/bin/java", "PATH", "17 or newer",
                                "apt", "brew", "winget", "adoptium.net"]),
            (shell, "", ["without jdk.jshell: a JRE"]), (compiler, "", ["without javac: a JRE"]),
            (stub, "", ["Unable to locate a Java Runtime"]),
            ("", "", ["no java, neither by JAVA_HOME nor on the PATH"]),
            (nowhere, "", ["no such program", "JAVA_HOME"]),
        ):
            with self.subTest(parts[0]):
                self.assert_refused(parts, self.find, home, path)


@unittest.skipIf(WINDOWS, "the home folder is that of the profile")
class HomeTest(FolderTest):
    def ensured(self, of_person, of_java):
        with mock.patch.dict(os.environ, HOME=str(of_person), JDK_JAVA_OPTIONS="-Da=b"), \
                mock.patch.object(home, "java_home", lambda: Path(of_java)), silence() as said:
            home.ensure(self.checkout)
            return os.environ["HOME"], os.environ["JDK_JAVA_OPTIONS"], said.getvalue()

    def test_ensure_a_home_is_kept(self):
        self.assertEqual(self.ensured(self.folder, self.folder), (str(self.folder), "-Da=b", ""))

    def test_ensure_java_is_told_where_the_person_keeps_things(self):
        kept, options, said = self.ensured(self.folder, "?")
        self.assertEqual((kept, options, said),
                         (str(self.folder), f'-Da=b "-Duser.home={self.folder}"', ""))

    def test_ensure_without_a_home_a_folder_of_the_checkout_takes_its_place(self):
        own = self.checkout.work / "home"
        kept, options, said = self.ensured(self.folder / "nowhere", self.folder / "nowhere")
        self.assertEqual((kept, options), (str(own), f'-Da=b "-Duser.home={own}"'))
        self.assertTrue(own.is_dir())
        self.assertIn(f"{own} takes its place", said)
