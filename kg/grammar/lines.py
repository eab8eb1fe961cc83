"""Where things stand in a rule file: the lines of its rules, for errors to name."""

import re

RULE = re.compile(r"^[ \t]*\[\[[ \t]*rule[ \t]*\]\]", re.MULTILINE)
AT_END = " (at end of document)"
AT_LINE = re.compile(r" ?\(at line (\d+), column \d+\)")
UNKNOWN = re.compile(r"unknown field `(\w+)`")
IN_RULE = re.compile(r" - at `\$\.rule\[(\d+)\](?:\.(\w+))?[^`]*`")


class Lines:
    """The rules of a file in their order; where the text does not show them, all stand in the file as a whole."""

    def __init__(self, text: str, where: str) -> None:
        self.text, self.where = text, where
        self.starts = [match.start() for match in RULE.finditer(text)]

    def rule(self, number: int) -> str:
        """Return the file and line of a rule by its number."""
        return self._at(self.starts[number]) if number < len(self.starts) else self.where

    def saying(self, number: int, said: str) -> str:
        """Return the file and line in which a rule says a text, of the rule itself where it says it otherwise."""
        if number >= len(self.starts):
            return self.where
        start, end = [*self.starts, len(self.text)][number : number + 2]
        at = self.text.find(said, start, end)
        return self._at(at if at >= 0 else start)

    def of(self, message: str) -> tuple[str, str]:
        """Return a message of the TOML reader without its place, and that place as file and line."""
        if AT_END in message:
            return message.replace(AT_END, ""), self._at(len(self.text.rstrip()))
        if match := AT_LINE.search(message):
            return message.replace(match.group(), ""), f"{self.where}:{match.group(1)}"
        if match := IN_RULE.search(message):
            number, unknown = int(match.group(1)), UNKNOWN.search(message)
            key = match.group(2) or (unknown and unknown.group(1))
            place = self.saying(number, f"\n{key}") if key else self.rule(number)
            return message.replace(match.group(), f" - at `{key}`" if match.group(2) else ""), place
        return message, self.where

    def _at(self, offset: int) -> str:
        start = offset + (self.text[offset : offset + 1] == "\n")
        return f"{self.where}:{self.text.count(chr(10), 0, start) + 1}"
