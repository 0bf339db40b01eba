"""What all models of the wire have in common."""

from pydantic import BaseModel, ConfigDict


class Wire(BaseModel):
    """A model whose checks are compiled when it is first wanted: a sidecar that nobody asks spares their memory."""

    model_config = ConfigDict(defer_build=True)
