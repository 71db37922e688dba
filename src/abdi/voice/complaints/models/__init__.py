"""Rows of the room.

What may tell who an anonymous reporter is stands in `Identity` alone: `Complaint.text` is written without it, so that
no list, search, export or log made from it can give him away.
"""

from abdi.voice.complaints.models.categories import Category, ComplaintRules
from abdi.voice.complaints.models.complaints import Complaint, NamedPerson, Photo, late_on
from abdi.voice.complaints.models.handling import Addition, Answer, Disposition, Event, Rating, Reopening
from abdi.voice.complaints.models.identity import Identity, IdentityView

__all__ = [
    "Addition",
    "Answer",
    "Category",
    "Complaint",
    "ComplaintRules",
    "Disposition",
    "Event",
    "Identity",
    "IdentityView",
    "NamedPerson",
    "Photo",
    "Rating",
    "Reopening",
    "late_on",
]
