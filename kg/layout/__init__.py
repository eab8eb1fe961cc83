"""From a source to its documents."""
