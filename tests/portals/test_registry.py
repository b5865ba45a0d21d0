"""Which portal a page belongs to, and that every declaration says only what can be."""

import re
from itertools import pairwise
from typing import get_args
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest

from newsbot.items import Bin
from newsbot.pages.selectors import compile_selector
from newsbot.portals import Layout, Portal, Registry, host_of, registry

PORTALS = [pytest.param(portal, id=portal.id) for portal in registry().portals]
LAYOUTS = [
    pytest.param(layout, id=f"{portal.id}:{layout.name}")
    for portal in registry().portals
    for layout in portal.layouts
]
# Forms of URLs that the portals use; the slugs are invented. Declarations may carry further ones as `examples`.
FORMS = [
    ("antaranews", "https://www.antaranews.com/berita/5281661/panen-garam-naik", "5281661"),
    ("antaranews", "http://jatim.antaranews.com/amp/berita/147739/panen-garam-naik", "147739"),
    ("antaranews", "https://bali.antaranews.com/foto/12345/panen-garam", "12345"),
    ("beritasatu", "https://www.beritasatu.com/nasional/2966231/panen-garam-naik", "2966231"),
    ("beritasatu", "https://www.beritasatu.com/wira-teluk/nasional/685621/panen-garam-naik", "685621"),
    ("detik", "https://finance.detik.com/energi/d-7969191/panen-garam-naik", "7969191"),
    ("detik", "https://news.detik.com/berita/d-7971101/panen-garam-naik", "7971101"),
    ("detik", "https://www.detik.com/bali/berita/d-7971101/panen-garam-naik", "7971101"),
    ("detik", "https://finance.detik.com/readfoto/2016/02/23/153201/3149106/461/1/panen-garam", "3149106"),
    ("fimela_bolacom", "https://www.bola.com/inggris/read/5052555/liga-garam", "5052555"),
    ("fimela_bolacom", "https://www.fimela.com/lifestyle-relationship/read/4268892/ramalan-garam", "4268892"),
    ("kapanlagi", "https://www.kapanlagi.com/korea/panen-garam-naik-7a1446031b.html", "7a1446031b"),
    (
        "kompas",
        "https://nasional.kompas.com/read/2025/06/18/21353591/panen-garam?utm_source=A&utm_medium=rss",
        "2025/06/18/21353591",
    ),
    (
        "kompas",
        "https://www.kompas.com/tren/read/2022/12/21/170100965/panen-garam-naik",
        "2022/12/21/170100965",
    ),
    (
        "kompas",
        "https://amp.kompas.com/regional/read/2022/12/21/170100965/panen-garam-naik",
        "2022/12/21/170100965",
    ),
    ("liputan6", "https://www.liputan6.com/citizen6/read/6055023/5-kebiasaan-petani-garam", "6055023"),
    ("liputan6", "https://hot.liputan6.com/read/4611435/5-potret-petani-garam", "4611435"),
    ("mediaindonesia", "https://mediaindonesia.com/ekonomi/851796/panen-garam-naik", "851796"),
    ("merdeka", "https://www.merdeka.com/peristiwa/read/8253998/panen-garam-naik", "8253998"),
    ("merdeka", "https://www.merdeka.com/uang/panen-garam-naik.html", None),
    ("okezone", "https://techno.okezone.com/read/2025/06/16/57/3147776/panen-garam-naik", "3147776"),
    (
        "pikiranrakyat",
        "https://zonajakarta.pikiran-rakyat.com/nasional/pr-18808737/panen-garam-naik",
        "18808737",
    ),
    ("promedia_network", "https://www.ayojakarta.com/bisnis/7612631578/panen-garam-naik", "7612631578"),
    ("republika", "https://rejabar.republika.co.id/berita/sy24g3512/panen-garam-naik", "sy24g3512"),
    ("republika", "https://www.republika.co.id/berita//tio14w368/panen-garam-naik", "tio14w368"),
    (
        "republika",
        "http://bola.republika.co.id/berita/sepakbola/liga/15/11/18/nxzqjd348-panen-garam-naik",
        "nxzqjd348",
    ),
    ("suara", "https://www.suara.com/news/2026/07/24/070859/panen-garam-naik", "2026/07/24/070859"),
    ("tempo", "https://www.tempo.co/ekonomi/panen-garam-naik-2277913", "2277913"),
    ("tempo", "https://hukum.tempo.co/read/1063203/panen-garam-naik", "1063203"),
    ("tempo", "http://gaya.tempo.co/read/news/2015/11/05/060716092/panen-garam-naik?i=1", "060716092"),
    ("tribun_regional", "https://jateng.tribunnews.com/2024/12/10/panen-garam-naik?page=4", None),
    ("tribun_regional", "https://aceh.tribunnews.com/2025/06/10/panen-garam-naik", None),
    ("tribunnews", "https://www.tribunnews.com/internasional/7858656/panen-garam-naik", "7858656"),
    ("tribunnews", "https://www.tribunnews.com/internasional/2026/07/24/panen-garam-naik", None),
    ("viva", "https://www.viva.co.id/berita/1234561-panen-garam-naik", "1234561"),
    ("viva", "https://www.viva.co.id/otomotif/mobil/1234562-panen-garam-naik", "1234562"),
    ("viva", "http://dunia.news.viva.co.id/news/read/640310-panen-garam-naik", "640310"),
    ("tvonenews", "https://www.tvonenews.com/berita/nasional/123456-panen-garam-naik", "123456"),
]
EXAMPLES = [(portal.id, url) for portal in registry().portals for url in portal.examples]
ARTICLES = [*((owner, url) for owner, url, _ in FORMS), *EXAMPLES]


