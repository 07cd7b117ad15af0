"""What pages draw on the server: maps, time lines, chains. Geometry only; templates make the markup."""
