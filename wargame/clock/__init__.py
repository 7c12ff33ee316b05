"""The clock room: the process's time, the timekeeper, and what happens after an outage."""
