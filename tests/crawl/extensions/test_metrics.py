"""Statistics as Prometheus has them."""

import pytest

from newsbot.crawl.extensions.metrics import counted, metric_of
from newsbot.crawl.figures import NAMES

STATS = {
    "newsbot/records/article": 9,
    "newsbot/records/gallery": 1,
    "newsbot/portal/satu/records/article": 5,
    "newsbot/portal/dua/records/article": 4,
    "newsbot/portal/dua/records/gallery": 1,
    "newsbot/gate/hosts_closed": 3,
    "newsbot/portal/satu/gate/hosts_closed": 1,
    "newsbot/portal/satu/gate/busy/429": 2,
    "newsbot/gate/busy/429": 2,
    "start_time": "kemarin",
}


def test_figures_of_portals_add_up_to_the_run():
    assert counted(STATS, "records/KIND") == [
        (["dua", "article"], 4),
        (["dua", "gallery"], 1),
        (["satu", "article"], 5),
    ]


def test_what_belongs_to_no_portal_has_an_empty_one():
    assert counted(STATS, "gate/hosts_closed") == [([""], 2), (["satu"], 1)]


def test_a_name_does_not_take_what_another_counts():
    assert counted(STATS, "gate/busy/STATUS") == [(["satu", "429"], 2)]
    assert counted(STATS, "gate/refused") == []


@pytest.mark.parametrize("name", NAMES)
def test_each_statistic_has_a_metric_of_its_own(name):
    metrics = [metric_of(one)[0] for one in NAMES]
    assert metrics.count(metric_of(name)[0]) == 1
