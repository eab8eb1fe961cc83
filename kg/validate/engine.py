"""The engines behind one signature: data and shapes as N-Triples, violations back."""

import re
from collections.abc import Iterator

from kg.errors import OptionError, RecordError
from kg.validate import Violation

COMPONENT = re.compile("^.*#|ConstraintComponent$")
SH = "http://www.w3.org/ns/shacl#"


def pyshacl(data: bytes, shapes: bytes) -> Iterator[Violation]:
    """Validate with pyshacl, without inference: with it, a range would make wrong things right."""
    import rdflib  # noqa: PLC0415  # with pyshacl half a second
    from pyshacl import validate  # noqa: PLC0415
    from pyshacl.errors import ReportableRuntimeError, ShapeLoadError  # noqa: PLC0415

    graph, known = (rdflib.Graph(bind_namespaces="none").parse(text, format="nt") for text in (data, shapes))
    try:
        _, report, _ = validate(graph, shacl_graph=known, ont_graph=known, inference="none")
    except (ShapeLoadError, ReportableRuntimeError) as error:
        raise RecordError(f"the shapes cannot be used: {error}") from error
    sh = rdflib.Namespace(SH)
    for node in report.subjects(rdflib.RDF.type, sh.ValidationResult):
        value = report.value(node, sh.value)
        yield Violation(
            str(report.value(node, sh.focusNode)),
            str(report.value(node, sh.resultPath) or ""),
            COMPONENT.sub("", str(report.value(node, sh.sourceConstraintComponent))),
            "" if value is None else str(value),
        )


def shacl(data: bytes, shapes: bytes) -> Iterator[Violation]:
    """Validate with the compiled engine, which looks for the class hierarchy in the data."""
    try:
        from shacl import Shapes  # noqa: PLC0415
    except ImportError:
        raise OptionError("the engine shacl is not installed: pip install 'kg-news[fast]'") from None
    try:
        report = Shapes.from_text(shapes.decode(), "nt").validate_text((data + shapes).decode(), "nt")
    except ValueError as error:
        raise RecordError(f"the shapes cannot be used: {error}") from error
    for result in report.results:
        yield Violation(
            _plain(result.focus_node),
            _plain(result.path),
            COMPONENT.sub("", result.component),
            result.value_plain or "",
        )


def _plain(term: str | None) -> str:
    return (term or "").removeprefix("<").removesuffix(">")
