"""The command line: one library call a command."""
