"""Joining modules into one script: what is understood, and that everything else is refused."""

import importlib.util
import shutil
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

ADDIN = Path(__file__).resolve().parents[2] / "addin"


@pytest.fixture(scope="module")
def link() -> ModuleType:
    spec = importlib.util.spec_from_file_location("link", ADDIN / "link.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def write(root: Path, **modules: str) -> Path:
    for name, text in modules.items():
        (root / f"{name}.js").write_text(text)
    return root


def test_a_joined_script_runs_and_runs_once(link: ModuleType, tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node is not installed")
    write(
        tmp_path,
        low="const hidden = 1;\nexport const shared = hidden + 1;\nexport function* three() { yield 3; }\n",
        mid='import { shared } from "./low.js";\nconst hidden = 10;\nexport class Sum { value = shared + hidden; }\n',
        top='import { Sum } from "./mid.js";\nimport {\n  shared as low, three,\n} from "./low.js";\n'
        "console.log(new Sum().value, low, ...three());\n",
    )
    script = link.linked(tmp_path, "top.js")
    run = subprocess.run([node, "-e", script + script], capture_output=True, text=True, check=True)  # noqa: S603
    assert run.stdout == "12 2 3\n"


@pytest.mark.parametrize(
    "form",
    [
        'import all from "./a.js";',
        'import * as all from "./a.js";',
        'import "./a.js";',
        "export default 1;",
        "export { a };",
        'export * from "./a.js";',
        'import { a } from "package";',
    ],
)
def test_a_form_that_cannot_be_joined_is_refused(link: ModuleType, tmp_path: Path, form: str) -> None:
    write(tmp_path, a="export const a = 1;\n", top=f"{form}\n")
    with pytest.raises(link.UnknownForm):
        link.linked(tmp_path, "top.js")


def test_a_circle_is_refused(link: ModuleType, tmp_path: Path) -> None:
    write(
        tmp_path,
        a='import { b } from "./b.js";\nexport const a = 1;\n',
        b='import { a } from "./a.js";\nexport const b = 1;\n',
    )
    with pytest.raises(link.UnknownForm, match="imports itself"):
        link.linked(tmp_path, "a.js")
