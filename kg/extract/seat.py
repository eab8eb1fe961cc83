"""Where a name places its thing by a form that may be a common word: a county's short name, or one behind a brand."""

from collections.abc import Iterator

from kg.extract.containment import is_of
from kg.lexicon import words
from kg.model.mention import Mention
from kg.model.text import Span
from kg.normalise.head import head, known
from kg.normalise.modifier import uses
from kg.normalise.name_part import area, gazetteer
from kg.normalise.place import Place

SHORTEST = 2
BRAND = 4
BRANDED = ("Facility", "Company", "Organization")
CITY, DISTRICT = "市", "区"
SITED = ("place", "city")


def seats(mention: Mention, front: int, around: frozenset[str | None]) -> Iterator[Mention]:
    """Yield the place that a name seems to tell at an offset or behind its brand, `around` being the text's areas."""
    for found in (_implied_place(mention, front, around), _fronted_county(mention), _inner_place(mention, front)):
        for place in found:
            yield place
            return


def posting(mention: Mention) -> Mention | None:
    """Return the place that a body's name says it is stationed at, None where it says none: 青川省驻[北京]办事处."""
    for mark in words("modifier", "stationed") if is_of(mention, "Organization") else ():
        at = mention.text.find(mark) + len(mark)
        for form in gazetteer().names_at(mention.text, at) if at > len(mark) else ():
            if place := area(form):
                span = Span(at, at + len(form)).shift(mention.span.start)
                return Mention(span, place.type, form, code=place.code, rule="name/place")
    return None


def _implied_place(mention: Mention, front: int, around: frozenset[str | None]) -> Iterator[Mention]:
    """Yield the place that a name begins with though it may be a common word by its form alone.

    It is a province or city before one character (上海队), or a county by its short name that the text names by
    another, or that lies in an area that it names (凭祥口岸, in a text on 广西).
    """
    at = front - mention.span.start
    natural = not (is_of(mention, "Organization") or is_of(mention, "Facility"))
    if natural:
        return
    for form in gazetteer().names_at(mention.text, at):
        end = at + len(form)
        last = head(mention.text)
        between = at > 0 and last is not None and last.form == mention.text[end:]
        known = gazetteer().lookup(form)
        cut = _is_cut(mention.text[end:], last.form if last else "")
        rest = 0 if cut else len(mention.text) - end
        places = [place for place in known if _implies(place, rest, around)]
        if not places and rest:  # 肥西|法院, beside 肥西县
            places = [place for place in known if place.type == "County" and place.code in around]
        if between and len(known) == 1 and not uses(form):  # 海岚集团|渝北|工厂
            places = [place for place in known if place.type == "County"]
        if len(places) == 1:
            span = Span(front, front + len(form))
            yield Mention(span, places[0].type, form, code=places[0].code, rule="name/known")
            return


def _is_cut(rest: str, ending: str) -> bool:
    """Tell whether what follows a place's form makes it a mountain or a water: 岳麓|山实验室, 海岚|湾港区."""
    natural = rest[:1] in words("place_suffix", "land", "water")
    return natural and rest != ending and not any(gazetteer().names_at(rest, 0))


def _fronted_county(mention: Mention) -> Iterator[Mention]:
    """Yield the county that a name begins with: 昆山高新区, 陆川法院, 江阴海岚材料有限公司.

    It is the name of a zone, of a body that needs a place before its head, but for districts, whose short names are
    many a place's, or, where the county ranks as a city, of such a site or of a firm in its full legal form.
    """
    last = head(mention.text)
    zone = mention.type == "Place" and mention.text.endswith(tuple(words("place_suffix", "zone")))
    firm = mention.type == "Company" and last is not None and last.need == "any"
    if not (zone or firm or mention.type in {"Agency", "Institute", "Facility"}):
        return
    for form in gazetteer().names_at(mention.text, 0):
        found = gazetteer().lookup(form)
        ranks = zone or (found[0].name.endswith(CITY) if firm else _is_local(mention.text, form, found[0]))
        ranks = ranks and found[0].type == "County" and found[0].name[:-1] == form
        longer = any(mention.text[:end] in known() for end in range(len(form) + 1, len(mention.text)))
        if len(found) == 1 and ranks and not (longer or uses(form)) and form != mention.text:
            span = Span(0, len(form)).shift(mention.span.start)
            yield Mention(span, "County", form, code=found[0].code, rule="name/county")
            return


def _is_local(name: str, form: str, county: Place) -> bool:
    """Tell whether a name is that of a county, no district, and a head that needs a place before it."""
    last = head(name)
    if last is None or name != form + last.form:
        return False
    if last.type == "Facility":
        return county.name.endswith(CITY) and (last.need in SITED or last.form in words("place_suffix", "water"))
    return last.need == "place" and not county.name.endswith(DISTRICT)


def _inner_place(mention: Mention, front: int) -> Iterator[Mention]:
    """Yield the place that a name has behind its brand: 海岚|费县|胡阳光伏电站, 海岚|哈密|电厂, 每日|甘肃|网.

    Its rank tells it, or the mere head of the name behind it.
    """
    last = head(mention.text)
    if last is None or mention.type not in BRANDED:
        return
    for at in range(max(SHORTEST, front - mention.span.start), len(mention.text) - len(last.form)):
        for form in gazetteer().names_at(mention.text, at):
            known, rest = gazetteer().lookup(form), mention.text[at + len(form) :]
            place = known[0]
            mere = rest == last.form and at <= BRAND and place.type not in {"Place", "County"}
            if len(known) == 1 and (mere or _is_official(form, place, rest)):
                span = Span(at, at + len(form)).shift(mention.span.start)
                yield Mention(span, place.type, form, code=place.code, rule="name/inner")
                return


def _is_official(form: str, place: Place, rest: str) -> bool:
    """Tell whether a form is a place's name with its rank, before what is a name itself."""
    ranked = form == place.name and form[-1] in words("area_word", "suffix")
    return ranked and form[-SHORTEST:] not in words("region") and head(rest) is not None


def _implies(place: Place, rest: int, around: frozenset[str | None]) -> bool:
    """Tell whether a name with so many characters after a place's form is named after the place."""
    if place.type == "County":
        areas = (link for link in gazetteer().chain(place)[1:] if link.type != "Country")
        return rest > 0 and any(area.code in around for area in areas)
    return rest == 1 and place.type not in {"Place", "Country"}
