"""Builds the Java library and stages it, with its dependencies and the classes that only the
tutorial needs, as the kernel's class path.

Each state of the sources has its own folder of jars, named after their hash. It is filled aside
and renamed when it is complete, so a folder with such a name is whole. A kernel that runs keeps
its folder; folders that nobody uses are removed.
"""

import contextlib
import os
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from . import console
from .checkout import WINDOWS
from .commands import answer, child_environment, run_logged
from .console import SetupError
from .stamps import fingerprint

# Paths that are given to it are relative, as scripts are bad at spaces and umlauts.
MAVEN = [*(["cmd", "/c", ".\\mvnw.cmd"] if WINDOWS else ["sh", "mvnw"]), "-B", "-ntp"]

STAGING_PREFIX = "staging-"

SOURCES = ("src/main", "src/tutorial")
SPARK_SOURCES = ("src/spark",)


def ensure(checkout, jdk, spark=False):
    """Builds the library, with Spark if asked, unless it is current; returns the folder of jars."""
    folder = checkout.lib / sources_hash(checkout, jdk, spark)
    if folder.is_dir():
        console.say("the library is current")
        return folder
    staging = checkout.lib / f"{STAGING_PREFIX}{os.getpid()}"
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(parents=True)
    try:
        build_into(checkout, jdk, staging, spark)
        os.replace(staging, folder)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return folder


def sources_hash(checkout, jdk, spark=False):
    """Changes with the build file, the sources, the Maven version, the JDK, and Spark or none."""
    folders = (".mvn", *SOURCES, *(SPARK_SOURCES if spark else ()))
    files = [file for folder in folders for file in (checkout.root / folder).rglob("*")]
    files = [checkout.root / "pom.xml", *(file for file in files if file.is_file())]
    return fingerprint([jdk.identity, *(["spark"] if spark else [])], files, checkout.root)[:16]


def build_into(checkout, jdk, staging, spark):
    """Runs Maven and puts the two jars and the runtime dependencies into a folder."""
    log = checkout.log("maven", empty=True)
    command = [
        *MAVEN, *(["-Pspark"] if spark else []),
        "-Dmaven.test.skip=true", "-Dmaven.compiler.failOnWarning=false",
        "package", "dependency:copy-dependencies", "-DincludeScope=runtime",
        f"-DoutputDirectory={staging.relative_to(checkout.root).as_posix()}",
    ]
    run_logged("building the library" + (" with Spark" if spark else ""), command,
               log, checkout.root, child_environment(JAVA_HOME=jdk.home))
    for name in jar_names(checkout.root / "pom.xml"):
        jar = checkout.root / "target" / name
        if not jar.is_file():
            raise SetupError(f"Maven ended well but made no {jar}\n  log: {log}")
        shutil.copyfile(jar, staging / name)


def jar_names(pom):
    """The names of the jars that the build file describes: the library, the tutorial's classes."""
    project = ElementTree.parse(pom).getroot()
    name = "-".join(project.findtext("{http://maven.apache.org/POM/4.0.0}" + tag)
                    for tag in ("artifactId", "version"))
    return [f"{name}.jar", f"{name}-tutorial.jar"]


def remove_unused(checkout, current):
    """Removes the class paths of earlier sources, except those of running kernels."""
    for folder in checkout.lib.iterdir():
        if folder == current or is_used(folder):
            continue
        retired = folder.with_name(f"{STAGING_PREFIX}retired-{folder.name}")
        try:
            # Windows refuses this while a program has one of the files open.
            os.replace(folder, retired)
        except OSError:
            continue
        shutil.rmtree(retired, ignore_errors=True)


def is_used(folder):
    """Whether a running program was started with this folder; when in doubt it was."""
    if WINDOWS:
        return False
    lines = []
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            lines.append(os.fsdecode(file.read_bytes()))
    if not lines:
        with contextlib.suppress(OSError, subprocess.TimeoutExpired):
            code, said = answer("ps", "-axww", "-o", "command")
            lines = [] if code else [said]
    return not lines or any(str(folder) in line for line in lines)
