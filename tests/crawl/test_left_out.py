"""What was announced and is not asked for is counted by reason, shown with examples, and never passes for success."""

import pytest

from newsbot.loopback import LoopbackServer, Site
from newsbot.loopback.pages import page_of
from newsbot.loopback.reply import Reply

from .runs import crawl, records

FORM = "/read/{:04}.html"
SPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
NEWS = (
    "<news:news><news:publication><news:name>Kabar</news:name></news:publication>"
    "<news:publication_date>2026-11-20T07:00:00+07:00</news:publication_date></news:news>"
)


def xml(text):
    return Reply(200, text, content_type="application/xml")


def urlset(base, paths, more=""):
    items = "".join(f"<url><loc>{base}{path}</loc>{more}</url>" for path in paths)
    return xml(f"<urlset {SPACES}>{items}</urlset>")


def index(*urls):
    return xml(
        "<sitemapindex>" + "".join(f"<sitemap><loc>{url}</loc></sitemap>" for url in urls) + "</sitemapindex>"
    )


def site_of(base, site, paths):
    """Let the site serve a story at each of the paths, and announce nothing else than its sitemap."""
    site.robots = f"User-agent: *\nAllow: /\nSitemap: {base}/sitemap.xml\n"
    site.instead["/"] = [Reply(200, "<html><body><h1>Kabar</h1></body></html>")]
    for number, path in enumerate(paths):
        site.instead[path] = [Reply(200, page_of(site.story(number), base, 1))]


def own(run):
    (figures,) = run.report["by_portal"].values()
    return figures


def test_form_that_most_of_a_sitemap_has_is_that_of_the_sites_articles(tmp_path):
    site = Site(articles=12)
    with LoopbackServer(site) as server:
        paths = [FORM.format(number) for number in range(12)]
        site_of(server.base, site, paths)
        site.instead["/sitemap.xml"] = [urlset(server.base, [*paths, "/politik", "/pedoman-media-siber"])]
        run = crawl(server.base, tmp_path, f"{server.base}/", declared=False)
    assert {record["url"] for record in records(tmp_path)} == {f"{server.base}{path}" for path in paths}
    assert own(run)["dropped"] == {"not_an_article": 2}
    assert (run.code, own(run)["verdict"]) == (0, "ok")


@pytest.mark.parametrize("form", ["/c", "/kabar/satu"])
def test_publication_data_make_an_article_of_any_address(tmp_path, form):
    site = Site(articles=1)
    with LoopbackServer(site) as server:
        site_of(server.base, site, [form])
        site.instead["/sitemap.xml"] = [urlset(server.base, [form], NEWS)]
        crawl(server.base, tmp_path, f"{server.base}/", declared=False)
    assert [record["url"] for record in records(tmp_path)] == [f"{server.base}{form}"]


@pytest.fixture(scope="module")
def short(tmp_path_factory):
    """Two crawls of a site whose articles have addresses as sections have: as it is, and with --all-links."""
    site = Site(articles=9)
    paths = [f"/kabar/{word}" for word in "satu dua tiga empat lima enam tujuh delapan".split()]
    folder = tmp_path_factory.mktemp("short")
    with LoopbackServer(site) as server:
        site_of(server.base, site, paths)
        site.instead["/sitemap.xml"] = [urlset(server.base, [*paths, "/", "/laporan.pdf"])]
        runs = [
            crawl(server.base, folder, f"{server.base}/", declared=False, options=options)
            for options in ((), ("--all-links",))
        ]
    return server.base, paths, folder, runs


def test_site_of_which_all_is_left_out_says_so_and_what_to_do(short):
    base, paths, _, (run, _) = short
    assert (run.code, own(run)["verdict"]) == (1, "no_article_addresses")
    assert own(run)["dropped"] == {"front_page": 1, "not_an_article": 9}
    assert own(run)["dropped_examples"]["not_an_article"] == [f"{base}{path}" for path in paths[:3]]
    assert (
        f"127.0.0.1: left out by rules: 1 front_page ({base}/); 9 not_an_article ({base}/kabar/satu"
        in run.said
    )
    assert "take them with --all-links, or declare the form of its addresses" in run.said


def test_all_links_takes_them_and_leaves_files_and_front_pages(short):
    base, paths, folder, (_, run) = short
    assert run.code == 0
    assert {record["url"] for record in records(folder)} == {f"{base}{path}" for path in paths}
    assert own(run)["dropped"] == {"front_page": 1, "not_an_article": 1}


