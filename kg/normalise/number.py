"""Numerals: Arabic, full-width, Chinese, financial and mixed, with powers and fractions."""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal

from kg.lexicon import Word, table


def _forms(kind: str) -> dict[str, str]:
    return {word.form: word.canonical for word in table("numeral", Word) if word.type == kind}


def _any(forms: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, forms), key=len, reverse=True))


DIGITS = _forms("digit")
ONE, TEN = Decimal(1), Decimal(10)
POWERS = {form: Decimal(value) for form, value in _forms("power").items()}
HALVES = _forms("half")
TO_ASCII = str.maketrans(DIGITS | _forms("point") | {"，": ",", "－": "-", "−": "-"})

_CARDINAL = rf"[\d.,{''.join(POWERS)}]+"
_NUMERAL = re.compile(
    rf"(?P<minus>{_any(form.translate(TO_ASCII) for form in _forms('minus'))}|-)?(?:"
    rf"(?:(?P<whole>{_CARDINAL})(?:{_any(_forms('plus'))}))?(?P<under>{_CARDINAL})(?:{_any(_forms('over'))})(?P<upper>{_CARDINAL})"
    rf"|(?P<top>{_CARDINAL})/(?P<bottom>{_CARDINAL})"
    rf"|(?P<plain>{_CARDINAL}))"
)
_TOKEN = re.compile(rf"\d+(?:\.\d+)?|(?<![\d.])\.\d+|[{''.join(POWERS)}]")
_TENS, _MORE = ("".join(form for form, value in POWERS.items() if (value > TEN) == more) for more in (False, True))
_POWERED = re.compile(rf"[\d.,{_TENS}]+([{_MORE}]+)")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)")
_COUNTING = "".join(form for form, value in DIGITS.items() if value.isdecimal() and value != "0")
_FILLED = re.compile(rf"(?:{_any(_forms('filler'))})(?=[{''.join(POWERS)}])")
_DECIMALS = re.compile(rf"[{''.join(_forms('point'))}][{''.join(DIGITS)}]+")
_APPROXIMATE = re.compile(rf"[{_COUNTING}]{{2}}[{''.join(POWERS)}]|[{''.join(POWERS)}][{_COUNTING}]{{2}}")


def parse(text: str) -> Decimal | None:
    """Return the number that a numeral states; None where it is no numeral, or an approximate one (三五百).

    >>> parse("2.9万亿"), parse("三千五百"), parse("两万三"), parse("8个亿"), parse("１，０３４")
    (Decimal('2900000000000.0'), Decimal('3500'), Decimal('23000'), Decimal('800000000'), Decimal('1034'))
    >>> parse("三分之一").quantize(Decimal("0.001")), parse("1/10"), parse("一半"), parse("负二")
    (Decimal('0.333'), Decimal('0.1'), Decimal('0.5'), Decimal('-2'))
    """
    if text in HALVES:
        return Decimal(HALVES[text])
    if _APPROXIMATE.search(_DECIMALS.sub("", text)):
        return None
    plain = _FILLED.sub("", "".join(text.split()))
    match = _NUMERAL.fullmatch(unicodedata.normalize("NFKC", plain).translate(TO_ASCII))
    if not match:
        return None
    value = _fraction(match) if match["plain"] is None else _cardinal(match["plain"])
    return -value if value is not None and match["minus"] else value


def power(text: str) -> Decimal:
    """Return the power, of a hundred or more, that a numeral ends in.

    >>> power("20万"), power("九千"), power("二十")
    (Decimal('10000'), Decimal('1000'), Decimal('1'))
    """
    match = _POWERED.fullmatch("".join(text.split()).translate(TO_ASCII))
    return _cardinal(match[1]) or ONE if match else ONE


def _fraction(match: re.Match[str]) -> Decimal | None:
    whole = _cardinal(match["whole"]) if match["whole"] else Decimal(0)
    upper, under = _cardinal(match["upper"] or match["top"]), _cardinal(match["under"] or match["bottom"])
    if whole is None or upper is None or not under:
        return None
    return whole + upper / under


def _cardinal(text: str) -> Decimal | None:
    """Evaluate ASCII digits with powers: each power multiplies what stands before it, up to a greater power."""
    text = _GROUPED.sub(lambda match: match[0].replace(",", ""), text)
    tokens = _TOKEN.findall(text)
    if "".join(tokens) != text:
        return None
    parts: list[tuple[Decimal, Decimal]] = []  # what is read, each with its power; powers fall
    for token in tokens:
        power = POWERS.get(token, ONE)
        parts.append((_gather(parts, power) * power if token in POWERS else Decimal(token), power))
    return sum((value for value, _ in parts), _shorthand(tokens))


def _gather(parts: list[tuple[Decimal, Decimal]], power: Decimal) -> Decimal:
    """Take off the parts that a power multiplies.

    A power that stands alone counts once (百 is 100, 万万 is 10^8), and so does one after a filling zero (一千零十).
    """
    taken: list[Decimal] = []
    while parts and (parts[-1][1] < power or (not taken and parts[-1][1] == power)):
        taken.append(parts.pop()[0])
    return sum(taken, Decimal(0)) or (Decimal(0) if taken and not parts and power > TEN else ONE)


def _shorthand(tokens: list[str]) -> Decimal:
    """Return what a last digit right after 百 or more is short of: it counts tenths of that power (两万三 is 23000)."""
    if len(tokens) < 2 or tokens[-1] in POWERS or (power := POWERS.get(tokens[-2], ONE)) <= 10:  # noqa: PLR2004
        return Decimal(0)
    whole, _, _ = tokens[-1].partition(".")
    return int(whole) * (power / 10 - 1) if len(whole) == 1 else Decimal(0)
