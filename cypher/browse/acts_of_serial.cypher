// name: acts_of_serial(serial)
// returns: key
// Acts whose number begins with these digits, to suggest while somebody types.
MATCH (d:Directive) WHERE d.serial = $serial
RETURN d.key AS key ORDER BY key LIMIT 200
