"""What there is to say before a report is sent: what the office will read, and that it may be known already."""

from dataclasses import dataclass

from abdi.voice.complaints.selectors import public_complaints
from abdi.voice.complaints.similar import Similar, nearby
from abdi.voice.complaints.telltale import findings, masked
from abdi.web.public.complaints.fields import VISIBILITY
from abdi.web.public.complaints.forms import ComplaintForm

REVIEWED, LOOK = "diperiksa", "lihat"  # inputs: he has read it and sends all the same; he asks to see it
_WRITTEN = ("text", "requested_solution", "address", "about_words")


@dataclass(frozen=True, slots=True)
class Review:
    """`seen`: the words as the handling unit will read them. `gives_away`: they told who wrote them."""

    seen: str
    solution: str
    is_anonymous: bool
    gives_away: bool
    similar: list[Similar]

    @property
    def holds_up(self) -> bool:
        """Whether he should read it before it is sent."""
        return self.gives_away or bool(self.similar)


def review_of(form: ComplaintForm) -> Review:
    """Of a valid form."""
    given = form.cleaned_data
    is_anonymous, _is_secret = VISIBILITY[given["visibility"]]
    own = [given[name] for name in form.reporter]
    words = {name: given[name] for name in _WRITTEN}
    if is_anonymous:
        words = {name: masked(text, own) for name, text in words.items()}
    return Review(
        seen=words["text"],
        solution=words["requested_solution"],
        is_anonymous=is_anonymous,
        gives_away=any(findings(given[name], own) for name in _WRITTEN),
        similar=_similar(form),
    )


def _similar(form: ComplaintForm) -> list[Similar]:
    given = form.cleaned_data
    where = {name: given[name] for name in ("lat", "lon", "category", "unit")}
    return nearby(public_complaints(), text=given["text"], **where)
