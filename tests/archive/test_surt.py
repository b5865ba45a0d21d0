"""Keys of addresses in an index, as the Internet Archive's transform gives them."""

import pytest

from newsbot.archive.surt import key_of

LONG = "0123456789abcdef0123456789ABCDEF"
KEYS = {
    "http://kabar.example": "example,kabar)/",
    "https://www.kabar.example:443/Daerah/Panen/?b=2&a=1#atas": "example,kabar)/daerah/panen?a=1&b=2",
    "https://user:pw@kabar.example:8080/a": "example,kabar:8080)/a",
    "http://www2.kabar.example/a//b/../c/./d/": "example,kabar)/a/c/d",
    "http://kabar.example/?": "example,kabar)/",
    "http://kabar.example/a?x=1&&y=2&": "example,kabar)/a?&&x=1&y=2",
    "http://192.0.2.7/a": "7,2,0,192)/a",
    "https://kabar.example/a%20b?q=%2525&r=a+b": "example,kabar)/a%20b?q=%25&r=a+b",
    "https://kabar.example/%7Euser/%41": "example,kabar)/~user/a",
    f"https://kabar.example/b?PHPSESSID={LONG}&id=4": "example,kabar)/b?id=4",
    f"https://kabar.example/b?id=4&sid={LONG}": "example,kabar)/b?&id=4",
    "https://kabar.example/b?cfid=1&cftoken=2&id=5": "example,kabar)/b?id=5",
    "https://kabar.example/(4hqa0555fwsecu455xqckv45)/baca.aspx": "example,kabar)/baca.aspx",
    "https://bücher.example/é?é=1": "example,xn--bcher-kva)/%c3%a9?%c3%a9=1",
    "http://kabar.example/A b": "example,kabar)/a%20b",
    "dns:kabar.example": "dns:kabar.example",
    "urn:x:y": "urn:x:y",
}


@pytest.mark.parametrize("url", KEYS)
def test_key(url):
    assert key_of(url) == KEYS[url]


@pytest.mark.parametrize("url", KEYS)
def test_key_is_that_of_the_reference(url):
    surt = pytest.importorskip("surt", reason="the reference, surt, is not installed")
    assert key_of(url) == surt.surt(url)


@pytest.mark.parametrize(
    "url", ["http://a b/c d", "http://[::1/a b", "http://a:99999999/ x", "\ud800 x", "http://x.id/\ud800", ""]
)
def test_key_is_one_word_of_ascii_whatever_comes(url):
    key = key_of(url)
    assert key.isascii()
    assert not any(sign.isspace() for sign in key)
