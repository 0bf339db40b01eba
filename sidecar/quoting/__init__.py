"""Tells a writer's own words from everything else in the text of an email; shared by drafts and received mail."""

from sidecar.quoting.regions import Part, Region, own_words, split
from sidecar.quoting.signoff import name_lines

__all__ = ["Part", "Region", "name_lines", "own_words", "split"]
