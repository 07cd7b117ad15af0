// name: sweep_formulas()
// Formulas that stand nowhere any more.
MATCH (f:Formula)
WHERE NOT (f)<-[:SHARES]-()
DELETE f
