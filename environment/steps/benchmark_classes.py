"""Compiles the library and the works of the benchmark; they run from Maven's folder target."""

import os

from .checkout import WINDOWS
from .commands import child_environment, run_logged
from .kernelspec import OPTIONS_SINCE_JDK_24

CLASS_PATH_FILE = "target/benchmark.classpath"


def compile_all(checkout, jdk):
    """Runs Maven, which leaves alone what is current, and returns the class path."""
    log = checkout.log("benchmark-maven")
    log.write_bytes(b"")
    run_logged(
        "compiling the library and the benchmark", maven_command(),
        log, checkout.root, child_environment(JAVA_HOME=jdk.home),
    )
    dependencies = (checkout.root / CLASS_PATH_FILE).read_text(encoding="utf-8").strip()
    folders = [checkout.root / "target" / name for name in ("classes", "test-classes")]
    return os.pathsep.join([*map(str, folders), dependencies])


def maven_command(windows=WINDOWS):
    """The Maven call; its paths are relative, as scripts are bad at spaces and umlauts."""
    wrapper = ["cmd", "/c", ".\\mvnw.cmd"] if windows else ["sh", "mvnw"]
    return wrapper + [
        "-B", "-ntp", "-q", "-Pbenchmark", "-DskipTests", "-Dmaven.compiler.failOnWarning=false",
        "test-compile", "dependency:build-classpath",
        "-Dmdep.includeScope=test", f"-Dmdep.outputFile={CLASS_PATH_FILE}",
    ]


def java_command(jdk, class_path, main_class, *arguments):
    """Starts a class of the benchmark."""
    options = OPTIONS_SINCE_JDK_24 if jdk.feature >= 24 else []
    return [str(jdk.java), *options, "-cp", class_path, main_class, *arguments]
