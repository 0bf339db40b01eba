"""The Jinja environment templates run in: sandboxed, with named files only, where the unknown is no error."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from jinja2 import BaseLoader, Environment, TemplateNotFound, meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from sidecar.letters import wording
from sidecar.letters.values import BREAK, Blank

FILE_NAME = re.compile(r"_?[a-z0-9][a-z0-9-]{0,63}\.j2")
_LONGEST = 100_000  # characters of a template file; a page of text has about 3,000
_BREAK = re.compile(r"\\[ \t]*(?=\r?\n)")  # a backslash at the end of a line keeps the break


class Files(BaseLoader):
    """Reads templates from folders, the first that has the file wins."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders

    def find(self, name: str) -> Path:
        """Return the path of a template file; raises TemplateNotFound, also for names that leave the folders."""
        if FILE_NAME.fullmatch(name):
            for folder in self._folders:
                if (path := folder / name).is_file():
                    return path
        raise TemplateNotFound(name)

    def names(self) -> list[str]:
        """Return the file names of all templates, without the pieces (`_….j2`)."""
        found = {path.name for folder in self._folders if folder.is_dir() for path in folder.glob("*.j2")}
        return sorted(name for name in found if not name.startswith("_"))

    def read(self, name: str) -> str:
        """Return the text of a template file; raises TemplateNotFound, OSError, UnicodeDecodeError or ValueError."""
        with self.find(name).open(encoding="utf-8-sig") as file:
            source = file.read(_LONGEST + 1)
        if len(source) > _LONGEST:
            raise ValueError(f"it is longer than {_LONGEST:,} characters")
        return source

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Give Jinja the source, hard line breaks marked, and a way to see that the file has changed since."""
        path, changed = self.find(template), self.changed(template)
        return _BREAK.sub(BREAK, self.read(template)), str(path), lambda: self.changed(template) == changed

    def changed(self, name: str) -> tuple[Path, int] | None:
        """Return which file a template comes from and when that was last written; None when there is none."""
        try:
            path = self.find(name)
            return path, path.stat().st_mtime_ns
        except (TemplateNotFound, OSError):
            return None


def environment(files: Files) -> Environment:
    """Return the environment: no autoescape (plain text), no globals, filters for wording a value into a sentence."""
    made = ImmutableSandboxedEnvironment(
        loader=files,
        undefined=Blank,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # what is rendered is plain text; pages escape it when they show it
    )
    made.globals.clear()
    for name, function in {
        "a": wording.with_article,
        "bare": wording.bare,
        "during": wording.during,
        "within": wording.within,
        "phrase": wording.phrase,
        "sentence": wording.sentence,
    }.items():
        made.filters[name] = _of_text(function)
    return made


def _of_text(function: Callable[[str], str]) -> Callable[[object], str]:
    return lambda value: function(str(value))


def names_used(made: Environment, files: Files, name: str) -> set[str]:
    """Return the names a template and its pieces can use, dotted where they are fields of a part: `me.name`, `role`."""
    tree = made.parse(files.get_source(made, name)[0])
    free = meta.find_undeclared_variables(tree)
    dotted = {
        f"{node.node.name}.{node.attr}"
        for node in tree.find_all(nodes.Getattr)
        if isinstance(node.node, nodes.Name) and node.node.name in free
    }
    included = (other for other in meta.find_referenced_templates(tree) if other)
    return (free - {name.partition(".")[0] for name in dotted} | dotted).union(
        *(names_used(made, files, other) for other in included)
    )
