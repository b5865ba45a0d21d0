"""robots.txt: its sitemaps, whatever else the file says."""

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


def test_html_in_its_place_gives_nothing():
    assert read_robots(b"<html>Sitemap: https://contoh.id/a.xml</html>", URL).sitemaps == ()
