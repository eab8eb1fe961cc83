"""One reading of the links of a sentence as a name that ends in a head, and whether it holds."""

import re

from kg.annotate.chain import CHIEF, OTHER, Chain
from kg.annotate.organization import areas, is_of_level, is_of_post, zones
from kg.annotate.own_name import branded, foreign
from kg.normalise.form import fold
from kg.normalise.group import is_body
from kg.normalise.head import Head, known
from kg.normalise.modifier import is_one
from kg.normalise.name import nominals
from kg.normalise.name_part import gazetteer, leading_places

INSIDE = "LONQBnvmj"
OFFICE = "L[nvm]{0,3}"
PART = "(?:[LA]*O|L+A?)[nvm]+c[nvm]*"  # 商务部工业和安全局
OWN = "(?<=D)[nvm]+(?:c[nvm]+)?"  # 该校材料与能源学院
PAIR = "[tLA]+[NBnvj]*[nv]c[nv][NBnvjA]*"  # 2025年青川人工智能与机器人大会
ISSUE = "(?<![tLAOPNQBnvmcj])[nv]+c[nv]+"  # 印发|技术创新与产业发展行动计划
START = {
    "any": rf"(?:{PAIR}|{ISSUE}|(?:L*t|L*P|[LONQ]A?|A)[t{INSIDE}]*|[nv][nvBN]*)$",
    "place": rf"(?:{PAIR}|{PART}|[LO]zL|(?:L*P|[LONQ]A?|A)[{INSIDE}]*)$",
    "more": rf"(?:{PAIR}|{PART}|{OWN}|[LO]zL|(?:L*P|[ONQ]|[LA]A?B?[{INSIDE}])[{INSIDE}]*)$",
    "brand": r"(?:[LA]*[OPNQ]B?[LONQnvmj]{0,3}|(?<=Ox)L+n?)$",
    "unit": rf"(?:[LA]*O[OLnvmcB]{{0,5}}|{OWN}|{OFFICE})$",
    "named": rf"(?:{PAIR}|(?:t|L*P|[mLONQ]A?|A|n)[t{INSIDE}]*)$",
    "quoted": r"Q$",
    "project": r"O[LNnvmBj]{1,5}$",
    "issued": rf"(?:[tLONQ]A?|A)?[{INSIDE}]+$",
    "posted": r"(?:[LA]*O[OnvmcB]{0,5}|L+[nv]{1,4}|(?<![LAOPNnvmcjBQ])[nv]+(?:c[nv]+)?)$",
}
START["city"] = START["route"] = START["place"]
PATTERNS = {need: re.compile(pattern) for need, pattern in START.items()}
LONGEST = 32
CONFIDENCE = {
    "any": 0.85,
    "place": 0.85,
    "city": 0.85,
    "route": 0.85,
    "more": 0.85,
    "brand": 0.8,
    "unit": 0.85,
    "named": 0.75,
    "issued": 0.7,
    "quoted": 0.8,
    "project": 0.75,
    "posted": 0.85,
}
PREDICATE = re.compile(r"[LOP]v|^L+m$|^L*P.*t")  # 在佛山市租赁写字楼, 在合肥一小区, 局长王芳2025年……
PAIRED = re.compile(PAIR)
ISSUED = re.compile("[LOA]+Q")  # 青川市“百川”行动
WHOLE = 0.99
LONG = 4
SHORT = 2
NEAR = 4
POSTED = ("unit", "posted")
WIDE = ("Country", "Province")
CITIES = ("City", "County", "Municipality")
LISTING = frozenset("、和及")
SMALL = frozenset(("County", "Place"))


