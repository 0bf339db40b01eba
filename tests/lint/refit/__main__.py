"""Measures, fits and writes all; sentences first, since kinds are told by what sentences say, among other things."""

import sys
from pathlib import Path

from sidecar.lint import weights
from tests.lint.refit.kinds import fit_kinds
from tests.lint.refit.meaning import vectors
from tests.lint.refit.sentences import fit_sentences

if __name__ == "__main__":
    fit_sentences(vectors(Path(sys.argv[1])))
    weights.forget()
    fit_kinds()
