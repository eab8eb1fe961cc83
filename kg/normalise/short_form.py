"""Whether a name is a short form of another: 智源研究院 of 北京智源人工智能研究院, 火把节 of 凉山彝族火把节."""

import functools
import re

from kg.lexicon import words
from kg.normalise.form import fold
from kg.normalise.head import BRACKETS, head, known, without_tail
from kg.normalise.name_part import gazetteer, leading_places
from kg.ontology import in_use

SHORTEST_ABBREVIATION = 3
SHORTEST_ENDING = 3
LONGEST_PERSON = 4
RANKED = 2


def is_short_form(short: str, full: str, kind: str) -> bool:
    """Tell whether a name may stand for a longer one of the same class; whether it does is for the text to say.

    Both are folded. A place alone is no short form of a body that it carries, nor a brand of a firm of its name in
    another trade.

    >>> is_short_form("联合飞机", "深圳联合飞机科技有限公司", "Company"), is_short_form("小米", "小米汽车", "Company")
    (True, False)
    >>> is_short_form("国新办", "国务院新闻办公室", "Agency"), is_short_form("中国银行", "中国人民银行", "Company")
    (True, False)
    """
    if kind == "Person":
        return short != full and _is_short_person(short, full)
    if known_as(short, full):
        return True
    if not short or len(short) >= len(full):
        return False
    if canonical(short) or canonical(full):
        return (canonical(short) or short) == (canonical(full) or full)
    if in_use().is_a(kind, "Organization"):
        return _is_short_body(short, full)
    own = _is_place(short)  # 西部地区 is none of 中西部地区
    return not own and (_is_short_title(short, full) or short == _without_ranks(full))


def known_as(short: str, full: str) -> bool:
    """Tell whether the lexicon has one folded name for another, of whatever length."""
    return short != full and canonical(short) == full


def canonical(name: str) -> str:
    """Return the full form that the lexicon has for a folded name, empty where it has none.

    >>> canonical("国新办"), canonical("海岚")
    ('国务院新闻办公室', '')
    """
    word = known().get(name)
    return fold(word.canonical) if word else ""


def _is_short_person(short: str, full: str) -> bool:
    """Tell of a part of a foreign name, or a surname with a form of address."""
    if "·" in full:
        names = full.split("·")
        return short in names or full.endswith(f"·{short}")
    surname = without_address(short)
    return bool(surname) and surname != short and len(full) <= LONGEST_PERSON and full.startswith(surname)


def _whole_and_rest(full: str) -> tuple[str, str]:
    """Return the name without brackets and the places in them, and that without the place before it."""
    whole = BRACKETS.sub("", _without_bracketed_place(full))
    return whole, _without_place(whole)


def without_address(name: str) -> str:
    """Return a person's name without its form of address.

    >>> without_address("林先生"), without_address("林岚山")
    ('林', '林岚山')
    """
    return next((name.removesuffix(form) for form in words("address") if name.endswith(form)), name)


def _is_short_body(short: str, full: str) -> bool:
    whole, rest = _whole_and_rest(full)
    if short in (whole, rest) or short in firms(whole) or short in firms(rest):
        return not _is_place(short)
    if short[1:] == rest and whole.endswith(short) and short[0] in words("area_word", "suffix"):
        return True
    if short == _without_post(whole) or _is_local(short, whole):
        return True
    return _has_same_head(short, whole, rest) or _is_abbreviation(short, whole, rest)


def _is_local(short: str, full: str) -> bool:
    """Tell of a part of a body by where it is: 青川分行 of 海岚银行青川分行, but 泰国大使馆 of none."""
    parent = full.removesuffix(short)
    return parent != full and bool(leading_places(short)) and not parent.endswith(words("modifier", "stationed"))


def _without_post(full: str) -> str:
    """Return a body's name without where it is stationed: 中国大使馆 of 中国驻泰国大使馆."""
    for mark in words("modifier", "stationed"):
        at = full.find(mark, 1)
        if at > 0 and (places := leading_places(full, at + len(mark))):
            return full[:at] + full[places[-1].end :]
    return full


@functools.lru_cache(maxsize=4096)
def firms(name: str) -> frozenset[str]:
    """Return what a firm may be called: its name less its form in law, then less neutral words of trade."""
    bare = without_tail(name, "legal")
    if bare == name:
        return frozenset()
    found = {bare}
    while (shorter := without_tail(bare, "legal", "neutral")) != bare and not _is_place(shorter):
        bare = shorter
        found.add(bare)
    return frozenset(form for form in found if len(form) > 1)


def _has_same_head(short: str, whole: str, rest: str) -> bool:
    """Tell of the same head, and before it the beginning of the full name, more than its place: 智源研究院."""
    found = head(short)
    if found is None or not (body := short[: -len(found.form)]) or _is_place(body):
        return False
    full = [form for name in (whole, rest) for form in (name, without_tail(name, "legal"))]
    return any(name.endswith(found.form) and name.removesuffix(found.form).startswith(body) for name in full)


def _is_abbreviation(short: str, whole: str, rest: str) -> bool:
    """Tell of characters of the full name in order, from its first to one of its head's: 国新办."""
    last = head(whole)
    if len(short) < SHORTEST_ABBREVIATION or last is None or short[-1] not in last.form:
        return False
    if whole.startswith(short) or whole.endswith(short[-2:]):
        return False
    starts = (whole, rest, whole[len(whole) - len(rest) - 1 :])
    return any(name.startswith(short[0]) and _is_subsequence(short, name) for name in starts)


def _is_short_title(short: str, full: str) -> bool:
    """Tell of a title less its head (双碳 of 双碳目标), or of its ending with more than the head (火把节)."""
    last = head(full)
    if last and short == full.removesuffix(last.form):
        return not _is_place(short)
    own = head(short)
    bare = own is not None and own.need != "any" and own.form == short
    return len(short) >= SHORTEST_ENDING and full.endswith(short) and not bare


def _without_ranks(full: str) -> str:
    """Return a zone's or facility's name with the places before it less their rank: 青川工业园区 of 青川县工业园区."""
    ranks = words("area_word", "suffix")
    ends = [place.end for place in leading_places(full) if len(place) > RANKED and place.of(full).endswith(ranks)]
    return "".join(character for at, character in enumerate(full, 1) if at not in ends)


def _is_subsequence(short: str, full: str) -> bool:
    rest = iter(full)
    return all(character in rest for character in short)


def _is_place(name: str) -> bool:
    return bool(gazetteer().lookup(name)) or name in words("area_word")


def _without_place(name: str) -> str:
    """Return 北京市教委, 市教委 and 国家教委 each without what says where."""
    places = leading_places(name)
    name = name[places[-1].end :] if places else name
    front = next((form for form in words("area_word") if name.startswith(form) and len(name) > len(form) + 1), "")
    return name.removeprefix(front)


def _without_bracketed_place(name: str) -> str:
    return re.sub(r"\(([^()]+)\)", lambda match: "" if _is_place(match.group(1)) else match.group(1), name)
