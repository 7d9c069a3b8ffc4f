import Interchange
import Model
import Phrases
import Store
import Typesetting

/// Opportunities, calls or concerns as a table for the command line.
public struct VoicesReport: Sendable {
  public enum Subject: Sendable { case opportunities, calls, concerns }

  private let voices: Voices
  private let look: Look
  private let subject: Subject

  /// - Parameter look: the language, and the day for which late is computed.
  public init(_ subject: Subject, _ library: Library, look: Look) throws {
    voices = try library.read(WholeVoices()).sorted(on: look.asOf)
    (self.subject, self.look) = (subject, look)
  }

  /// Columns under one another, and how the list stands.
  public var text: String {
    (TextTable.lines(table) + ["", figures]).joined(separator: "\n") + "\n"
  }

  public var csv: [UInt8] { CSVWriter.spreadsheet(table) }

  private var figures: String {
    let words = VoiceWords(voices: voices, look: look)
    let spans =
      switch subject {
      case .opportunities: words.opportunityFigures
      case .calls: words.callFigures
      case .concerns: words.concernFigures
      }
    return spans.map(\.text).joined()
  }

  private func fields(_ names: [String]) -> [String] { names.map { look.word("field", $0) } }

  private var table: [[String]] {
    let words = VoiceWords(voices: voices, look: look)
    func day(_ day: Day?) -> String { day?.description ?? "" }
    switch subject {
    case .opportunities:
      let head = fields([
        "opportunity_state", "deadline", "deliverable", "name", "engagement_rule", "told", "answered",
        "owner",
      ])
      return [["ID"] + head]
        + voices.opportunities.map { one in
          [
            one.id, words.state(one).text, one.deadline?.text ?? "", one.deliverable, one.name,
            words.rule(one).text, String(one.toldCount(through: look.asOf)),
            String(one.answeredCount(through: look.asOf)), one.owner,
          ]
        }
    case .calls:
      let names = [look.say(.voComments)] + Disposition.codes.map { look.word("disposition", $0) }
      let head = fields(["opens", "closes", "name", "deliverable"]) + names + [look.say(.voNotConsidered)]
      return [["ID"] + head]
        + voices.calls.map { call in
          let counts = voices.comments[call.id] ?? CommentCounts()
          return [
            call.id, day(call.opens), day(call.closes), call.name, call.deliverable, String(counts.all),
          ]
            + Disposition.allCases.map { String(counts.byDisposition[$0, default: 0]) } + [
              String(counts.open)
            ]
        }
    case .concerns:
      let head = fields(["concern_state", "raised", "due", "name", "risk", "owner", "resolved"])
      return [["ID"] + head]
        + voices.concerns.map { concern in
          let isLate = concern.isOpen && concern.due.map { $0 < look.asOf } == true
          return [
            concern.id, words.state(concern).text, day(concern.raised),
            isLate ? Mark.late.said(day(concern.due)).text : day(concern.due),
            concern.name, concern.risk.map { look.word("risk", $0.rawValue) } ?? "", concern.owner,
            day(concern.resolved),
          ]
        }
    }
  }
}
