"""Which headline, text, date and writer are the article's, where a page prints those of other stories as well."""

import pytest

from tests.quality.kinds.pages import (
    DATE,
    DATED,
    FETCHED,
    HEADING,
    HOST,
    STORY,
    TITLE,
    data,
    names,
    others,
    page,
    read,
    script,
    story,
    texts,
    told,
)

TEASERS = (
    "<div class='kiri'><h2>Dermaga Muncul Ditutup Sementara karena Angin Kencang</h2><p>Dermaga Muncul ditutup"
    " bagi perahu wisata karena angin kencang yang melanda danau tiga hari terakhir.</p><p>Petugas meminta pemilik"
    " perahu menambatkan kapal di sisi barat yang lebih terlindung dari gelombang.</p></div>"
)


def test_text_below_the_headline_beats_teasers_above_it():
    text = f"<span class='judul'>{TITLE}</span><br>14-08-2023 09:12<br><br>{'<br><br>'.join(STORY)}"
    article = read(page(f"{TEASERS}<table><tr><td>{text}</td></tr></table>", title="Suara Rawa"), DATED)
    assert (article.headline, texts(article)) == (TITLE, list(STORY))


def test_headline_that_the_address_tells_beats_the_sites_name():
    head = "<meta property='og:title' content='Suara Rawa'>"
    body = f"<h1>Suara Rawa</h1><p>14 Agustus 2023 09:12</p><div class='jdl'><b>{TITLE}</b></div><div>{told()}</div>"
    assert read(page(body, head=head, title="Suara Rawa"), DATED).headline == TITLE


def test_headline_with_a_dash_of_its_own_in_a_plain_element():
    whole = "Warga Bilang Pupuk Murah – Tinjauan Rawa"
    body = f"<div class='j'>{whole}</div>{DATE}<div class='c'>{told()}</div>"
    head = f"<meta property='og:title' content='{whole}'>"
    assert read(page(body, head=head, title=f"{whole} - Suara Rawa")).headline == whole


@pytest.mark.parametrize("name", ["epaper", "current-date", "livedate"])
def test_date_of_the_site_is_not_the_articles(name):
    body = f"<div class='{name}'>Edisi Selasa, 15 Agustus 2023</div>{HEADING}<div class='c'>{told()}</div>"
    assert read(page(body)).date_published is None


AGES = {
    "sejam yang lalu": "2023-08-15T07:00",
    "baru saja": FETCHED[:16],
    "Bagas Prakoso &bull; 3 jam yang lalu &bull; 2 menit baca": "2023-08-15T05:00",
}


@pytest.mark.parametrize(("line", "moment"), AGES.items(), ids=["an hour", "now", "with a writer"])
def test_relative_date_at_the_headline(line, moment):
    assert read(story(above=f"<div class='w'>{line}</div>")).date_published[:16] == moment


def test_writer_beside_a_relative_date():
    above = "<div class='w'>Bagas Prakoso &bull; 3 jam yang lalu &bull; 2 menit baca</div>"
    assert names(read(story(above=above)).authors) == ["Bagas Prakoso"]


def test_channel_of_two_that_the_address_names():
    both = "<div class='cat'><a href='/category/jateng'>Jateng</a>, <a href='/category/ekonomi'>Ekonomi</a></div>"
    article = read(
        page(f"{both}{HEADING}{DATE}<div class='c'>{told()}</div>"), "https://s.example/ekonomi/12-warga.html"
    )
    assert article.section == "Ekonomi"


def test_channel_that_machines_are_told_counts_where_the_menu_has_it():
    url = "https://www.suararawa.example/45812-warga.html"
    heads = (script(data(articleSection=name)) for name in ("Olahraga", "Budaya"))
    found = [read(story(head=head), url).section for head in heads]
    assert found == ["Olahraga", None]


def entries(form):
    return "".join(form.format(time=time, text=text) for time, text in zip(TIMES, STORY, strict=False))


TIMES = ("11.20 WIB", "10.45 WIB", "10.05 WIB", "09.12 WIB")


def test_live_report_by_its_label_and_the_times_of_its_entries():
    list_of = entries("<li><time>{time}</time><div><p>{text}</p></div></li>")
    body = f"<span class='badge'>Live Report</span>{HEADING}{DATE}<ul class='timeline'>{list_of}</ul>"
    article = read(page(body))
    assert article.kind == "live"
    assert [text for text in texts(article) if text in STORY] == list(STORY[:4])


def test_label_of_a_live_report_alone_makes_none():
    assert (
        read(page(f"<span class='badge'>Live Report</span>{HEADING}{DATE}<div>{told()}</div>")).kind
        == "article"
    )


LONG = (
    "Situs ini meminta pembaca memenuhi syarat di bawah ini sebelum halaman yang diminta dapat ditampilkan lagi. "
    * 8
)
WALLS = {
    "account": (
        "Masuk ke Akun Anda",
        "<form><input type=email><input type=password><button>Masuk</button></form>",
    ),
    "human": ("Verifikasi bahwa Anda manusia", ""),
}


@pytest.mark.parametrize(("head", "form"), WALLS.values(), ids=WALLS)
def test_wall_with_a_long_text_is_blocked(head, form):
    body = f"<h1>{head}</h1>{form}<p>{LONG}</p>"
    assert (
        read(page(body, title=f"{head} - Suara Rawa"), "https://www.suararawa.example/x/1").kind == "blocked"
    )


def test_dated_story_of_that_headline_is_an_article():
    body = f"<h1>Masuk ke Akun Anda</h1>{DATE}<form><input type=password></form><div>{told()}</div>"
    assert read(page(body, title="Masuk ke Akun Anda - Suara Rawa")).kind == "article"


