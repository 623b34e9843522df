"""Finds a JDK that can build the library and run the kernel: JAVA_HOME first, then PATH."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from . import commands, console
from .checkout import WINDOWS
from .console import SetupError

OLDEST = 17
NEEDED_MODULES = ("jdk.compiler", "jdk.jshell")

HOW_TO_GET_ONE = """\
  needed: a JDK (not a JRE), version 17 or newer
  get it: sudo apt install openjdk-17-jdk-headless    (Debian, Ubuntu)
          brew install --cask temurin@21              (macOS)
          winget install EclipseAdoptium.Temurin.21.JDK   (Windows)
          https://adoptium.net/temurin/releases/      (all)
  then:   open a new terminal, or set JAVA_HOME to the folder of the JDK"""


@dataclass(frozen=True)
class Jdk:
    """A checked JDK: its `java` program, its folder, "17.0.15" and 17."""

    java: Path
    home: Path
    version: str
    feature: int

    @property
    def identity(self):
        """Changes when another JDK is used."""
        return f"{self.java} {self.version}"


class Unsuitable(Exception):
    """Why a Java cannot be used."""


def find_jdk(environment=os.environ):
    """Returns the first suitable JDK, or says what was found and how to get one."""
    refused = []
    for origin, java in candidates(environment):
        try:
            jdk = inspect(java)
        except Unsuitable as reason:
            refused.append(f"{reason} ({java}, from {origin})")
            continue
        for line in refused:
            console.say(f"passed over: {line}")
        console.say(f"JDK {jdk.version} at {jdk.home}")
        return jdk
    refused = refused or ["no java, neither by JAVA_HOME nor on the PATH"]
    found = "\n".join(f"  found:  {line}" for line in refused)
    raise SetupError(f"no suitable Java.\n{found}\n{HOW_TO_GET_ONE}")


def candidates(environment):
    """The `java` programs to look at, as (origin, path) in order of preference."""
    home = environment.get("JAVA_HOME", "").strip().strip('"')
    on_path = shutil.which("java", path=environment.get("PATH", ""))
    found = (("JAVA_HOME", home and program(Path(home), "java")), ("PATH", on_path))
    return [(origin, Path(java)) for origin, java in found if java]


def program(home, name):
    """Where a JDK has a program."""
    return home / "bin" / (f"{name}.exe" if WINDOWS else name)


def inspect(java):
    """Runs a `java` program and returns it as a Jdk; raises Unsuitable with the reason."""
    text = _output(java, "-XshowSettings:properties", "-version")
    version = version_in(text)
    if version is None:
        raise Unsuitable("a java that does not tell its version")
    if feature_of(version) < OLDEST:
        raise Unsuitable(f"Java {version}, too old")
    # Java itself tells its folder; the program on the PATH may be a link.
    told = re.search(r"(?m)^\s*java\.home = (.+?)\s*$", text)
    home = Path(told[1]) if told else Path()
    if not told or not home.is_dir():
        home = Path(os.path.realpath(java)).parent.parent
    modules = _output(java, "--list-modules")
    missing = [name for name in NEEDED_MODULES if not re.search(rf"(?m)^{name}(@|\s|$)", modules)]
    missing += [] if program(home, "javac").is_file() else ["javac"]
    if missing:
        raise Unsuitable(f"Java {version} without {', '.join(missing)}: a JRE, not a JDK")
    return Jdk(home / "bin" / java.name, home, version, feature_of(version))


def version_in(text):
    """The version in the output of `java -version`: "1.8.0_392", "17.0.15", "25-ea", or None."""
    match = re.search(r'(?m)^\S+ version "((?:1\.)?\d[^"]*)"', text)
    return match[1] if match else None


def feature_of(version):
    """The feature number of a version: 8 for "1.8.0_392", 17 for "17.0.15", 25 for "25-ea"."""
    return int(re.match(r"(?:1\.)?(\d+)", version)[1])


def _output(java, *options):
    try:
        code, said = commands.answer(java, *options)
    except FileNotFoundError:
        raise Unsuitable("no such program") from None
    except subprocess.TimeoutExpired:
        raise Unsuitable("a java that does not answer") from None
    except OSError as problem:
        raise Unsuitable(f"a java that does not run ({problem.strerror})") from None
    if code != 0:
        raise Unsuitable(f"a java that fails: {(said.strip().splitlines() or ['no message'])[0]}")
    return said
