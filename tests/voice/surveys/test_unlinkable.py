"""Whoever may read every table of the database still cannot tell which answer is whose.

An insider knows each ticket, who held it and who answered which link in which order, for he stood there. He gets every
row of every table, in whatever order the database keeps them.
"""

import json
from datetime import datetime, timedelta
from statistics import correlation
from uuid import UUID

from django.apps import apps
from django.db import connection, models
from django.utils import timezone

from abdi.platform.accounts.models import system_user
from abdi.platform.audit.models import AuditEntry
from abdi.rules.unsur import UNSUR
from abdi.voice.surveys import actions
from abdi.voice.surveys.models import Response, Token
from abdi.voice.surveys.tokens import secret_of

NUMBER = 40
ANSWERED = {"surveys_response", "facts_fact"}  # where what was said may be read


def answer_in_order(desk) -> list[Token]:
    """The n-th answers n in base 4: his sheet says who he is, to the test alone."""
    tokens = []
    for number in range(NUMBER):
        told = desk.served(case=str(UUID(int=number)))
        token = actions.mint(actor=system_user(), served=told)
        digits = [number // 4**place % 4 + 1 for place in range(3)]
        told = dict(zip(UNSUR, [*digits, 3, 3, 3, 3, 3, 3], strict=True))
        tokens.append(
            desk.answer(token, submission=f"kiriman-{number}", answers=told, words=f"kata {number}")
        )
    Response.objects.update(day=timezone.localdate() - timedelta(days=3))
    return tokens


def who(response: Response) -> int:
    given = [response.answers[unsur] for unsur in UNSUR]  # a database may keep them in another order
    return sum((point - 1) * 4**place for place, point in enumerate(given[:3]))


def released(desk) -> list[Token]:
    tokens = answer_in_order(desk)
    assert desk.release() == NUMBER
    return tokens


def rows() -> dict[str, list[str]]:
    """Each row of each table as text."""
    found = {}
    for model in apps.get_models():
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(model._meta.db_table)}")
            found[model._meta.db_table] = [json.dumps(row, default=str) for row in cursor.fetchall()]
    return found


def test_no_value_of_a_link_a_case_or_a_sending_stands_beside_an_answer(desk):
    tokens = released(desk)
    keys = {str(value) for token in tokens for value in (token.uid, token.digest, token.submission_digest)}
    keys |= {str(UUID(int=number)) for number in range(NUMBER)}
    keys |= {UUID(key).hex for key in keys if len(key) == 36}
    keys |= {secret_of(str(UUID(int=number))) for number in range(NUMBER)}
    keys |= {f"kiriman-{number}" for number in range(NUMBER)}
    beside = [
        key
        for table, texts in rows().items()
        if table in ANSWERED
        for text in texts
        for key in keys
        if key in text
    ]
    assert beside == []


def test_no_answer_is_named_outside_of_its_own_tables(desk):
    released(desk)
    names = {str(uid) for uid in Response.objects.values_list("uid", flat=True)}
    names |= {UUID(name).hex for name in names} | {
        str(pk) for pk in Response.objects.values_list("pk", flat=True)
    }
    elsewhere = {
        table for table, texts in rows().items() for text in texts if any(one in text for one in names)
    }
    assert elsewhere <= ANSWERED


def test_no_relation_leads_from_an_answer_to_a_link_or_back():
    near = {field.related_model for field in Response._meta.get_fields() if field.is_relation}
    assert Token not in near
    assert Response not in {field.related_model for field in Token._meta.get_fields() if field.is_relation}
    moments = [one for one in Response._meta.concrete_fields if isinstance(one, models.DateTimeField)]
    assert moments == []


def test_no_order_in_which_rows_lie_is_the_order_in_which_people_answered(desk):
    """Neither before an answer is released nor after, nor in the ledger: by key, by random name, or as stored."""
    answer_in_order(desk)
    told = {"before": list(Response.objects.order_by("pk"))}
    desk.release()
    told["after"] = list(Response.objects.order_by("pk"))
    told["by name"] = list(Response.objects.order_by("uid"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT uid FROM surveys_response")  # in whatever order they lie
        lying = [UUID(str(row[0])) for row in cursor.fetchall()]
        cursor.execute("SELECT case_key FROM facts_fact WHERE kind = 'skm.waktu' ORDER BY id")
        ledger = [UUID(row[0]) for row in cursor.fetchall()]
    by_name = {one.uid: one for one in told["after"]}
    told["lying"], told["ledger"] = [by_name[one] for one in lying], [by_name[one] for one in ledger]
    for way, found in told.items():
        order = [who(one) for one in found]
        assert sorted(order) == list(range(NUMBER))
        assert abs(correlation(range(NUMBER), order)) < 0.75, way  # by chance once in ten million


def test_the_trail_tells_neither_which_link_answered_nor_what(desk):
    tokens = answer_in_order(desk)
    trail = AuditEntry.objects.filter(tag="surveys:response:answer")
    assert trail.count() == NUMBER
    assert {entry.subject_id for entry in trail} == {str(tokens[0].instrument.uid)}
    assert [entry.data for entry in trail] == [{}] * NUMBER


def test_each_answer_shares_all_that_staff_can_see_with_four_others(desk):
    released(desk)
    visible = [
        (one.unit_id, one.layanan_id, one.employee_id, one.channel, one.device_id, one.day, one.released_on)
        for one in Response.objects.released()
    ]
    assert min(visible.count(one) for one in visible) >= 5
    assert not any(isinstance(value, datetime) for one in visible for value in one)