def test_error_page_with_a_long_text_is_no_article():
    body = f"<h1>404</h1><h2>Halaman tidak ditemukan</h2><p>{LONG}</p>"
    assert (
        read(page(body, title="Halaman tidak ditemukan"), "https://www.suararawa.example/x/1").kind == "other"
    )


def test_story_whose_title_ends_so_is_an_article():
    title = "Nelayan yang Hanyut Masih Tidak Ditemukan"
    body = f"<h1>{title}</h1><div>{told()}</div>"
    assert read(page(body, title=title), "https://www.suararawa.example/x/1").kind == "article"


@pytest.mark.parametrize(
    "line",
    [
        "<p>Penulis: <a href='/penulis/bagas-prakoso'>Bagas Prakoso</a></p>",
        "<p><a href='/penulis/bagas-prakoso'>Bagas Prakoso</a></p><p>14 Agustus 2023</p>",
    ],
    ids=["labelled", "beside the date"],
)
def test_writer_has_the_address_that_his_name_links_to(line):
    (writer,) = read(story(above=line + DATE)).authors
    assert (writer.name, writer.url) == ("Bagas Prakoso", f"{HOST}/penulis/bagas-prakoso")


def test_writer_whose_name_leads_nowhere_has_no_address():
    (writer,) = read(story(above=f"<p class='author'><a href='#'>Bagas Prakoso</a></p>{DATE}")).authors
    assert (writer.name, writer.url) == ("Bagas Prakoso", None)


def test_writer_before_the_sites_address():
    above = f"<div class='meta'>Bagas Prakoso - suararawa.example</div>{DATE}"
    assert names(read(story(above=above)).authors) == ["Bagas Prakoso"]


def test_account_to_which_the_day_is_glued_signs_nothing():
    line = (
        "<div class='author'><span>Oleh <b>Administrator</b></span><span>Senin, 14 Agustus 2023</span></div>"
    )
    article = read(story(above=line))
    assert (names(article.authors), article.date_published[:10]) == ([], "2023-08-14")


def test_channel_alone_above_the_headline():
    body = f"<ul><li><a href='/bisnis'>Bisnis</a></li></ul>{HEADING}{DATE}<div class='c'>{told()}</div>"
    assert read(page(body), f"{HOST}/read561234/warga-rawa-pening").section == "Bisnis"


def test_card_of_a_channel_called_as_lists_are_is_a_card():
    card = (
        "<div class='post'><h3><a href='/indeks/{number}/{slug}'>{title}</a></h3>"
        "<span class='author'>Oleh Tono Sudiro</span></div>"
    )
    assert names(read(story(below=f"<div>{others(card)}</div>")).authors) == []


def test_first_paragraphs_are_the_texts_though_others_are_better_known():
    first = "<p>Setiap dusun menurunkan dua belas perahu.</p>"
    sections = "".join(
        f"<div class='bagian' itemprop='x'><h2>Bagian {part}</h2>{told()}</div>" for part in "AB"
    )
    article = read(
        page(f"{HEADING}{DATE}<div class='isi'><div class='bagian'>{first}{told()}</div>{sections}</div>")
    )
    assert texts(article)[0] == "Setiap dusun menurunkan dua belas perahu."


def test_page_of_pictures_with_one_sentence_is_a_gallery():
    photos = "<div class='aphotos'><img src='/f/1.jpg' alt=''><img src='/f/2.jpg' alt=''></div>"
    article = read(page(f"<div>{HEADING}{DATE}<p>{STORY[0]}</p></div>{photos}"))
    assert (article.kind, [image.url for image in article.images]) == (
        "gallery",
        [f"{HOST}/f/1.jpg", f"{HOST}/f/2.jpg"],
    )


def test_slides_to_which_a_script_adds_a_class_are_of_one_row():
    slide = "<div class='{name}' data-short-desc='Warga di danau {number}. (Bagas/SR)'><img src='/{number}.jpg'></div>"
    rows = slide.format(name="geser item", number=1) + slide.format(name="geser item slick-slide", number=2)
    article = read(story(above=f"{DATE}<div>{rows}</div>"))
    assert [image.caption for image in article.images] == ["Warga di danau 1.", "Warga di danau 2."]


MENU = (
    "<ul>"
    + "".join(f"<li><a href='/{name.lower()}'>{name}</a></li>" for name in ("Kota", "Desa", "Seni"))
    + "</ul>"
)
HEADS = {
    "label glued to a day": "<div>Tayang<b>14 Agustus 2023</b>Diperbarui<i>15 Agustus 2023</i></div>",
    "day linked to the page itself": (
        "<div><a href='/lain'><time>14 Agustus 2023</time><time>15 Agustus 2023</time></a></div>"
    ),
    "box called related that leads nowhere": "<div class='related-info'>Bagas Wira | 14 Agustus 2023</div>",
    "day without its year": "<div><time datetime='2023-08-14'>14 Agu</time></div>",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_date_at_the_headline(head):
    assert read(story(above=head)).date_published[:10] == "2023-08-14"


def test_one_name_before_the_date_is_no_channel():
    meta = "<div>Bagaskara | Senin, 14 Agustus 2023 09:12</div>"
    assert read(page(f"{MENU}{HEADING}{meta}<div>{told()}</div>")).section != "Bagaskara"


def test_one_name_behind_the_icon_of_a_person_is_the_writers():
    meta = "<div><span><i class='fa fa-user'></i> Bagaskara</span> <span>14 Agustus 2023 09:12</span></div>"
    assert names(read(story(above=meta)).authors) == ["Bagaskara"]
