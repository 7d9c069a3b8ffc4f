import Interchange
import Model
import Phrases
import Typesetting

/// The proposals of the stakeholder network as plain text for mail, or as CSV.
public struct ProposalsReport: Sendable {
  private let proposals: [NetworkProposal]
  private let look: Look

  /// - Parameter look: the language of the words.
  public init(_ proposals: [NetworkProposal], look: Look) {
    self.proposals = NetworkProposal.ordered(proposals)
    self.look = look
  }

  public var text: String {
    guard !proposals.isEmpty else { return look.say(.proposalsNone, .text("n")) + "\n" }
    return TextTable.lines(table).joined(separator: "\n") + "\n"
  }

  public var csv: [UInt8] { CSVWriter.spreadsheet(table) }

  private var table: [[String]] {
    let fields = [
      "proposal_state", "received", "shared_on", "bureau_on", "panel_on", "name", "proposal_outcome",
    ]
    return [fields.map { look.word("field", $0) }]
      + proposals.map { proposal in
        [look.word("proposal_state", proposal.state.rawValue)]
          + [proposal.received, proposal.shared, proposal.bureau, proposal.panel].map {
            $0?.description ?? ""
          }
          + [proposal.name, proposal.outcome]
      }
  }
}