class Reading:
    """One reading of links as a name: from `first` to `number`, the last `middle` is where the head starts."""

    def __init__(self, links: Chain, first: int, middle: int, number: int, last: Head) -> None:
        self.links, self.first, self.middle, self.number, self.last = links, first, middle, number, last

    @classmethod
    def of(cls, links: Chain, number: int, last: Head) -> "Reading | None":
        """Return the longest reading with a head at the end of a link, None where there is none."""
        at = links.ends[number] - len(last.form)
        middle = number
        while links.starts[middle] > at:
            middle -= 1
        whole = links.letters[middle] == "L" and links.starts[middle] < at
        if links.letters[number] == OTHER and middle == number and 1 < len(last.form) < LONG:
            return None
        if links.starts[middle] < at:
            if not _divisible(links, middle, at):
                return None
            links.cut(middle, at)
            middle, number = middle + 1, number + 1
        letters = "".join(links.letters[:middle])
        posted = last.need in POSTED and links.text.startswith(last.form[-1] + CHIEF, links.ends[number])
        if last.need == "posted" and not posted:
            return None
        pattern = PATTERNS["place" if whole else "posted" if posted else last.need]
        match = pattern.search(letters)
        while match:
            reading = cls(links, match.start(), middle, number, last)
            if reading.holds() and (whole or posted or reading.has_parent()):
                return reading
            match = pattern.search(letters, match.start() + 1)
        return None

    @property
    def kind(self) -> str:
        """The class of what the name names: a part of a body is of the body's class, a zone of a firm a park of it."""
        if self.last.type == "Place" and self.last.need == "city" and self.letters[0] == "O":
            return "Facility"
        parent = self.links.types[self.first]
        inner = self.last.need in ("unit", "more") and self.last.type in ("Agency", "Organization")
        return parent if is_body(parent) and inner else self.last.type

    @property
    def confidence(self) -> float:
        """How sure the reading is: more than the tagger, which takes 青川站 for a place."""
        tagged = self.last.type == "Facility" and self.letters == "L" and not self.last.form.endswith(areas())
        return WHOLE if tagged and self.links.types[self.first] == "Place" else CONFIDENCE[self.last.need]

    @property
    def letters(self) -> str:
        """The letters before the head."""
        return "".join(self.links.letters[self.first : self.middle])

    def holds(self) -> bool:
        """Tell whether the reading makes a name."""
        levelled = self.letters[0] == "A" and not self._is_of_level()
        if levelled or self._is_misshapen() or self._is_determined() or self._starts_late():
            return False
        if set(self.letters) - set("LA") and is_of_post(self.links.text, self.links.ends[self.number], self.last.form):
            return False
        match self.last.type:
            case "Company":
                return self.last.need in ("any", "unit") or self._is_of_area() or branded(self._text())
            case "Event":
                return self._is_event()
            case "Policy":
                return self._is_policy()
        return self.last.type not in ("Facility", "Place") or self._is_sited()

    def _is_sited(self) -> bool:
        """Tell of a facility or zone that is not named by a country or province alone, and of a firm's project."""
        if self.last.need == "project":
            return self.links.types[self.first] == "Company"
        if self.last.need == "route" and self.letters == "L":
            return self.links.types[self.first] in SMALL  # named by its ends together, not by a city
        if self.last.need in ("route", "more") and (countries := self._countries()) > 1:
            return set(self.letters[countries:]).isdisjoint("nvmj")  # 中老铁路, not 中韩海运航线
        wide = WIDE if self.last.need == "city" else WIDE[:1]
        alone = self.letters == "L" or (self.letters == "LA" and self.last.type == "Place")  # 四川省级开发区
        return not alone or self.links.types[self.first] not in wide

    def _is_misshapen(self) -> bool:
        long = self.links.ends[self.number] - self.links.starts[self.first] > LONGEST
        parent = self.links.types[self.first] in ("Agency", "Institute") and self.last.type == "Institute"
        joined = "c" in self.letters and self.last.type != "Agency" and not (parent or self._is_paired())
        common = self.links.word(self.first) in nominals()
        pair = self.letters[0] in "OA" and is_of_level(self._text()[len(self.links.word(self.first)) :])
        return long or joined or common or pair or PREDICATE.search(self.letters) is not None

    def _is_paired(self) -> bool:
        """Tell of a name of two fields (2025年人工智能与机器人大会), which no firm's form in law heads."""
        return PAIRED.fullmatch(self.letters) is not None or (self.letters[0] in "nv" and self.last.type != "Company")

    def _is_determined(self) -> bool:
        """Tell whether a determiner makes a description of a name that opens with no place or body: 该县公安局."""
        before = self.links.word(self.first - 1) if self.first else ""
        return self.letters[0] not in "LOP" and is_one(before, "determiner")

    def _text(self) -> str:
        return self.links.text[self.links.starts[self.first] : self.links.ends[self.number]]

    def _starts_late(self) -> bool:
        """Tell whether the name starts only after the first link: a foreign country, a place before a body's own.

        So does a measure or event that is named in quotation marks, after who issues or holds it.
        """
        letters = self.letters
        if self.last.type in ("Event", "Policy") and ISSUED.match(letters):
            return True
        if letters[:2] == "NL":
            return self.links.types[self.first] in ("Facility", "Event")
        second = self._is_country(self.first - 1) and self._is_country(self.first)
        if second or letters[0] != "L" or len(letters) == 1 or self._countries() > 1:
            return second
        if self.links.types[self.first] == "Country" and self.last.type not in ("Agency", "Event", "Policy"):
            return foreign(self._text()) != "" or (self.last.type == "Facility" and letters[1] in "OLN")
        if self.last.type == "Agency":
            return False
        rest = letters.lstrip("L")
        inner = letters[1] == "L" and len(self.links.word(self.first)) > 1 and not self._is_landmark(self.first + 1)
        return inner or (rest[:1] == "O" and self._is_own(self.first + len(letters) - len(rest)))

    def _countries(self) -> int:
        """Return how many countries of one character, side by side, the name starts with (中韩产业园)."""
        numbers = range(self.first, self.middle)
        return next((number for number in numbers if not self._is_country(number)), self.middle) - self.first

    def _is_country(self, number: int) -> bool:
        return number >= 0 and self.links.types[number] == "Country" and len(self.links.word(number)) == 1

    def _is_landmark(self, number: int) -> bool:
        """Tell whether a link is what a facility in the city before it is named by: 济南黄河隧道, 石家庄正定机场."""
        kinds = {place.type for place in gazetteer().lookup(self.links.word(number))}
        short = not any(_is_official(self.links.word(at)) for at in (number - 1, number))
        in_city = short and self.links.types[number - 1] in CITIES
        return self.last.type == "Facility" and ((in_city and kinds <= SMALL) or kinds == {"Place"})

    def _is_of_area(self) -> bool:
        """Tell of a firm that its area and trade name together, short of a country: 青川港口集团."""
        return self.last.need == "place" and self.letters == "L" and self.links.types[self.first] != "Country"

    def has_parent(self) -> bool:
        """Tell of a unit that it is a body's, or of its own to an area: 南京市信息中心, 南溪县交管大队."""
        if self.last.need != "unit" or self.letters.rstrip("nvm") != "L":
            return True
        least = SHORT if len(self.letters) > 1 else LONG
        ranked = self.links.word(self.first).endswith(areas())
        return self.last.type == "Agency" and len(self.last.form) >= least and ranked

    def _is_own(self, number: int) -> bool:
        """Tell whether a body inside the name has a place of its own, or a plant of its own (海岚超级工厂)."""
        return self.last.type == "Facility" or bool(leading_places(self.links.word(number)))

    def _is_of_level(self) -> bool:
        """Tell of a level that names a body (省教育厅), a hall of its own (省体育馆), or the nation's event."""
        if self.last.type == "Event":
            return is_one(self.links.word(self.first), "state")
        if self.first and self.links.text.endswith(zones(), 0, self.links.ends[self.first]):
            return False  # 示范|区图书馆
        if is_one(self.links.word(self.first), "grade"):
            return self.last.type == "Agency"  # 33家|省级企业技术中心
        own = self.last.type == "Facility" and self.letters == "A" and len(self.links.word(self.first)) == 1
        return is_body(self.last.type) or own

    def _is_event(self) -> bool:
        """Tell of more than a place and a year before the head, among it a name, or a verb of holding before."""
        letters = set(self.letters) - {"c"}
        bare = letters <= set("tmLA") or self.letters == "O"
        if self.links.types[self.middle - 1] == "Event" or (bare and self.last.need == "named"):
            return False
        if not letters <= set("nvmBj"):
            return True
        if is_one(self.links.word(self.first), "world"):
            return True
        return self.last.need == "any" and self._follows("hold")

    def _is_policy(self) -> bool:
        """Tell of a quoted title, or of a measure that someone issues."""
        if "Q" in self.letters and (self.last.need == "any" or self.letters[-1] == "Q"):
            return self._is_titled()
        abroad = set(self.letters) == {"L"} and len(self.letters) == self._stem()  # 中柬自贸协定, as words or as one
        if self.last.need == "any" and (self.letters == "N" or (abroad and self._stem() > 1)):
            return True
        programme = self.last.need == "any" and (self.letters[0] in "LOt" or len(self.last.form) >= LONG)
        issued = self._follows("issue")
        return (self._is_long() and (programme or issued)) or (programme and issued and self._stem() > SHORT)

    def _is_titled(self) -> bool:
        title = fold(self.links.word(self.first + self.letters.index("Q")))
        bare = self.last.need == "quoted" and title in known()  # “一带一路”建设
        return len(title) > 1 and not bare and not is_one(title, "slogan")

    def _stem(self) -> int:
        """Return how long the name is before its head."""
        return self.links.starts[self.middle] - self.links.starts[self.first]

    def _is_long(self) -> bool:
        return self._stem() >= LONG

    def _follows(self, verb: str) -> bool:
        first = self._listed_from()
        near = range(max(0, first - NEAR), first)
        return any(is_one(self.links.word(number), verb) for number in near)

    def _listed_from(self) -> int:
        """Return where the list of measures begins that the name stands in: 实施壮大工程、|提升工程."""
        first = self.first
        while first > 1 and self.links.word(first - 1) in LISTING and self.links.types[first - 2] == self.last.type:
            first -= 2
        return first


def _is_official(name: str) -> bool:
    """Tell whether a place's name has its rank: 青川县, and zones and villages, but not 广州."""
    known = gazetteer().lookup(name)
    return any(place.name == name for place in known) if known else name.endswith(areas())


def _divisible(links: Chain, number: int, at: int) -> bool:
    """Tell whether a link may be cut where a head starts in it."""
    letter, stem = links.letters[number], at - links.starts[number]
    if stem == 1 and links.ends[number] - at == 1:
        return False
    if letter == "L":
        return not gazetteer().lookup(links.word(number))
    front = links.text[links.starts[number] : at]
    named = stem >= LONG or is_one(front, "level") or bool(gazetteer().lookup(front))
    return (letter in "nN" or (letter == "O" and named)) and not links.types[number]
