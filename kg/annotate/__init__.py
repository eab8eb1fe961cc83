"""From a document to its mentions: names, nominals and values, with their spans."""
