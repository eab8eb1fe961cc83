"""Queries in processes of their own, which end where a query takes too long: nothing else stops one."""

import io
import multiprocessing
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple

from kg.errors import QueryError

_SPAWN = multiprocessing.get_context("spawn")


class Limits(NamedTuple):
    """How long a query may take, and how large its result may grow."""

    seconds: float = 10.0
    size: int = 20_000_000


class Answer(NamedTuple):
    """A result in its media type."""

    media: str
    body: bytes


class LimitError(QueryError):
    """A query that takes more time or space than it may."""


class Worker:
    """A process that answers one query at a time from the quads of a file, and can open nothing else."""

    def __init__(self, path: Path, limits: Limits, prefixes: Mapping[str, str] | None = None) -> None:
        self.path, self.limits, self.prefixes = path, limits, dict(prefixes or {})
        self.start()

    def start(self) -> None:
        """Start the process."""
        self.pipe, inner = _SPAWN.Pipe()
        given = inner, str(self.path), self.limits.size, self.prefixes
        self.process = _SPAWN.Process(target=_answer_all, args=given, daemon=True)
        self.process.start()
        inner.close()

    def ask(self, query: str, accepted: Sequence[str] = ()) -> Answer:
        """Return the answer of a query; one that breaks the limits costs the process, and another takes its place."""
        try:
            self.pipe.send((query, tuple(accepted)))
            if self.pipe.poll(self.limits.seconds):
                answer = self.pipe.recv()
                if isinstance(answer, QueryError):
                    raise answer
                return Answer(*answer)
        except (EOFError, ConnectionError):
            self.restart()
            raise LimitError("the query ended its process: it takes too much memory") from None
        self.restart()
        raise LimitError(f"the query takes more than {self.limits.seconds:g} s")

    def restart(self) -> None:
        """End the process and start another."""
        self.stop()
        self.start()

    def stop(self) -> None:
        """End the process."""
        self.process.kill()
        self.process.join()
        self.pipe.close()


class Workers:
    """Some workers on one graph; a query waits for the first that is free."""

    def __init__(self, path: Path, limits: Limits, count: int, prefixes: Mapping[str, str] | None) -> None:
        self.all = [Worker(path, limits, prefixes) for _ in range(count)]
        self.free: SimpleQueue[Worker] = SimpleQueue()
        for worker in self.all:
            self.free.put(worker)

    def ask(self, query: str, accepted: Sequence[str] = ()) -> Answer:
        """Return the answer of a query."""
        worker = self.free.get()
        try:
            return worker.ask(query, accepted)
        finally:
            self.free.put(worker)


@contextmanager
def workers(path: Path, limits: Limits, count: int = 2, prefixes: Mapping[str, str] | None = None) -> Iterator[Workers]:
    """Start workers on the quads of a file, and end them; queries need not declare the prefixes."""
    found = Workers(path, limits, count, prefixes)
    try:
        yield found
    finally:
        for worker in found.all:
            worker.stop()


class _Bounded(io.BytesIO):
    """A buffer that refuses to grow beyond its size."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.size = size

    def write(self, data: object) -> int:
        if self.tell() + memoryview(data).nbytes > self.size:  # type: ignore[arg-type]
            raise LimitError(f"the result takes more than {self.size:,} bytes: use LIMIT")
        return super().write(data)  # type: ignore[arg-type]


def _answer_all(pipe: Connection, path: str, size: int, prefixes: Mapping[str, str]) -> None:
    """Answer queries until the other end is gone."""
    from kg import sparql  # noqa: PLC0415  # in the worker alone

    store = sparql.load(Path(path))
    _confine()
    while True:
        try:
            query, accepted = pipe.recv()
        except EOFError:
            return
        out = _Bounded(size)
        try:
            media = sparql.write(sparql.ask(store, query, prefixes), out, accepted)
            pipe.send((media, out.getvalue()))
        except QueryError as error:
            pipe.send(error)
        except (OSError, ValueError, SyntaxError) as error:
            pipe.send(QueryError(f"cannot be answered: {error}"))


def _confine() -> None:
    """Let this process open no more files and no sockets, whatever a query says."""
    try:
        import resource  # noqa: PLC0415  # where there is no such thing, the refusal of SERVICE must do
    except ImportError:
        return
    free = os.dup(0)  # the lowest number that is not taken: the first that may not be
    os.close(free)
    resource.setrlimit(resource.RLIMIT_NOFILE, (free, free))
