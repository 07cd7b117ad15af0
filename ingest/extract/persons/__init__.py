"""Private persons (người dân, bệnh nhân) named in a text, and what tells who they are; officials are not."""
