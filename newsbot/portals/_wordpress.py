"""WordPress: what themes keep of the default markup (entry-content, entry-title, rel=tag); members say what differs."""

from newsbot.portals._model import ImageRule, Layout

BASE = Layout(
    name="wordpress-entry",
    probe=".entry-content",
    headline=("h1.entry-title", ".entry-title", "h1"),
    body=("div.entry-content", ".entry-content"),
    date=("time.entry-date::attr(datetime)", "time.entry-date", ".entry-meta time::attr(datetime)", ".entry-meta time", "time.published", ".posted-on time"),
    byline=(".entry-meta .author", ".author.vcard", ".byline"),
    images=(
        ImageRule(box=".post-thumbnail", caption=(".wp-caption-text", "figcaption")), ImageRule(box="figure.wp-block-image", caption=("figcaption",)),
        ImageRule(box=".wp-caption", caption=(".wp-caption-text",)),
    ),
    breadcrumbs=(".breadcrumb a", ".breadcrumbs a", ".yoast-breadcrumb a", "nav.rank-math-breadcrumb a"),
    keywords=("a[rel=tag]", ".tags-links a", ".post-tags a"),
    noise={
        "related": ".baca-juga, .related-posts, .jp-relatedposts, .yarpp-related, .crp_related", "widget": ".sharedaddy, .addtoany_share_save_container, .heateor_sss_sharing_container",
        "ad": ".code-block, ins.adsbygoogle, .quads-location", "navigation": ".post-navigation, .page-links, .tags-links",
    },
)
