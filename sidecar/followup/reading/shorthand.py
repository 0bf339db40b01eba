"""What people type in a hurry, written out before a reply is read: "u", "pls", "cant"."""

import re

_WRITTEN_OUT = {
    "u": "you",
    "ur": "your",
    "r": "are",
    "n": "and",
    "y": "yes",
    "k": "ok",
    "okey": "ok",
    "okie": "ok",
    "yess": "yes",
    "yesss": "yes",
    "ofc": "of course",
    "sry": "sorry",
    "pls": "please",
    "plz": "please",
    "cud": "could",
    "wud": "would",
    "shud": "should",
    "thx": "thanks",
    "tx": "thanks",
    "np": "no problem",
    "prob": "problem",
    "probs": "problem",
    "info": "information",
    "whats": "what is",
    "whens": "when is",
    "whos": "who is",
    "wheres": "where is",
    "cant": "can't",
    "dont": "don't",
    "didnt": "didn't",
    "doesnt": "doesn't",
    "wont": "won't",
    "isnt": "isn't",
    "havent": "haven't",
    "wouldnt": "wouldn't",
    "couldnt": "couldn't",
    "ive": "i've",
    "thats": "that's",
    "lets": "let's",
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "have to",
    "tmrw": "tomorrow",
    "tmw": "tomorrow",
    "asap": "as soon as possible",
    "wk": "week",
    "abt": "about",
}
_WORD = re.compile(rf"(?<![\w'@.-])(?:{'|'.join(_WRITTEN_OUT)})(?![\w'@-]|\.\w)")
_SMILE = re.compile(r"\s*[:;]-?[)(DPp](?!\w)|\s*[\U0001F300-\U0001FAFF\u2600-\u27BF]+\ufe0f?")


def without_smiles(text: str) -> str:
    """Return text with an exclamation mark where a smile ends a sentence."""
    return _SMILE.sub("!", text)


def written_out(folded: str) -> str:
    """Return a folded text with shorthand written out."""
    return _WORD.sub(lambda hit: _WRITTEN_OUT[hit[0]], folded)
