// name: holdings()
// returns: code, documents, synthetic
// How many documents are held of each province, as counted.
MATCH (t:Tally)
RETURN t.province AS code, t.documents AS documents, t.synthetic AS synthetic ORDER BY code
