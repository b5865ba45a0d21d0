"""The layout of detik from 2015 to 2019."""

from newsbot.portals._model import ImageRule, Layout

TEXT_2015 = Layout(
    name="detik-detail-text-2015-2019",
    probe=".detail_text, .text_detail, #detikdetailtext, .artikel2",
    until="2020",
    headline=(".jdl h1", ".detail_area h1", "h1.jdl", "h1.l_blue2_detik", ".detail_content h1", ".content_detail h1", "h1"),
    alternative_headline=(".jdl h2",),
    topic=(".label_fokus .jdl a", ".label_fokus a"),
    body=(".detail_text", ".text_detail", "#detikdetailtext", ".artikel2 .wrap_detail", ".artikel2"),
    date=(".detail_area .date", ".jdl .date", ".content_detail .date", "h1 ~ .date", ".date"),
    byline=(".author", ".detail_area .author"),
    images=(
        ImageRule(box=".pic_artikel", caption=("span", "em")), ImageRule(box=".media_artikel", caption=("figcaption", "span", "em")),
        ImageRule(box=".pic_artikel_sisip_table", caption=(".pic_artikel_caption", "span")),
    ),
    breadcrumbs=("ul.breadcrumb a", ".breadcrumb a", ".breadcrumbs a"),
    keywords=(".detail_tag a", ".tag a"),
    noise={
        "related": ".lihatjg, .linksisip, .topiksisip, .boxlr", "widget": ".sisip_video, .share_box, a.embed",
        "ad": ".banner, [id^=div-gpt], .banner_inside_article, .parallaxB",
        "navigation": ".detail_tag", "paging": ".mp-nav, .mid_multi, .list_multi, .detail__long-nav",
    },
)
