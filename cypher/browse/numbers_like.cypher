// name: numbers_like(serial)
// returns: number
// Numbers that begin with the same digits, to suggest.
MATCH (d:Directive) WHERE d.serial = $serial AND d.number IS NOT NULL
RETURN DISTINCT d.number AS number ORDER BY number LIMIT 10
