"""How a graph is put into RDF, where there is a choice."""

from typing import Literal

import msgspec

Profile = Literal["full", "facts", "plain"]


class Options(msgspec.Struct, frozen=True):
    """How a graph is put into RDF.

    `profile` says how much evidence travels: `full` all of it, and only that can be read back; `facts` statements
    with confidence and rule, without spans, mentions and articles' texts; `plain` entities and plain triples alone.
    `rdf12` makes facts reifiers of triple terms; `standard` adds the terms of other vocabularies above ours.
    """

    profile: Profile = "full"
    rdf12: bool = False
    standard: bool = False


FULL = Options()
