"""Errors travel between processes and say where."""

import pickle

from kg.errors import InputError, KgError, SourceError, UnknownNameError


def test_an_input_error_says_where_and_survives_pickling():
    error = SourceError("is empty", "a.txt:3")
    assert str(pickle.loads(pickle.dumps(error))) == str(error) == "a.txt:3: is empty"  # noqa: S301  # our own bytes


def test_an_unknown_name_lists_what_there_is():
    assert str(UnknownNameError("exporter", "x", ["b", "a"])) == "no exporter named 'x'; there are: a, b"


def test_the_tree_in_the_docstring_is_the_tree():
    import kg.errors as module

    for found in vars(module).values():
        if isinstance(found, type) and issubclass(found, KgError):
            assert f" {found.__name__} " in f" {module.__doc__} ".replace("\n", " ")
    assert issubclass(SourceError, InputError)
