"""Writes the kernel "Java (PathProx)" into the virtual environment.

The kernel is one JVM with one class loader: JJava, the library and its dependencies share a
class path, so that the native code of the library is loaded once for all threads.
"""

import argparse
import contextlib
import json
import os
import re

from . import class_data, console
from .commands import answer
from .console import SetupError
from .stamps import renew

NAME = "pathprox"

# Without these, JDK 24 and later print warnings about native code into the first cell.
OPTIONS_SINCE_JDK_24 = [
    "--enable-native-access=ALL-UNNAMED",
    "--sun-misc-unsafe-memory-access=allow",
]

# What org.apache.spark.launcher.JavaModuleOptions opens; spark-submit gives a driver the same.
SPARK_OPTIONS = [
    option
    for package in (
        "java.lang", "java.lang.invoke", "java.lang.reflect", "java.io", "java.net", "java.nio",
        "java.util", "java.util.concurrent", "java.util.concurrent.atomic", "jdk.internal.ref",
        "sun.nio.ch", "sun.nio.cs", "sun.security.action", "sun.util.calendar",
    )
    for option in ("--add-opens", f"java.base/{package}=ALL-UNNAMED")
]

SPARK_IMPORTS = "import pathprox.spark.*; import org.apache.spark.sql.SparkSession;"

HEAP = "-Xmx"
MEGABYTES = {"m": 1, "g": 1024}
LEAST_HEAP = 256


def folder(checkout):
    """The folder of all kernels of the virtual environment."""
    return checkout.venv / "share" / "jupyter" / "kernels"


def class_path(checkout, lib):
    """The jars of the kernel, always in the same order, which an archive of classes depends on."""
    jjava = folder(checkout) / "java" / "jjava.jar"
    if not jjava.is_file():
        raise SetupError(
            f"{jjava} is missing, though JJava was installed.\n"
            f"  Mend it with {checkout.venv_python} -m pip install --force-reinstall jjava\n"
            "  and start again."
        )
    return [jjava, *sorted(lib.glob("*.jar"))]


def heap_size(text):
    """The value of --heap, as Java writes it; "default" for what Java takes by itself."""
    found = re.fullmatch(r"([0-9]+)([mg])b?|default", text.strip().lower())
    if found is None:
        raise argparse.ArgumentTypeError(f"a size is a number with m or g, say 4g, was {text}")
    if found[1] and int(found[1]) * MEGABYTES[found[2]] < LEAST_HEAP:
        least = f"{LEAST_HEAP}m or more, say 4g"
        raise argparse.ArgumentTypeError(f"the kernel needs {least}, was {text}")
    return found[1] + found[2] if found[1] else found[0]


def check_heap(jdk, heap):
    """Refuses what Java does not start with, as a kernel would only tell its log."""
    if heap not in (None, "default"):
        code, text = answer(jdk.java, HEAP + heap, "-version")
        if code:
            raise SetupError(f"Java does not start with a heap of {heap}:\n{text.strip()}")


def kept_heap(checkout):
    """The heap that the kernel has been given, or "default"."""
    with contextlib.suppress(OSError, ValueError, KeyError):
        text = (folder(checkout) / NAME / "kernel.json").read_text(encoding="utf-8")
        given = [part for part in json.loads(text)["argv"] if part.startswith(HEAP)]
        return given[0][len(HEAP):] if given else "default"
    return "default"


def ensure(checkout, jdk, jars, archive, spark=False, heap="default"):
    """Writes the kernelspec unless the one there says the same."""
    script = plotly_script(checkout.venv)
    text = kernelspec(jdk, jars, archive, script, checkout.venv_python, spark=spark, heap=heap)
    if renew(folder(checkout) / NAME / "kernel.json", text):
        console.say(f"wrote the kernel {NAME}")
    else:
        console.say("the kernel is current")
    if heap != "default":
        console.say(f"the kernel's heap is {heap} at most; --heap default takes this back")


def plotly_script(venv):
    """The JavaScript that draws figures, for those that PATHPROX_RENDERER=html makes; or None."""
    script = "site-packages/plotly/package_data/plotly.min.js"
    return next((file for lib in ("lib/python*", "Lib") for file in venv.glob(f"{lib}/{script}")),
                None)


def kernelspec(jdk, jars, archive, script=None, python=None, spark=False, heap="default"):
    """The text of kernel.json for a JDK, class path, archive of classes, Plotly's script, Spark."""
    argv = [
        str(jdk.java), "--add-opens", "jdk.jshell/jdk.jshell=ALL-UNNAMED",
        *(OPTIONS_SINCE_JDK_24 if jdk.feature >= 24 else []),
        *(SPARK_OPTIONS if spark else []),
        "-XX:+UseSerialGC",
        *([] if heap == "default" else [HEAP + heap]),
        *([f"-Dpathprox.python={python}"] if python else []),
        *([f"-Dpathprox.plotly={script}"] if script else []),
        *class_data.options(archive),
        "-cp", os.pathsep.join(map(str, jars)),
        "org.dflib.jjava.distro.JJava", "{connection_file}",
    ]
    specification = {
        "argv": argv, "env": {"JJAVA_STARTUP_SCRIPT": SPARK_IMPORTS if spark else ""},
        "display_name": "Java (PathProx)", "language": "java", "interrupt_mode": "message",
    }
    return json.dumps(specification, indent=2) + "\n"
