import Foundation
import Model
import Store
import Terminal

/// What somebody typed and has not sent off.
public enum Typed: Sendable, Equatable {
  /// Fields of a record.
  case record(Draft)
  /// What stands in any other sheet, by names that it understands again.
  case lines([String: String])
}

extension Typed {
  /// The text of a single line; nil where it is empty, or what stood there anyway.
  init?(line text: String, unlike original: String) {
    if text == original || text.trimmed.isEmpty { return nil }
    self = .lines([Draft.lineName: text])
  }
}

/// Where a layer comes from: the way to it, the draft that it took up, and the write that waits for it.
struct SheetOrigin: Sendable {
  var way: Way?
  var draft: Draft?
  var waiting: Sending?
}

/// How a sheet was come by, command by command from a pane at its place, so that what was typed in it can be put back
/// there in another session.
struct Way: Sendable, Equatable, Codable {
  struct Step: Sendable, Equatable, Codable {
    let command: String
    /// Where the pane that ran it stood.
    var place = ""
    /// What stood in the sheet that ran it.
    var typed: [String: String] = [:]
  }

  var steps: [Step]

  func going(on step: Step) -> Way { Way(steps: steps + [step]) }

  /// A name for it: the same commands at the same places.
  var name: String {
    steps.map { $0.place.isEmpty ? $0.command : "\($0.place) \($0.command)" }.joined(separator: " > ")
  }

  var text: String { (try? JSONEncoder().encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "" }

  init(steps: [Step]) { self.steps = steps }

  init?(_ text: String?) {
    guard let text, let way = try? JSONDecoder().decode(Way.self, from: Data(text.utf8)) else { return nil }
    self = way
  }
}

extension Draft {
  /// What was typed in a sheet that is no form.
  /// - Parameters:
  ///   - title: what the sheet is called, for whoever reads of it later.
  ///   - sheet: its kind, so that the text is put into no other one.
  init(_ lines: [String: String], way: Way?, title: String, sheet: String) {
    self.init(
      kind: nil, record: way?.name ?? title,
      base: ["way": way?.text ?? "", "title": title, "sheet": sheet], typed: lines)
  }

  var way: Way? { Way(base["way"]) }

  /// What was typed, the longest text first.
  var texts: [String] {
    typed.values.filter { !$0.trimmed.isEmpty }.sorted { ($1.count, $0) < ($0.count, $1) }
  }

  /// The text of a sheet that has a single line.
  var line: String { typed[Self.lineName] ?? "" }
  static let lineName = "line"

  /// Whether it was typed in that form, or in the sheet to which that way leads.
  func belongs(to form: RecordReference?, _ way: Way?) -> Bool {
    if let kind { return form == RecordReference(kind, record) }
    return form == nil && way?.name == record
  }
}
