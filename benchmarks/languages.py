"""How well the language of a text is told, and what it costs.

    python -m benchmarks.languages                           what newsbot takes
    python -m benchmarks.languages --against lingua words    beside others, which are to be installed
    python -m benchmarks.languages --records RECORDS.jsonl   what it says of records, by code

Sentences of `benchmarks/sentences/` are invented, a text a line of one to three sentences, in the words of the press.
`articles` are five of one language's texts, as paragraphs; `mixed` are Indonesian texts with two texts of another
language quoted in them, `phrased` Indonesian ones that quote one short English sentence, and are not mixed. All is
decided by a seed.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from newsbot.corpus.added import MIXED

LANGUAGES = ("id", "ms", "en", "jv", "su")
SEED = 3
MADE = 60
PHRASES = (
    '"We are ready for the match," ujarnya.',
    'Slogannya ialah "the best is yet to come".',
    'Ia menjawab, "No comment, thank you."',
)
_SENTENCES = Path(__file__).parent / "sentences"
Told = Callable[[str], str]


def sentences(code: str) -> list[str]:
    """The texts of one language."""
    return (_SENTENCES / f"{code}.txt").read_text("utf-8").splitlines()


def articles(code: str) -> list[str]:
    """Texts of five paragraphs."""
    dice, known = random.Random(f"{SEED}{code}"), sentences(code)
    return ["\n\n".join(dice.sample(known, 5)) for _ in range(MADE)]


def mixed() -> list[str]:
    """Indonesian texts that quote two texts of another language."""
    dice, made = random.Random(SEED), []
    for number in range(MADE):
        lead, middle, end = dice.sample(sentences("id"), 3)
        one, other = dice.sample(sentences(("jv", "en", "su")[number % 3]), 2)
        made.append(f'{lead}\n\n"{one} {other}" kata seorang warga.\n\n{middle}\n\n{end}')
    return made


def phrased() -> list[str]:
    """Indonesian texts in which somebody says a few words of English."""
    dice = random.Random(SEED)
    return [
        "\n\n".join((*dice.sample(sentences("id"), 3), PHRASES[number % len(PHRASES)]))
        for number in range(MADE)
    ]


def sets() -> Iterator[tuple[str, str, list[str]]]:
    """Name, right answer and texts of each set."""
    for code in LANGUAGES:
        yield code, code, sentences(code)
    for code in LANGUAGES:
        yield f"{code} articles", code, articles(code)
    yield "mixed", MIXED, mixed()
    yield "phrased", "id", phrased()


# ---- who tells ------------------------------------------------------------------------------------------------


def newsbot() -> Told:
    from newsbot.corpus.languages.identify import Identifier

    model = Identifier()

    def tell(text: str) -> str:
        found = model.identify(text)
        return "none" if found is None else MIXED if found.is_mixed else found.code

    return tell


def py3langid() -> Told:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return lambda text: str(model.classify(text)[0])


def lingua() -> Told:
    from lingua import LanguageDetectorBuilder

    model = LanguageDetectorBuilder.from_all_languages().build()

    def tell(text: str) -> str:
        found = model.detect_language_of(text)
        return found.iso_code_639_1.name.lower() if found else "none"

    return tell


def cld3() -> Told:
    import gcld3

    model = gcld3.NNetLanguageIdentifier(0, 4000)
    return lambda text: str(model.FindLanguage(text=text).language)


def words() -> Told:
    from newsbot.language.detect import detect_language

    return lambda text: (detect_language(text) or ("none",))[0]


TELLERS = {"newsbot": newsbot, "py3langid": py3langid, "lingua": lingua, "cld3": cld3, "words": words}


# ---- tables ---------------------------------------------------------------------------------------------------


def told(tell: Told, texts: Iterable[str]) -> Counter[str]:
    """How often each answer was given."""
    return Counter(map(tell, texts))


def measure(name: str) -> None:
    """The confusion table of one teller, its cost and its memory."""
    before = _peak()
    tell = TELLERS[name]()
    print(f"\n### {name}\n\n| texts | right | told |\n|---|---|---|")
    start, count, size = time.process_time(), 0, 0
    for title, right, texts in sets():
        found = told(tell, texts)
        answers = ", ".join(f"{code} {number}" for code, number in found.most_common())
        print(f"| {title} | {found[right]}/{len(texts)} | {answers} |")
        count, size = count + len(texts), size + sum(map(len, texts))
    spent = time.process_time() - start
    print(f"\n{1000 * spent / count:.2f} ms of CPU a text of {size // count} characters; ", end="")
    print(f"{(_peak() - before) / 1024:.0f} MB more at the peak")


def of_records(paths: list[str]) -> None:
    """What is said of the texts of records."""
    from newsbot.corpus.reading import Records

    records = Records(*paths, on_trouble=lambda trouble: print(trouble, file=sys.stderr))
    tell = newsbot()
    print(dict(told(tell, (record.fields["article_body"] or "" for record in records)).most_common()))


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--against", nargs="+", choices=TELLERS, default=[])
    parser.add_argument("--records", nargs="+", default=[], metavar="RECORDS.jsonl")
    asked = parser.parse_args()
    if asked.records:
        of_records(asked.records)
        return
    for name in ("newsbot", *asked.against):
        measure(name)


if __name__ == "__main__":
    main()
