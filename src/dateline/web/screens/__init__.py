"""The screens: each reads the address, asks the snapshot, and fills one template."""
