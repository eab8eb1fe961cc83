"""The names of a byline are authors of the article."""

from kg.extract.byline import bylines
from kg.model.text import Document, Source, Span


def test_each_name_of_the_byline_is_an_author_of_the_article():
    text = "本报记者 李明 王芳\n青川市举行火把节。"
    document = Document(Source("a", text, ""), 0, text, alignment=None, authors=(Span(5, 7), Span(8, 10)))
    assert [
        (relation.predicate, relation.subject.text, relation.object, relation.spans) for relation in bylines(document)
    ] == [
        ("authorOf", "李明", None, (Span(5, 7),)),
        ("authorOf", "王芳", None, (Span(8, 10),)),
    ]


def test_an_article_without_a_byline_has_no_author():
    assert bylines(Document(Source("a", "", ""), 0, "", alignment=None)) == ()
