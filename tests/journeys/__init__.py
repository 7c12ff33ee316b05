"""Journeys: people's browsers over the real server, from the door to the adopted text."""
