"""Somebody who follows Rina's unit; a row without a trail, since looking must leave none."""

from abdi.platform.encryption import keyed_digest
from abdi.platform.followers.models import Follower
from abdi.platform.followers.selectors import follower_token, followers_of


def token(world):
    unit, address = world.office.unit, "pengikut@example.test"
    found = followers_of(unit).filter(address_digest=keyed_digest(f"email:{address}")).first()
    if found is None:
        found = Follower(
            subject_type=unit._meta.label_lower,
            subject_uid=unit.uid,
            email=address,
            address_digest=keyed_digest(f"email:{address}"),
        )
        found.save()
    return follower_token(found)


FACTORIES = {"public:unfollow": {"token": token}}
