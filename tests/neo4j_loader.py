"""Loads in processes of their own, which can be killed; they start at once, from one that has all modules ready."""

import multiprocessing
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Self

from kg import store
from kg.pipeline import output

BATCH = 50
FORKING = multiprocessing.get_context("forkserver")
FORKING.set_forkserver_preload(["kg.pipeline.output", "kg.store.neo4j"])


class Loader:
    """A load of a graph file into a database, in a process that ends with the block at the latest."""

    def __init__(self, path: Path, uri: str) -> None:
        self._told, tell = FORKING.Pipe(duplex=False)
        self._process = FORKING.Process(target=_load, args=(path, uri, tell))
        self._process.start()
        tell.close()

    def wait(self, most: int) -> int:
        """Wait for so many more reports of progress, or for the end of the load; return how many there were."""
        seen = 0
        with suppress(EOFError):
            while seen < most:
                self._told.recv()
                seen += 1
        return seen

    def kill(self) -> bool:
        """Kill the process; return whether it had not ended by itself."""
        self._process.kill()
        self._process.join()
        assert self._process.exitcode in (0, -9)
        return self._process.exitcode != 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        self._told.close()


def _load(path: Path, uri: str, tell: Connection) -> None:
    with output.streamed(path) as records, store.open(uri) as opened:
        opened.load(records, batch=BATCH, on_rows=lambda rows, _: rows > 1 and tell.send(rows))
