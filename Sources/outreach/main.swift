import ArgumentParser
import CSystem
import Dispatch
import Glibc
import Model
import Phrases

// What was closed for this program means nothing that it opens: no file is taken for standard output.
var spare: Int32
repeat { spare = open("/dev/null", O_RDONLY) } while (0...STDERR_FILENO).contains(spare)
close(spare)
// Signals are blocked before any thread starts, so that one descriptor delivers them all.
let signals = system_signal_descriptor()
Interruption.listen()
// A file that may not grow is an error that is said: by default it ends the process, and takes what is typed along.
signal(SIGXFSZ, SIG_IGN)

// Before anything reads a variable or a file that somebody may have chosen.
do { try Restriction.begin() } catch {
  let failure = CommandFailure(error)
  say(Phrasebook("en").say(failure.phrase), to: STDERR_FILENO)
  exit(failure.code)
}

// What every first frame needs is read beside the opening of the store; in a queue of its own, as libdispatch looks every
// second after the global ones from their first use on.
DispatchQueue(label: "outreach.start", qos: .userInteractive).async {
  _ = Decision.adopted
  _ = Phrasebook(LanguageOptions.ofLocale)
  Settings.warmUp()
}

// Usual starts are read without the parser, which takes a fifth of the time to the first frame.
if let plain = PlainStart(Restriction.arguments.dropFirst(), isRestricted: Restriction.current != nil) {
  do { try plain.run() } catch { exit((error as? ExitCode)?.rawValue ?? EX_SOFTWARE) }
} else {
  Outreach.answer()
}
