"""Which addresses a crawl may ask: those that everybody can reach, in whatever form they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from twisted.internet.error import DNSLookupError

from newsbot.crawl.middlewares.public_addresses import Allowed, PublicResolver, is_public, refusal

PRIVATE = (
    *(
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
    ),
    *(
        "100.64.0.1",
        "192.0.0.1",
        "192.0.2.1",
        "198.18.0.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
    ),
    *("::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12:3456::1", "ff02::1", "2001:db8::1"),
    *(
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:a9fe:a9fe",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2002:a00:1::1",
    ),
)
PUBLIC = (
    "8.8.8.8",
    "103.10.9.1",
    "172.32.0.1",
    "100.128.0.1",
    "2404:6800:4003::1",
    "::ffff:8.8.8.8",
    "64:ff9b::808:808",
)
WRITTEN = (
    *(
        "127.1",
        "127.0.1",
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "0177.0.0.1",
        "127.0.0.1.",
        "0",
        "0x0",
        "167772161",
    ),
    *(
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[fe80::1%25eth0]",
        "[::]",
        "0xa9.0xfe.0xa9.0xfe",
        "3232235777",
        "192.168.257",
    ),
)


@pytest.mark.parametrize("address", PRIVATE)
def test_address_that_is_not_for_everybody(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_address_for_everybody(address):
    assert is_public(address)


@pytest.mark.parametrize("host", WRITTEN)
def test_private_address_in_every_form_that_a_resolver_reads(host):
    assert refusal(f"http://{host}:8080/berita")


@pytest.mark.parametrize(
    "url",
    [
        *(
            "file:///etc/passwd",
            "ftp://contoh.id/x",
            "data:text/html,x",
            "gopher://contoh.id/",
            "javascript:alert(1)",
        ),
        *(
            "http://",
            "http:///x",
            "http://u:p@contoh.id/",
            "http://contoh.id@10.0.0.1/",
            "http://contoh.id:99999/",
        ),
        *("http://[::1", "//contoh.id/x", "", f"https://contoh.id/{'x' * 4_000}"),
    ],
)
def test_address_that_no_portal_has_business_naming(url):
    assert refusal(url)


@pytest.mark.parametrize(
    "url", ["https://contoh.id/2024/1/garam", "http://123.contoh.id/", "https://1.2.3.contoh.id/x"]
)
def test_ordinary_address(url):
    assert refusal(url) is None


@given(st.text(max_size=80))
def test_no_text_breaks_the_judgement(text):
    for url in (text, f"http://{text}/", f"http://{text}:80/x"):
        reason = refusal(url)
        assert reason is None or reason


def test_some_private_addresses_may_be_allowed():
    allowed = Allowed("127.0.0.1, 10.0.0.7")
    assert refusal("http://127.1/", allowed=allowed) is None
    assert refusal("http://10.0.0.8/", allowed=allowed)


class Answered:
    """A name server's answer that is at hand."""

    def __init__(self, address):
        self.address = address

    def addCallback(self, check, name):  # noqa: N802 - Twisted's name
        self.address = check(self.address, name)


@pytest.mark.parametrize("address", [address for address in PRIVATE if ":" not in address])
def test_name_that_leads_to_a_private_address_is_refused(monkeypatch, address):
    monkeypatch.setattr("scrapy.resolver.CachingThreadedResolver.getHostByName", lambda *_: Answered(address))
    monkeypatch.setattr(PublicResolver, "refused", {})
    resolver = PublicResolver(None, 10, 5.0)
    with pytest.raises(DNSLookupError, match="not a public address"):
        resolver.getHostByName("dalam.contoh.id")
    assert resolver.refused == {"dalam.contoh.id": address}


def test_name_that_leads_outside_is_answered(monkeypatch):
    monkeypatch.setattr(
        "scrapy.resolver.CachingThreadedResolver.getHostByName", lambda *_: Answered("8.8.8.8")
    )
    assert PublicResolver(None, 10, 5.0).getHostByName("contoh.id").address == "8.8.8.8"
