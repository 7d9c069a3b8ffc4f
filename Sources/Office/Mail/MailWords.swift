import Interchange
import Model
import Phrases

extension Phrase {
  public init(_ problem: MailProblem) {
    switch problem {
    case .empty: self.init(.mailEmpty)
    case .notAMessage: self.init(.mailNotAMessage)
    case .several(let count): self.init(.mailSeveral, .number(count))
    case .tooBig(let most): self.init(.mailTooBig, .number(most))
    }
  }

  public init(_ refusal: MailRefusal) {
    switch refusal {
    case .undated: self.init(.mailUndated)
    case .untrueDate(let date): self.init(.mailUntrueDate, .text(date))
    }
  }
}

extension MailContacts {
  /// What was noted, and what is left to say of the message: one line.
  /// - Parameter isRehearsal: nothing was noted, it only would be.
  public func line(_ look: Look, isRehearsal: Bool = false) -> String {
    ([noted(look, isRehearsal), known(look)].compactMap { $0 } + remarks.map(look.say)).joined(
      separator: " · ")
  }

  private func noted(_ look: Look, _ isRehearsal: Bool) -> String? {
    guard let first = contacts.first else {
      return logged.isEmpty ? look.say(remarks.isEmpty ? .mailNobody : .mailNothing) : nil
    }
    let titles = look.chain(contacts.map(\.title))
    return look.say(isRehearsal ? .mailToNote : .cliLogAdded) + " "
      + LogLines(look).line(of: first.engagement, with: titles)
  }

  private func known(_ look: Look) -> String? {
    logged.isEmpty ? nil : look.say(.mailAlready, .chain(logged))
  }

  /// What the message has and the log does not, and who is new.
  private var remarks: [Phrase] {
    var remarks: [Phrase] = []
    if !contacts.isEmpty, !added.isEmpty {
      remarks.append(Phrase(.mailAdded, Self.list(added.map(\.title))))
    }
    if !unknown.isEmpty { remarks.append(Phrase(.mailUnknown, Self.list(unknown.map(\.words)))) }
    for (address, ids) in shared {
      remarks.append(Phrase(.mailShared, .text(address), .list(ids.prefix(5))))
    }
    if !unusable.isEmpty { remarks.append(Phrase(.mailUnusable, Self.list(unusable))) }
    if erased > 0 { remarks.append(Phrase(.mailErased, .number(erased))) }
    guard !contacts.isEmpty else { return remarks }
    if !attachments.isEmpty { remarks.append(Phrase(.mailAttached, Self.list(attachments))) }
    if isCut { remarks.append(Phrase(.mailCut)) }
    return remarks
  }

  /// The first of many, and how many there are.
  private static func list(_ words: [String]) -> Phrase.Argument {
    let list = Phrase.Argument.list(words, first: 5)
    return words.count > 5 ? .phrase(Phrase(.bracketed, list, .number(words.count))) : list
  }
}

extension ReceivedMessage.Person {
  /// `Ama Boateng <ama@example.org>`.
  fileprivate var words: String { name.isEmpty ? address : "\(name) <\(address)>" }
}
