"""robots.txt: sitemaps and pauses, whatever else the file says."""

from newsbot.discovery import read_robots

URL = "https://contoh.id/robots.txt"
TEXT = b"""\xef\xbb\xbfUser-agent: *
Disallow: /cari
Crawl-delay: 10 # detik
Sitemap: https://contoh.id/sitemap.xml
sitemap : /news.xml

User-Agent: newsbot
User-Agent: Lain
Crawl-delay: 2.5
Crawl-delay: 7

User-agent: rusak
Crawl-delay: cepat
SITEMAP: javascript:x
Sitemap: https://contoh.id/sitemap.xml
"""


def test_sitemaps_are_absolute_and_stand_once():
    assert read_robots(TEXT, URL).sitemaps == ("https://contoh.id/sitemap.xml", "https://contoh.id/news.xml")


def test_delay_is_the_agents_own_else_everybodys():
    robots = read_robots(TEXT, URL)
    assert [robots.delay(agent) for agent in ("newsbot/1.0", "lain", "entah")] == [2.5, 2.5, 10.0]


def test_delay_that_is_no_number_is_none():
    assert "rusak" not in read_robots(TEXT, URL).delays
    assert read_robots(b"User-agent: a\nCrawl-delay: 1", URL).delay("b") is None


def test_delay_without_a_name_before_it_is_nobodys():
    assert read_robots(b"Crawl-delay: 5", URL).delays == {}


def test_html_in_its_place_gives_nothing():
    assert read_robots(b"<html>Sitemap: https://contoh.id/a.xml</html>", URL).sitemaps == ()
