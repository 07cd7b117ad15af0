// name: clear_catalogue()
// returns: key
// Takes away all that a catalogue said of acts, before it is said anew.
MATCH (d:Directive) WHERE d.catalogue_doc_type IS NOT NULL
REMOVE d.topic, d.catalogue_number, d.catalogue_date, d.catalogue_doc_type, d.catalogue_issuer,
       d.catalogue_issuer_name, d.catalogue_subject_en, d.catalogue_source
RETURN d.key AS key
