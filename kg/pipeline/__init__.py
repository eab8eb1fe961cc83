"""The line as a whole: from paths to a graph, and from a graph to where it is kept."""
