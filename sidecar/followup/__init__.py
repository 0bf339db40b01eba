"""Following up: from observed messages to conversation state to prompts. Pure; `now` is always an argument."""
