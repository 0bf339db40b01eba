"""DearDr's local sidecar: reads drafts and mailboxes, advises, never sends."""

__version__ = "0.1.0"
