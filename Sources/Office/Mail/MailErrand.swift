import Interchange
import Model
import Phrases
import Store

/// Notes the message of a file as a contact.
public struct MailErrand: Errand {
  private let path: String
  private let options: MailContacts.Options
  private let look: Look

  /// - Parameter stakeholder: with whom it was.
  public init(path: String, with stakeholder: Stakeholder, _ look: Look) {
    var options = MailContacts.Options(look)
    options.stakeholder = stakeholder
    options.keepsText = true
    (self.path, self.options, self.look) = (path, options, look)
  }

  public var title: Phrase { Phrase(.importReadingFile, .text(path)) }

  public func run(in library: Library, progress: ErrandProgress) throws -> Phrase {
    do {
      try progress.report(0, of: 0)
      let file = try ImportFile(path: path, isWanted: { !progress.isStopped })
      var reader = file.reader()
      let message = try ReceivedMessage(
        bytes: reader.read(upTo: min(file.size, ReceivedMessage.mostBytes + 1)))
      return Phrase(.mailNews, .text(try library.log(message, options).line(look)))
    } catch let problem as MailProblem {
      return Phrase(problem)
    } catch let refusal as MailRefusal {
      return Phrase(.mailByHand, .phrase(Phrase(refusal)), .text("n"))
    }
  }

  public func news(of outcome: Phrase) -> Phrase? { outcome }
}
