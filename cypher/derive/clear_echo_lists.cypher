// name: clear_echo_lists(acts)
// Takes away what was kept of some acts.
UNWIND $acts AS act
MATCH (e:EchoList {act: act})
DELETE e
