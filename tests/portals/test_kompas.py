"""What the declaration of kompas keeps of a page."""

from pathlib import Path

from newsbot import extract

PAGE = Path(__file__).parents[2] / "fixtures" / "kompas" / "2025-tim-redaksi" / "page.html"
URL = "https://megapolitan.kompas.com/read/2025/09/04/22145191/pasar-ikan-higienis-muara-angke-buka-malam"
EMBED = "https://www.youtube.com/embed/6zPUnLrLXTc"


def test_video_between_the_paragraphs_is_the_articles_own():
    page = PAGE.read_text("utf-8")
    box = f'<div id="a05c" class="video"><iframe src="{EMBED}" width="100%"></iframe></div>'
    above, content, body = page.partition('class="read__content">')
    article = extract(f"{above}{content}{body.replace('</p>', f'</p>{box}', 1)}", url=URL)
    assert [video.url for video in article.videos] == [EMBED]
