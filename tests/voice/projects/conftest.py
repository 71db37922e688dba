"""A park in Melati: Rina facilitates it, Joko builds it, citizens choose it; and a clock that can be set."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from abdi.platform.accounts.models import system_user
from abdi.platform.citizens.models import Citizen
from abdi.voice.projects import actions
from abdi.voice.projects.models import Alternative, Contribution, Milestone, Project
from tests.voice.scene import ZONE, Scene, photo

PLANNED = datetime(2026, 2, 2, 9, 0, tzinfo=ZONE)
BUDGET = Decimal("150000000.00")


@dataclass
class Park(Scene):
    """Each verb of a phase takes the project to its end."""

    at: datetime = PLANNED
    known: list[Citizen] = field(default_factory=list)

    def citizen(self, number: int = 0, *, age: int = 30) -> Citizen:
        """The same for the same number; `age` in days of the account."""
        while len(self.known) <= number:
            new = Citizen(name=f"Warga Andai {len(self.known)}", email_digest=f"{len(self.known):064}")
            new.verified_at = self.at - timedelta(days=age)
            new.save()
            self.known.append(new)
        return self.known[number]

    def draft(self) -> Project:
        project = self.do(
            actions.plan_project,
            unit=self.office.unit,
            title="Taman di Amplas",
            summary="Lahan kosong di tepi kali menjadi tempat bermain.",
            place="Tepi kali, RW 03",
            budget=BUDGET,
        )
        self.do(actions.add_member, project=project, employee=self.office.joko, task="Pelaksana lapangan")
        return project

    def ideas(self) -> Project:
        return self.do(actions.publish_project, project=self.draft())

    def say(self, project: Project, number=0, text="Perlu tempat teduh") -> Contribution:
        return self.do(actions.contribute, "warga", citizen=self.citizen(number), project=project, text=text)

    def alternative(self, project: Project, title="Taman teduh", cost="100000000") -> Alternative:
        return self.do(
            actions.add_alternative,
            project=project,
            title=title,
            text="Pohon besar dan bangku",
            cost=Decimal(cost),
            picture=photo(),
            caption="Denah dengan delapan pohon",
        )

    def voting(self) -> Project:
        project = self.ideas()
        self.alternative(project)
        self.alternative(project, "Lapangan bermain")
        return self.open_vote(project)

    def open_vote(self, project: Project) -> Project:
        return self.do(actions.open_vote, project=project, closes_at=self.at + timedelta(days=7))

    def vote(self, project: Project, number=0, choice=1) -> None:
        picked = project.alternatives.get(round=project.round, number=choice)
        citizen = self.citizen(number)
        self.do(actions.cast_vote, "warga", citizen=citizen, project=project, alternative=picked)

    def decided(self) -> Project:
        project = self.voting()
        self.later(days=8)
        self.decide(project)
        return project

    def decide(self, project: Project, choice=1, why="Jalannya terlalu dekat", **more):
        chosen = project.alternatives.get(round=project.round, number=choice)
        others = project.alternatives.filter(round=project.round).exclude(pk=chosen.pk)
        given = {"reason": "Paling teduh", "why_not": {one.uid: why for one in others}}
        return self.do(actions.decide, project=project, chosen=chosen, **(given | more))

    def milestone(self, project: Project, title="Tanah diratakan", budget="40000000", days=30, **more):
        return self.do(
            actions.plan_milestone,
            project=project,
            title=title,
            planned_on=(self.at + timedelta(days=days)).date(),
            budget=Decimal(budget),
            **({"responsible": self.office.joko} | more),
        )

    def under_way(self) -> Project:
        project = self.decided()
        self.milestone(project)
        return self.do(actions.begin_work, project=project)

    def finish(self, milestone: Milestone, who="joko") -> Milestone:
        return self.do(actions.finish_milestone, who, milestone=milestone, done_on=self.at.date())

    def in_use(self) -> Project:
        project = self.under_way()
        self.later(days=20)
        self.finish(project.milestones.get())
        return self.do(actions.open_project, project=project, opened_on=self.at.date())

    def mark(self, project: Project, number: int, score: int = 5, words: str = "") -> None:
        citizen = self.citizen(number)
        self.do(actions.give_feedback, "warga", citizen=citizen, project=project, score=score, words=words)

    def release(self, project: Project) -> int:
        return actions.release_feedback(actor=system_user(), project=project, on=self.at.date())


@pytest.fixture
def park(office, monkeypatch) -> Park:
    return Park(office).opened(monkeypatch)
