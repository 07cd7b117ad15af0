// name: loose_directives()
// returns: key
// Acts that nothing holds, cites or catalogues.
MATCH (d:Directive) WHERE d.catalogue_date IS NULL AND NOT EXISTS { (d)--() }
RETURN d.key AS key ORDER BY key LIMIT 100
