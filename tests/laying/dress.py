"""Templates that pages are dressed in: the class names that common Indonesian templates give to what stands around."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Dress:
    """Class names by what they are on; `heading` is the element that opens a box, `title` that of a card's headline."""

    name: str
    menu: str
    ticker: str
    box: str
    heading: str
    heading_class: str
    card: str
    title: str
    title_class: str
    date: str
    byline: str
    teaser: str
    ad: str
    share: str
    comments: str
    following: str
    footer: str
    popup: str
    section: str = "div"


DRESSES = (
    Dress(
        name="newspaper",  # tagDiv's WordPress theme, of many local papers
        menu="td-header-menu-wrap td-main-menu-logo",
        ticker="td_block_trending_now td-trending-now-wrapper",
        box="td_block_wrap td_block_7 td-column-1",
        heading="h4",
        heading_class="block-title td-block-title",
        card="td_module_6 td_module_wrap td-animation-stack",
        title="h3",
        title_class="td-module-title",
        date="td-post-date",
        byline="td-post-author-name",
        teaser="td-excerpt",
        ad="td-a-rec td-rec-hide-on-m",
        share="td-post-sharing td-ps-bg td-ps-padding",
        comments="comments td-container",
        following="td-block-row td-post-next-prev",
        footer="td-footer-wrapper td-container-wrap",
        popup="td-modal-popup mfp-hide",
    ),
    Dress(
        name="jnews",  # another WordPress theme
        menu="jeg_navbar jeg_navbar_wrapper jeg_navbar_normal",
        ticker="jeg_news_ticker_items",
        box="jeg_postblock jeg_pl_sm_2",
        heading="h3",
        heading_class="jeg_block_title",
        card="jeg_post jeg_pl_sm format-standard",
        title="h3",
        title_class="jeg_post_title",
        date="jeg_meta_date",
        byline="jeg_meta_author",
        teaser="jeg_post_excerpt",
        ad="jeg_ad jeg_ad_article jnews_content_inline_ads",
        share="jeg_share_button jeg_share_top_container",
        comments="jnews_comment_container",
        following="jnews_prev_next_container",
        footer="jeg_footer jeg_footer_1 dark",
        popup="jeg_popup popup_post",
        section="section",
    ),
    Dress(
        name="grid",  # rows and columns of Bootstrap
        menu="navbar navbar-expand-lg sticky-top",
        ticker="row trending-bar d-none d-md-flex",
        box="col-12 mb-4 widget",
        heading="h2",
        heading_class="widget-title h5 text-uppercase",
        card="media mb-3 list-item",
        title="h4",
        title_class="media-heading mt-0",
        date="text-muted small date",
        byline="text-muted small mr-2",
        teaser="card-text d-none d-lg-block",
        ad="ads-slot text-center my-3",
        share="social-share d-flex mb-3",
        comments="card mt-4 komentar",
        following="card border-0 bg-light next-story",
        footer="container-fluid site-footer pt-5",
        popup="modal fade show-once",
    ),
    Dress(
        name="utility",  # classes that say a measure each
        menu="flex items-center justify-between px-4 h-14 border-b",
        ticker="flex gap-3 overflow-x-auto py-2 text-xs",
        box="w-full mb-6 border-t-4 border-red-600",
        heading="h2",
        heading_class="text-lg font-bold py-2",
        card="flex gap-3 py-3 border-b border-gray-200",
        title="h3",
        title_class="text-sm font-semibold leading-snug line-clamp-2",
        date="text-xs text-gray-500",
        byline="text-xs text-gray-700 mr-1",
        teaser="text-sm text-gray-600 line-clamp-3",
        ad="flex justify-center my-4 min-h-[250px] bg-gray-100",
        share="flex gap-2 my-3",
        comments="mt-8 rounded-lg bg-gray-50 p-4",
        following="mt-10 grid grid-cols-1 md:grid-cols-2 gap-4",
        footer="bg-gray-900 text-gray-300 py-10",
        popup="fixed inset-0 z-50 hidden items-center justify-center",
        section="section",
    ),
    Dress(
        name="blocks",  # names in the way of block, element and modifier
        menu="navbar-menu navbar-menu--desktop",
        ticker="headline-ticker headline-ticker--top",
        box="articles--list-box articles--list-box--popular",
        heading="p",
        heading_class="articles--list-box__title",
        card="articles--list__item articles--list__item--thumb",
        title="h4",
        title_class="articles--list__title",
        date="articles--list__time",
        byline="articles--list__reporter",
        teaser="articles--list__summary",
        ad="advertisement-placeholder advertisement-text",
        share="share-box share-box--top",
        comments="komentar-box komentar-box--list",
        following="next-article next-article--teaser",
        footer="site-footer site-footer--main",
        popup="popup-overlay popup-overlay--subscribe",
    ),
    Dress(
        name="plain",  # short Indonesian names, floats and clearfixes
        menu="navi clearfix menu_atas",
        ticker="breaking_ticker clearfix",
        box="boxkanan mb20 clearfix",
        heading="div",
        heading_class="judul_box bold f16",
        card="fl w100 mt10 pb10 bb1",
        title="a",
        title_class="judul_kecil f14 bold",
        date="tgl f11 grey",
        byline="nama f11",
        teaser="sinopsis f12",
        ad="iklan_tengah tac mt20 mb20",
        share="sosmed clearfix mb15",
        comments="kotak_komentar mt30",
        following="lanjut_baca mt30 clearfix",
        footer="kaki bgblack clearfix",
        popup="pop_langganan hidden",
    ),
)
