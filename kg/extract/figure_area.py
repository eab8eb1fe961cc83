"""Areas: the place whose figures an agency gives, 青川市 for 青川市商务局, a country for its ministries."""

from collections.abc import Sequence

from kg.lexicon import words
from kg.model.mention import Mention
from kg.ontology import in_use


class Areas:
    """The places of a document, by the agencies that give their figures."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.places = [mention for mention in mentions if mention.value is None and _is_area(mention)]
        self.home = next((place for place in self.places if place.level == "nominal" and place.code), None)

    def of(self, body: Mention) -> Mention | None:
        """Return the place that an agency's name starts with, for a well-known one the country that the text is in.

        A text is in the country that it calls its own (我国, 全国). None for other bodies, and where no place is named.
        """
        if not in_use().is_a(body.type, "Agency"):
            return None
        named = [place for place in self.places if body.text.startswith(place.text)]
        if named:
            return max(named, key=lambda place: len(place.text))
        return self.home if body.text in words("agency") else None


def _is_area(mention: Mention) -> bool:
    return in_use().is_a(mention.type, "Place") and not in_use().is_a(mention.type, "Facility")
