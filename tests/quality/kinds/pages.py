"""One invented story in many markups: what stands around it, and what a record says of each."""

import json

from newsbot import extract

HOST = "https://www.suararawa.example"
UNDATED = f"{HOST}/jateng/45812-warga-rawa-pening-panen-eceng-gondok-untuk-pupuk.html"
DATED = f"{HOST}/jateng/2023/08/14/warga-rawa-pening-panen-eceng-gondok-untuk-pupuk"
FETCHED = "2023-08-15T08:00:00+07:00"
TITLE = "Warga Rawa Pening Panen Eceng Gondok untuk Pupuk"
STAMP = "2023-08-14T09:12:00+07:00"
STORY = (
    "Puluhan warga tiga dusun di tepi Rawa Pening memanen eceng gondok yang menutup separuh danau sejak akhir pekan.",
    "Kepala Dusun Kelurahan, Tarmuji, mengatakan tanaman itu dicacah lalu difermentasi dua minggu di gudang kelompok.",
    '"Dulu kami buang begitu saja ke tepi jalan. Kini satu karung pupuk laku dua puluh ribu rupiah," kata Tarmuji.',
    "Dinas Pertanian mencatat sedikitnya empat ton pupuk sudah dikirim ke kebun kopi di lereng gunung bulan ini.",
    "Seorang petani kopi, Wagiyem, mengaku hasil panennya naik seperlima setelah memakai pupuk itu dua musim tanam.",
    "Pemerintah kabupaten berencana menambah dua mesin pencacah agar warga tidak perlu bergantian memakai satu alat.",
)
OTHERS = (
    "Dermaga Muncul Ditutup Sementara karena Angin Kencang",
    "Harga Ikan Wader di Pasar Ambarawa Naik Dua Kali Lipat",
    "Kereta Wisata Tuntang Kembali Beroperasi Akhir Bulan",
)
HEADING = f"<h1>{TITLE}</h1>"
DATE = "<p class='m'>14/08/2023 09:12</p>"


def told(first=0, last=None):
    return "".join(f"<p>{text}</p>" for text in STORY[first:last])


def others(form="<li><a href='/jateng/{number}-{slug}.html'>{title}</a></li>"):
    return "".join(
        form.format(number=45000 + number, slug=title.lower().replace(" ", "-"), title=title)
        for number, title in enumerate(OTHERS)
    )


def page(body, *, head="", title=f"{TITLE} - Suara Rawa"):
    """A page of an invented outlet that no rule knows."""
    return (
        f"<!DOCTYPE html><html lang='id'><head><meta charset='utf-8'><title>{title}</title>{head}</head><body><div>"
        "<a href='/'>Home</a> <a href='/jateng'>Jateng</a> <a href='/ekonomi'>Ekonomi</a> "
        "<a href='/olahraga'>Olahraga</a>"
        f"</div>{body}<div class='foot'>&copy; 2023 Suara Rawa. <a href='/redaksi'>Redaksi</a></div>"
        "</body></html>"
    )


def story(inside=None, *, above=DATE, below="", **parts):
    """The story's page with other markup in its text, above or below it."""
    return page(
        f"{HEADING}{above}<div class='c'>{told() if inside is None else inside}</div>{below}", **parts
    )


def data(**facts):
    """The story's JSON-LD as text."""
    known = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": TITLE,
        "datePublished": STAMP,
    }
    return json.dumps({**known, **facts})


def script(text):
    return f'<script type="application/ld+json">{text}</script>'


def read(markup, url=UNDATED):
    return extract(markup, url=url, fetched_at=FETCHED)


def texts(article):
    return [block.text for block in article.blocks if block.text]


def names(people):
    return [person.name for person in people]
