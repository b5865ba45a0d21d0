"""The lexicon: every word, phrase and name that newsbot knows of the press, as data, and its only loader.

A fact stands once, in the file of its concept: `roles` (who did what), `names` (what stands in and beside a person's
name), `outlets` (agencies, outlets, offices), `places`, `calendar`, `pictures` (captions and credits), `furniture`
(what portals print between and around the paragraphs), `element_names` (what templates call their elements),
`addresses` (steps, parameters, hosts), `page_kinds` and `walls` (what a page says that is no common article),
`corrections` (how an article says that it was changed), `function_words`, `language_marks` (what tells neighbouring
languages apart). Code asks by concept: `words("roles.labels.editor")`.

Folders that the user names lay more words over these files (`use_lexicon`), so what is made of words is held by
`cached`, which forgets when they change, and not by a constant of a module.

>>> from newsbot import lexicon
>>> lexicon.words("roles.labels.uploader")
('uploader',)
"""

from newsbot.lexicon._files import LexiconError, cached, cached_to, digest, folders_in_use, use_lexicon
from newsbot.lexicon._patterns import LONGEST_NAMES, alternation, any_of, class_words, is_called
from newsbot.lexicon._words import entries, forms, key_of, labels, number_of, section, word_set, words

__all__ = [
    "LONGEST_NAMES",
    "LexiconError",
    "alternation",
    "any_of",
    "cached",
    "cached_to",
    "class_words",
    "digest",
    "entries",
    "folders_in_use",
    "forms",
    "is_called",
    "key_of",
    "labels",
    "number_of",
    "section",
    "use_lexicon",
    "word_set",
    "words",
]
