"""The archive: the append-only log of every game, its chains, snapshots and marks (rules 8)."""
