"""Topics that relations leave out: asked for in order, held from sentence to sentence."""

import pytest

from kg.extract.relation_topic import Topics
from kg.grammar.example import marked
from kg.grammar.mask import Masked, mask
from kg.model.text import Span

MAKERS = ("近年来，{Company|海岚汽车}加快转型。", "新车今日亮相。", "随后，{Company|双溪科技}登台，并发布样机。")


def masks(*sentences: str) -> list[Masked]:
    return [mask(text, Span(0, len(text)), mentions) for text, mentions in map(marked, sentences)]


@pytest.mark.parametrize(
    ("number", "at", "expected"),
    [
        (0, 1, None),
        (0, 9, "海岚汽车"),
        (1, 0, "海岚汽车"),
        (2, 2, "海岚汽车"),
        (2, 9, "双溪科技"),
    ],
)
def test_the_last_topic_before_a_place_holds(number, at, expected):
    topic = Topics(masks(*MAKERS)).before("maker", number, at)
    assert (topic and topic.text) == expected


def test_topics_of_sentences_that_no_rule_asked_about_hold_too():
    topics = Topics(masks(*MAKERS, "产品明日上市。"))
    assert [topics.before("maker", number, 0) and topics.before("maker", number, 0).text for number in (0, 3)] == [
        None,
        "双溪科技",
    ]


def test_kinds_are_held_apart():
    topics = Topics(masks(MAKERS[0], "在{City|青川}，样机发布。"))
    assert topics.before("maker", 1, 0) is not None
    assert topics.before("visited", 1, 0) is None
