"""Reserved rights are read from headers and meta tags, and nothing else is taken for them."""

import pytest

import newsbot
from newsbot.pages.opt_out import opt_outs


@pytest.mark.parametrize(
    ("headers", "metas", "signs"),
    [
        ({"x-robots-tag": "NoIndex, noai"}, {}, ["header x-robots-tag: noindex", "header x-robots-tag: noai"]),
        ({"x-robots-tag": "googlebot: noindex, noarchive"}, {}, []),
        ({"x-robots-tag": "newsbot: noindex"}, {}, ["header x-robots-tag: noindex"]),
        ({"x-robots-tag": "max-snippet: 20, unavailable_after: 25 Jun 2030 15:00:00 GMT"}, {}, []),
        ({}, {"robots": ["index, follow, max-image-preview:large"]}, []),
        ({}, {"robots": ["index, noimageai"]}, ["meta robots: noimageai"]),
        ({}, {"newsbot": ["none"]}, ["meta newsbot: none"]),
        ({}, {"googlebot": ["noindex"]}, []),
        ({"tdm-reservation": "1", "tdm-policy": "https://contoh.example/tdm.json"}, {},
         ["header tdm-reservation: 1", "header tdm-policy: https://contoh.example/tdm.json"]),
        ({"tdm-reservation": "0"}, {"tdm-reservation": ["0"], "tdm-policy": ["x"]}, []),
        ({}, {"tdm-reservation": ["1"]}, ["meta tdm-reservation: 1"]),
        ({"x-robots-tag": "noai, noai"}, {}, ["header x-robots-tag: noai"]),
    ],
)  # fmt: skip
def test_signals(headers, metas, signs):
    assert opt_outs(headers, metas) == signs


def test_the_record_says_it():
    page = "<html><head><meta name='Robots' content='noai'></head><body><h1>Kabar Pasar</h1></body></html>"
    article = newsbot.extract(page, url="https://contoh.example/a", headers={"TDM-Reservation": "1"})
    told = [problem for problem in article.metadata.problems if problem.code == "opt_out"]
    assert [problem.detail for problem in told] == ["meta robots: noai", "header tdm-reservation: 1"]
    assert {problem.severity for problem in told} == {"info"}
