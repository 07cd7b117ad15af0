"""Bodies (cơ quan, tổ chức, chức danh): names, levels, roles and who is told to act."""
