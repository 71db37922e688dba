"""What followers are told, through the push service of their browser (RFC 8030, 8188, 8291, 8292)."""

import json
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPSConnection
from urllib3.connectionpool import HTTPSConnectionPool
from urllib3.exceptions import NewConnectionError

from abdi.platform.accounts.models import system_user
from abdi.platform.errors import InputRefused
from abdi.platform.followers.actions import forget
from abdi.platform.followers.addresses import check_service, is_public_ip, is_trusted
from abdi.platform.followers.tell import PUSH, follower_in
from abdi.platform.followers.vapid import authorization
from abdi.platform.outbox.handlers import Delivery, handles

KEPT = 4 * 3600  # seconds the service keeps it for a phone that is off; later nobody is called up any more
PATIENCE = 10  # seconds
LONGEST = 1000  # letters of a body: 4,096 bytes is all that a service has to take (RFC 8030 section 7.2)
TAKEN, GONE = {200, 201, 202, 204}, {404, 410}


class PushRefused(RuntimeError):
    """The service did not take it; the outbox tries again. Says the status and never the address."""


@handles(PUSH)
def send_push(delivery: Delivery) -> None:
    """Delivered twice after a crash, the notice replaces itself on the screen: its `tag` is the same."""
    follower = follower_in(delivery.payload)
    if follower is None:
        return
    status = _post(json.loads(follower.push), _notice(delivery))
    if status in GONE:
        forget(actor=system_user(), follower=follower)
    elif status not in TAKEN:
        raise PushRefused(f"HTTP {status}")


def _notice(delivery: Delivery) -> bytes:
    told = delivery.payload
    notice = {
        "title": told["title"][:200],
        "body": told["body"][:LONGEST],
        "url": told["url"],
        "tag": delivery.key,
    }
    return json.dumps(notice, ensure_ascii=False).encode()


def _post(subscription: dict[str, Any], notice: bytes) -> int:
    """The status of the service's answer."""
    # it brings an HTTP stack of its own, which only a worker that delivers should wait for
    from pywebpush import WebPusher

    endpoint = subscription["endpoint"]
    try:
        check_service(endpoint)
        with _session(endpoint) as session:
            answer = WebPusher(subscription, requests_session=session).send(
                notice, {**authorization(endpoint), "Urgency": "high"}, ttl=KEPT, timeout=PATIENCE
            )
    except (requests.RequestException, InputRefused) as error:
        raise PushRefused(type(error).__name__) from None  # its words name the endpoint
    status: int = answer.status_code
    return status


def _session(endpoint: str) -> requests.Session:
    session = _Straight()
    if not is_trusted(endpoint):
        session.mount("https://", _PublicAdapter())
    return session


class _Straight(requests.Session):
    """Goes where it was sent: through no proxy's setting, and after no redirect, which could lead inside."""

    def __init__(self) -> None:
        super().__init__()
        self.trust_env = False

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        return None


class _PublicConnection(HTTPSConnection):
    """Says nothing to a machine that is not on the public internet, whatever its name was said to stand for."""

    def _new_conn(self) -> Any:
        line = super()._new_conn()
        if is_public_ip(line.getpeername()[0]):
            return line
        line.close()
        raise NewConnectionError(self, "not on the public internet")


class _PublicPool(HTTPSConnectionPool):
    ConnectionCls = _PublicConnection


class _PublicAdapter(HTTPAdapter):
    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"https": _PublicPool}
