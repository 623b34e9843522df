"""The outputs that are committed with the notebooks: made, stamped with their origin, checked."""
