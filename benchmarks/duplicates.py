"""How well duplicates are found, what signatures cost, and how time and memory grow.

    python -m benchmarks.duplicates variants RECORDS.jsonl [--length 2 3 4 5] [--threshold .5 .6]
    python -m benchmarks.duplicates signatures RECORDS.jsonl
    python -m benchmarks.duplicates growth [--records 10000 100000 1000000]

`variants` makes of each text that is long enough one variant of each kind, and beside them pages that are no copies: of
two stories with the same closing paragraphs, and of invented forms (weather, prices, prayer times) with other
values. A variant is found where it is in the cluster of its text, and no twin. A member is right where its head comes
from the same text. `signatures` compares rensa with datasketch (which is to be installed beside). `growth` makes
records whose words are as frequent as in a language (Zipf), every tenth of them a variant of an earlier one. All is
decided by a seed.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from newsbot.corpus.reading import Records
from newsbot.normalizers.derive import content_digest

Paragraphs = list[str]
SEED = 7
LEAST_WORDS = 120
SYNONYMS = {
    "mengatakan": "menyebut", "menurut": "kata", "tersebut": "itu", "untuk": "guna", "karena": "sebab",
    "sekitar": "kurang lebih", "masyarakat": "warga", "dapat": "bisa", "namun": "tetapi", "saat": "ketika",
    "serta": "dan", "juga": "pula", "agar": "supaya", "hanya": "cuma", "ungkap": "ujar", "telah": "sudah",
    "seperti": "misalnya", "adalah": "ialah", "dengan": "bersama", "akan": "bakal", "lalu": "silam",
}  # fmt: skip
FORMS = (
    """Badan cuaca memperkirakan wilayah {place} cerah berawan pada pagi hari dan hujan ringan pada sore hari. Suhu
    udara berkisar {a} sampai {b} derajat dengan kelembapan {c} sampai {d} persen. Angin bertiup dari arah {wind} dengan
    kecepatan {e} kilometer per jam. Warga diimbau membawa payung dan selalu memantau peringatan dini yang terbit setiap
    tiga jam melalui pengeras suara di balai desa atau papan pengumuman.""",
    """Harga emas batangan hari ini, {day}, tercatat Rp {a}.{b}00 per gram di {place}. Harga beli kembali berada di
    angka Rp {c}.{d}00 per gram. Berikut daftar lengkap harga emas menurut ukuran: setengah gram Rp {e}.{a}50, dua gram
    Rp {f}.{b}00, lima gram Rp {g}.{c}00, sepuluh gram Rp {h}.{d}00. Potongan pajak sesuai ketentuan berlaku bagi setiap
    pembeli, dan bukti potong diserahkan bersama kuitansi.""",
    """Jadwal salat untuk wilayah {place} dan sekitarnya pada {day}. Imsak pukul 04.{a}, subuh pukul 04.{b}, zuhur
    pukul 11.{c}, asar pukul 15.{d}, magrib pukul 17.{e}, isya pukul 19.{f}. Umat diimbau menyesuaikan waktu dengan
    daerah masing-masing karena perbedaan letak dapat menggeser waktu salat beberapa menit. Jadwal lengkap satu bulan
    dapat diambil di kantor urusan agama terdekat pada jam kerja.""",
)
PLACES = (
    "Teluk Biru",
    "Karangwuni",
    "Lintang Utara",
    "Sungai Daun",
    "Bukit Merak",
    "Rawa Intan",
    "Padang Salak",
)
WINDS = ("utara", "timur", "selatan", "barat", "tenggara", "barat daya")


# ---- variants -------------------------------------------------------------------------------------------------


def cut(text: Paragraphs, dice: random.Random, _: Paragraphs) -> Paragraphs:
    """The first half to four fifths of it."""
    return text[: max(2, round(len(text) * dice.uniform(0.5, 0.8)))]


def middle(text: Paragraphs, dice: random.Random, _: Paragraphs) -> Paragraphs:
    """A fifth to two fifths of the paragraphs are left out here and there."""
    gone = set(dice.sample(range(len(text)), round(len(text) * dice.uniform(0.2, 0.4))))
    return [paragraph for at, paragraph in enumerate(text) if at not in gone]


def insert(text: Paragraphs, dice: random.Random, other: Paragraphs) -> Paragraphs:
    """Up to three paragraphs of another story between its own."""
    made = list(text)
    for paragraph in dice.sample(other, min(3, len(other))):
        made.insert(dice.randrange(1, len(made) + 1), paragraph)
    return made


def dateline(text: Paragraphs, dice: random.Random, _: Paragraphs) -> Paragraphs:
    """Another outlet's dateline, credit and cut of paragraphs."""
    sentences = " ".join(text).split(". ")
    size = dice.choice([1, 2, 3])
    joined = [". ".join(sentences[at : at + size]) for at in range(0, len(sentences), size)]
    joined[0] = f"{dice.choice(PLACES).upper()}, LINTANG - {joined[0]}"
    return [*joined, "Artikel ini telah tayang di laman kami dengan judul lain."]


