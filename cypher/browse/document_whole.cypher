// name: document_whole(prefix, after)
// returns: id, text, text_sha256, reader, signer, number_as_printed, header, problems, curated, read_as, private, completeness
// A document by the first characters of its id: at most two, to see whether they are enough.
MATCH (d:Document) WHERE d.id >= $prefix AND d.id < $after
RETURN d.id AS id, d.text AS text, d.text_sha256 AS text_sha256, d.reader AS reader, d.signer AS signer,
       d.number_as_printed AS number_as_printed, d.header AS header, d.problems AS problems, d.curated AS curated,
       d.read_as AS read_as, d.private AS private,
       head([(d)-[t:TEXT_OF]->(:Directive) | t.completeness]) AS completeness
ORDER BY id LIMIT 2
