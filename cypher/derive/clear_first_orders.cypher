// name: clear_first_orders(provinces)
// Takes away the first orders of provinces.
MATCH (p:Province)-[f:FIRST_ORDERED]->(:Measure) WHERE p.code IN $provinces
DELETE f
