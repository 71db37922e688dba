"""The nine unsur: keyed by meaning, coded by an order that has to be named."""

from abdi.rules.parameters import CONFIDENCE, catalogue
from abdi.rules.unsur import UNSUR, URUTAN, kode


def test_nine_with_an_answer_for_every_point_of_the_scale():
    scale = catalogue()["skm/skala"].values[-1].value
    points = scale["maksimal"] - scale["minimal"] + 1
    assert len(UNSUR) == 9
    assert {len(one.jawaban) for one in UNSUR.values()} == {points}
    assert {one.confidence for one in UNSUR.values()} <= set(CONFIDENCE)


def test_both_orders_hold_all_nine_and_differ_in_the_last_two():
    assert {name: set(order) for name, order in URUTAN.items()} == {name: set(UNSUR) for name in URUTAN}
    regulation, questionnaire = kode("lampiran"), kode("kuesioner")
    assert (regulation["pengaduan"], regulation["sarana"]) == ("U8", "U9")
    assert (questionnaire["pengaduan"], questionnaire["sarana"]) == ("U9", "U8")
    assert {key for key in UNSUR if regulation[key] != questionnaire[key]} == {"pengaduan", "sarana"}


def test_the_keys_stand_in_the_order_of_the_regulation():
    assert tuple(UNSUR) == URUTAN["lampiran"]
