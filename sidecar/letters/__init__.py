"""Ready drafts: templates of emails and documents, filled in. Pure but for reading the template files."""

from sidecar.letters.fields import Field
from sidecar.letters.library import Library
from sidecar.letters.rendered import Placeholder, Rendered
from sidecar.letters.template import Template, UnusableTemplateError
from sidecar.letters.values import Thread

__all__ = ["Field", "Library", "Placeholder", "Rendered", "Template", "Thread", "UnusableTemplateError"]
