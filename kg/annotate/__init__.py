"""From a document to its mentions: names, nominals and values, with their spans."""

from kg.annotate.annotator import Annotator

__all__ = ["Annotator"]
