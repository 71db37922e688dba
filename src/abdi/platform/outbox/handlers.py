"""Who brings a topic's messages about. A room registers its handlers when its app is ready."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Delivery:
    """One attempt at one message. `key` is the same in every attempt: hand it on as the idempotency key."""

    topic: str
    key: str
    payload: dict[str, Any]
    attempt: int


Handler = Callable[[Delivery], None]
_handlers: dict[str, Handler] = {}


class UnknownTopic(LookupError):
    """Nobody handles this topic: a defect, found when the message is written and not when it is late."""


def handles(topic: str) -> Callable[[Handler], Handler]:
    """Register a function for `topic`. It may be called more than once for one message: at least once is the
    promise, so it has to be idempotent by `delivery.key`."""

    def register(handler: Handler) -> Handler:
        if _handlers.setdefault(topic, handler) is not handler:
            raise ValueError(f"topic {topic} already has the handler {_handlers[topic].__qualname__}")
        return handler

    return register


def handler_of(topic: str) -> Handler:
    try:
        return _handlers[topic]
    except KeyError:
        raise UnknownTopic(topic) from None
