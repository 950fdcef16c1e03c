"""A real Neo4j Community server for tests, from Maven artifacts: no container, no installation.

Needs Linux or macOS, a JDK of version 17 or later, and Maven for the first run, which fetches the jars (123 MB) into
the user's cache. The server listens on loopback only, without a login; its data is in the folder that it is given.

    python tests/neo4j/server.py fetch     only fetches the jars
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from platformdirs import user_cache_path

POM = Path(__file__).with_name("pom.xml")
_DECLARED = re.search(r"<neo4j.version>(.*)</neo4j.version>", POM.read_text("utf-8"))
VERSION = _DECLARED[1] if _DECLARED else ""
MINIMUM_JAVA = 17
"""What Neo4j 5.26 runs on."""
START_SECONDS = 120
"""How long to wait for the first answer: it takes 6 s on two idle cores, far more on a busy machine."""
SETTINGS = {
    "server.default_listen_address": "127.0.0.1",
    "server.http.enabled": "false",
    "server.https.enabled": "false",
    "dbms.usage_report.enabled": "false",
    "dbms.security.auth_enabled": "false",
    "server.memory.pagecache.size": "64m",
    "db.tx_log.preallocate": "false",
    # Without it a stop takes ten seconds.
    "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",
}
JAVA_FLAGS = [
    "-Xms256m",
    "-Xmx768m",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
]


class NoNeo4j(Exception):
    """This machine cannot run the server; says what is missing."""


def java() -> str:
    """The command of a JDK that is new enough. Raises NoNeo4j."""
    home = os.environ.get("JAVA_HOME")
    command = shutil.which(str(Path(home, "bin", "java")) if home else "java")
    if command is None:
        raise NoNeo4j(f"there is no java: install a JDK {MINIMUM_JAVA} or later")
    told = subprocess.run([command, "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(\d+)', told)
    if version is None or int(version[1]) < MINIMUM_JAVA:
        raise NoNeo4j(f"java is too old: install a JDK {MINIMUM_JAVA} or later")
    return command


def jars() -> Path:
    """The folder of the server's jars, fetched when it is not there. Raises NoNeo4j."""
    folder = user_cache_path("veille") / f"neo4j-{VERSION}"
    if folder.is_dir():
        return folder
    if shutil.which("mvn") is None:
        raise NoNeo4j("there is no mvn to fetch Neo4j with: install Maven")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as temporary:
        fetched = Path(temporary, "lib")
        command = ["mvn", "-B", "-q", "-f", str(POM), "dependency:copy-dependencies", "-DincludeScope=runtime"]
        done = subprocess.run([*command, f"-DoutputDirectory={fetched}"], stdin=subprocess.DEVNULL, check=False)
        if done.returncode:
            raise NoNeo4j(f"Maven could not fetch Neo4j {VERSION}")
        if not folder.is_dir():  # another run may have been faster
            fetched.rename(folder)
    return folder


class Server:
    """A server whose data is in one folder; can be stopped and started again on the same port."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._java, self._jars = java(), jars()
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port: int = probe.getsockname()[1]
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def uri(self) -> str:
        """Its Bolt address."""
        return f"bolt://127.0.0.1:{self._port}"

    def start(self) -> None:
        """Start it and wait until it answers. Raises NoNeo4j."""
        for name in ("conf", "logs", "plugins", "import"):
            (self._folder / name).mkdir(parents=True, exist_ok=True)
        settings = {**SETTINGS, "server.bolt.listen_address": f"127.0.0.1:{self._port}"}
        text = "".join(f"{name}={value}\n" for name, value in settings.items())
        (self._folder / "conf" / "neo4j.conf").write_text(text, "utf-8")
        with zipfile.ZipFile(self._jars / f"neo4j-{VERSION}.jar") as archive:
            main = archive.read("META-INF/services/org.neo4j.server.startup.EntryPoint").decode().split()[-1]
        command = [self._java, *JAVA_FLAGS, "-cp", f"{self._jars}/*:{self._folder}/plugins/*", main]
        command += [f"--home-dir={self._folder}", f"--config-dir={self._folder}/conf"]
        with (self._folder / "logs" / "console.log").open("ab") as log:
            self._process = subprocess.Popen(
                command, cwd=self._folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )
        deadline = time.monotonic() + START_SECONDS
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                raise NoNeo4j(f"the server did not start: see {self._folder}/logs")
            time.sleep(0.1)

    def stop(self) -> None:
        """Stop it cleanly; the data stays."""
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(30)
            except subprocess.TimeoutExpired:
                self.kill()
            self._process = None

    def kill(self) -> None:
        """End it at once, as a power failure would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def _answers(self) -> bool:
        hello = bytes.fromhex("6060b017 00040405 00000404 00000000 00000000")  # Bolt's handshake, 5.0 to 5.4 or 4.4
        try:
            with socket.create_connection(("127.0.0.1", self._port), 5) as connection:
                connection.sendall(hello)
                return any(connection.recv(4))
        except OSError:
            return False


@contextmanager
def running(folder: Path) -> Iterator[Server]:
    """A server that runs while the block does. Raises NoNeo4j."""
    server = Server(folder)
    server.start()
    try:
        yield server
    finally:
        server.stop()


if __name__ == "__main__":
    if sys.argv[1:] != ["fetch"]:
        sys.exit(__doc__)
    try:
        print(jars())
    except NoNeo4j as error:
        sys.exit(f"Neo4j: {error}")
