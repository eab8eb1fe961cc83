import pytest

from kg.annotate.organization import bodies


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("青川县人民法院/ORG", [("青川县人民法院", "Agency")]),
        ("海口海岚科技有限公司/ORG/0.4", [("海口海岚科技有限公司", "Company")]),
        ("海岚/ORG", [("海岚", "Company")]),
        ("海岚/ORG/0.7", []),
        ("海岚电子/ORG/0.5", [("海岚电子", "Company")]),
        ("海岚电子/ORG/0.4", []),
        ("综合金融/ORG/0.5", []),
        ("海岚/ORG/0.7 与/c 海岚/ORG/0.7", [("海岚", "Company"), ("海岚", "Company")]),
        ("商务部/ORG/0.3", [("商务部", "Agency")]),
        ("商务部条法司/ORG", [("商务部条法司", "Agency")]),
        ("节能处/ORG", []),
        ("安徽汽车/ORG", []),
        ("中国连锁酒店集团/ORG", []),
        ("上海地铁集团/ORG", [("上海地铁集团", "Company")]),
        ("青川软件行业协会研究部/ORG", [("青川软件行业协会研究部", "Organization")]),
        ("企业海岚科技公司/ORG", [("海岚科技公司", "Company")]),
        ("洛阳师院/ORG", [("洛阳师院", "Institute")]),
        ("新能源汽车/ORG", []),
        ("北京医院/ORG/0.8", []),
        ("江苏一小学/ORG", []),
        ("乡镇卫生院/ORG", []),
        ("北京/ORG", []),
        ("联通/ORG", []),
        ("信托/ORG", []),
        ("公司/ORG", []),
        ("海口海岚发电有限公司运营/ORG/0.4", [("海口海岚发电有限公司", "Company")]),
        ("海岚有限公司青川有限公司/ORG", [("海岚有限公司", "Company")]),
        ("796家小贷公司/ORG", []),
        ("以及海岚汽车/ORG", [("海岚汽车", "Company")]),
        ("果/n 洛州人民政府/ORG 秘书长/n", [("果洛州人民政府", "Agency")]),
        ("在/p 洛阳市人民政府/ORG", [("洛阳市人民政府", "Agency")]),
        ("江苏苏州工艺学院/ORG", [("苏州工艺学院", "Institute")]),
        ("世界500强企业青禾实业有限公司/ORG/0.4", [("青禾实业有限公司", "Company")]),
        ("在/p 华外国商会/ORG", []),
        ("在/p 华为公司/ORG", [("华为公司", "Company")]),
        ("对/p 美国商会/ORG", [("美国商会", "Organization")]),
        ("“海岚集团”/ORG", [("海岚集团", "Company")]),
        ("海岚证券研报/ORG", [("海岚证券", "Company")]),
        ("海岚日报讯/ORG", [("海岚日报", "Organization")]),
        ("青川海关党委/ORG 委员/n", [("青川海关", "Agency")]),
        ("青川县党委/ORG 书记/n", [("青川县党委", "Agency")]),
        ("青川县人民检察院铁路分院/ORG", [("青川县人民检察院铁路分院", "Agency")]),
        ("中国铁建海岚局/ORG", [("中国铁建海岚局", "Company")]),
        ("青川海岚集团总部/ORG", [("青川海岚集团总部", "Company")]),
        ("中国软件行业协会/ORG", [("中国软件行业协会", "Organization")]),
        ("标的公司/ORG", []),
        ("零售行业/ORG", []),
        ("海岚集团+青川协会/ORG", []),
        ("青川县旅发委/ORG", [("青川县旅发委", "Agency")]),
        ("青川书协/ORG", [("青川书协", "Organization")]),
        ("青川县光伏办/ORG", [("青川县光伏办", "Agency")]),
        ("青川县光伏办/ORG/0.7", []),
        ("市委/ORG 、/w 市政府/ORG", [("市委", "Agency"), ("市政府", "Agency")]),
        ("海岚/ORG/0.5 总裁/n 李明/PER", [("海岚", "Company")]),
        ("海岚/nz 副总裁/n 李明/PER", [("海岚", "Company")]),
        ("海岚/nz 李明/PER", []),
        ("海岚/ORG/0.5 （/w Hailan/nz ）/w", [("海岚", "Company")]),
        ("市委书记/n", [("市委", "Agency")]),
        ("省委/n 常委/n", [("省委", "Agency")]),
        ("市场监管局/n", []),
        ("董事长/n", []),
        ("海岚集团/PER", []),
        ("", []),
    ],
)
def test_what_the_tagger_took_for_a_body_is_checked_and_classed(tagged, line, found):
    assert [(mention.text, mention.type) for mention in bodies(tagged(line))] == found


def test_the_country_before_a_foreign_firm_is_left_out(tagged):
    (found,) = bodies(tagged("据/p 美国海岚资本公司/ORG"))
    assert (found.text, found.span.start) == ("海岚资本公司", 3)


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("海岚集团旗下青禾科技股份有限公司/ORG", ["海岚集团", "青禾科技股份有限公司"]),
        ("青川海岚供电公司朱田/ORG", ["青川海岚供电公司"]),
        ("青川海岚科技股份有限公司/ORG", ["青川海岚科技股份有限公司"]),
        ("国家发改委批复青川港务集团/ORG", ["国家发改委", "青川港务集团"]),
        ("深圳联合海岚科技有限公司/ORG", ["深圳联合海岚科技有限公司"]),
        ("海岚汽车共建青川电池研究院/ORG", ["海岚汽车", "青川电池研究院"]),
        ("县纪委和县卫计委/ORG", ["县纪委", "县卫计委"]),
        ("青川县委县政府/ORG", ["青川县委", "县政府"]),
        ("青川县科协原/ORG", ["青川县科协"]),
        ("商丘市住房和城乡建设局/ORG", ["商丘市住房和城乡建设局"]),
    ],
)
def test_bodies_that_the_tagger_took_for_one_are_apart(tagged, word, names):
    assert [found.text for found in bodies(tagged(word))] == names
