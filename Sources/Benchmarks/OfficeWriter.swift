import ArgumentParser
import Foundation
import Model
import Store

/// One of many who write into a store: a process of its own.
struct OfficeWriter: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "office-writer", abstract: "One writer of `office`.", shouldDisplay: false)

  @Option var store: String
  @Option var number: Int
  @Option var edits: Int
  @Option(help: "The mean of its pauses, in milliseconds.") var pause: Int
  @Option(help: "How many records all write into.") var shared: Int
  @Option(help: "What gets a line for each save: when, how long, how often tried anew.") var log: String

  static func own(_ number: Int) -> RecordID { "own-\(number)" }
  static func shared(_ place: Int) -> RecordID { "shared-\(place)" }

  /// How often all together have saved it.
  static func count(_ shared: Stakeholder?) -> Int {
    shared.flatMap { $0.notes.split(separator: " ").first }.flatMap { Int($0) } ?? 0
  }

  func run() throws {
    let library = try Library.open(store, who: "writer\(number)")
    var random = SplitMix(state: UInt64(number + 1))
    var lines = ""
    for edit in 1...edits {
      usleep(useconds_t(random.next() % UInt64(max(1, 2 * pause)) * 1_000))
      let isShared = random.next() % 4 == 0
      let id = isShared ? Self.shared(Int(random.next() % UInt64(shared))) : Self.own(number)
      let begun = Date().timeIntervalSince1970
      let (clashes, waits) = try save(id, edit, in: library, isShared)
      let took = Date().timeIntervalSince1970 - begun
      lines += "\(begun) \(took * 1_000) \(clashes) \(waits) \(isShared ? 1 : 0)\n"
    }
    try Data(lines.utf8).write(to: URL(filePath: log))
  }

  /// Tries until it is saved: whoever clashes reads again, and whoever waited in vain waits again.
  private func save(
    _ id: RecordID, _ edit: Int, in library: Library, _ isShared: Bool
  ) throws -> (clashes: Int, waits: Int) {
    var (clashes, waits) = (0, 0)
    while true {
      guard let base = try library.read(RecordByID<Stakeholder>(id)) else {
        throw Run.Failure(what: "\(id) is gone")
      }
      var edited = base
      // What all write into is counted on, and says who did: each lost save would be one too few, and no two write the same.
      edited.notes = isShared ? "\(Self.count(base) + 1) by \(number)" : "edit \(edit)"
      do {
        try library.apply(EditStakeholder(base: base, edited: edited))
        return (clashes, waits)
      } catch Refusal.clash { clashes += 1 } catch let problem as StoreProblem {
        switch problem {
        case .busy, .held: waits += 1
        default: throw problem
        }
      }
    }
  }
}
