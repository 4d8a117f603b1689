"""Protected persons: how they are found in any text, left out of it, and looked for in files."""
