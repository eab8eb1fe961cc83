"""A real Neo4j Community from its Maven artifacts, for tests: it needs Java and Maven, no Docker and no root.

The jars are fetched once and kept in the user's cache. A server listens on a free port of this machine and keeps its
data in a folder of its own; it can be stopped, killed and started again on both.
"""

import hashlib
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import neo4j
from trustme import LeafCert

POM = Path(__file__).parent / "neo4j" / "pom.xml"
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "kg-neo4j"
ADMIN = "org.neo4j.cli.AdminTool"
OPENED = tuple(f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in ("java.nio", "java.io", "sun.nio.ch"))
SMALL = ("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dlog4j2.disable.jmx=true")
SETTINGS = """\
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=64m
db.tx_log.preallocate=false
dbms.usage_report.enabled=false
dbms.security.auth_enabled={guarded}
dbms.security.auth_max_failed_attempts=0
internal.server.bolt.thread_pool_shutdown_wait_time=100ms
"""
ENCRYPTED = """\
server.bolt.tls_level=REQUIRED
dbms.ssl.policy.bolt.enabled=true
dbms.ssl.policy.bolt.base_directory=conf
dbms.ssl.policy.bolt.private_key=private.key
dbms.ssl.policy.bolt.public_certificate=public.crt
dbms.ssl.policy.bolt.client_auth=NONE
"""
PATIENCE = 120  # seconds until a server must have started, on a busy machine


class Release(NamedTuple):
    """A version of Neo4j, and what it runs on."""

    version: str
    java: int
    main: str
    options: tuple[str, ...] = ()


LTS = Release("5.26.25", 17, "org.neo4j.server.CommunityEntryPoint")
NEWEST = Release(
    "2026.02.2",
    21,
    "org.neo4j.server.Neo4jCommunity",
    ("--enable-native-access=ALL-UNNAMED", "--add-modules=jdk.incubator.vector"),
)


class Unavailable(Exception):  # noqa: N818  # a state of this machine, no fault
    """This machine cannot run a release."""


class Server:
    """A Neo4j Community of its own; with a password it asks for it, from the user neo4j; with a certificate for TLS."""

    def __init__(
        self, release: Release, home: Path, *, password: str | None = None, certificate: LeafCert | None = None
    ) -> None:
        self.release = release
        self.home = home
        self.password = password
        self.port = free_port()
        self.uri = f"bolt://127.0.0.1:{self.port}"
        self._java = java(release)
        self._jars = jars(release)
        self._process: subprocess.Popen[bytes] | None = None
        (home / "conf").mkdir(parents=True)
        settings = SETTINGS.format(port=self.port, guarded=str(password is not None).lower())
        if certificate:
            settings += ENCRYPTED
            certificate.private_key_pem.write_to_path(str(home / "conf" / "private.key"))
            certificate.cert_chain_pems[0].write_to_path(str(home / "conf" / "public.crt"))
        (home / "conf" / "neo4j.conf").write_text(settings, encoding="utf-8")
        if password is not None:
            self.admin("dbms", "set-initial-password", password)

    def start(self) -> None:
        """Start, and wait until it answers."""
        log = self.home / "console.log"
        where = (f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}", "--console-mode")
        with log.open("wb") as out:
            command = (*self._command(), self.release.main, *where)
            self._process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT)
        end = time.monotonic() + PATIENCE
        while b" Started." not in log.read_bytes():
            if self._process.poll() is not None or time.monotonic() > end:
                self.kill()
                raise AssertionError(f"Neo4j did not start: {log.read_text(encoding='utf-8')}")
            time.sleep(0.05)

    def stop(self) -> None:
        """Stop in good order."""
        if self._process:
            self._process.terminate()
            assert self._process.wait(PATIENCE) == 0
            self._process = None

    def kill(self) -> None:
        """Stop at once, as a machine that fails does; what is not committed is lost."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    def admin(self, *args: str, folder: Path | None = None) -> str:
        """Run `neo4j-admin` from a folder, while the server is stopped; return what it prints."""
        environment = {**os.environ, "NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf")}
        command = (*self._command(), f"-Dbasedir={self.home}", ADMIN, *args)
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def _command(self) -> tuple[str, ...]:
        return (str(self._java), *OPENED, *self.release.options, *SMALL, "-cp", f"{self._jars}/*")


def free_port() -> int:
    """Return a port of this machine that nothing listens on."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def jars(release: Release) -> Path:
    """Return the folder of a release's jars; they come from Maven the first time."""
    known = CACHE / f"{release.version}-{hashlib.sha256(POM.read_bytes()).hexdigest()[:8]}"
    if known.is_dir():
        return known
    maven = shutil.which("mvn")
    if not maven:
        raise Unavailable("Neo4j comes from Maven: this needs mvn")
    CACHE.mkdir(parents=True, exist_ok=True)
    part = tempfile.mkdtemp(prefix=f"{known.name}.", dir=CACHE)
    wanted = ("-DincludeScope=runtime", f"-Dneo4j.version={release.version}", f"-DoutputDirectory={part}")
    subprocess.run([maven, "-q", "-B", "-f", str(POM), "dependency:copy-dependencies", *wanted], check=True)
    with suppress(OSError):  # another process was first
        Path(part).rename(known)
    shutil.rmtree(part, ignore_errors=True)
    return known


def java(release: Release) -> Path:
    """Return the oldest Java of this machine that runs a release."""
    found = {path.resolve() for path in _javas() if path.is_file()}
    fit = [(version, path) for path in found if (version := _version(path)) >= release.java]
    if not fit:
        raise Unavailable(f"Neo4j {release.version} needs Java {release.java} or later")
    return min(fit)[1]


def _javas() -> Iterator[Path]:
    if known := shutil.which("java"):
        yield Path(known)
    for name, home in os.environ.items():
        if re.fullmatch(r"JAVA\w*_HOME", name) or name == "JAVA_HOME":
            yield Path(home) / "bin" / "java"
    yield from Path("/usr/lib/jvm").glob("*/bin/java")


def _version(path: Path) -> int:
    said = subprocess.run([path, "-version"], capture_output=True, text=True, check=False).stderr
    number = re.search(r'version "(\d+)', said)
    return int(number[1]) if number else 0


def auth() -> tuple[str, str] | None:
    """Return the user and password that the environment gives for NEO4J_URI."""
    password = os.environ.get("NEO4J_PASSWORD")
    return (os.environ.get("NEO4J_USERNAME", "neo4j"), password) if password else None


def empty(uri: str) -> None:
    """Leave no node, constraint or index in a database but the constraints of a load, which cost time to declare."""
    with neo4j.GraphDatabase.driver(uri, auth=auth()) as driver, driver.session() as session:
        session.run("MATCH (n) DETACH DELETE n").consume()
        for kind, shown in (
            ("CONSTRAINT", "CONSTRAINTS YIELD * WHERE NOT name STARTS WITH 'kg_'"),
            ("INDEX", "INDEXES YIELD * WHERE type <> 'LOOKUP' AND NOT name STARTS WITH 'kg_'"),
        ):
            names = session.run(f"SHOW {shown} RETURN name").value()
            session.execute_write(_each, [f"DROP {kind} `{name}`" for name in names])


def _each(transaction: neo4j.ManagedTransaction, texts: list[str]) -> None:
    for text in texts:
        transaction.run(text).consume()
