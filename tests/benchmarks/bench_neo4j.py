"""How fast a graph is loaded into Neo4j beside a hand-written load of the same rows, and in how much memory.

Run: `python tests/benchmarks/bench_neo4j.py neo4j://HOST [ENTITIES …]` with the URL of a database that is emptied. A
small load goes before, since a server that has just started is slow to begin with.
"""

import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

import neo4j

from kg import store
from kg.model import records
from kg.model.claim import figure, statement
from kg.model.graph import Entity, Evidence, Graph, Record, encode
from kg.model.ident import ident
from kg.ontology import packaged
from kg.store import neo4j_cypher as cypher
from kg.store.rows import kinds, roots
from kg.store.staging import Staging

CLASSES = ("Company", "Person", "City", "Agency", "Product")
STATEMENTS = 3  # for each entity
WARM = 2000  # entities
EMPTY = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"


def synthetic(count: int) -> Iterator[Record]:
    """Yield so many entities and three statements for each."""
    documents = [f"doc{number:07}.txt" for number in range(count // 5 + 1)]
    entities = []
    for number in range(count):
        kind, name = CLASSES[number % 5], f"第{number}号名称"
        document = documents[number % len(documents)]
        mention = Evidence(document, number * 100, number * 100 + len(name), name)
        entities.append(Entity(ident(kind.lower(), name), packaged().types(kind), name, (), (document,), (mention,)))
    yield from entities
    for number in range(STATEMENTS * count):
        yield claim(number, entities, documents[number % len(documents)])


def claim(number: int, entities: list[Entity], document: str) -> Record:
    """Return a statement: where a company is, what post someone holds, or which figure someone states."""
    text = f"第{number}条：某企业位于某市，产值若干亿元。"
    start = 10**9 + number * 100
    fields: dict[str, Any] = {"confidence": 0.9, "extractor": "rule", "rule": "rule/x"}
    fields["evidence"] = (Evidence(document, start, start + len(text), text),)
    company, person, city, agency, _ = entities[(at := number % (len(entities) // 5) * 5) : at + 5]
    if number % 3 == 0:
        return statement(company.ref, "locatedIn", city.ref, qualifiers={"role": str(number)}, **fields)
    if number % 3 == 1:
        return statement(person.ref, "holdsPost", agency.ref, qualifiers={"title": f"职务{number}"}, **fields)
    value = figure(
        indicator="产值",
        about=city.ref,
        value=Decimal(number),
        unit="元",
        comparator="=",
        kind="level",
        text=str(number),
    )
    return statement(person.ref, "states", value, **fields)


def batched(rows: Any) -> Iterator[list[Any]]:
    """Yield rows by 5,000."""
    rest = iter(rows)
    while part := list(islice(rest, 5000)):
        yield part


def load(path: str, url: str) -> None:
    """Load a file in a process of its own; print seconds and megabytes at the most."""
    start = time.monotonic()
    with Path(path).open("rb") as file, store.open(url) as opened:
        opened.load(records.read(file, path))
    print(time.monotonic() - start, peak())


def peak() -> int:
    """Return the megabytes that this process had at the most; `getrusage` counts those of its parent as well."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) // 1024


def raw(path: str, url: str) -> float:
    """Return the seconds that the driver alone takes for the same rows, which are in memory before it begins."""
    batches: list[tuple[str, Any]] = []
    with Path(path).open("rb") as file, Staging(records.read(file, path)) as staging:
        by_label: dict[str, list[Any]] = defaultdict(list)
        for root in roots():
            for node in staging.nodes(root):
                by_label[node.label].append({"id": node.id, **node.properties})
        for label, rows in by_label.items():
            batches += [(cypher.create_nodes(label), part) for part in batched(rows)]
        for kind in kinds():
            links = ([link.source, link.target, link.properties] for link in staging.relationships(kind))
            batches += [(cypher.create_relationships(kind), part) for part in batched(links)]
    with neo4j.GraphDatabase.driver(url) as driver:
        start = time.monotonic()
        for text in cypher.constraints():
            driver.execute_query(text)
        for text, rows in batches:
            driver.execute_query(text, rows=rows)
        driver.execute_query(cypher.name_index())
        driver.execute_query("CALL db.awaitIndexes(300)")
        return time.monotonic() - start


def emptied(url: str) -> None:
    """Delete all, the indexes as well."""
    with neo4j.GraphDatabase.driver(url) as driver, driver.session() as session:
        session.run(EMPTY).consume()
        for what in ("CONSTRAINT", "INDEX"):
            for name in session.run(f"SHOW {what} YIELD name WHERE name STARTS WITH 'kg_' RETURN name").value():
                session.run(f"DROP {what} {name}").consume()


def measured(size: int, url: str) -> str:
    """Load a graph of so many entities in both ways; return what is said of it."""
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
        file.writelines(map(encode, Graph.of(synthetic(size)).records()))
        file.flush()
        emptied(url)
        plain = raw(file.name, url)
        emptied(url)
        command = [sys.executable, __file__, "load", file.name, url]
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # this file
    seconds, megabytes = map(float, done.stdout.split())
    return (
        f"{size:>8} entities, {STATEMENTS * size} statements: {STATEMENTS * size / seconds:.0f} statements/s,"
        f" {plain / seconds:.2f} of the driver alone, {megabytes:.0f} MB"
    )


def main(url: str, *sizes: str) -> None:
    """Measure and print."""
    measured(WARM, url)
    for size in map(int, sizes or ("10000", "100000")):
        print(measured(size, url), flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "load":
        load(*sys.argv[2:])
    else:
        main(*sys.argv[1:])
