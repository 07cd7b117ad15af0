// name: clear_rejected_citations(keys)
// Takes away rejected citations that are resolved anew.
UNWIND $keys AS key
MATCH ()-[r:REJECTED {key: key}]->()
DELETE r
