// name: relations_in_counts(act)
// returns: relation, citations
// How often the texts of other acts cite an act, by relation.
MATCH (d:Directive {key: $act})<-[r:CITES]-(:Provision)
WHERE r.relation <> 'self'
WITH r, r.document AS id
MATCH (doc:Document {id: id}) WHERE doc.act <> $act
RETURN r.relation AS relation, count(r) AS citations
ORDER BY relation
