"""What stands around and within the article of a full-size page: menus, tickers, cards, widgets, comments."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from random import Random

from tests.laying.dress import Dress
from tests.laying.unseen import token
from tests.laying.words import Words, printed_day

_CHANNELS = (
    "Nasional Daerah Ekonomi Bisnis Olahraga Sepak-Bola Hiburan Musik Film Gaya-Hidup Kesehatan Kuliner Perjalanan "
    "Otomotif Teknologi Sains Edukasi Opini Kolom Foto Video Infografis Indeks Internasional Hukum Politik Properti "
    "Keluarga Religi Zodiak Loker Cuaca Podcast Cek-Fakta Lingkungan Metropolitan Jawa-Tengah Sulawesi Papua Bali"
).split()
_ABOUT = (
    "Tentang Kami|Redaksi|Pedoman Media Siber|Kode Etik Jurnalistik|Disclaimer|Kebijakan Privasi|Kontak Kami|"
    "Karier|Info Iklan|Ketentuan Layanan|Peta Situs|RSS"
).split("|")
_COMPANIES = (
    "PT Kabar Lintas Pulau",
    "PT Media Tanjung Cahaya",
    "PT Warta Samudra Abadi",
    "PT Lentera Berita Nusa",
)


class Around:
    """The surroundings of one page, drawn from `words`, in one dress."""

    def __init__(self, words: Words, dress: Dress, brand: str, base: str) -> None:
        self.words, self.dress, self.brand, self.base = words, dress, brand, base
        self.random: Random = words.random
        self._number = self.random.randrange(1_000_000, 9_000_000)

    def link(self, title: str, channel: str = "") -> str:
        """The address of another story."""
        self._number -= self.random.randrange(3, 90)
        slug = "-".join("".join(c if c.isalnum() else " " for c in title.lower()).split())
        return f"{self.base}/{channel or self.random.choice(_CHANNELS).lower()}/{self._number}/{slug}"

    def top(self) -> str:
        """Strip of the day, logo, search, menus for two kinds of screens, a ticker with times, a board of ads."""
        dress, words = self.dress, self.words
        today = printed_day(words.day)
        menu = "".join(self._menu_item() for _ in range(self.random.randrange(9, 14)))
        drawer = "".join(
            f'<li><a href="{self.base}/{name.lower()}">{name.replace("-", " ")}</a></li>'
            for name in self.random.sample(_CHANNELS, 26)
        )
        trending = "".join(
            f'<a class="tag" href="{self.base}/tag/{tag.replace(" ", "-")}">#{tag}</a>'
            for tag in words.subjects(6)
        )
        ticks = "".join(self._tick() for _ in range(self.random.randrange(4, 8)))
        return (
            f'<a class="skip-link" href="#konten">Lewati ke konten</a>{self.ad("billboard")}\n'
            f'<header><div class="top-strip"><span class="today">{today}</span><a href="/masuk">Masuk</a> <a href="/daftar">Daftar</a>'
            f'<a href="/langganan">Berlangganan</a></div>\n<div class="logo"><a href="{self.base}">{escape(self.brand)}</a></div>'
            f'<form action="/cari" role="search"><input name="q" placeholder="Cari berita"><button>Cari</button></form>\n'
            f'<nav class="{dress.menu}"><ul>{menu}</ul></nav>\n<div class="drawer" aria-hidden="true"><ul>{drawer}</ul></div>\n'
            f'<div class="{dress.ticker}"><strong>Trending</strong>{trending}</div>\n'
            f'<div class="{dress.ticker}"><strong>Kabar Terkini</strong><ul>{ticks}</ul></div></header>'
        )

    def _menu_item(self) -> str:
        name = self.random.choice(_CHANNELS)
        below = "".join(
            f'<li><a href="{self.base}/{name.lower()}/{other.lower()}">{other.replace("-", " ")}</a></li>'
            for other in self.random.sample(_CHANNELS, self.random.randrange(2, 7))
        )
        return f'<li class="has-sub"><a href="{self.base}/{name.lower()}">{name.replace("-", " ")}</a><ul class="sub-menu">{below}</ul></li>'

    def _tick(self) -> str:
        title, moment = self.words.title(), self.words.moment(2)
        return f'<li><span class="{self.dress.date}">{moment:%H:%M} WIB</span> <a href="{self.link(title)}">{title}</a></li>'

    def ad(self, place: str) -> str:
        """An empty slot with its script."""
        name = f"div-gpt-ad-{self.random.randrange(10**9, 10**10)}-0"
        return (
            f'<div class="{self.dress.ad}" data-place="{place}"><div id="{name}"><script>googletag.cmd.push(function(){{'
            f"googletag.display('{name}');}});</script></div></div>"
        )

    def box(self, heading: str, inner: str, kind: str = "") -> str:
        """A box with a heading."""
        dress = self.dress
        return (
            f'<{dress.section} class="{dress.box}{kind and " " + kind}"><{dress.heading} class="{dress.heading_class}">{heading}'
            f"</{dress.heading}>{inner}</{dress.section}>"
        )

    def card(self, *, dated: bool = True, signed: bool = False, teased: bool = False) -> str:
        """Another story: its headline, and what goes with it."""
        dress, words = self.dress, self.words
        title, moment = words.title(), words.moment()
        address = self.link(title)
        headline = (
            f'<a class="{dress.title_class}" href="{address}">{title}</a>'
            if dress.title == "a"
            else f'<{dress.title} class="{dress.title_class}"><a href="{address}">{title}</a></{dress.title}>'
        )
        parts = [
            f'<a class="thumb" href="{address}"><img loading="lazy" data-src="https://cdn.contoh.example/{token(self.random, 9)}.jpg" alt="{title}"></a>',
            f'<span class="kanal">{self.random.choice(_CHANNELS).replace("-", " ")}</span>',
            headline,
        ]
        if signed:
            parts.append(f'<span class="{dress.byline}">Oleh {words.person()}</span>')
        if dated:
            stamp = self.random.choice(
                (
                    f"{printed_day(moment, short=True)} {moment:%H:%M} WIB",
                    f"{moment:%d/%m/%Y, %H:%M} WIB",
                    f"{self.random.randrange(2, 23)} jam lalu",
                )
            )
            parts.append(f'<span class="{dress.date}">{stamp}</span>')
        if teased:
            parts.append(f'<p class="{dress.teaser}">{words.sentence()}</p>')
        return f'<div class="{dress.card}">{"".join(parts)}</div>'

    def popular(self) -> str:
        """The most read, numbered."""
        rows = []
        for number in range(1, self.random.randrange(6, 11)):
            title = self.words.title()
            rows.append(
                f'<li><span class="nomor">{number}</span><a href="{self.link(title)}">{title}</a></li>'
            )
        return self.box("Terpopuler", f"<ol>{''.join(rows)}</ol>", "terpopuler")

    def cards(self, heading: str, count: int, **how: bool) -> str:
        """A box of other stories."""
        return self.box(heading, "".join(self.card(**how) for _ in range(count)))

    def sponsored(self) -> str:
        """Cards that are paid for."""
        rows = "".join(
            f'<div class="item"><a rel="sponsored nofollow" href="https://iklan.contoh.example/{token(self.random, 12)}">{text}</a>'
            f'<span class="branding">{name}</span></div>'
            for text, name in self.random.sample(_SPONSORED, 4)
        )
        return f'<div class="konten-sponsor" id="{token(self.random, 8)}"><p class="label">Konten Bersponsor</p>{rows}</div>'

    def poll(self) -> str:
        """A question to the readers."""
        answers = "".join(
            f'<label><input type="radio" name="p">{text}</label>'
            for text in ("Setuju", "Tidak setuju", "Ragu-ragu")
        )
        return self.box(
            "Jajak Pendapat",
            f"<p>Apakah kegiatan seperti ini perlu dicontoh kota lain?</p><form>{answers}<button>Kirim</button></form>",
            "polling",
        )

    def share(self) -> str:
        """Buttons to share the page and to make its letters larger."""
        nets = "".join(
            f'<li><a class="{name.lower()}" href="https://{name.lower()}.example/bagikan?u={token(self.random, 5)}">{name}</a></li>'
            for name in ("Facebook", "Twitter", "WhatsApp", "Telegram", "Line")
        )
        return (
            f'<div class="{self.dress.share}"><span>Bagikan</span><ul>{nets}<li><button>Salin Tautan</button></li></ul>'
            '<div class="font-resizer"><span>Ukuran Huruf</span><button>A-</button><button>A</button><button>A+</button></div>'
            f'<a class="komentar-link" href="#komentar">{self.random.randrange(2, 60)} Komentar</a></div>'
        )

    def comments(self) -> str:
        """What readers said, with their names and times."""
        rows = []
        for _ in range(self.random.randrange(3, 7)):
            rows.append(
                f'<li class="comment"><b class="fn">{self.words.person()}</b> <time>{printed_day(self.words.moment(2))}</time>'
                f"<p>{self.words.comment()}</p><a href='#balas'>Balas</a></li>"
            )
        form = '<form><textarea placeholder="Tulis komentar Anda"></textarea><button>Kirim Komentar</button></form>'
        rules = "<p>Komentar sepenuhnya menjadi tanggung jawab komentator seperti diatur dalam UU ITE.</p>"
        return f'<div id="komentar" class="{self.dress.comments}"><h3>Komentar</h3>{rules}<ul>{"".join(rows)}</ul>{form}</div>'

    def following(self) -> str:
        """The story that comes next, begun."""
        title, words = self.words.title(), self.words
        moment = words.moment()
        return (
            f'<div class="{self.dress.following}"><span class="label">Berita Selanjutnya</span><h2><a href="{self.link(title)}">{title}</a></h2>'
            f'<span class="{self.dress.date}">{printed_day(moment)} | {moment:%H:%M} WIB</span><p>{words.paragraph()}</p><p>{words.paragraph()}</p>'
            '<a class="more" href="#">Baca Selengkapnya</a></div>'
        )

    def below(self) -> str:
        """What follows the article in its column: in another order on each page."""
        makers: list[Callable[[], str]] = [
            lambda: self.cards("Berita Terkait", 4, signed=True),
            lambda: self.cards("Rekomendasi untuk Anda", 6, teased=True),
            self.comments,
            self.following,
            self.sponsored,
            self.poll,
            lambda: self.cards("Terkini", 7, signed=self.random.random() < 0.5),
        ]
        self.random.shuffle(makers)
        return "\n".join([self.ad("below"), *(make() for make in makers[: self.random.randrange(5, 8)])])

    def aside(self) -> str:
        """The column beside the article."""
        parts = [
            self.popular(),
            self.ad("right"),
            self.cards("Pilihan Redaksi", 5),
            self.cards("Video", 4, dated=False),
        ]
        parts.append(self.cards("Kolom", 3, signed=True, teased=True))
        letter = "<p>Kabar pilihan dikirim setiap pagi ke kotak surat Anda.</p><form><input type='email'><button>Langganan</button></form>"
        parts.append(self.box("Buletin", letter))
        self.random.shuffle(parts)
        return f'<aside class="sidebar">{chr(10).join(parts)}</aside>'

    def footer(self) -> str:
        """Links, the company, its address."""
        company = self.random.choice(_COMPANIES)
        links = "".join(
            f'<li><a href="{self.base}/{name.lower().replace(" ", "-")}">{name}</a></li>' for name in _ABOUT
        )
        others = "".join(
            f'<a href="https://{token(self.random, 7)}.example">{name.replace("-", " ")}.example</a> '
            for name in self.random.sample(_CHANNELS, 9)
        )
        return (
            f'<footer class="{self.dress.footer}"><ul>{links}</ul><div class="jaringan">Jaringan: {others}</div>'
            f"<address>{company}<br>Gedung Menara Kabar Lantai {self.random.randrange(2, 30)}, Jalan Kenanga Raya Nomor {self.random.randrange(1, 90)}"
            f"<br>Telepon (021) {self.random.randrange(10**6, 10**7)}</address><p>Copyright &copy; {self.words.day.year} {escape(self.brand)}. All Rights Reserved</p>"
            f"<p>Hak cipta dilindungi undang-undang. Dilarang mengutip tanpa izin {company}.</p></footer>"
        )

    def popups(self) -> str:
        """What lies over the page until it is sent away."""
        name = escape(self.brand)
        return (
            f'<div class="{self.dress.popup}" role="dialog"><h3>Nyalakan Pemberitahuan</h3><p>Jadilah yang pertama tahu kabar terbaru dari {name}. '
            "Anda dapat berhenti kapan saja lewat pengaturan peramban.</p><button>Nanti Saja</button><button>Izinkan</button></div>\n"
            '<div class="cookie-consent"><p>Kami memakai kuki untuk membuat kunjungan Anda lebih nyaman. Dengan melanjutkan, '
            'Anda menyetujui kebijakan privasi kami.</p><button>Setuju</button></div>\n<a class="back-to-top" href="#">Kembali ke Atas</a>'
        )


_SPONSORED = (
    ("Kursi Pijat Ini Membuat Tetangga Ikut Mampir", "Pijat Nyaman"),
    ("Cara Baru Menabung Emas dari Rumah", "Emas Kita"),
    ("Rumah Tipe Kecil dengan Halaman Luas", "Griya Asri"),
    ("Kacamata Ringan untuk Membaca Malam", "Lensa Dua"),
    ("Kopi Bubuk yang Dikirim Sehari Sampai", "Kopi Lereng"),
    ("Asuransi Perjalanan Mulai Harga Semangkuk Soto", "Lindung Jalan"),
    ("Belajar Bahasa Lewat Dongeng Sebelum Tidur", "Dongeng Pagi"),
)
