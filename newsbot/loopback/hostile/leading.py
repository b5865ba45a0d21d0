"""Answers in an article's place that lead elsewhere, by a redirect or a page that refreshes itself."""

from __future__ import annotations

from newsbot.loopback.hostile._parts import Answers, moved, story
from newsbot.loopback.reply import Reply


def _refreshing(to: str, seconds: int = 0) -> Reply:
    """A page that is nothing but a sign to another."""
    sign = f'<meta http-equiv="refresh" content="{seconds}; url={to}">'
    return Reply(200, f"<!DOCTYPE html><html><head>{sign}<title>Pindah</title></head><body></body></html>")


LEADING: Answers = {
    "berputar": (
        "redirects to itself without end",
        lambda base, asked: moved(f"{base}/bermusuhan/berputar?lagi={asked}"),
    ),
    "ke-dalam": (
        "redirect to a cloud's metadata address",
        moved("http://169.254.169.254/latest/meta-data/"),
    ),
    "ke-dalam-desimal": ("redirect to 10.0.0.1 written as a number", moved("http://167772161/")),
    "ke-dalam-ipv6": ("redirect to 10.0.0.1 inside an IPv6 address", moved("http://[::ffff:10.0.0.1]/")),
    "ke-nol": ("redirect to 0.0.0.0", moved("http://0.0.0.0:22/")),
    "ke-depan": ("redirect to the front page", moved("/")),
    "ke-artikel": ("redirect to another article", lambda base, _: moved(f"{base}/bermusuhan/429-lalu-baik")),
    "ke-berkas": ("redirect to file:///etc/passwd", moved("file:///etc/passwd")),
    "ke-data": ("redirect to data:", moved("data:text/html,<h1>Kabar</h1>")),
    "ke-skrip": ("redirect to javascript:", moved("javascript:alert(1)")),
    "ke-mana": ("302 without a Location", Reply(302, "")),
    "ke-kosong": ("302 with an empty Location", moved("")),
    "300": ("300, with a choice of pages", Reply(300, '<ul><li><a href="/a">satu</a></li></ul>')),
    "ke-crlf": (
        "redirect to an address with a line break and a header in it",
        lambda base, _: moved(f"{base}/bermusuhan/ke-crlf-2%0d%0aX-Jahat:%20ya"),
    ),
    "ke-panjang": (
        "redirect to an address of 10,000 characters",
        lambda base, _: moved(f"{base}/{'a' * 10_000}"),
    ),
    "ke-panjang-sekali": (
        "redirect to an address of 100,000 characters",
        lambda base, _: moved(f"{base}/{'a' * 100_000}"),
    ),
    "ke-port-mati": ("redirect to a port that nobody listens on", moved("http://127.0.0.1:1/kabar")),
    "ke-port-aneh": ("redirect to a port that is none", moved("http://127.0.0.1:99999/kabar")),
    "ke-nama-pengguna": (
        "redirect to another host that hides behind a user's name",
        lambda base, _: moved(f"http://{base.partition('://')[2]}@169.254.169.254/"),
    ),
    "ke-tanpa-skema": ("redirect to a private address without a scheme", moved("//169.254.169.254/latest/")),
    "ke-idn": (
        "redirect to a private address in digits of another script",
        moved("http://%E2%91%A0%E2%91%A6%E2%91%A1.16.0.1/"),
    ),
    "ke-titik": (
        "redirect to a private address in full-width digits",
        moved("http://\uff11\uff10.0.0.1/".encode().decode("latin-1")),
    ),
    "ke-tls": (
        "redirect to https of a port that speaks http",
        lambda base, _: moved(f"https{base.removeprefix('http')}/bermusuhan/ke-tls"),
    ),
    "segar-ke-dalam": ("meta refresh to a private address", _refreshing("http://10.0.0.1/")),
    "segar-ke-berkas": ("meta refresh to file:///etc/passwd", _refreshing("file:///etc/passwd")),
    "segar-ke-tetangga": ("meta refresh to another host", _refreshing("https://lain.example/kabar")),
    "segar-berputar": (
        "meta refresh to itself without end",
        lambda base, asked: _refreshing(f"{base}/bermusuhan/segar-berputar?lagi={asked}"),
    ),
    "segar-kepala": (
        "a page with a Refresh header to a private address",
        Reply(200, story("muara"), headers={"Refresh": "0; url=http://10.0.0.1/"}),
    ),
}
