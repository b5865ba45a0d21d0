"""Item pipelines: a fetched page becomes a record, and the record becomes a safe line of a file."""
