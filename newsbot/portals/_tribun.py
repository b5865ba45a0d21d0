"""Tribun Network: the titles of its regional hosts, with which their datelines sign, and the hosts east of western time."""

TITLES = {
    "aceh": "SerambiNews.com", "prohaba": "Prohaba.co", "medan": "Tribun-Medan.com", "pekanbaru": "TribunPekanbaru.com", "batam": "TribunBatam.id",
    "padang": "TribunPadang.com", "jambi": "TribunJambi.com", "palembang": "Sripoku.com", "sumsel": "TribunSumsel.com", "lampung": "TribunLampung.co.id",
    "bangka": "BangkaPos.com", "belitung": "PosBelitung.co", "babel": "BabelNews.id", "bengkulu": "TribunBengkulu.com", "banten": "TribunBanten.com",
    "jakarta": "TribunJakarta.com", "wartakota": "WartaKotaLive.com", "bekasi": "TribunBekasi.com", "tangerang": "TribunTangerang.com", "depok": "TribunnewsDepok.com",
    "bogor": "TribunnewsBogor.com", "jabar": "TribunJabar.id", "cirebon": "TribunCirebon.com", "priangan": "TribunPriangan.com", "jateng": "TribunJateng.com",
    "banyumas": "TribunBanyumas.com", "pantura": "TribunPantura.com", "muria": "TribunMuria.com", "solo": "TribunSolo.com", "jogja": "TribunJogja.com",
    "surabaya": "Surya.co.id", "jatim": "TribunJatim.com", "suryamalang": "SuryaMalang.com", "mataraman": "TribunMataraman.com", "madura": "TribunMadura.com",
    "bali": "Tribun-Bali.com", "lombok": "TribunLombok.com", "kupang": "Pos-Kupang.com", "flores": "TribunFlores.com", "pontianak": "TribunPontianak.co.id",
    "kalteng": "TribunKalteng.com", "banjarmasin": "BanjarmasinPost.co.id", "kaltim": "TribunKaltim.co", "kaltara": "TribunKaltara.com", "manado": "TribunManado.co.id",
    "gorontalo": "TribunGorontalo.com", "palu": "TribunPalu.com", "makassar": "Tribun-Timur.com", "toraja": "TribunToraja.com", "sultra": "TribunnewsSultra.com",
    "sulbar": "Tribun-Sulbar.com", "ambon": "TribunAmbon.com", "ternate": "TribunTernate.com", "papua": "Tribun-Papua.com", "papuabarat": "TribunPapuaBarat.com",
    "sorong": "TribunSorong.com", "style": "TribunStyle.com", "wow": "TribunWow.com", "video": "Tribunnews.com", "mataram": "TribunLombok.com",
    "newsmaker": "TribunNewsmaker.com", "travel": "TribunTravel.com", "trends": "TribunTrends.com", "health": "TribunHealth.com",
}
_WITA = ["bali", "lombok", "mataram", "kupang", "flores", "banjarmasin", "kaltim", "kaltara", "manado", "gorontalo", "palu", "makassar", "toraja", "sultra", "sulbar"]
_WIT = ["ambon", "ternate", "papua", "papuabarat", "sorong"]
ZONES = {f"{host}.tribunnews.com": "Asia/Makassar" for host in _WITA} | {f"{host}.tribunnews.com": "Asia/Jayapura" for host in _WIT}
NAMES = {f"{host}.tribunnews.com": name for host, name in TITLES.items()}
