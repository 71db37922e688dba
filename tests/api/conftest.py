"""The hall of the queue's tests."""

from tests.services.queue.conftest import hall

__all__ = ["hall"]
