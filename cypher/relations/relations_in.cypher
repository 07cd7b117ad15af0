// name: relations_in(act, relation, after, limit)
// returns: key, relation, document, quote, start, end, cue, rule, basis
// A page of the citations of an act by the texts of other acts, by key, after one key.
MATCH (d:Directive {key: $act})<-[r:CITES]-(:Provision)
WHERE r.relation <> 'self' AND ($relation IS NULL OR r.relation = $relation) AND r.key > $after
WITH r, r.document AS id
MATCH (doc:Document {id: id}) WHERE doc.act <> $act
RETURN r.key AS key, r.relation AS relation, doc.id AS document, r.quote AS quote, r.start AS start, r.end AS end,
       r.cue AS cue, r.rule AS rule, r.basis AS basis
ORDER BY key LIMIT $limit
