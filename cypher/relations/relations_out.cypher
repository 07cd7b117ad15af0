// name: relations_out(id)
// returns: key, relation, target, label, candidates, quote, start, end, cue, rule, basis
// What a document cites, in the order of its text; acts naming themselves, and words that name no one act in
// particular, left out.
MATCH (:Document {id: $id})-[:HAS_PROVISION]->(:Provision)-[r:CITES]->(t)
WHERE r.relation <> 'self' AND r.kind <> 'generic'
RETURN r.key AS key, r.relation AS relation, t.key AS target, labels(t)[0] AS label, r.candidates AS candidates,
       r.quote AS quote, r.start AS start, r.end AS end, r.cue AS cue, r.rule AS rule, r.basis AS basis
ORDER BY start, end, key
