import ArgumentParser
import Interchange
import Office
import Phrases

/// A message of mail that is a contact.
struct MailOptions: ParsableArguments {
  @Option(help: help(.cliLogMail)) var mail: String?
  @Flag(help: help(.cliLogText)) var text = false
  @Flag(help: help(.cliLogAddUnknown)) var addUnknown = false
  @Option(help: help(.cliLogOwn)) var own: [String] = []
  @Flag(help: help(.cliLogDryRun)) var dryRun = false

  /// Whether anything is asked that only a message has.
  var isAsked: Bool { text || addUnknown || dryRun || !own.isEmpty }

  /// Of the office: those of the command line, and those of the environment.
  var addresses: [String] {
    (own + [environment("OUTREACH_OWN") ?? ""]).flatMap { $0.split { " ,;".contains($0) }.map(String.init) }
  }

  /// Says what would be noted, a line for each contact, and the notes.
  func show(_ plan: MailContacts, _ look: Look) {
    say(plan.line(look, isRehearsal: true))
    for line in plan.contacts.first?.engagement.notes.split(separator: "\n") ?? [] { say("  " + line) }
    say(look.say(.importDryRun))
  }
}