def update(text: Paragraphs, dice: random.Random, other: Paragraphs) -> Paragraphs:
    """A new lead, two new paragraphs at the end, every tenth figure another."""
    words = " \n ".join(text).split(" ")
    words = [str(dice.randrange(99)) if word.isdigit() and dice.random() < 0.1 else word for word in words]
    return [other[0], *" ".join(words).split(" \n "), *other[-2:]]


def edit(text: Paragraphs, dice: random.Random, other: Paragraphs) -> Paragraphs:
    """Another desk's text: synonyms, every twentieth word another, a tenth of the sentences gone, its own lead."""
    sentences = " ".join(text).split(". ")
    kept = [sentence for sentence in sentences if dice.random() > 0.1]
    spare = " ".join(other).split()
    made = []
    for sentence in kept:
        words = [SYNONYMS.get(word, word) for word in sentence.split()]
        made.append(" ".join(dice.choice(spare) if dice.random() < 0.05 else word for word in words))
    return [other[0], *(". ".join(made[at : at + 2]) for at in range(0, len(made), 2))]


VARIANTS: dict[str, Callable[[Paragraphs, random.Random, Paragraphs], Paragraphs]] = {
    "cut": cut,
    "middle": middle,
    "insert": insert,
    "dateline": dateline,
    "update": update,
    "edit": edit,
}


