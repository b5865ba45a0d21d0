"""A table of hosts: a network's outlets are said once."""

import pytest

from newsbot.portals._hosts import spread_hosts

HOSTS = {"(www.)contoh.id": "Contoh", "bali.contoh.id": {"name": "Contoh Bali", "zone": "Asia/Makassar"}}


def spread(**said):
    return spread_hosts({"hosts": HOSTS, **said}, "x.toml: portal.x")


def test_hosts_give_names_and_zones():
    found = spread()
    assert found["names"] == {
        "www.contoh.id": "Contoh",
        "contoh.id": "Contoh",
        "bali.contoh.id": "Contoh Bali",
    }
    assert found["zones"] == {"bali.contoh.id": "Asia/Makassar"}


def test_hosts_that_no_domain_covers_are_domains():
    assert spread()["domains"] == ["www.contoh.id", "bali.contoh.id", "contoh.id"]
    assert spread(domains=["*.contoh.id"])["domains"] == ["*.contoh.id", "contoh.id"]


@pytest.mark.parametrize(
    ("signs", "brands"),
    [("names", ["CONTOH", "CONTOH BALI", "Koran"]), ("hosts", ["CONTOH.ID", "BALI.CONTOH.ID", "Koran"])],
)
def test_outlets_sign_their_datelines(signs, brands):
    assert spread(signs=signs, brands=["Koran"])["brands"] == brands


def test_address_of_a_source_is_that_of_each_host():
    sources = [{"url": "https://{host}/rss"}, {"url": "https://{host}.id/rss", "values": {"host": ["a"]}}]
    first, second = spread(sources=sources)["sources"]
    assert first["values"] == {"host": ["www.contoh.id", "bali.contoh.id"]}
    assert second["values"] == {"host": ["a"]}


@pytest.mark.parametrize(
    "said", [{"names": {}}, {"zones": {}}, {"signs": "nama"}, {"hosts": []}, {"hosts": {"a.id": {"x": "y"}}}]
)
def test_what_is_said_twice_or_wrong_is_refused(said):
    with pytest.raises(ValueError, match=r"^x\.toml: portal\.x"):
        spread(**said)
