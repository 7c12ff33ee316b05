"""What stands around the house while it serves: the lock, the addresses, Daphne, the first key."""
