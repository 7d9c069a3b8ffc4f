import Foundation
import Model
import Phrases
import Typesetting

/// What is overdue and what comes due, as text for people and as JSON for programs.
public struct DueReport: Sendable {
  private let alarms: [Alarm]
  private let days: Int
  private let look: Look
  private let closedPlans: [Plan]

  /// - Parameters:
  ///   - alarms: of the day of `look`, the most urgent first.
  ///   - closedPlans: of which nothing presses, since nobody has started them.
  public init(_ alarms: [Alarm], within days: Int, look: Look, closedPlans: [Plan] = []) {
    (self.alarms, self.days, self.look, self.closedPlans) = (alarms, days, look, closedPlans)
  }

  /// How a command ends that prints this.
  public var exitCode: Int32 { alarms.isEmpty ? 0 : alarms.contains { $0.isOver } ? 2 : 1 }

  // MARK: Text

  /// A line each, in columns, under a sentence that counts them.
  public var text: String {
    let over = alarms.count { $0.isOver }
    let summary = look.say(
      .dueSummary, .text(look.day(look.asOf)), .number(over), .number(alarms.count - over), .number(days))
    let rows = alarms.map(cells)
    let widths = (0..<3).map { column in rows.map { CellText.width($0[column]) }.max() ?? 0 }
    let lines = rows.map { cells in
      zip(cells, widths).map { padded($0, $1) }.joined(separator: "  ") + "  " + cells[3]
    }
    let closed = closedPlans.first.map { [look.say(.dueClosed, .text(String($0.lastYear)))] } ?? []
    return ([summary] + closed + (lines.isEmpty ? [] : [""] + lines)).joined(separator: "\n") + "\n"
  }

  private func cells(_ alarm: Alarm) -> [String] {
    let words = AlarmWords(alarm: alarm, look: look)
    let owner = alarm.owner.isEmpty ? "" : " · \(alarm.owner)"
    return [words.state.text, words.fullWhen, words.kind, words.title + owner]
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - CellText.width(text)))
  }

  // MARK: JSON

  private struct Item: Encodable {
    let state: String
    let kind: String
    let id: String
    let title: String
    let when: String
    /// Until its time; negative once that has passed.
    let days: Int?
    let minutes: Int?
    let owner: String?
  }

  /// One array; each object has the codes of the store, whatever the language.
  public func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(alarms.map(item))) + [0x0A]
  }

  private func item(_ alarm: Alarm) -> Item {
    let (days, minutes): (Int?, Int?) =
      switch alarm.left {
      case .days(let days): (days, nil)
      case .seconds(let seconds): (nil, Int((Double(seconds) / 60).rounded(.down)))
      }
    return Item(
      state: "\(alarm.grade)", kind: alarm.kind.rawValue, id: alarm.record,
      title: AlarmWords(alarm: alarm, look: look).title, when: alarm.when.text, days: days, minutes: minutes,
      owner: alarm.owner.isEmpty ? nil : alarm.owner)
  }
}
