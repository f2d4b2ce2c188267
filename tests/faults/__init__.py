"""What a crash, a full disk, a dying disk or a second program do to a store: nothing that lasts."""
