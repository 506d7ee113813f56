"""The Python side of a worker: what runs in function processes."""
