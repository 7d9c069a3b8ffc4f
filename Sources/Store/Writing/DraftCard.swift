import Foundation
import Model

/// A draft as a file outside the store holds it.
struct DraftCard: Codable {
  var id = UUID().uuidString
  var who: String
  var kind: String?
  var record: String
  var basedOn: Int
  var at: Int
  var base: [String: String]
  var typed: [String: String]
  /// The draft of the store that was typed on.
  var earlier: Earlier?

  struct Earlier: Codable {
    var number: Int
    var base: [String: String]
    var typed: [String: String]
  }

  init(_ draft: Draft, after earlier: Draft?, of who: String) {
    (self.who, kind, record) = (who, draft.kind?.rawValue, draft.record)
    (basedOn, at, base, typed) = (draft.basedOn, draft.at, draft.base, draft.typed)
    self.earlier = earlier.map { Earlier(number: $0.number, base: $0.base, typed: $0.typed) }
  }

  /// A card of an earlier version of the program has no name.
  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decodeIfPresent(String.self, forKey: .id) ?? ""
    who = try container.decode(String.self, forKey: .who)
    kind = try container.decodeIfPresent(String.self, forKey: .kind)
    record = try container.decode(String.self, forKey: .record)
    basedOn = try container.decode(Int.self, forKey: .basedOn)
    at = try container.decode(Int.self, forKey: .at)
    base = try container.decode([String: String].self, forKey: .base)
    typed = try container.decode([String: String].self, forKey: .typed)
    earlier = try container.decodeIfPresent(Earlier.self, forKey: .earlier)
  }

  /// Nil for a kind of record that this program does not know.
  func shelved(in file: String) -> ShelvedDraft? {
    let kind = kind.flatMap(RecordKind.init)
    guard kind != nil || self.kind == nil else { return nil }
    func draft(_ base: [String: String], _ typed: [String: String]) -> Draft {
      Draft(kind: kind, record: record, basedOn: basedOn, at: at, base: base, typed: typed)
    }
    let before = earlier.map { earlier in
      var before = draft(earlier.base, earlier.typed)
      before.number = earlier.number
      return before
    }
    return ShelvedDraft(draft: draft(base, typed), earlier: before, file: file)
  }
}

/// A draft that waits outside the store.
public struct ShelvedDraft: Sendable {
  public let draft: Draft
  /// The draft of the store that was typed on, and that this one takes the place of.
  public let earlier: Draft?
  /// Where it lies, for `DraftShelf.remove(file:)`.
  public let file: String

  /// Whether it takes the place of a draft of the store.
  public func replaces(_ stored: Draft) -> Bool {
    !draft.says(stored) && earlier.map { $0.number == stored.number && $0.says(stored) } == true
  }
}
