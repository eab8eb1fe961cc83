from kg.lexicon import Word, table
from kg.normalise.modifier import is_one, uses

USES = {
    *("stop", "generic", "level", "verbal", "time", "and", "state", "determiner", "world", "edition", "phase"),
    *("slogan", "plan", "person", "issue", "hold", "one", "at", "organ", "member", "stationed", "wire", "under"),
    *("clock", "gauge", "between", "lead", "to", "former", "visit", "inside", "grade", "occasion"),
}


def test_a_word_may_have_several_uses():
    assert {"level", "state"} <= uses("国家")
    assert is_one("省", "level")
    assert not is_one("海岚", "level", "stop")
    assert uses("海岚") == frozenset()


def test_every_use_is_one_that_is_asked_for():
    assert {word.type for word in table("modifier", Word)} == USES
