"""Discovery: bytes of sitemaps, feeds, index pages and robots.txt become announced articles. No network, no clock."""

from newsbot.discovery._addresses import domain_of, is_home, link
from newsbot.discovery._model import Child, Entry, Listing, ListingKind, Picture
from newsbot.discovery.choosing import Choice, LeftOut, choose, stranger
from newsbot.discovery.documents import DocumentKind, read_and_choose, read_document
from newsbot.discovery.feeds import read_feed
from newsbot.discovery.indexes import read_index
from newsbot.discovery.keys import article_key
from newsbot.discovery.links import announced, article_links, usual_places
from newsbot.discovery.planning import Target, Turn, next_page, plan
from newsbot.discovery.robots import Robots, read_robots
from newsbot.discovery.rules import belongs, is_article, looks_like_article, wanted
from newsbot.discovery.sitemaps import read_sitemap
from newsbot.discovery.window import children_within, older_children, within

__all__ = [
    "Child",
    "Choice",
    "DocumentKind",
    "Entry",
    "LeftOut",
    "Listing",
    "ListingKind",
    "Picture",
    "Robots",
    "Target",
    "Turn",
    "announced",
    "article_key",
    "article_links",
    "belongs",
    "children_within",
    "choose",
    "is_article",
    "is_home",
    "link",
    "looks_like_article",
    "next_page",
    "older_children",
    "plan",
    "read_and_choose",
    "read_document",
    "read_feed",
    "read_index",
    "read_robots",
    "read_sitemap",
    "domain_of",
    "stranger",
    "usual_places",
    "wanted",
    "within",
]