def made(portal_id, *domains, **facts):
    return Portal(id=portal_id, name=portal_id, domains=domains, **facts)


@pytest.mark.parametrize(
    ("host", "owner"),
    [
        ("www.contoh.id", "pusat"),
        ("contoh.id", "pusat"),
        ("solo.contoh.id", "daerah"),
        ("kota.solo.contoh.id", "solo"),
        ("bukancontoh.id", None),
        ("id", None),
        ("", None),
    ],
)
def test_most_specific_claim_wins(host, owner):
    claims = Registry(
        [
            made("daerah", "*.contoh.id"),
            made("pusat", "www.contoh.id", "contoh.id"),
            made("solo", "*.solo.contoh.id"),
        ]
    )
    found = claims.match_host(host)
    assert (found and found.id) == owner


@pytest.mark.parametrize(
    ("url", "owner"),
    [
        ("https://www.contoh.id/daerah", "daerah"),
        ("https://www.contoh.id/daerah/", "daerah"),
        ("https://www.contoh.id/daerah?page=2", "daerah"),
        ("https://www.contoh.id/daerah#isi", "daerah"),
        ("http://WWW.Contoh.id:8080/daerah/berita/1", "daerah"),
        ("https://redaksi@www.contoh.id/daerah/1", "daerah"),
        ("//www.contoh.id/daerah/1", "daerah"),
        ("https://www.contoh.id/daerah/solo/1", "solo"),
        ("https://www.contoh.id/daerah/solo-raya/1", "daerah"),
        ("https://www.contoh.id/daerahku", "pusat"),
        ("https://www.contoh.id/Daerah", "pusat"),
        ("https://www.contoh.id/x/daerah", "pusat"),
        ("https://www.contoh.id/?x=/daerah", "pusat"),
        ("https://www.contoh.id", "pusat"),
        ("https://kota.contoh.id/daerah/1", "bawah"),
        ("https://kota.contoh.id/", "semua"),
        ("https://contoh.id/daerah", None),
        ("https://lain.id/id/1", "lain"),
        ("https://lain.id/en/1", None),
        ("https://a.lain.id/id/1", None),
    ],
)
def test_path_claims(url, owner):
    claims = Registry(
        [
            made("semua", "*.contoh.id"),
            made("bawah", "*.contoh.id/daerah"),
            made("pusat", "www.contoh.id"),
            made("solo", "www.contoh.id/daerah/solo"),
            made("daerah", "www.contoh.id/daerah/"),
            made("lain", "lain.id/id"),
        ]
    )
    found = claims.match(url)
    assert (found and found.id) == owner