def made_of(records: list[dict[str, Any]], dice: random.Random) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Records with their kind and what text they come from."""
    texts = [record["article_body"].split("\n\n") for record in records]
    for at, record in enumerate(records):
        yield "real", record["id"], record
        for kind, change in VARIANTS.items():
            other = dice.choice(texts[:at] or texts[1:])
            yield kind, record["id"], like(record, f"{kind}:{at}", change(texts[at], dice, other))
    for at, record in enumerate(records):
        own, other = dice.choice(texts), dice.choice(texts)
        mixed = [*reversed([shuffled(paragraph, dice) for paragraph in own]), *other[-2:]]
        yield "closing", f"closing:{at}", like(record, f"closing:{at}", mixed)
        text = filled(FORMS[at % len(FORMS)], dice)
        yield "form", f"form:{at}", like(record, f"form:{at}", [text])


def shuffled(paragraph: str, dice: random.Random) -> str:
    words = paragraph.split()
    dice.shuffle(words)
    return " ".join(words)


def filled(form: str, dice: random.Random) -> str:
    numbers = {name: f"{dice.randrange(100):02}" for name in "abcdefgh"}
    day = f"{dice.randrange(1, 29)}/{dice.randrange(1, 13)}/{dice.randrange(2015, 2026)}"
    return " ".join(form.split()).format(
        place=dice.choice(PLACES), wind=dice.choice(WINDS), day=day, **numbers
    )


def like(record: dict[str, Any], name: str, text: Paragraphs) -> dict[str, Any]:
    made = copy.copy(record)
    body = "\n\n".join(text)
    outlet = name.partition(":")[0]
    made |= {
        "id": f"lain:{name}",
        "url": f"https://{outlet}.example/{name}",
        "canonical_url": None,
        "portal": "lain",
        "publisher": {"name": outlet, "domain": f"{outlet}.example"},
        "headline": f"Judul {name}",
        "article_body": body,
        "content_digest": content_digest(body),
        "date_published": "2025-12-01T08:00:00+07:00",
    }
    return made


def variants(asked: argparse.Namespace) -> None:
    dice = random.Random(SEED)
    real = [record.fields for record in Records(asked.source, on_trouble=print)]
    real = [record for record in real if (record["word_count"] or 0) >= LEAST_WORDS]
    made = list(made_of(real, dice))
    texts = one_text(real)
    made = [(kind, texts.get(text, text), record) for kind, text, record in made]
    print("| words | threshold | precision | recall |", " | ".join(VARIANTS), "| closing | form | compared |")
    for length in asked.length:
        for threshold in asked.threshold:
            marked, sums = run(made, length, threshold)
            print(f"| {length} | {threshold} |", judged(made, marked, asked.show), f"| {sums.compared} |")


def one_text(real: list[dict[str, Any]]) -> dict[str, str]:
    """Which texts of the source are copies already: they are named, to be read, and count as one text."""
    marked, _ = run([("real", record["id"], record) for record in real], 3, 0.5)
    found = {record["id"]: record["duplicate_of"] for record in marked if record["duplicate_of"]}
    for name, head in found.items():
        print(f"copies in the source: {name} of {head}")
    return found


def run(made: list[tuple[str, str, dict[str, Any]]], length: int, threshold: float) -> tuple[list[Any], Any]:
    from newsbot.corpus.duplicates import run as running
    from newsbot.corpus.duplicates.shingles import hashes_of

    running.hashes_of = lambda words: hashes_of(words, length)
    with tempfile.TemporaryDirectory() as room:
        source, out = Path(room, "a.jsonl"), Path(room, "b.jsonl")
        source.write_text("".join(json.dumps(record) + "\n" for _, _, record in made), encoding="utf-8")
        with running.Duplicates(Path(room), threshold) as one:
            one.read(Records(source, on_trouble=print))
            sums = one.settle()
            one.write(Records(source, on_trouble=print), out)
        return [record.fields for record in Records(out, on_trouble=print)], sums


def judged(made: list[tuple[str, str, dict[str, Any]]], marked: list[dict[str, Any]], show: int) -> str:
    origin = {record["id"]: text for _, text, record in made}
    cluster = {
        record["id"]: record["cluster_id"] for record in marked if record["relation"] != "boilerplate_twin"
    }
    right: Counter[bool] = Counter()
    found: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    for (kind, text, _), record in zip(made, marked, strict=True):
        member = record["duplicate_of"] if record["relation"] != "boilerplate_twin" else None
        if member:
            is_right = origin[member] == text
            right[is_right] += 1
            if not is_right and show:
                show -= 1
                print(f"wrong: {record['relation']} {record['id']} of {member}")
        if kind in VARIANTS:
            found[kind][bool(cluster.get(record["id"])) and cluster[record["id"]] == cluster[text]] += 1
        elif kind != "real":
            found[kind][member is None] += 1
    hits = sum(found[kind][True] for kind in VARIANTS) / sum(found[kind].total() for kind in VARIANTS)
    shares = [found[kind][True] / found[kind].total() for kind in (*VARIANTS, "closing", "form")]
    return f"{right[True] / right.total():.4f} | {hits:.4f} | " + " | ".join(
        f"{share:.3f}" for share in shares
    )


# ---- signatures -----------------------------------------------------------------------------------------------


def signatures(asked: argparse.Namespace) -> None:
    from datasketch import MinHash

    from newsbot.corpus.duplicates.shingles import hashes_of, words_of
    from newsbot.corpus.duplicates.signatures import BANDS, ROWS, band_keys

    texts = [
        hashes_of(words_of(one.fields["article_body"])) for one in Records(asked.source, on_trouble=print)
    ]
    texts = [text for text in texts if len(text)]

    def by_datasketch() -> None:
        for text in texts:
            MinHash(BANDS * ROWS, hashfunc=int).update_batch([int(number) & 0xFFFFFFFF for number in text])

    for name, sign in (("rensa", lambda: band_keys(texts)), ("datasketch", by_datasketch)):
        costs = []
        for _ in range(3):
            before = time.process_time()
            sign()
            costs.append(time.process_time() - before)
        print(f"{name}: {min(costs) / len(texts) * 1e6:.0f} µs of CPU a text")


# ---- growth ---------------------------------------------------------------------------------------------------


def growth(asked: argparse.Namespace) -> None:
    print(
        "| records | MB | members / variants | CPU s | wall s | peak MB | temporary MB |\n|---|---|---|---|---|---|---|"
    )
    for count in asked.records:
        with tempfile.TemporaryDirectory() as room:
            source = Path(room, "a.jsonl")
            planted = synthetic(source, count)
            done = subprocess.run(
                [sys.executable, "-m", "benchmarks.duplicates", "one", str(source)],
                capture_output=True,
                text=True,
                check=True,
            )
            told = json.loads(done.stdout)
            size = source.stat().st_size / 1e6
            found = told["found"] / planted
            print(f"| {count} | {size:.0f} | {found:.3f} | {told['cpu']:.1f} | {told['wall']:.1f} ", end="")
            print(f"| {told['peak']:.0f} | {told['room']:.0f} |", flush=True)


def synthetic(path: Path, count: int) -> int:
    """Write records of some 200 words; gives how many of them are variants."""
    import numpy as np

    chance = np.random.default_rng(SEED)
    dice = random.Random(SEED)
    texts: list[list[str]] = []
    planted = 0
    with path.open("w", encoding="utf-8") as file:
        for at in range(count):
            if at % 10 == 9:
                words = list(dice.choice(texts))
                start = dice.randrange(len(words) // 3)
                words = words[start : start + len(words) * 2 // 3]
                planted += 1
            else:
                words = [
                    f"k{number}" for number in chance.zipf(1.2, int(chance.integers(120, 300))) % 200_000
                ]
                texts = [*texts[-999:], words]
            body = " ".join(words)
            record = {
                "schema": "newsbot.article/1",
                "id": f"lain:{at}",
                "portal": "lain",
                "headline": f"judul {at}",
                "article_body": body,
                "content_digest": content_digest(body),
                "metadata": {},
            }
            file.write(json.dumps(record) + "\n")
    return planted


def one(asked: argparse.Namespace) -> None:
    from newsbot.corpus.duplicates.run import Duplicates

    start, before = time.monotonic(), time.process_time()
    with tempfile.TemporaryDirectory() as room:
        with Duplicates(Path(room)) as run_:
            run_.read(Records(asked.source, on_trouble=print))
            sums = run_.settle()
            run_.write(Records(asked.source, on_trouble=print), Path(room, "out.jsonl"))
        size = sum(path.stat().st_size for path in Path(room).iterdir() if path.name != "out.jsonl")
    told = {
        "found": sums.relations.total(),
        "cpu": time.process_time() - before,
        "wall": time.monotonic() - start,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "room": size / 1e6,
    }
    print(json.dumps(told))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(required=True)
    for name, command in (
        ("variants", variants),
        ("signatures", signatures),
        ("growth", growth),
        ("one", one),
    ):
        sub = commands.add_parser(name)
        sub.set_defaults(run=command)
        if name != "growth":
            sub.add_argument("source", type=Path)
    commands.choices["variants"].add_argument("--length", type=int, nargs="+", default=[3])
    commands.choices["variants"].add_argument("--threshold", type=float, nargs="+", default=[0.5])
    commands.choices["variants"].add_argument("--show", type=int, default=0, help="Wrong ones to name.")
    commands.choices["growth"].add_argument(
        "--records", type=int, nargs="+", default=[10_000, 100_000, 1_000_000]
    )
    asked = parser.parse_args()
    asked.run(asked)


if __name__ == "__main__":
    main()
