"""What scripts/play, setup, build and test share. Standard library only: it runs before any
package is installed, on the machine's own Python."""
