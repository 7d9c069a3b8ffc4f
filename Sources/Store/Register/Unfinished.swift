import Model

/// What is to be done after something was written down, and has not been done so far: files that are whole have to take
/// their names. It stands among the settings that belong to nobody, written in the same transaction as what it is of: where
/// the process is killed, whoever opens the store next reads it and finishes.
public struct Unfinished: Sendable, Equatable, Identifiable {
  public let id: String
  /// What there is to do, in the words of whoever does it.
  public let text: String

  public init(_ text: String) { (id, self.text) = (NewID.make(), text) }

  fileprivate init(id: String, text: String) { (self.id, self.text) = (id, text) }

  fileprivate static let prefix = "unfinished."
  fileprivate var name: String { Self.prefix + id }
}

/// All that is unfinished: of processes that work on it now too.
public struct AllUnfinished: Query {
  public init() {}

  public func answer(in reader: Reader) throws -> [Unfinished] {
    try SharedSettings.all(beginning: Unfinished.prefix, in: reader).map {
      Unfinished(id: String($0.name.dropFirst(Unfinished.prefix.count)), text: $0.value)
    }
  }
}

extension Transaction {
  /// Writes down what is to be done when this is committed.
  public func begin(_ unfinished: Unfinished) throws {
    try set(shared: unfinished.name, to: unfinished.text)
  }
}

extension Library {
  /// Writes down what is to be done, where nothing else is written down.
  public func begin(_ unfinished: Unfinished) throws {
    try maintain { try Transaction(db: $0, who: who, now: now).begin(unfinished) }
  }

  /// Forgets what is done. Where that cannot be written, the next one sees that there is nothing left to do.
  public func end(_ unfinished: Unfinished) {
    try? maintain { try SharedSettings.forget(unfinished.name, in: $0) }
  }
}
