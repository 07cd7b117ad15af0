// What answers would else gather anew for each question, kept beside the statements that it follows from
// (basis: derived): the pieces that speak for the echo of an act that many cite, and what a province states of
// measures and bodies, day by day.
CREATE CONSTRAINT echo_list_act IF NOT EXISTS FOR (n:EchoList) REQUIRE n.act IS UNIQUE;
CREATE CONSTRAINT tally_province IF NOT EXISTS FOR (n:Tally) REQUIRE n.province IS UNIQUE;
