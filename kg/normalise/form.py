"""Written forms of one name, made equal: width, spaces, quotation marks, kinds of dots."""

import functools
import re
import unicodedata

QUOTES = "“”‘’「」『』《》〈〉\"'｢｣\u2329\u232a﹁﹂﹃﹄︽︾︿﹀＂＇"
MARKS = str.maketrans(dict.fromkeys(QUOTES) | dict.fromkeys("•・‧∙･", "·"))
SPACE = re.compile(r"\s+")
IDEOGRAPH = r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]"
LOOSE_SPACE = re.compile(rf"(?<={IDEOGRAPH}) | (?={IDEOGRAPH})")
SHORTEST = 2
PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉", '"': '"'}


@functools.lru_cache(maxsize=1 << 15)
def fold(name: str) -> str:
    """Return the form by which names are compared: one width, no quotation marks, no spaces but Latin ones.

    >>> fold("“双碳” 目标"), fold("潮州三环（集团）"), fold("Atour  Holdings")
    ('双碳目标', '潮州三环(集团)', 'Atour Holdings')
    """
    text = SPACE.sub(" ", unicodedata.normalize("NFKC", name.translate(MARKS))).strip()
    return LOOSE_SPACE.sub("", text)


def unquoted(name: str) -> str:
    """Return a name without the quotation or title marks around the whole of it.

    >>> unquoted("“天工”"), unquoted("《劳动法》"), unquoted("“双碳”目标")
    ('天工', '劳动法', '“双碳”目标')
    """
    while len(name) > 1 and (close := PAIRS.get(name[0])) and name.find(close, 1) == len(name) - 1:
        name = name[1:-1]
    return name


def quoted_front(name: str) -> str:
    """Return what a name has in quotation marks before its head, itself a name of the thing; empty for others.

    >>> quoted_front("“双碳”目标"), quoted_front("“天工”"), quoted_front("双碳目标")
    ('双碳', '', '')
    """
    close = PAIRS.get(name[:1])
    end = name.find(close) if close else -1
    return name[1:end] if SHORTEST < end < len(name) - 1 else ""
