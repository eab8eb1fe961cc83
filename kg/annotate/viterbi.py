"""The best tag sequence of a linear-chain CRF, exact, at a fraction of the full dynamic programme's cost.

Another tag for one character changes the sum of transitions by at most twice their spread. So where the best
logit leads by more than that, no transition can overturn it: those characters are settled, and only the runs
of others between them need the dynamic programme. All runs advance side by side.
"""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


def decode(logits: Floats, first: Flags, transitions: Floats) -> Integers:
    """Return the number of the best tag of each character of texts that stand one after another.

    `logits` has one row a character, `first` marks each text's first character, `transitions[i, j]` is the score
    of tag `j` after tag `i`.

    >>> logits = np.array([[2.0, 0.0], [1.0, 1.1]], dtype=np.float32)
    >>> stay = np.array([[0.5, 0.0], [0.0, 0.5]], dtype=np.float32)
    >>> decode(logits, np.array([True, False]), stay).tolist()
    [0, 0]
    """
    path: Integers = logits.argmax(axis=1)
    starts, lengths = _runs(_unsettled(logits, path, transitions), first)
    if not len(starts):
        return path
    joined = ~first[starts]
    scores = logits[starts]
    scores[joined] += transitions[path[starts[joined] - 1]]
    passed = _advance(scores, logits, starts, lengths, transitions)
    ends = starts + lengths
    joined = ends < len(first)
    joined[joined] = ~first[ends[joined]]
    scores[joined] += transitions[:, path[ends[joined]]].T
    state = scores.argmax(axis=1)
    for step in range(len(passed), -1, -1):
        active = int((lengths > step).sum())
        path[starts[:active] + step] = state[:active]
        if step:
            state[:active] = (passed[step - 1] + transitions.T[state[:active]]).argmax(axis=1)
    return path


def _unsettled(logits: Floats, path: Integers, transitions: Floats) -> Flags:
    slack = 2 * (transitions.max() - transitions.min())
    close = logits >= np.take_along_axis(logits, path[:, None], axis=1) - slack
    several: Flags = np.count_nonzero(close, axis=1) > 1
    return several


def _runs(flags: Flags, first: Flags) -> tuple[Integers, Integers]:
    """Return starts and lengths of the runs of flagged characters within one text, the longest first."""
    at = np.flatnonzero(flags)
    opens = np.flatnonzero(first[at] | np.append(True, np.diff(at) > 1)[: len(at)])
    lengths = np.diff(opens, append=len(at))
    order = np.argsort(-lengths, kind="stable")
    return at[opens][order], lengths[order]


def _advance(scores: Floats, logits: Floats, starts: Integers, lengths: Integers, transitions: Floats) -> list[Floats]:
    """Carry the runs' scores to their last characters, in place; return those of each step before."""
    passed: list[Floats] = []
    for step in range(1, int(lengths[0])):
        active = int((lengths > step).sum())
        passed.append(scores[:active].copy())
        best = (passed[-1][:, :, None] + transitions).max(axis=1)
        scores[:active] = best + logits[starts[:active] + step]
    return passed
