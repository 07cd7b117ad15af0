// name: bodies_count(province)
// returns: total
// How many bodies documents name.
MATCH (b:Body)
WHERE ($province IS NULL OR b.province = $province)
  AND EXISTS { (b)<-[:ISSUED_BY|ADDRESSED_TO|SENT_TO|ASSIGNS|NAMES]-() }
RETURN count(b) AS total
