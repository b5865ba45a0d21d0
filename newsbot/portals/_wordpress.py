"""WordPress: what themes keep of the default markup (entry-content, entry-title, rel=tag); members say what differs."""

from newsbot.portals._model import ImageRule, Layout

BASE = Layout(
    name="wordpress-entry",
    probe=".entry-content, .td-post-content, .content-inner, .post-content, .elementor-widget-theme-post-content, .wp-block-post-content",
    headline=("h1.entry-title", ".entry-title", "h1"),
    body=(
        ".td-post-content", ".elementor-widget-theme-post-content", ".entry-content .content-inner", "div.entry-content", ".entry-content", ".content-inner",
        ".wp-block-post-content", ".post-content",
    ),
    date=("time.entry-date::attr(datetime)", "time.entry-date", ".entry-meta time::attr(datetime)", ".entry-meta time", "time.published", ".posted-on time"),
    byline=(".entry-meta .author", ".author.vcard", ".byline"),
    images=(
        ImageRule(box=".post-thumbnail", caption=(".wp-caption-text", "figcaption")), ImageRule(box="figure.wp-block-image", caption=("figcaption",)),
        ImageRule(box=".wp-caption", caption=(".wp-caption-text",)),
    ),
    breadcrumbs=(".breadcrumb a", ".breadcrumbs a", ".yoast-breadcrumb a", "nav.rank-math-breadcrumb a"),
    keywords=("a[rel=tag]", ".tags-links a", ".post-tags a"),
    noise={
        "related": ".baca-juga, .related-posts, .jp-relatedposts, .yarpp-related, .crp_related, .jnews_inline_related_post, .bs-irp, .inline-related-post, .td_block_related_posts", "widget": ".sharedaddy, .addtoany_share_save_container, .heateor_sss_sharing_container, .jeg_share_button, .td-post-sharing, .post-views, .pvc_stats",
        "ad": ".code-block, ins.adsbygoogle, .quads-location", "navigation": ".post-navigation, .page-links, .tags-links, .jeg_post_tags, .jeg_authorbox, .saboxplugin-wrap",
    },
)
