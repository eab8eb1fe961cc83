"""Patterns for the forms of a word list."""

import re
from collections.abc import Iterable
from typing import Any

FEW = 16
"""Among so few first characters the branches themselves are found as fast, and a search can skip to one of them."""


def alternation(forms: Iterable[str]) -> str:
    """Return a pattern for any of the forms, the longest first: a trie, behind a look at its first characters if many.

    >>> alternation(("市长", "副市长", "市")), alternation(("说", "称"))
    ('(?:(?:副市长|市(?:长)?))', '[称说]')
    """
    root: dict[str, Any] = {}
    for form in forms:
        node = root
        for character in form:
            node = node.setdefault(character, {})
        node[""] = {}
    firsts = "".join(re.escape(character) for character in sorted(root))
    if all(len(form) == 1 for form in forms):
        return f"[{firsts}]"
    look = f"(?=[{firsts}])" if len(root) > FEW else ""
    return f"(?:{look}{_branches(root)})"


def _branches(node: dict[str, Any]) -> str:
    """Return the pattern of a trie's node; a node that ends a form goes on where it can."""
    found = [re.escape(character) + _branches(node[character]) for character in sorted(node) if character]
    if "" in node:
        return f"(?:{'|'.join(found)})?" if found else ""
    return found[0] if len(found) == 1 else f"(?:{'|'.join(found)})"