def test_front_page_whose_headlines_look_like_no_articles_says_so(tmp_path):
    site = Site(articles=4)
    with LoopbackServer(site) as server:
        paths = [f"/k/{letter}" for letter in "abcd"]
        site_of(server.base, site, paths)
        site.robots = "User-agent: *\nAllow: /\n"
        links = "".join(
            f'<li><a href="{path}">{site.story(number).headline}</a></li>'
            for number, path in enumerate(paths)
        )
        site.instead["/"] = [
            Reply(200, f"<html><body><nav><a href='/k'>Kabar</a></nav><ul>{links}</ul></body></html>")
        ]
        site.routes_off = {"/sitemap.xml", "/sitemap-news.xml", "/rss"}
        run = crawl(server.base, tmp_path, f"{server.base}/", declared=False)
        again = crawl(server.base, tmp_path, f"{server.base}/", declared=False, options=("--all-links",))
    assert (run.code, own(run)["verdict"], own(run)["dropped"]) == (
        1,
        "no_article_addresses",
        {"not_an_article": 4},
    )
    assert again.code == 0
    assert len(records(tmp_path)) == 4


def test_new_address_form_of_a_declared_portal_is_told_though_other_sources_are_well(tmp_path):
    site = Site(articles=12)
    with LoopbackServer(site) as server:
        paths = [f"/artikel/{number}/baru" for number in range(30)]
        site.instead["/baru.xml"] = [urlset(server.base, paths)]
        sources = [
            {"kind": "sitemap", "url": f"{server.base}/{name}.xml"} for name in ("sitemap-news", "baru")
        ]
        run = crawl(server.base, tmp_path, sources=sources)
    assert len(records(tmp_path)) == 12
    assert (run.code, own(run)["verdict"]) == (1, "no_article_addresses")
    assert own(run)["dropped"] == {"not_an_article": 30}
    assert own(run)["barren"] == [f"{server.base}/baru.xml"]


def test_list_of_tags_beside_articles_is_no_alarm(tmp_path):
    site = Site(articles=6)
    with LoopbackServer(site) as server:
        site_of(server.base, site, [])
        tags = [f"/tag/kabar-{number}" for number in range(9)]
        site.instead["/post_tag-sitemap.xml"] = [urlset(server.base, tags)]
        names = ("post_tag-sitemap.xml", "sitemap-news.xml")
        site.instead["/sitemap.xml"] = [index(*(f"{server.base}/{name}" for name in names))]
        run = crawl(server.base, tmp_path, f"{server.base}/", declared=False)
    assert (run.code, own(run)["verdict"], own(run)["dropped"]) == (0, "ok", {"not_an_article": 9})


def test_sitemaps_too_deep_or_of_another_site_are_counted(tmp_path):
    site = Site(articles=3)
    with LoopbackServer(site) as server:
        site_of(server.base, site, [])
        site.instead["/sitemap.xml"] = [index(f"{server.base}/s2.xml", "http://lain.example/s.xml")]
        for level in (2, 3, 4):
            site.instead[f"/s{level}.xml"] = [index(f"{server.base}/s{level + 1}.xml")]
        run = crawl(server.base, tmp_path, f"{server.base}/", declared=False)
    assert (run.code, own(run)["verdict"]) == (1, "no_article_addresses")
    assert own(run)["dropped_examples"] == {
        "nested_too_deep": [f"{server.base}/s4.xml"],
        "other_site": ["http://lain.example/s.xml"],
    }


def test_window_that_leaves_the_articles_alone_is_no_alarm(tmp_path):
    site = Site(articles=6)
    with LoopbackServer(site) as server:
        site_of(server.base, site, [])
        site.instead["/halaman.xml"] = [urlset(server.base, ["/redaksi", "/pedoman", "/tentang", "/kontak"])]
        lastmod = "<lastmod>2026-01-01</lastmod>"
        site.instead["/sitemap.xml"] = [
            xml(
                f"<sitemapindex><sitemap><loc>{server.base}/sitemap-news.xml</loc>{lastmod}</sitemap>"
                f"<sitemap><loc>{server.base}/halaman.xml</loc></sitemap></sitemapindex>"
            )
        ]
        run = crawl(
            server.base, tmp_path, f"{server.base}/", declared=False, options=("--since", "2026-11-01")
        )
    assert (run.code, own(run)["older_sitemaps"], own(run)["barren"]) == (0, 1, [])
