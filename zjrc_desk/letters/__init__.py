"""The papers a point prints: faces, line breaking, layout, QR, PDF signature."""
