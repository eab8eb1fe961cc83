"""A dispatch of an agency, as files hold it."""

import json
from collections.abc import Callable

from kg.model.text import Source

Run = Callable[..., tuple[list[Source], list[str]]]

TEXT = "新华社兰州6月2日电　甘肃省首座熔盐储能电站2日并网发电。"


def line(**values: object) -> str:
    """Return a line of JSON Lines."""
    return json.dumps(values, ensure_ascii=False) + "\n"


def ids(sources: list[Source]) -> list[str]:
    """Return the ids of sources, in order."""
    return [source.id for source in sources]
