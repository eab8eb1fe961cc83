import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.normalise.form import fold, quoted_front, unquoted


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("海岚（集团）有限公司", "海岚(集团)有限公司"),
        ("“蓝鲸”计划", "蓝鲸计划"),
        ("《数据安全条例》", "数据安全条例"),
        ("＂蓝鲸＂计划", "蓝鲸计划"),
        ("｢蓝鲸｣计划", "蓝鲸计划"),
        ("玛丽･居里", "玛丽·居里"),
        ("ＡＢＢ", "ABB"),
        ("海岚 集团\n有限公司", "海岚集团有限公司"),
        ("Hailan  Holdings Limited", "Hailan Holdings Limited"),
        ("玛丽•居里", "玛丽·居里"),
        ("", ""),
    ],
)
def test_forms_that_name_one_thing_fold_alike(name, folded):
    assert fold(name) == folded


@given(st.text())
def test_folding_twice_is_folding_once(name):
    assert fold(fold(name)) == fold(name)


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("“逐浪”", "逐浪"),
        ("《“十四五”规划》", "“十四五”规划"),
        ("“蓝鲸”计划", "“蓝鲸”计划"),
        ("“蓝鲸”和“白鹭”", "“蓝鲸”和“白鹭”"),
        ("“", "“"),
        ("", ""),
    ],
)
def test_only_marks_around_the_whole_name_are_taken_off(name, bare):
    assert unquoted(name) == bare


@pytest.mark.parametrize(
    ("name", "front"),
    [
        ("“云帆”有序充电系统", "云帆"),
        ("《海岚》杂志", "海岚"),
        ("“云帆”", ""),
        ("“云”号", ""),
        ("云帆“系统”", ""),
        ("“云帆系统", ""),
        ("", ""),
    ],
)
def test_what_a_name_has_in_marks_before_its_head_names_it_too(name, front):
    assert quoted_front(name) == front
