"""Telling somebody, in the transaction of what there is to tell."""

from django.utils.http import url_has_allowed_host_and_scheme

from abdi.platform.accounts.models import User
from abdi.platform.notifications.models import Notice
from abdi.platform.outbox.queue import enqueue
from abdi.platform.tenancy.scope import NoInstansi, current_instansi

EMAIL = "notifications.email"


def notify(*, recipient: User, kind: str, title: str, body: str = "", url: str = "") -> Notice:
    """Leave a notice, and send it by e-mail too where the person has an address.

    `kind` is a stable code such as "planning.skp_submitted"; `url` a path within Abdi. Both the notice and the
    letter come about only if the caller's transaction does. Raises `NoInstansi` for a person of another instansi
    and ValueError for an address elsewhere: both are defects of the caller.
    """
    if recipient.instansi_id not in (None, current_instansi().pk):
        raise NoInstansi(f"notice for user {recipient.pk} of another instansi")
    if url and not (url.startswith("/") and url_has_allowed_host_and_scheme(url, allowed_hosts=None)):
        raise ValueError(f"a notice leads within Abdi, not to {url}")
    notice = Notice(recipient=recipient, kind=kind, title=title, body=body, url=url)
    notice.save(force_insert=True)
    if recipient.email and recipient.is_active:
        enqueue(topic=EMAIL, key=str(notice.uid), payload={"notice": notice.pk})
    return notice
