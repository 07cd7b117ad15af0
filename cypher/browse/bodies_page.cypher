// name: bodies_page(province, after, limit)
// returns: id, name, level, province
// A page of bodies that documents name, by id, after one id.
MATCH (b:Body)
WHERE ($province IS NULL OR b.province = $province) AND b.id > $after
  AND EXISTS { (b)<-[:ISSUED_BY|ADDRESSED_TO|SENT_TO|ASSIGNS|NAMES]-() }
RETURN b.id AS id, b.name AS name, b.level AS level, b.province AS province
ORDER BY id LIMIT $limit
