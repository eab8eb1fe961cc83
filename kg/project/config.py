"""The settings of a project: `kg.toml` in the folder that `kg` is run in, or another file of this form.

::

    namespace = "https://news.example.org/id/"   # of all that is exported as RDF
    ontology = ["harbour.ttl"]                   # classes and predicates beside those of the package
    rules = ["harbour.toml"]                     # how to read them
    lexicon = ["harbour.tsv"]                    # names to know
    ledger = ["ledger.tsv"]                      # which names are one thing, and which are not

All are optional; paths are relative to the file.
"""

import re
from pathlib import Path
from typing import Any

import msgspec

from kg.errors import ConfigError

FILE = "kg.toml"
NAMESPACE = re.compile(r"[a-z][a-z0-9+.-]*://[^\s<>\"{}|\\^`?#\x7f-\U0010ffff]+/")


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Settings: the files that a project adds to the package, and the namespace of its data, empty for the usual."""

    namespace: str = ""
    ontology: tuple[Path, ...] = ()
    rules: tuple[Path, ...] = ()
    lexicon: tuple[Path, ...] = ()
    ledger: tuple[Path, ...] = ()

    def joined(self, other: "Config") -> "Config":
        """Return these settings with the files of others after them, and their namespace where they set one."""
        files = {name: (*getattr(self, name), *getattr(other, name)) for name in FILES}
        return Config(other.namespace or self.namespace, **{name: tuple(dict.fromkeys(files[name])) for name in FILES})


FILES = ("ontology", "rules", "lexicon", "ledger")


def read(path: Path) -> Config:
    """Read settings; what cannot be is a `ConfigError` with file and key."""
    try:
        config = msgspec.toml.decode(path.read_text(encoding="utf-8-sig"), type=Config, dec_hook=_path)
    except FileNotFoundError:
        raise ConfigError("there are no such settings", str(path)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"cannot be read as UTF-8 text: {error}", str(path)) from error
    except msgspec.DecodeError as error:
        raise ConfigError(f"are no settings: {error}", str(path)) from error
    if config.namespace and not NAMESPACE.fullmatch(config.namespace):
        like = "an absolute IRI in ASCII that ends in /, like https://news.example.org/id/"
        raise ConfigError(f"namespace is {config.namespace!r}, where it must be {like}", str(path))
    files = {name: tuple(path.parent / file for file in getattr(config, name)) for name in FILES}
    return msgspec.structs.replace(config, **files)


def found(folder: Path) -> Config:
    """Return the settings of a folder, those of the package where it has no `kg.toml`."""
    path = folder / FILE
    return read(path) if path.is_file() else Config()


def _path(kind: type, value: Any) -> Any:
    """Return a path from its text, for msgspec."""
    if not isinstance(value, str):
        raise TypeError(f"Expected `str`, got `{type(value).__name__}`")
    return kind(value)
