import Interchange
import Phrases
import Store

extension Look {
  /// What keeps the person from changing what they see, for the title: the store is only read, or their role.
  public var limits: [String] {
    let role = access.permits(.edit) ? nil : access.roles.last
    return (access.isReading ? [say(.readOnly)] : [])
      + (role.map { [phrases.label("office_role", $0.rawValue)] } ?? [])
  }

  /// Why the person may not do what asks that; nil where they may.
  public func obstacle(to need: Need) -> Phrase? { access.refusal(of: need).map(Phrase.init(refusal:)) }

  /// The same of what only takes something out: a store that is only read is no hindrance.
  public func bar(to need: Need) -> Phrase? {
    access.permits(need) ? nil : Phrase(refusal: access.lacking(need))
  }
}

extension Phrase {
  /// Why the session does not go that way; nil where it does.
  public static func barred(_ path: String) -> Phrase? {
    switch Exchange.bar(path) {
    case .noFiles: Phrase(.restrictedNoFiles, .text(path))
    case .outside(let folder): Phrase(.restrictedOutside, .text(path), .text(folder))
    case nil: nil
    }
  }
}
