"""When the figures of a document hold, sentence by sentence: by periods of their own, or those that go on to hold."""

from collections.abc import Iterator, Sequence
from datetime import date

from kg.extract.figure_clause import Sentence, cue
from kg.extract.figure_frame import Frame
from kg.extract.figure_kind import GAPS
from kg.extract.figure_period import Governing, after_shift, is_brief, is_months, lasting, period, reported
from kg.extract.figure_reference import YEAR, YOY, stated
from kg.extract.figure_slot import PERCENTS, RATIOS
from kg.model.value import FigureKind, Period

COMPARING: frozenset[FigureKind] = frozenset({"share", "rank"})


class Times:
    """Goes through the sentences of a document, and keeps the periods that the next one may leave out."""

    def __init__(self, periods: Sequence[Sequence[Governing]], published: date | None) -> None:
        self.reported = reported(periods)
        self.now = published.isoformat() if published else ""
        self.when: Period | None = None
        self.whole: Period | None = None
        self.told = False
        self.near = True

    def read(self, said: Sequence[Frame], sentence: Sentence, periods: Sequence[Governing]) -> list[Period | None]:
        """Return when each figure of a sentence holds.

        Of a sentence, or what it tells before it names a period, those of the one before are its changes, the levels
        that changed, and the shares, ranks and gaps told of them; what is set against the year before is of the period
        told of last, if that is not to come. In a document that reports on one period, and in a sentence that goes
        into its parts, all its figures are.
        """
        parts = cue("breakdown").search(sentence.text)
        inner = parts is not None and bool(parts["inner"])
        if parts and not inner:
            self.when = self.whole or self.when
        if self.when is None and any(stated(frame, None, sentence) == YOY for frame in said):
            self.when = self.whole if self.whole and (self.whole.start or "") <= self.now else None
        changed = {frame.name.text for frame in said if frame.kind == "change" and (self.near or _is_rate(frame))}
        whole = (parts is not None and (self.told or not inner)) or self.when == self.reported
        found: list[Period | None] = []
        holds = False
        for frame, own in zip(said, _own(said, sentence, periods), strict=True):
            going_on = self.when is not None and all(item.same or item.at > frame.slot.at for item in periods)
            told = whole or frame.name.text in changed or (holds and _compares(frame)) or self._due(frame)
            holds = going_on and told and not _timeless(frame, sentence)
            found.append(self.when if holds else own)
        self._keep(said, periods, inner=inner)
        return found

    def turn(self) -> None:
        """Go on to a new paragraph, in which what the document reports on goes on to hold, or some months it told of.

        Those are what statistics are of, and hold for rates alone; a year or a day seldom reaches so far.
        """
        months = self.whole and self.whole.start != self.whole.end and is_months(self.whole)
        self.when = self.reported or (self.whole if months else None)
        self.near = self.reported is not None

    def _due(self, frame: Frame) -> bool:
        """Tell whether a figure is still to come in the year of the document, which was spoken of."""
        year = self.now[:YEAR]
        return bool(year) and frame.kind == "forecast" and self.when == Period(year, year)

    def _keep(self, said: Sequence[Frame], periods: Sequence[Governing], *, inner: bool) -> None:
        self.told = bool(said or periods)
        if periods:
            self.near = True
            self.when = lasting(periods)
            self.whole = self.whole if inner else self.when or self.whole


def _is_rate(frame: Frame) -> bool:
    return frame.quantity.unit in PERCENTS | RATIOS


def _compares(frame: Frame) -> bool:
    """Tell whether a figure sets what was told beside others: a share, a rank or a gap."""
    return frame.kind in COMPARING or frame.left.name in GAPS


def _timeless(frame: Frame, sentence: Sentence) -> bool:
    """Tell whether a figure is how long something takes, of a time to come, or what comes about every year."""
    yearly = cue("yearly").search(frame.left.text) is not None
    return is_brief(frame) or yearly or after_shift(sentence, frame.slot.at) > 0


def _own(said: Sequence[Frame], sentence: Sentence, periods: Sequence[Governing]) -> Iterator[Period | None]:
    """Yield when each figure holds by its own sentence."""
    paired = _paired(said, sentence, periods)
    single = [item for item in periods if not paired or item.period not in paired.values()]
    before = last = -1
    for frame in said:
        if frame.slot.at != last:
            before, last = last, frame.slot.at
        when = paired.get(frame.slot.at) or _end_of_run(frame, sentence, single)
        yield when or period(frame, said[0].slot.at, before, sentence, single)


def _end_of_run(frame: Frame, sentence: Sentence, periods: Sequence[Governing]) -> Period | None:
    """Return the first or last of some years over which a level changed, from 5亿元 or to 8亿元."""
    run = next((item.period for item in reversed(periods) if item.run and item.at < frame.slot.at), None)
    if run is None:
        return None
    turned = cue("turned")
    if cue("origin").search(frame.left.text) and turned.match(sentence.text, frame.slot.at + 1):
        return Period(run.start, run.start)
    levelled = frame.kind != "change" and frame.left.text and turned.fullmatch(frame.left.text)
    return Period(run.end, run.end) if levelled else None


def _paired(said: Sequence[Frame], sentence: Sentence, periods: Sequence[Governing]) -> dict[int, Period]:
    """Return the periods of figures that are given for several one by one (2023年、2024年分别为5亿元和6亿元)."""
    found: dict[int, Period] = {}
    if not said or not periods:
        return found
    stated = {item.at: item.period for item in periods}
    for match in cue("pair").finditer(sentence.text):
        series = [stated[at] for at in range(*match.span("periods")) if at in stated]
        end = sentence.text.find("；", match.end())
        places = sorted(
            {frame.slot.at for frame in said if match.end() <= frame.slot.at < (end if end > 0 else len(sentence.text))}
        )
        for group in _joined(places, sentence.text):
            if len(group) == len(series):
                found |= dict(zip(group, series, strict=True))
    return found


def _joined(places: Sequence[int], text: str) -> list[list[int]]:
    """Part the places of quantities into runs that are joined together (5亿元、6亿元和7亿元)."""
    runs: list[list[int]] = []
    for place in places:
        if runs and cue("joint").search(text[runs[-1][-1] + 1 : place]):
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs
