"""Invented records, as a run writes them."""

import json

from newsbot.corpus.reading import Record
from newsbot.items import Article, Block, Extraction, Metadata, Origin, Publisher

ONE = "Petani garam di Teluk Biru memanen tiga ton garam dalam sepekan terakhir."
TWO = "Harga di tingkat petani naik menjadi seribu lima ratus rupiah untuk setiap kilogram."
THREE = "Dinas perikanan berjanji menambah dua gudang penyimpanan sebelum musim hujan."


def article(number="1", path="pages/a.html", *, portal="contoh", texts=(ONE, TWO), layout="2023", **fields):
    """A record as a dictionary; fields of `metadata` go by their names with a leading underscore."""
    made = Article(
        number, portal, Publisher("Contoh", "contoh.id"), f"https://contoh.id/{number}", None, "article"
    )
    made.metadata = Metadata(origin=Origin(path=path), extraction=Extraction("1", None, layout))
    made.blocks = [Block("paragraph", text) for text in texts]
    made.article_body = "\n\n".join(texts)
    for name, value in fields.items():
        place, key = (made.metadata, name[1:]) if name.startswith("_") else (made, name)
        setattr(place, key, value)
    return made.to_dict()


def lines(*records):
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def read(*records, file="a.jsonl"):
    """The same as if they had been read from a pipe."""
    return [Record(fields, file, at, None, 100) for at, fields in enumerate(records, 1)]
