// name: times_answered(keys)
// returns: key, times
// How many statements cite some acts or reuse their wording.
UNWIND $keys AS act
MATCH (d:Directive {key: act})<-[r:CITES]-()
RETURN d.key AS key, count(r) AS times
UNION ALL
UNWIND $keys AS act
MATCH (d:Directive {key: act})<-[:TEXT_OF]-(:Document)-[:HAS_PROVISION]->(:Provision)<-[r:REUSES]-()
RETURN d.key AS key, count(r) AS times
