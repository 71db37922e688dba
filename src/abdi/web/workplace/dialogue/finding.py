"""The thing an address of this room names: 404 where there is none, 403 for whoever may not see it."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from abdi.activity.dialogue.models import AgreedAction, Dialogue, Session
from abdi.activity.dialogue.permissions import check_can_see_dialogue, check_can_see_session
from abdi.activity.feedback.enums import CollectionKind
from abdi.activity.feedback.models import Collection

_OF_DIALOGUE = ("skp__employee__user", "skp__pejabat_penilai", "skp__period", "leader__user")


def find_dialogue(request: HttpRequest, uid: UUID) -> Dialogue:
    dialogue = get_object_or_404(Dialogue.objects.select_related(*_OF_DIALOGUE), uid=uid)
    check_can_see_dialogue(request.user, dialogue)
    return dialogue


def find_agreed(request: HttpRequest, uid: UUID) -> AgreedAction:
    related = ("owner", *(f"dialogue__{one}" for one in _OF_DIALOGUE))
    agreed = get_object_or_404(AgreedAction.objects.select_related(*related), uid=uid)
    check_can_see_dialogue(request.user, agreed.dialogue)
    return agreed


def find_collection(uid: UUID) -> Collection:
    """Not yet asked who looks: its raters may answer and not read, its owner may read."""
    return get_object_or_404(Collection.objects.select_related("about__user", "period"), uid=uid)


def find_survey(uid: UUID) -> Collection:
    """A collection that is answered with scores."""
    surveys = Collection.objects.filter(kind=CollectionKind.SURVEI)
    return get_object_or_404(surveys.select_related("about__user", "period"), uid=uid)


def find_session(request: HttpRequest, uid: UUID) -> Session:
    related = ("employee__user", "official__user", "instansi", "feedback")
    session = get_object_or_404(Session.objects.select_related(*related), uid=uid)
    check_can_see_session(request.user, session)
    return session
