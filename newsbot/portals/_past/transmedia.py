"""Layouts of CNN Indonesia and CNBC Indonesia before their Tailwind pages."""

from newsbot.portals._model import ImageRule, Layout

_NOISE = {
    "related": ".linksisip, .lihatjg, .topiksisip",
    "ad": ".paradetail, .parallaxindetail, [id^=div-gpt-ad], .banner, .detail_ads",
    "widget": ".sisip_video, .sisip_embed_sosmed, .share_box",
    "navigation": ".detail_tag, .newstag",
    "paging": ".mp-nav, .list_multi",
}
_IMAGES = (
    ImageRule(box=".media_artikel", caption=("figcaption", "span", "em")),
    ImageRule(box=".pic_artikel", caption=("figcaption", "span", "em")),
    ImageRule(box=".pic_artikel_sisip_table", caption=(".pic_artikel_caption", "span")),
)
CNN_2018 = Layout(
    name="cnnindonesia-2018-detikdetailtext",
    probe="#detikdetailtext, .detail_text",
    until="2023",
    headline=("h1.title", ".l_content .title", "h1"),
    body=("#detikdetailtext", ".detail_text"),
    date=("h1 ~ .date", ".content_detail .date", ".date"),
    byline=("h1 ~ .author", ".author"),
    images=_IMAGES,
    breadcrumbs=(".breadcrumb a",),
    keywords=(".detail_tag a",),
    noise=_NOISE,
)
CNBC_2018 = Layout(
    name="cnbcindonesia-2018-detail-box",
    probe=".detail_box, .detail_text",
    until="2023",
    headline=(".jdl h1", "h1"),
    body=(".detail_text",),
    date=(".detail_box .date", ".date"),
    # "Market - Name, CNBC Indonesia": the section stands before the name.
    byline=("xpath:substring-after(//*[contains(concat(' ',@class,' '),' detail_box ')]/div[contains(.,'CNBC Indonesia')][1], ' - ')",),
    images=_IMAGES,
    breadcrumbs=(".breadcrumb a",),
    keywords=(".detail_tag a",),
    noise=_NOISE,
)
