"""The organisation of the region, by organisation's own actions."""

from dataclasses import dataclass, field
from datetime import date

from abdi.demo.cast import CHARACTERS, OPERATOR, PASSWORD, Character
from abdi.demo.names import identity
from abdi.demo.region import OFFICES, Office, Post
from abdi.organisation import actions
from abdi.organisation.models import Employee, Layanan, Position, Unit
from abdi.platform.accounts.actions import create_operator
from abdi.platform.accounts.models import User


@dataclass(slots=True)
class Region:
    """What was built, by the codes of region.py; people of the cast by username."""

    units: dict[str, Unit] = field(default_factory=dict)
    layanan: dict[str, Layanan] = field(default_factory=dict)
    staff: dict[tuple[str, str], list[Employee]] = field(default_factory=dict)  # (unit, post) → people
    cast: dict[str, Employee] = field(default_factory=dict)

    def people(self) -> list[Employee]:
        return [person for group in self.staff.values() for person in group]

    def head(self, office: str) -> Employee:
        return next(people[0] for (code, _post), people in self.staff.items() if code == office)


def build(*, actor: User, since: date) -> Region:
    """Units, services, posts, people, who assesses whom, and the sign-ins of the cast."""
    region = Region()
    for office in OFFICES:
        _open(actor, office, region, since)
        for post in office.posts:
            _fill(actor, office, post, region, since)
    for office in OFFICES:
        _lead(actor, office, region, since)
    for character in CHARACTERS:
        _let_in(actor, character, region, since)
    create_operator(actor=actor, username=OPERATOR, password=PASSWORD, name="Operator Contoh")
    return region


def _open(actor: User, office: Office, region: Region, since: date) -> None:
    unit = actions.create_unit(
        actor=actor,
        code=office.code,
        name=office.name,
        parent=region.units.get(office.parent),
        valid_from=since,
    )
    region.units[office.code] = unit
    for service in office.services:
        region.layanan[service.code] = actions.create_layanan(
            actor=actor, code=service.code, name=service.name, unit=unit, valid_from=since
        )


def _fill(actor: User, office: Office, post: Post, region: Region, since: date) -> None:
    unit = region.units[office.code]
    position = actions.create_position(
        actor=actor,
        unit=unit,
        name=post.name,
        jenis=post.jenis,
        kelas=post.kelas,
        is_head=post is office.posts[0],
        valid_from=since,
    )
    named = [one for one in CHARACTERS if (one.office, one.post) == (office.code, post.name)]
    for place in range(post.count):
        character = named[place] if place < len(named) else None
        person = _hire(actor, position, len(region.people()), character, since)
        region.staff.setdefault((office.code, post.name), []).append(person)
        if character:
            region.cast[character.username] = person


def _hire(actor: User, position: Position, number: int, character: Character | None, since: date) -> Employee:
    who = identity(number, position.kelas or 0, given=character.name if character else "")
    person = actions.create_employee(
        actor=actor,
        nip=who.nip,
        name=who.name,
        status=who.status,
        golongan=who.golongan,
        unit=position.unit,
    )
    actions.place_employee(actor=actor, employee=person, position=position, valid_from=since)
    return person


def _lead(actor: User, office: Office, region: Region, since: date) -> None:
    """Each post under the one that assesses it; the head under the unit above, at the top under the sekda."""
    head, top = region.head(office.code), region.head(office.parent or OFFICES[0].code)
    for post in office.posts:
        superior = region.staff[office.code, post.above][0] if post.above else head
        for person in region.staff[office.code, post.name]:
            above = top if person == head else superior
            if above != person:
                actions.set_reporting_line(actor=actor, subordinate=person, superior=above, valid_from=since)


def _let_in(actor: User, character: Character, region: Region, since: date) -> None:
    user = actions.create_account(
        actor=actor,
        employee=region.cast[character.username],
        username=character.username,
        password=PASSWORD if character.shows else "",
    )
    if character.role:
        unit = region.units[character.role_office] if character.role_office else None
        actions.grant_role(actor=actor, user=user, role=character.role, unit=unit, valid_from=since)
