"""Who follows what."""

from typing import TypeVar

from django.apps import apps
from django.core import signing
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import QuerySet

from abdi.platform.followers.models import Follower
from abdi.platform.tenancy.models import TenantModel

M = TypeVar("M", bound=TenantModel)
SUBJECT, FOLLOWER = "abdi.followers.subject", "abdi.followers.follower"  # what a token was signed for


def followers_of(subject: TenantModel) -> QuerySet[Follower]:
    return Follower.objects.filter(subject_type=subject._meta.label_lower, subject_uid=subject.uid)


def followed_among(rows: QuerySet[M]) -> QuerySet[M]:
    """Those of `rows` that anybody follows."""
    followers = Follower.objects.filter(subject_type=rows.model._meta.label_lower)
    return rows.filter(uid__in=followers.values("subject_uid"))


def followed_by(digest: str) -> QuerySet[Follower]:
    return Follower.objects.filter(address_digest=digest)


def subject_token(subject: TenantModel) -> str:
    """Goes with the page of a thing: only who could see that page may follow the thing."""
    return signing.dumps([subject._meta.label_lower, str(subject.uid)], salt=SUBJECT)


def subject_of(token: str) -> TenantModel | None:
    """The thing of a page's token, in this instansi."""
    try:
        label, uid = signing.loads(token, salt=SUBJECT)
        found: TenantModel = apps.get_model(label)._default_manager.get(uid=uid)
    except (signing.BadSignature, ObjectDoesNotExist):
        return None
    return found


def follower_token(follower: Follower) -> str:
    """Stands in each letter: who has it may stop the letters. It does not expire, as a letter does not."""
    return signing.dumps(str(follower.uid), salt=FOLLOWER)


def follower_of(token: str) -> Follower | None:
    """None for a forged token, and for one who has stopped already."""
    try:
        uid = signing.loads(token, salt=FOLLOWER)
    except signing.BadSignature:
        return None
    return Follower.objects.filter(uid=uid).first()
