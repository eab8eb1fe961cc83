import codecs

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.errors import SourceError
from kg.ingest.encoding import decode

NEWS = "新华社杭州9月3日电（记者李明）浙江省发展和改革委员会3日发布数据，今年上半年全省新增专精特新企业1200余家。"
TRADITIONAL = "中央社記者昨日表示，經濟發展與社會環境變遷有密切關係，國際貿易組織將擴大討論，政府應該積極推動產業轉型。"


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-32-le", codecs.BOM_UTF32_LE),
        ("utf-32-be", codecs.BOM_UTF32_BE),
        ("gb18030", b""),
        ("gbk", b""),
        ("gb2312", b""),
    ],
)
def test_reads_chinese_encodings(encoding: str, mark: bytes) -> None:
    assert decode(mark + NEWS.encode(encoding), "news.txt") == NEWS


@pytest.mark.parametrize("encoding", ["big5", "gb18030"])
def test_reads_traditional_chinese_in_either_encoding(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding), "news.txt") == TRADITIONAL


@pytest.mark.parametrize(
    "text", ["国务院", "新华社发", "8月16日，市民在公园散步。", "OK，好", "鄢颇、邝飚昨日出席会议。"]
)
def test_reads_short_gbk_texts(text: str) -> None:
    assert decode(text.encode("gbk"), "news.txt") == text


def test_gb18030_holds_characters_beyond_gbk() -> None:
    text = NEWS * 3 + "𬭎€"
    assert decode(text.encode("gb18030"), "news.txt") == text


def test_is_not_misled_by_gbk_bytes_in_western_text() -> None:
    text = "L'économie française a été très touchée par la crise, à l'étranger également."
    assert decode(text.encode("cp1252"), "news.txt") == text


def test_keeps_line_ends_as_they_are() -> None:
    assert decode("一。\r\n二。\r三。\n".encode(), "news.txt") == "一。\r\n二。\r三。\n"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS\xde",
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00\xdf\xa4\xd2lZ\x01",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\x00\x01\x02\xff\xfe",
        b"\x00" * 100,
        bytes(range(256)) * 20,
    ],
    ids=["png", "zip", "pdf", "zeros", "all bytes"],
)
def test_refuses_binary_data(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"file\.bin: is (binary data|no text)"):
        decode(data, "file.bin")


def test_refuses_utf8_with_a_broken_byte_and_names_it() -> None:
    data = (NEWS * 20 + NEWS).encode()
    with pytest.raises(SourceError, match="byte 0xff at 12 is not UTF-8"):
        decode(data[:12] + b"\xff" + data[12:], "news.txt")


def test_refuses_text_that_belies_its_mark() -> None:
    with pytest.raises(SourceError, match="UTF-16"):
        decode(codecs.BOM_UTF16_LE + b"\x00\xd8A", "news.txt")


def test_tolerates_a_stray_control_character() -> None:
    assert decode((NEWS * 40 + "\x08").encode(), "news.txt").endswith("\x08")


@given(st.binary(max_size=400))
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf")
def test_any_bytes_give_text_or_a_source_error(data: bytes) -> None:
    try:
        text = decode(data, "any")
    except SourceError:
        return
    assert isinstance(text, str)
    text.encode()


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff")))
def test_utf8_comes_back_as_written(text: str) -> None:
    assert decode(text.encode(), "any") == text
