"""The readings of names, by which they are found without writing Chinese."""

import unicodedata


def reading(name: str) -> str:
    """Return the syllables of a name, without tones, between spaces; nothing where it has no Chinese character.

    >>> reading("王仲远"), reading("小米SU7"), reading("RCEP")
    ('wang zhong yuan', 'xiao mi su7', '')
    """
    if not any(map(_han, name)):
        return ""
    from pypinyin import lazy_pinyin  # noqa: PLC0415  # its tables take a moment to load

    return " ".join(part for found in lazy_pinyin(name) for part in found.lower().split())


def _han(character: str) -> bool:
    return unicodedata.name(character, "").startswith("CJK UNIFIED")
