"""Invented Indonesian for full-size pages: persons, places, headlines, sentences, comments. Nobody's words."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
_GIVEN = (
    "Arini Bagus Candra Damar Elok Fitria Gilang Hanum Ismail Jumilah Kartono Lastri Mahesa Nurlela Oktavia Pandu "
    "Qonita Rusmini Sarwo Tirta Umar Vina Wahyu Yanti Zainal Ambar Beni Cahyani Darsono Endra Farida Guntur Herlina "
    "Iskandar Juwita Kusno Laila Marwoto Nining Oman Puspita Rahmat Sulastri Tomi Usman Wiwik Yoga Zahra"
).split()
_FAMILY = (
    "Adiwinata Bangunsari Cokroaminto Danubrata Erlambang Ferdinandus Gandasaputra Harjosuwito Indrayana Jatikusumo "
    "Kertanegara Lembayung Mangunharjo Natadisastra Ondihon Padmasari Reksodipuro Suryanegara Tambaksari Ulinnuha "
    "Wangsadireja Yudomenggolo Zulkarnaen Ambarita Bramasta Citrowati Daryanto Embunsari Firmanto Gumilang"
).split()
_PLACES = (
    "Kampung Tegalrejo Kulon",
    "Desa Sumberasri",
    "Dusun Karangnongko",
    "Kelurahan Margasari",
    "Pasar Legi Wetan",
    "Kecamatan Rancabuaya",
    "Nagari Aie Tabik",
    "Pulau Lengkuas Kecil",
    "Bantaran Kali Cilengkrang",
    "Gampong Lamreung Baro",
    "Banjar Tegal Wangi",
    "Distrik Sungai Kambang",
    "Teluk Awur Lor",
    "Lereng Bukit Menjangan",
    "Terminal Ciparay Lama",
    "Perumahan Griya Kenanga",
)
_OFFICES = (
    "dinas pertanian setempat",
    "kantor kelurahan",
    "koperasi simpan pinjam warga",
    "balai penyuluhan kecamatan",
    "badan usaha milik desa",
    "puskesmas pembantu",
    "perpustakaan keliling",
    "paguyuban pedagang",
    "sekolah menengah kejuruan terdekat",
    "pos pemadam kebakaran",
    "karang taruna",
    "kelompok sadar wisata",
)
_THINGS = (
    "pompa air",
    "gerobak pengangkut",
    "bibit kelor",
    "lampu surya",
    "tandon hujan",
    "mesin pencacah",
    "jaring peneduh",
    "sepeda kargo",
    "papan baca",
    "bak pemilah sampah",
    "alat pengukur hujan",
    "tungku hemat kayu",
)
_WORKS = (
    "memperbaiki tanggul kecil",
    "menata ulang lapak",
    "membersihkan gorong-gorong",
    "mengeringkan gabah",
    "merawat kebun bersama",
    "mencatat tinggi muka air",
    "mengantar buku ke rumah",
    "menyulam bendera kampung",
    "memilah botol bekas",
    "melatih pemandu muda",
)
_FACTS = (
    "Pekerjaan itu dimulai {ago} lalu dengan modal Rp {money} yang dikumpulkan dari {households} kepala keluarga.",
    "Setiap {day} pagi sedikitnya {few} orang datang untuk {work} sebelum berangkat bekerja.",
    "Catatan {office} menunjukkan jumlahnya naik dari {few} menjadi {many} dalam setahun.",
    "Di {place}, cara serupa pernah dicoba, tetapi berhenti karena {thing} yang dipakai cepat rusak.",
    "Menurut {person}, pengurus {office}, separuh dari biayanya habis untuk membeli {thing}.",
    "Sebanyak {many} warga sudah mendaftar, sebagian besar ibu rumah tangga dan pelajar.",
    "Jarak dari {place} ke lokasi sekitar {few} kilometer dan dapat ditempuh dengan sepeda.",
    "Panitia menyediakan {few} {thing} yang boleh dipinjam tanpa jaminan selama tiga hari.",
    "Hasil pengukuran pada {date} memperlihatkan perubahan yang kecil, tetapi ajek.",
    "Semula hanya {few} orang yang percaya, sisanya memilih menunggu hasil panen pertama.",
    "{person} ({age}) sudah {years} tahun mengurus hal yang sama tanpa pernah diminta siapa pun.",
    "Pemerintah desa menganggarkan Rp {money} untuk tahap berikutnya, yang dijadwalkan selesai akhir tahun.",
    "Mesin itu dirakit dari suku cadang bekas oleh siswa {office} selama {few} pekan.",
    "Jika hujan turun lebih dari {few} jam, kegiatan dipindahkan ke pendapa {place}.",
    "Dari {many} contoh yang diperiksa, {few} di antaranya harus diulang karena labelnya luntur.",
    "Tarifnya tetap: Rp {price} untuk warga dan dua kali lipat bagi pengunjung dari luar.",
    "Rapat terakhir pada {day_date} dihadiri {few} ketua rukun tetangga.",
    "Kegiatan {work} dipilih karena tidak menuntut biaya dan dapat dikerjakan anak-anak.",
    "Gudang berukuran {few} kali {few} meter itu dahulu kandang kerbau milik keluarga {person}.",
    "Listriknya berasal dari {thing} yang dipasang di atap dua bulan sebelumnya.",
    "Tidak semua berjalan mulus: pada pekan kedua {thing} hilang dan baru ditemukan di {place}.",
    "Sisa dananya disimpan di {office} dan laporannya ditempel di papan pengumuman.",
)
_QUOTES = (
    '"Kami tidak mengejar untung, yang penting {thing} ini terpakai setiap hari," kata {person}, {day_date}.',
    '"Awalnya saya malu, sekarang justru tetangga yang bertanya," ujar {person}.',
    '"Kalau menunggu bantuan, {work} tidak akan pernah selesai," tutur {person} saat ditemui di {place}.',
    '"Angkanya memang kecil, tetapi kecil yang dikerjakan {many} orang menjadi besar," ucap {person}.',
    '"Anak saya yang mengajari cara memakainya," kata {person} sambil tertawa.',
    '"Silakan ditiru, tidak ada yang dirahasiakan," ujar {person}, pengurus {office}.',
    '"Yang paling sulit bukan uangnya, melainkan mengajak orang bangun pagi," kata {person}.',
    '"Kami akan menghitung ulang setelah musim hujan," jelas {person}, {day_date}.',
    '"Dulu jalan ini gelap, ibu-ibu pulang mengaji membawa obor," kenang {person} ({age}).',
    '"Tolong jangan ditulis sebagai pahlawan, saya hanya punya waktu luang," pinta {person}.',
    '"Mesinnya berisik, tetapi tidurnya lebih nyenyak karena tidak takut banjir," kata {person}.',
    '"Satu keluarga cukup menyumbang Rp {price} sebulan," terang {person}.',
)
_BACKGROUND = (
    "Gagasan itu lahir dari obrolan di warung kopi ketika {place} dua kali kehabisan air bersih.",
    "Wilayah tersebut berada di antara dua sungai kecil yang meluap hampir setiap {month}.",
    "Beberapa kampung tetangga mengirim utusan untuk belajar {work}.",
    "Peneliti muda yang tinggal di {place} membantu menyusun buku saku setebal {few} halaman.",
    "Warga lanjut usia mendapat tugas ringan, antara lain menjaga daftar hadir di {place}.",
    "Pengalaman serupa tercatat pada {month} tahun sebelumnya dengan hasil yang berbeda.",
    "Setelah itu giliran {office} yang menyediakan tempat dan air minum.",
    "Aturannya sederhana dan ditulis tangan oleh {person} pada selembar papan tripleks.",
    "Keputusan diambil lewat musyawarah {few} orang yang berlangsung sampai larut malam.",
    "Sejak saat itu tidak ada lagi keluhan yang masuk ke {office}.",
    "Perjalanan ke sana memakan waktu {few} menit melewati kebun karet, jembatan gantung, dan tanjakan berbatu.",
    "Sebagian alat dipinjam dari {place}, sebagian lagi dibuat sendiri.",
)
_SHORT = (
    "Begitulah mereka memulainya.",
    "Hasilnya di luar dugaan.",
    "Namun, cerita tidak berhenti di situ.",
    "Tidak ada yang dibayar.",
    "Hujan pun turun.",
    "Mengapa baru sekarang?",
)
_HEADINGS = (
    "Berawal dari Warung Kopi",
    "Biaya yang Ditanggung Bersama",
    "Belajar dari Kegagalan Pertama",
    "Rencana Tahun Depan",
    "Suara dari Kampung Tetangga",
    "Aturan yang Ditulis Tangan",
    "Siapa yang Menjaga Alatnya",
    "Angka di Papan Pengumuman",
)
_DOERS = (
    "Perajin Anyaman",
    "Warga Bantaran Kali",
    "Guru Honorer",
    "Pedagang Jamu",
    "Penjaga Mercusuar",
    "Petani Garam",
    "Sopir Angkot",
    "Siswa Kejuruan",
    "Penyelam Muda",
    "Ibu-ibu Dasawisma",
    "Peternak Lebah",
    "Montir Keliling",
    "Nelayan Kepiting",
    "Pemulung Senior",
    "Kader Posyandu",
    "Pustakawan Desa",
)
_DEEDS = (
    "Bangun Dermaga dari Drum Bekas",
    "Ubah Lahan Kosong Jadi Taman Obat",
    "Kenalkan Tenun Lewat Gim Papan",
    "Pasang Alarm Banjir Buatan Sendiri",
    "Hidupkan Lagi Radio Kampung",
    "Panen Madu di Atap Terminal",
    "Rakit Kursi Roda dari Sepeda Tua",
    "Gelar Bioskop di Balai Desa",
    "Kirim Buku dengan Kuda Beban",
    "Tukar Sampah dengan Sarapan",
    "Petakan Mata Air yang Hilang",
    "Sulap Kontainer Jadi Ruang Kelas",
    "Olah Kulit Durian Jadi Briket",
    "Jaga Telur Penyu Bergantian",
    "Ajarkan Bahasa Isyarat di Pasar",
    "Buka Kursus Membatik Tengah Malam",
)
_AFTER = (
    "",
    "",
    "",
    ", Begini Caranya",
    ", Ini Alasannya",
    " sejak Awal Pekan",
    " Tanpa Dana Hibah",
    ", Sepekan Sekali",
    " di Tepi Waduk",
    " Setelah Banjir Surut",
)
_COMMENTS = (
    "Semoga kampung saya bisa meniru, salut untuk bapak-bapak ibu-ibu di sana.",
    "Alamat lengkapnya di mana ya min? Mau berkunjung akhir pekan.",
    "Sudah lima tahun lewat situ baru tahu ada beginian.",
    "Kalau ada donasi tolong dibuka rekeningnya, saya ikut.",
    "Fotonya kurang banyak, padahal tempatnya bagus.",
    "Pemerintah daerah jangan cuma datang saat peresmian saja.",
    "Tetangga saya kerja di sana, memang benar begitu ceritanya.",
    "Mantap, lanjutkan! Jangan lupa rawat alatnya.",
    "Harganya kok beda dengan yang saya dengar kemarin?",
    "Anak saya jadi ingin bikin tugas sekolah tentang ini.",
)
SUBJECTS = (
    "kampung mandiri",
    "banjir",
    "gotong royong",
    "kebun warga",
    "energi surya",
    "pasar rakyat",
    "kuliner desa",
    "sampah plastik",
    "perpustakaan",
    "nelayan kecil",
    "panen raya",
    "transportasi air",
    "kerajinan tangan",
    "pendidikan",
    "cuaca ekstrem",
    "wisata bahari",
)


class Words:
    """Draws from the pool; the same seed always gives the same words, and no sentence of a page comes twice."""

    def __init__(self, seed: str, day: date) -> None:
        self.random = Random(f"words {seed}")
        self.day = day
        self._used: set[str] = set()

    def one(self, pool: tuple[str, ...] | list[str]) -> str:
        """One of a pool, new to this page as long as there are new ones."""
        fresh = [item for item in pool if item not in self._used or not item]
        chosen = self.random.choice(fresh or list(pool))
        self._used.add(chosen)
        return chosen

    def person(self) -> str:
        """A given and a family name."""
        return f"{self.random.choice(_GIVEN)} {self.random.choice(_FAMILY)}"

    def title(self) -> str:
        """A headline of another story."""
        return f"{self.one(_DOERS)} {self.one(_DEEDS)}{self.random.choice(_AFTER)}"

    def moment(self, back: int = 9) -> datetime:
        """A moment in the days before."""
        minutes = self.random.randrange(30, back * 1440)
        return datetime(self.day.year, self.day.month, self.day.day, 23, 0) - timedelta(minutes=minutes)  # noqa: DTZ001

    def filled(self, template: str) -> str:
        """A template with its blanks filled."""
        random = self.random
        near = self.day - timedelta(days=random.randrange(0, 4))
        far = self.day - timedelta(days=random.randrange(20, 300))
        return template.format(
            ago=f"{random.randrange(2, 11)} bulan",
            age=random.randrange(21, 79),
            years=random.randrange(3, 31),
            few=random.randrange(3, 29),
            many=random.randrange(40, 980),
            households=random.randrange(30, 400),
            money=f"{random.randrange(2, 90)}.{random.randrange(1, 9)}00.000",
            price=f"{random.randrange(2, 50)}.000",
            day=random.choice(DAYS),
            month=random.choice(MONTHS),
            date=f"{far.day} {MONTHS[far.month - 1]} {far.year}",
            day_date=f"{DAYS[near.weekday()]} ({near.day}/{near.month}/{near.year})",
            person=self.person(),
            place=random.choice(_PLACES),
            office=random.choice(_OFFICES),
            thing=random.choice(_THINGS),
            work=random.choice(_WORKS),
        )

    def sentence(self) -> str:
        """A sentence of a story."""
        return self.filled(self.one(self.random.choice((_FACTS, _FACTS, _BACKGROUND))))

    def paragraph(self) -> str:
        """One to three sentences; now and then a quotation or a very short one."""
        turn = self.random.random()
        if turn < 0.3:
            return self.filled(self.one(_QUOTES))
        if turn < 0.36:
            return self.one(_SHORT)
        return " ".join(self.sentence() for _ in range(self.random.choice((1, 1, 2, 3))))

    def heading(self) -> str:
        """A heading between paragraphs."""
        return self.one(_HEADINGS)

    def comment(self) -> str:
        """What a reader says."""
        return self.one(_COMMENTS)

    def subjects(self, count: int) -> list[str]:
        """Tags of other stories."""
        return self.random.sample(SUBJECTS, count)


def printed_day(moment: datetime | date, *, short: bool = False) -> str:
    """A day as portals print it: `Rabu, 14 Januari 2026`, or with three letters of the month."""
    month = MONTHS[moment.month - 1]
    return f"{DAYS[moment.weekday()]}, {moment.day} {month[:3] if short else month} {moment.year}"
