"""Numbers and dates of acts (số, ký hiệu, ngày ban hành): their forms, parts and normal form."""
