"""Export: from a graph to a file format.

=========  =============================================================  ================
name       what it writes                                                 opened by
=========  =============================================================  ================
csv        one flat table of statements, for spreadsheets                 Excel, pandas
graphml    nodes and edges with their attributes                          Gephi, Cytoscape
jsonl      the record format, which `kg.model.records` reads back         any JSON reader
jsonld     RDF as JSON, with the published context                        any JSON-LD processor
nquads     RDF, one quad a line, a named graph for each document          any RDF tool
ntriples   RDF, one triple a line                                         any RDF tool
rdfxml     RDF as XML                                                     any RDF tool
trig       RDF for the eye, a named graph for each document               any RDF tool
turtle     RDF for the eye and for version control                        any RDF tool
=========  =============================================================  ================
"""

from typing import BinaryIO

from kg.model.graph import Graph
from kg.registry import find

RDF = ("jsonld", "nquads", "ntriples", "rdfxml", "trig", "turtle")


def write(graph: Graph, name: str, out: BinaryIO) -> None:
    """Write the graph in the format of this name; the same graph gives the same bytes."""
    find("exporter", name)(graph, out)
