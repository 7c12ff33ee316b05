"""Pages and JSON over HTTP: signing in, joining, games and who sits where. No rules."""
