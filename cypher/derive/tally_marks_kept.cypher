// name: tally_marks_kept()
// returns: province, mark
// With what provinces were counted.
MATCH (t:Tally)
RETURN t.province AS province, t.mark AS mark ORDER BY province
