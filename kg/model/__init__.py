"""The values that pass between the stages; all frozen, all typed."""
