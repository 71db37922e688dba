"""A router learnt from cases that people have decided. Imports scikit-learn: for tasks and benches only."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from numpy import log, vstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from abdi.voice.complaints.reading.router import Router, features_of, softmax

FEWEST = 50  # cases; below, a router only repeats what the largest unit gets
FEWEST_OF_A_LABEL = 5
MOST = 20_000  # newest cases; older ones were sorted by an office that has changed since
MOST_FEATURES = 30_000
ONE_IN = 5  # of the cases, the newest, are kept to test it
SELDOM = 3  # cases a word must stand in: a name that stands in one complaint is not learnt
_TEMPERATURES = tuple(2 ** (step / 4) for step in range(-12, 13))

Case = tuple[str, str]  # text, label


def learn(texts: Sequence[str], labels: Sequence[str]) -> Router | None:
    """From cases in the order of time. None where they are too few, or all of one label."""
    often = {label for label, count in Counter(labels).items() if count >= FEWEST_OF_A_LABEL}
    cases = [(text, label) for text, label in zip(texts, labels, strict=True) if label in often][-MOST:]
    at = len(cases) - len(cases) // ONE_IN  # a router that had seen tomorrow would look better than it is
    earlier, later = cases[:at], cases[at:]
    if len(cases) < FEWEST or len({label for _, label in earlier}) < 2:
        return None
    return _measured(_fitted(cases), _fitted(earlier), later)


def _measured(final: Router, trial: Router, later: Sequence[Case]) -> Router:
    known = [
        (trial.scores(text), trial.labels.index(label)) for text, label in later if label in trial.labels
    ]
    right = sum(int(scores.argmax()) == row for scores, row in known)
    commonest = max(Counter(label for _, label in later).values())

    def surprise(temperature: float) -> float:
        return -sum(float(log(softmax(scores / temperature)[row])) for scores, row in known)

    return replace(
        final,
        temperature=min(_TEMPERATURES, key=surprise),  # confidence agrees with truth (Guo et al. 2017)
        tested=len(later),
        accuracy=right / len(later),
        baseline=commonest / len(later),
    )


def _fitted(cases: Sequence[Case]) -> Router:
    counting = TfidfVectorizer(
        analyzer=features_of, sublinear_tf=True, min_df=SELDOM, max_features=MOST_FEATURES
    )
    model = LogisticRegression(C=10, max_iter=500)
    model.fit(counting.fit_transform([text for text, _ in cases]), [label for _, label in cases])
    is_pair = len(model.classes_) == 2  # scikit-learn keeps one row for two labels; the other is its mirror
    weights = vstack([-model.coef_, model.coef_]) / 2 if is_pair else model.coef_
    bias = vstack([-model.intercept_, model.intercept_]).ravel() / 2 if is_pair else model.intercept_
    return Router(
        labels=tuple(map(str, model.classes_)),
        features=tuple(counting.get_feature_names_out()),
        idf=counting.idf_,
        weights=weights,
        bias=bias,
        temperature=1.0,
        cases=len(cases),
    )
