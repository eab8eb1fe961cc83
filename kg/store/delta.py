"""What must be done to a store, so that it holds other rows than it does."""

import msgspec

from kg.store.rows import Node, NodeKey, Relationship, Rows


class Changes(msgspec.Struct, frozen=True):
    """How many nodes and relationships a write created, changed, deleted and left as they were."""

    created: int = 0
    changed: int = 0
    deleted: int = 0
    unchanged: int = 0


class Delta(msgspec.Struct, frozen=True):
    """The rows to delete and to put, relationships deleted first and put last.

    A node takes its relationships with it: those are not listed among the deleted, only counted.
    """

    deleted_relationships: list[Relationship]
    deleted_nodes: list[Node]
    put_nodes: list[Node]
    put_relationships: list[Relationship]
    changes: Changes

    @property
    def empty(self) -> bool:
        """Whether there is nothing to do."""
        return self.changes == Changes(unchanged=self.changes.unchanged)

    @property
    def fresh(self) -> bool:
        """Whether the store holds nothing yet."""
        return self.changes == Changes(created=self.changes.created)


def diff(old: Rows, new: Rows) -> Delta:
    """Return how to come from one state of a store to another.

    A node of another class than before is deleted and created anew, with all its relationships.
    """
    gone = {key: node for key, node in old.nodes.items() if key not in new.nodes or new.nodes[key].label != node.label}
    nodes = {key: node for key, node in old.nodes.items() if key not in gone}
    links = {key: link for key, link in old.relationships.items() if not _ends(link) & gone.keys()}
    put_nodes = [node for key, node in new.nodes.items() if nodes.get(key) != node]
    put_links = [link for key, link in new.relationships.items() if links.get(key) != link]
    deleted = [link for key, link in links.items() if key not in new.relationships]
    created = sum(node.key not in nodes for node in put_nodes) + sum(link.key not in links for link in put_links)
    put = len(put_nodes) + len(put_links)
    changes = Changes(
        created=created,
        changed=put - created,
        deleted=len(gone) + len(deleted) + len(old.relationships) - len(links),
        unchanged=len(new.nodes) + len(new.relationships) - put,
    )
    return Delta(deleted, list(gone.values()), put_nodes, put_links, changes)


def _ends(link: Relationship) -> set[NodeKey]:
    return {(link.kind.source, link.source), (link.kind.target, link.target)}
