"""tagDiv Newspaper, a WordPress theme that several papers use: td-post-content, entry-date, td-post-author-name."""

from newsbot.portals._model import ImageRule, Layout

BASE = Layout(
    name="tagdiv-post",
    probe=".td-post-content",
    headline=("h1.entry-title", "h1.tdb-title-text", "h1"),
    body=("div.td-post-content", ".td-post-content", ".tdb_single_content .tdb-block-inner"),
    date=("time.entry-date::attr(datetime)", "time.entry-date", ".td-post-date time", ".entry-date"),
    byline=(".td-post-author-name a", ".tdb-author-name"),
    images=(
        ImageRule(box=".td-post-featured-image figure", caption=("figcaption", ".wp-caption-text")),
        ImageRule(box="figure.wp-caption", caption=("figcaption", ".wp-caption-text")), ImageRule(box=".td-post-featured-image"),
    ),
    breadcrumbs=(".entry-crumbs a", ".td-crumb-container a", ".tdb-breadcrumbs a"),
    keywords=(".td-tags a", ".td-post-source-tags a[rel=tag]", "a[rel=tag]"),
    noise={
        "related": ".td-a-rec + .baca-juga, .baca-juga, .td_block_related_posts, .wp-block-embed.related", "ad": ".td-a-rec, .td-adspot-title, ins.adsbygoogle",
        "widget": ".td-post-sharing, .sharedaddy", "navigation": ".td-post-source-tags, .td-post-next-prev",
    },
)