def test_host_of_which_a_path_is_claimed_is_nobodys():
    claims = Registry(
        [made("lain", "lain.id/id"), made("semua", "*.contoh.id"), made("kanal", "a.contoh.id/id")]
    )
    assert claims.match_host("lain.id") is None
    assert claims.match_host("a.contoh.id") is claims.get("semua")
    assert claims.match(None) is None
    assert claims.match("") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("contoh.id", "contoh.id"),
        ("*.contoh.id", "*.Contoh.id"),
        ("contoh.id/a", "Contoh.id/a/"),
        ("*.contoh.id/a", "*.contoh.id/a"),
    ],
)
def test_equal_claims_are_refused(one, other):
    with pytest.raises(ValueError, match="b and a both claim"):
        Registry([made("a", one), made("b", other)])


@pytest.mark.parametrize(("one", "other"), [("contoh.id", "*.contoh.id"), ("contoh.id/a", "contoh.id/A")])
def test_claims_that_differ_are_taken(one, other):
    assert len(Registry([made("a", one), made("b", other)]).portals) == 2


@pytest.mark.parametrize(
    "domain", ["https://contoh.id", "", "*", "a.*.id", "contoh.id//a", "contoh.id:80", "contoh .id"]
)
def test_what_is_no_domain_is_refused(domain):
    with pytest.raises(ValueError, match=r"a: .* is no host"):
        Registry([made("a", domain)])


