// name: constraints()
// returns: name
// The constraints that the store keeps.
SHOW CONSTRAINTS YIELD name
RETURN name AS name
