import CSystem

// Signals are blocked before any thread starts, so that one descriptor delivers them all.
let signals = system_signal_descriptor()
Outreach.main()
