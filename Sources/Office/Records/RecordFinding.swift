import Model
import Phrases
import Store

/// Why a record cannot be taken from what somebody wrote, or not be made of it.
public enum RecordProblem: Error, Sendable, Equatable {
  /// No record has that id or name.
  case nobody(String)
  /// These records have that name or id, each said with its kind and id.
  case several(String, [Phrase])
  /// The kind has no such field; those that it has.
  case noField(String, [String])
  /// One value stands there, to which no other can be added.
  case oneValue(String)
  /// What is wrong with the text of a field, by the field's name.
  case value(String, FieldProblem)
  /// A record of that id is there already, under that title.
  case taken(RecordID, title: String)
}

extension Phrase {
  public init(_ problem: RecordProblem) {
    switch problem {
    case .nobody(let text): self.init(.recordNobody, .text(text))
    case .several(let text, let all):
      self.init(
        .recordSeveral, .number(all.count), .text(text),
        .several(all.map { .phrase($0) }, by: .semicolon))
    case .noField(let name, let all):
      self.init(.recordNoField, .text(name), .list(all))
    case .oneValue(let name): self.init(.recordOneValue, .phrase(Phrase(label: "field", name)))
    case .value(let name, let problem):
      self.init(refusal: .invalid(field: name, problem))
    case .taken(let id, let title): self.init(.recordTaken, .text(id), .text(title))
    }
  }
}

extension Library {
  /// The record that somebody means: by its id, by `kind:id`, or by a name that is written whole.
  /// - Parameter kind: nil where it may be of any.
  /// - Throws: `RecordProblem`, `StoreProblem`.
  public func record(called text: String, of kind: RecordKind? = nil) throws -> any Record {
    let text = text.trimmed
    let called = try kind.map { try records(called: text, of: $0) } ?? anyRecords(called: text)
    guard let first = called.first else { throw RecordProblem.nobody(text) }
    guard called.count == 1 else {
      throw RecordProblem.several(
        text, called.map { Phrase(.bracketed, .text($0.title), .text("\($0.reference)")) })
    }
    guard let record = try read(ReferredRecords([first.reference]))[first.reference] else {
      throw RecordProblem.nobody(text)
    }
    return record
  }

  /// Records of every kind, first those that lists offer by name.
  private func anyRecords(called text: String) throws -> [RecordsCalled.Called] {
    let named = try read(RecordsCalled(.tagged, [text]))[text] ?? []
    if !named.isEmpty { return named.filter { !Self.traces.contains($0.reference.kind) } }
    for kind in RecordKind.allCases where !Self.traces.contains(kind) && !Self.crowds.contains(kind) {
      let found = try records(called: text, of: kind)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// What merges and checks leave behind is no record that anybody looks for.
  private static let traces: Set<RecordKind> = [.toldApart, .merged]
  /// Of these there may be a million, and nobody knows one by its title.
  private static let crowds: Set<RecordKind> = [.coverage, .surveyResponse]

  private func records(called text: String, of kind: RecordKind) throws -> [RecordsCalled.Called] {
    // With its kind before it, too.
    let id = RecordReference(text).flatMap { $0.kind == kind ? $0.id : nil } ?? text
    return try read(RecordsCalled(.id(kind), [id]))[id] ?? []
  }
}
