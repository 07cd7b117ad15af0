// name: sweep_directives()
// Acts that nothing cites, holds or catalogues any more.
MATCH (d:Directive)
WHERE d.topic IS NULL AND d.catalogue_date IS NULL AND NOT (d)--()
DELETE d
