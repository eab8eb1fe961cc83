"""The Java virtual machine that the embedded database runs in: one a process, quiet, started when first needed.

It must not be started before a fork: the child would have the memory of it and none of its threads.
"""

import os
import shlex
import tempfile
from pathlib import Path

import jpype
from arcadedb_embedded.exceptions import ArcadeDBError
from arcadedb_embedded.jvm import get_bundled_jre_lib_path, get_jar_path

from kg.errors import StoreError

_LOGGING = Path(__file__).with_name("logging.properties")
_OPTIONS = (
    "--enable-native-access=ALL-UNNAMED",
    "--add-opens=java.base/java.lang=ALL-UNNAMED",
    "--add-opens=java.base/java.nio.channels.spi=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
    "-Dfile.encoding=UTF8",
    "-Djava.awt.headless=true",
    f"-Djava.util.logging.config.file={_LOGGING}",
    f"-XX:ErrorFile={tempfile.gettempdir()}/hs_err_pid%p.log",  # else in the working directory
    "-XX:MaxRAMPercentage=50",
    "-XX:TieredStopAtLevel=1",  # the first compiler alone: half the time for a small graph, 1.1 times for a large one
    "-Darcadedb.txWalFlush=2",  # what is committed is on the disk, also when the power fails
    # A query reads the graph, not the files and neighbours of the machine.
    "-Darcadedb.opencypher.loadCsv.allowFileUrls=false",
    "-Darcadedb.opencypher.loadCsv.allowRemoteUrls=false",
)


def start() -> None:
    """Start the machine if none runs; options in ARCADEDB_JVM_ARGS come last, so -Xmx2g there holds.

    The library's own `start_jvm` is not used: it loads an incubator module, of which Java then warns on stderr.
    """
    if jpype.isJVMStarted():
        return
    try:
        jars = sorted(map(str, Path(get_jar_path()).glob("*.jar")))
        options = [*_OPTIONS, *shlex.split(os.environ.get("ARCADEDB_JVM_ARGS", ""))]
        jpype.startJVM(get_bundled_jre_lib_path(), *options, classpath=jars, interrupt=False)
    except (ArcadeDBError, OSError, RuntimeError, ValueError) as error:
        raise StoreError(f"the Java virtual machine of the embedded store does not start: {error}") from error
