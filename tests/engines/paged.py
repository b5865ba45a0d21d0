"""A stream of invented pages, for runs that are about more than what a page says; and how one dies."""

from newsbot.items import Article, Block, Outcome, Publisher, Reject
from newsbot.normalizers.derive import derive


def fake(snapshot, *, options):
    """Body `id page last` makes that page of that article; `id` alone a single one; nothing a reject."""
    words = snapshot.body.decode().split()
    if not words:
        return Outcome(reject=Reject(snapshot.origin.path, None, "empty", "nothing"))
    count, last = (int(words[1]), int(words[2])) if len(words) == 3 else (1, 1)
    url = f"https://contoh.id/{words[0]}"
    article = Article(
        words[0], "contoh", Publisher("Contoh", "contoh.id"), f"{url}?page={count}", url, "article"
    )
    article.next_page_url = f"{url}?page={count + 1}" if count < last else None
    article.blocks = [Block("paragraph", f"Isi {words[0]} halaman {count} dengan beberapa kata.")]
    article.metadata.origin = snapshot.origin
    derive(article)
    return Outcome(article=article)


class Killed(BaseException):
    """Stands for `kill -9`: nobody catches it."""
