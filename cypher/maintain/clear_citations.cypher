// name: clear_citations(keys)
// Takes away citations that are resolved anew.
UNWIND $keys AS key
MATCH ()-[r:CITES {key: key}]->()
DELETE r
