"""Pages whose right reading is known: golden files, and gold by which records are scored."""
