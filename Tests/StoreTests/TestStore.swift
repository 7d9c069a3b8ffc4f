import Foundation
import Model
import Store

/// A folder that goes away with its test.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "outreach-" + NewID.make()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  var store: String { path + "/store.sqlite" }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

extension Stakeholder {
  static func named(_ name: String, id: RecordID? = nil, _ set: (inout Stakeholder) -> Void = { _ in })
    -> Self
  {
    var stakeholder = Stakeholder(id: id ?? name)
    stakeholder.name = name
    set(&stakeholder)
    return stakeholder
  }
}

extension Library {
  func add(_ stakeholders: Stakeholder...) throws { try apply(ImportRecords(new: stakeholders)) }

  func stakeholder(_ id: RecordID) throws -> Stakeholder? { try read(RecordByID<Stakeholder>(id)) }

  /// Edits a stakeholder as it is now.
  func edit(_ id: RecordID, _ change: (inout Stakeholder) -> Void) throws {
    guard let base = try stakeholder(id) else { throw Refusal.gone(title: id) }
    var edited = base
    change(&edited)
    try apply(EditStakeholder(base: base, edited: edited))
  }

  func find(_ text: String) throws -> [String] {
    try read(StakeholderWindow(filter: .init(text: text), count: 50)).rows.map(\.stakeholder.name)
  }
}

extension Library {
  /// What is wrong with the file itself: records made by chance refer to others that are not there.
  func damage() throws -> [Store.Finding] {
    try check().filter { if case .damage = $0 { true } else { false } }
  }
}
