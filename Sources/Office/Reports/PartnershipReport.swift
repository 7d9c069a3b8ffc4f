import Interchange
import Model
import Phrases
import Typesetting

/// The register of strategic partnerships as plain text, Markdown, a page or CSV: the steps taken to establish and carry
/// them out, for the Plenary's fourth session (operative paragraph 8).
public struct PartnershipReport: TableReport {
  private let register: PartnershipRegister
  public let look: Look

  public init(_ register: PartnershipRegister, look: Look) { (self.register, self.look) = (register, look) }

  public var title: String { look.say(.ptTitle, .text(look.day(register.day))) }

  public var summary: String { "\(states). \(look.say(.ptUNEPRules))" }

  private var states: String {
    let states = register.partnerships.map { $0.state(on: register.day) }
    return look.tally(PartnershipState.allCases, { $0.word(look) }) { state in
      states.count { $0 == state }
    }
  }

  public var headings: [String] {
    [look.word("field", "name"), look.word("field", "state"), look.word("field", "partnership_route")]
      + [look.say(.ptSteps)]
  }

  private func words(_ one: Partnership) -> PartnershipWords { PartnershipWords(one, look: look) }

  /// What the record says, line by line; empty fields are left out.
  private func details(_ one: Partnership) -> [String] {
    let words = words(one)
    func said(_ field: String) -> String {
      let text = FieldWords.shown(field, of: one, look)
      return text.isEmpty ? "" : look.labelled(look.word("field", field), text)
    }
    let fields = [
      "partnership_type", "partnership_purposes", "found_by", "alternatives", "criteria", "partner_role",
      "platform_role", "deliverables", "time_frame", "term_start", "term_end", "partnership_form", "funds",
      "safeguards",
    ]
    let effect = register.effects[one.id].map { ParticipationWords($0, look: look) }
    let isNamed = words.partner == look.title(of: one)
    var lines = [words.basis, isNamed ? "" : said("partner"), words.outcome ?? ""]
    lines += fields.map(said)
    lines.append(words.openIssuesReported ?? "")
    lines += one.steps.map(words.step)
    lines += one.approvals.map { look.labelled(look.say(.ptApprovals), words.approval($0)) }
    lines += one.given.map { look.labelled(look.word("field", "source"), words.given($0)) }
    lines += [said("reviews"), said("next_review")] + (effect.map { [$0.verdict.text] + $0.lines } ?? [])
    return lines.filter { !$0.isEmpty }
  }

  public var rows: [[TablePage.Cell]] {
    register.partnerships.map { one in
      [
        .init(look.title(of: one)), .init(words(one).state.text), .init(words(one).route),
        .init(items: details(one)),
      ]
    }
  }

  public var text: String {
    var lines = [title, states, look.say(.ptUNEPRules)]
    for one in register.partnerships {
      lines += ["", "\(words(one).state.text)  \(look.title(of: one))", "    \(words(one).route)"]
      lines += details(one).flatMap { line in
        Wrapping.lines(line, columns: 74).enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// RFC 4180, in UTF-8; codes instead of words.
  public var csv: [UInt8] {
    let columns = [
      "partnership", "name", "partner", "type", "state", "since", "number", "route", "paragraph",
      "route_reason", "open_issues", "next_review", "citation", "others_before", "others_since",
    ]
    return CSVWriter.spreadsheet(
      [columns]
        + register.partnerships.map { one in
          let effect = register.effects[one.id]
          return [
            one.id, one.name, words(one).partner, one.type?.rawValue ?? "",
            one.state(on: register.day).rawValue, one.steps.last?.day.description ?? "",
            one.steps.last?.number ?? "", one.route?.rawValue ?? "",
            one.route?.paragraph ?? "", one.routeReason,
            one.adopted == nil ? one.openIssues.map(\.rawValue).joined(separator: "; ") : "",
            one.nextReview?.description ?? "", words(one).basis, effect.map { String($0.before.acts) } ?? "",
            effect.map { String($0.since.acts) } ?? "",
          ]
        })
  }
}
