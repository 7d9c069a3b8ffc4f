import Foundation
import Interchange
import Model
import Store

/// One record in full: lines for people, an object for programs.
public struct RecordSheet<R: Record> {
  public let record: R
  private let history: RecordHistory.Answer
  private let look: Look

  /// - Parameter library: where what it names is looked up, and what became of it.
  /// - Throws: `StoreProblem`.
  public init(_ record: R, in library: Library, _ look: Look) throws {
    self.record = record
    history = try library.read(RecordHistory(R.kind, record.id))
    var look = look
    look.names = RecordNames(in: library)
    self.look = look
  }

  /// - Parameter all: with the fields that are empty.
  public func lines(all: Bool) -> [String] {
    let head = [
      look.title(of: record),
      look.dotted([record.reference.description, look.say(.formVersion, .number(record.version))]),
    ]
    let fields = R.fields.compactMap { field -> String? in
      let text = FieldWords.shown(field.name, field.entry, field.read(record), look)
      if text.isEmpty && !all { return nil }
      return look.about(look.word("field", field.name), text.isEmpty ? look.say(.notStated) : text)
    }
    return head + [""] + fields + ["", story]
  }

  /// "3 changes, the last one: 12 Sep 2015 09:12 · ana · changed".
  private var story: String {
    guard let last = history.entries.first else { return look.say(.historyNone) }
    let words = HistoryWords<R>(look)
    let said = look.dotted([look.exactMoment(last.at), last.who, words.deed(last), last.why])
    return look.say(.recordHistory, .number(history.entries.count), .text(said))
  }

  /// The record as `outreach export` writes it, with its title, what it names and its last change beside it.
  /// - Throws: where it cannot be written as JSON, which would be a mistake of ours.
  public func json() throws -> String {
    var object: [String: Any] = [
      "kind": R.kind.rawValue, "id": record.id, "version": record.version, "title": look.title(of: record),
      "record": try values(),
      "links": record.references.map { one in
        [
          "field": one.field, "kind": one.to.kind.rawValue, "id": one.to.id, "title": look.name(of: one.to),
        ]
      },
      "changes": history.entries.count,
    ]
    if let last = history.entries.first {
      object["last_change"] =
        ["at": last.at, "who": last.who, "name": last.name, "why": last.why] as [String: Any]
    }
    let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(
      decoding: try JSONSerialization.data(withJSONObject: object, options: options), as: UTF8.self)
  }

  private func values() throws -> Any {
    func exported<E: Exchangeable>(_ record: E) throws -> Any {
      var export = RecordExport<E>(.json)
      let bytes = export.begin() + export.append([record]) + export.end()
      let all = try JSONSerialization.jsonObject(with: Data(bytes)) as? [Any]
      return all?.first ?? [:]
    }
    guard let record = record as? any Exchangeable else { return record.values }
    return try exported(record)
  }
}
