"""The looks: signs that can be told apart, colours that can be seen, words in both languages."""

import itertools
import re
from pathlib import Path

import pytest

from kg import ontology
from kg.errors import OntologyError
from kg.ontology import Class, Text
from kg.render.style import FILES, group, phrases, signs

SCHEMA = ontology.packaged()
FOLDER = Path(str(FILES))
CSS = (FOLDER / "page.css").read_text(encoding="utf-8")
PAPER = dict(zip(("light", "dark"), re.findall(r"--paper: light-dark\((#\w+), (#\w+)\)", CSS)[0], strict=True))
TEXT = (FOLDER / "page.html.jinja").read_text(encoding="utf-8") + "".join(
    path.read_text(encoding="utf-8") for path in sorted((FOLDER / "script").glob("*.js"))
)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("sign", signs().values(), ids=lambda sign: sign.type)
def test_a_sign_stands_out_from_the_paper(sign, scheme):
    assert contrast(getattr(sign, scheme), PAPER[scheme]) >= 3


@pytest.mark.parametrize("name", ["ink", "soft", "seal"])
def test_text_can_be_read_on_paper_and_card(name):
    for scheme, at in (("light", 0), ("dark", 1)):
        colour = re.findall(rf"--{name}: light-dark\((#\w+), (#\w+)\)", CSS)[0][at]
        for ground in ("paper", "card"):
            behind = re.findall(rf"--{ground}: light-dark\((#\w+), (#\w+)\)", CSS)[0][at]
            assert contrast(colour, behind) >= 4.5, (scheme, ground)


def test_no_two_classes_share_shape_and_colour():
    for one, other in itertools.combinations(signs().values(), 2):
        assert one.light != other.light
        assert one.dark != other.dark


@pytest.mark.parametrize("name", [name for name in SCHEMA.classes if SCHEMA.is_a(name, "Entity")])
def test_every_class_of_entities_has_a_sign(name):
    assert group(name, SCHEMA) in signs()


@pytest.mark.parametrize(
    ("name", "sign"), [("Municipality", "Place"), ("Facility", "Facility"), ("Agent", "Entity"), ("Figure", "Figure")]
)
def test_a_class_is_shown_by_its_own_sign_or_the_nearest_superclass(name, sign):
    assert group(name, SCHEMA) == sign


def test_a_class_without_any_sign_is_named():
    schema = ontology.Ontology("x", "1", {"Thing": Class("Thing", Text("物", "thing"), Text("", ""))}, {}, {})
    with pytest.raises(OntologyError, match="no sign for class 'Thing'"):
        group("Thing", schema)


def test_the_interface_is_worded_in_both_languages():
    assert all(zh and en for zh, en in phrases().values())


def test_every_phrase_that_the_page_asks_for_is_there_and_none_is_idle():
    ways = (r'word\("([\w.-]+)"\)', r"words\.(\w+)", r"words\['([\w.-]+)'\]", r'shortlist\("(\w+)"')
    asked = {key for way in ways for key in re.findall(way, TEXT)}
    values = {key for key in phrases() if key.partition(".")[0] in {*SCHEMA.properties}}
    columns = {"subject", "predicate", "object", "qualifiers", "evidence", "confidence", "rule"}
    counts = {"entities", "statements", "figures", "quotations", "articles"}
    assert asked | columns | counts | values == set(phrases())
