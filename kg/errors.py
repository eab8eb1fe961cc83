"""Every error that kg raises on purpose, in one tree.

::

    KgError                     what a command reports as «Error: …» with exit code 1
    ├── InputError              something given to kg cannot be used
    │   ├── SourceError         a file, line or document that cannot be read as news
    │   ├── RecordError         a graph file that breaks the record format
    │   ├── ConfigError         settings (kg.toml) that cannot be
    │   ├── LedgerError         links between names (TSV) that break their table or contradict each other
    │   ├── LexiconError        a word list (TSV) that breaks its table
    │   ├── GrammarError        a rule file (TOML) that breaks its form or its own examples
    │   └── OntologyError       a schema that lacks or contradicts a term
    ├── UnknownNameError        a name that no plug-in, entity or statement has
    ├── OptionError             options that do not go together
    ├── EvidenceError           evidence or a mention that differs from its source
    ├── StoreError              a graph store that cannot be opened, read or written
    └── QueryError              a query that the store refuses
"""

from collections.abc import Iterable


class KgError(Exception):
    """The root of all errors that kg raises on purpose."""


class InputError(KgError):
    """Something given to kg cannot be used; `where` is a file, file:line or document with offset."""

    def __init__(self, message: str, where: str = "") -> None:
        super().__init__(f"{where}: {message}" if where else message)
        self.where = where
        self.message = message

    def __reduce__(self) -> tuple[type, tuple[str, str]]:
        """Pickle by the constructor's own arguments: errors travel between processes."""
        return type(self), (self.message, self.where)


class SourceError(InputError):
    """A file, line or document cannot be read as news."""


class RecordError(InputError):
    """A graph file breaks the record format."""


class ConfigError(InputError):
    """Settings that cannot be."""


class LedgerError(InputError):
    """Links between names break their table or contradict each other."""


class LexiconError(InputError):
    """A word list breaks its table."""


class GrammarError(InputError):
    """A rule file breaks its form, or a rule its own examples."""


class OntologyError(InputError):
    """The schema lacks or contradicts a term."""


class UnknownNameError(KgError):
    """No such name; the message lists those there are.

    >>> raise UnknownNameError("exporter", "nosuch", ["turtle", "jsonl"])
    Traceback (most recent call last):
    kg.errors.UnknownNameError: no exporter named 'nosuch'; there are: jsonl, turtle
    """

    def __init__(self, kind: str, name: str, known: Iterable[str] = ()) -> None:
        names = ", ".join(sorted(known))
        super().__init__(f"no {kind} named {name!r}" + (f"; there are: {names}" if names else ""))


class EvidenceError(KgError):
    """Evidence or a mention differs from its source."""


class StoreError(KgError):
    """A graph store cannot be opened, read or written."""


class QueryError(KgError):
    """The store refuses a query."""


class OptionError(KgError):
    """Options that do not go together, or not with this form."""
