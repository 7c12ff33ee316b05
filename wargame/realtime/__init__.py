"""Sockets: frames in and out, compartment streams, flow control, presence."""
