"""The door: the only room that writes a game. Commit, then answer, then show."""
