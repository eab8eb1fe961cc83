"""Texts that are no news: each is read without a fault, with exact evidence, in time that grows with its length."""

import random
import time
from collections.abc import Callable
from datetime import date
from itertools import cycle, islice

import pytest

from kg.evaluate import verify
from kg.model.text import Source
from kg.pipeline.document import Pipeline

PIPELINE = Pipeline()
SMALL, LARGE = 3_000, 12_000
SLOWER = 2.2
"""A text four times as long takes four times as long, and no more than this times that; the square is twice that."""
FLOOR = 0.12  # seconds of the processor: less says nothing of how time grows
SEED = 20250718


def over(piece: str) -> Callable[[int], str]:
    """A text of a length that is a piece over and over."""
    return lambda length: "".join(islice(cycle(piece), length))


def drawn(characters: str) -> Callable[[int], str]:
    """A text of a length of characters drawn at random."""
    return lambda length: "".join(random.Random(SEED).choices(characters, k=length))  # noqa: S311  # no secret


def anything(length: int) -> str:
    """A text of any characters of Unicode but surrogates."""
    rng = random.Random(SEED)  # noqa: S311  # no secret
    ranges = [(0x00, 0xD7FF), (0x4E00, 0x9FFF), (0xE000, 0xFFFD), (0x1F300, 0x1FAFF), (0x20000, 0x2A6DF)]
    return "".join(chr(rng.randint(*rng.choice(ranges))) for _ in range(length))


TEXTS = {
    "any characters": anything,
    "one character": over("国"),
    "one letter": over("a"),
    "one space": over(" "),
    "one comma": over("，"),
    "one full stop": over("。"),
    "one line break": over("\n"),
    "one numeral": over("一"),
    "one power": over("万"),
    "nested quotation marks": lambda length: "“‘" * (length // 4) + "’”" * (length // 4),
    "opening marks": over("“"),
    "opening brackets": over("（"),
    "digits": drawn("0123456789"),
    "one digit": over("9"),
    "digits and points": over("3."),
    "brackets": drawn("（）()《》【】[]“”‘’「」"),
    "traditional script": over("國務院總理李強表示，經濟增長百分之五，出口達一千億美元。"),
    "English": over("The firm, said Li Ming, grew 5% in 2024 (US$20 million). "),
    "speakers": over("李明说，"),
    "quotations": over("“好，就这样。”"),
    "periods": over("2024年"),
    "quantities": over("5个"),
    "changes": over("同比增长5%、"),
    "comparisons": over("较2024年的"),
    "bodies": over("海岚公司"),
    "titles": over("《青川》"),
    "posts": over("青川市市长李明、"),
    "people": over("李明、王芳、"),
    "bodies in a list": over("海岚公司、青禾公司和"),
    "names in brackets": over("青川海岚科技有限公司（海岚）。"),
    "places": over("青川市北京市上海市"),
}


def seconds(text: str) -> float:
    """The time of the processor that a text takes, the less of two runs; its evidence is exact."""
    source = Source("any.txt", text, "", published=date(2025, 7, 18))
    spent = []
    for _ in range(2):
        start = time.process_time()
        graph = PIPELINE(source).graph
        spent.append(time.process_time() - start)
    verify(graph, [source])
    return min(spent)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_any_text_is_read_in_time_that_grows_with_its_length(text):
    seconds("北京市市长李明表示，产值增长5%。")
    small, large = seconds(text(SMALL)), seconds(text(LARGE))
    assert large <= max(small, FLOOR) * LARGE / SMALL * SLOWER
