"""MataMata.com (Arkadia), on the template of suara."""

from newsbot.portals._model import Portal
from newsbot.portals.suara import ARTICLE

PORTALS = [
    Portal(
        id="matamata", name="MataMata.com", domains=("matamata.com", "*.matamata.com"), network="arkadia", brands=("MataMata.com",),
        examples=("https://www.matamata.com/seleb/2026/03/02/091500/dalang-cilik-mengamen-di-kereta",),
        article=(r"^https?://(?:www\.)?matamata\.com/[a-z0-9-]+/(?P<id>\d{4}/\d{2}/\d{2}/\d{6})(?:/[a-z0-9-]+)?",), paging="?page=all",
        layouts=(ARTICLE.but(name="matamata-article-content"),), status="documented", checked="documented 2026-07 as a sister of suara.com",
        unverified=("layout: said to be suara's, no page was seen", "article: after suara's addresses", "sources: none are documented"),
    ),
]