def test_equal_ids_are_refused():
    with pytest.raises(ValueError, match="two portals have the id 'a'"):
        Registry([made("a", "a.id"), made("a", "b.id")])


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://Solo.Contoh.ID:8080/x", "solo.contoh.id"),
        ("//contoh.id/x", "contoh.id"),
        ("https://user:pass@contoh.id/x", "contoh.id"),
        ("https://contoh.id?x", "contoh.id"),
        (" https://contoh.id/x", "contoh.id"),
        ("https://contoh.id/x\ny", "contoh.id"),
        ("https://con\ntoh.id/x", "contoh.id"),
        ("https://contoh.id\\x", "contoh.id\\x"),
        ("https://[::1]/x", "::1"),
        ("https://münchen.id/x", "münchen.id"),
        ("contoh.id/x", ""),
        ("mailto:a@contoh.id", ""),
        ("/x", ""),
        ("http://[rusak", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_host_of_a_url(url, host):
    assert host_of(url) == host


@pytest.mark.parametrize("url", [url for _, url, _ in FORMS])
def test_plain_addresses_are_read_as_the_parser_reads_them(url):
    assert host_of(url) == urlsplit(url).hostname


@pytest.mark.parametrize("portal", PORTALS)
def test_ids_are_plain_words(portal):
    assert re.fullmatch(r"[a-z0-9]+(?:_[a-z0-9]+)*", portal.id)


@pytest.mark.parametrize(("owner", "url", "number"), FORMS)
def test_article_number(owner, url, number):
    portal = registry().get(owner)
    assert portal is not None
    assert portal.article_number(url) == number


@pytest.mark.parametrize(("owner", "url"), ARTICLES)
def test_article_url(owner, url):
    portal = registry().match(url)
    assert portal is not None
    assert portal.id == owner
    assert any(pattern.search(url) for pattern in portal.article_patterns)


@pytest.mark.parametrize("portal", PORTALS)
def test_examples_are_not_dropped(portal):
    dropped = [url for url in portal.examples for pattern in portal.drop if re.search(pattern, url)]
    assert not dropped


@pytest.mark.parametrize("portal", PORTALS)
def test_article_rules_take_no_other_portals_urls(portal):
    """Members of one network may share a form of URL: then only the host tells them apart."""
    taken = {
        owner
        for owner, url in ARTICLES
        if owner != portal.id and any(pattern.search(url) for pattern in portal.article_patterns)
    }
    networks = {known.network for known in map(registry().get, taken) if known}
    assert networks <= {portal.network} - {None}, taken


@pytest.mark.parametrize("portal", PORTALS)
def test_front_page_is_no_article(portal):
    for domain in portal.domains:
        host = domain.replace("*", "www")
        for url in (
            f"https://{host}/",
            f"https://{host}",
            f"https://{host}/indeks",
            f"https://{host}/tag/garam",
        ):
            assert not any(pattern.search(url) for pattern in portal.article_patterns), url


@pytest.mark.parametrize("portal", PORTALS)
def test_every_portal_has_an_article_url_among_the_examples(portal):
    assert portal.id in {owner for owner, _ in ARTICLES}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_selectors_compile(layout):
    lists = (value for name in Layout.__slots__ if isinstance(value := getattr(layout, name), tuple))
    plain = [item for values in lists for item in values if isinstance(item, str)]
    boxes = [s for rule in layout.images for s in (rule.box, *rule.caption, *rule.credit)]
    script = [layout.embedded.script] if layout.embedded else []
    for expression in (layout.probe, *script, *plain, *boxes, *layout.noise.values()):
        compile_selector(expression)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_noise_goes_to_known_bins(layout):
    assert set(layout.noise) <= set(get_args(Bin))


def test_unknown_bin_is_refused():
    with pytest.raises(ValueError, match="no such bins: \\['sampah'\\]"):
        Layout(name="x", probe="body", noise={"sampah": ".x"})


@pytest.mark.parametrize("portal", PORTALS)
def test_layouts_read_a_headline_a_body_and_a_date(portal):
    """The visible date may be undocumented; a portal that was seen on a real page has one."""
    for layout in portal.layouts:
        inner = layout.embedded
        assert layout.headline or (inner and inner.headline)
        assert layout.body or (inner and inner.body)
        assert layout.date or (inner and inner.date) or portal.status == "documented"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_years_of_a_layout_are_in_order(layout):
    assert (layout.since or "") <= (layout.until or "9999")


@pytest.mark.parametrize("portal", PORTALS)
def test_zones_are_known_and_of_the_portals_own_hosts(portal):
    claims = Registry([portal])
    for host, zone in portal.zones.items():
        ZoneInfo(zone)
        assert claims.match_host(host) is portal
    for host in portal.names:
        assert claims.match_host(host) is portal


@pytest.mark.parametrize("portal", PORTALS)
def test_layouts_of_a_portal_have_names_of_their_own(portal):
    names = sorted(layout.name for layout in portal.layouts)
    assert names or any(fact.startswith("layout: ") for fact in portal.unverified)
    assert all(one != other for one, other in pairwise(names))


def test_digest_changes_with_a_rule():
    one = made("a", "a.id", layouts=(Layout(name="x", probe=".a"),))
    other = made("a", "a.id", layouts=(Layout(name="x", probe=".b"),))
    assert one.digest != other.digest
    assert one.digest == made("a", "a.id", layouts=(Layout(name="x", probe=".a"),)).digest


def test_regional_title_and_its_zone():
    portal = registry().match("https://bali.tribunnews.com/2024/12/10/panen-garam")
    assert portal is not None
    assert (portal.id, portal.name_of("bali.tribunnews.com")) == ("tribun_regional", "Tribun-Bali.com")
    assert portal.zone_of("bali.tribunnews.com") == "Asia/Makassar"
